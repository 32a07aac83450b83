"""Opening a member's page and taking something out of the record: kept like a change, and never taken back."""

from __future__ import annotations

import sqlcipher3.dbapi2 as sqlcipher

from agenda.access import Access
from agenda.error import AgendaError
from agenda.instant import to_text
from agenda.record.action import verb
from agenda.record.connection import Record


@verb("access.open", undoable=False)
def opened(record: Record, kind: Access, member: str, *, session: str | None = None) -> None:
    """A page about one member was opened."""
    _keep(record, kind, member, session)


@verb("access.take_out", undoable=False)
def taken_out(record: Record, kind: Access, *, member: str | None = None, session: str | None = None) -> None:
    """Something was asked for that leaves the record: about one member, or without one about all."""
    _keep(record, kind, member, session)


def _keep(record: Record, kind: Access, member: str | None, session: str | None) -> None:
    row = {"id": record.ids(), "kind": kind.value, "member_id": member, "session_id": session}
    record.insert("accesses", {**row, "at": to_text(record.clock.now())})


def written_down(record: Record, kind: Access, *, member: str | None = None, session: str | None = None) -> bool:
    """Keep it if this record is written here; whether it was. Reading never fails because it could not be kept."""
    if record.read_only:
        return False
    try:
        if member is not None and not kind.leaves:
            opened(record, kind, member, session=session)
        else:
            taken_out(record, kind, member=member, session=session)
    except (AgendaError, sqlcipher.OperationalError):  # no room, no right to write: somebody must still be able to read
        return False
    return True
