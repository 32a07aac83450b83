"""Who is expected in a session: as fixed at its start, or before it as things stand."""

from __future__ import annotations

from agenda.attendance import Status
from agenda.error import N_, Refused
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.session import Session


def expected_in(record: Record, session_id: str) -> tuple[str, ...]:
    """The members on the roster; before the start, for what is printed then, those who will be on it."""
    found = sessions.session(record, session_id)
    if found.started_at is not None:
        return tuple(a.member for a in attendances.roster(record, session_id))
    return tuple(m.id for m in members.expected(record, found.group, found.day))


def refuse_unexpected(record: Record, session_id: str, member: str) -> Session:
    """The session; raise Refused unless it has begun and the member is on its roster."""
    found = sessions.session(record, session_id)
    _status(record, session_id, member)
    return found


def refuse_absent(record: Record, session_id: str, member: str) -> Session:
    """The same, also where they are known not to be there: what they left open keeps its place."""
    found = sessions.session(record, session_id)
    refuse_not_here(record, session_id, member)
    return found


def refuse_not_here(record: Record, session_id: str, member: str) -> None:
    """The same of a session that is known to be there."""
    if _status(record, session_id, member).away:
        raise Refused(N_("They are marked as not here today."), N_("Mark them here first."))


def _status(record: Record, session_id: str, member: str) -> Status:
    found = record.row("SELECT status FROM attendance WHERE session_id = ? AND member_id = ?", session_id, member)
    if found is None:
        raise Refused(N_("This member is not expected today."), N_("They belong to a later session."))
    return Status(found["status"])
