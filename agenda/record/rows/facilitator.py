"""The people who lead groups and write in this record."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.error import N_, Refused
from agenda.instant import to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from legible import one_line


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Name and credentials, as they stand under a note."""

    id: str
    name: str
    credentials: str


@verb("facilitator.add", undoable=False)
def add(record: Record, name: str, credentials: str, *, facilitator_id: str | None = None) -> str:
    """A facilitator; the id is given when a slot of the key file already names it."""
    cleaned = one_line(name)
    if not cleaned:
        raise Refused(N_("A facilitator needs a name."))
    new = facilitator_id or record.ids()
    row = {"id": new, "name": cleaned, "credentials": one_line(credentials)}
    record.insert("facilitators", {**row, "created_at": to_text(record.clock.now())})
    return new


def all_facilitators(record: Record) -> tuple[Facilitator, ...]:
    """Everyone who writes here, in the order they came."""
    rows = record.rows("SELECT * FROM facilitators ORDER BY id")
    return tuple(Facilitator(row["id"], row["name"], row["credentials"]) for row in rows)
