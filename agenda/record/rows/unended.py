"""An hour that nobody ended: noticed when it is long over, and ended at the time it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from agenda.error import N_, Refused
from agenda.instant import from_text, maybe_from_text, to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import session as sessions
from agenda.session import Session

LONG_OVER = timedelta(hours=2)
"""After its planned end; until then the group may still sit together."""

_LAST_WRITTEN = "SELECT max(at) AS at FROM journal WHERE session = ? AND at <= ? AND verb NOT LIKE 'access.%'"
"""Up to a time: who looks at it days later writes nothing of the hour."""
_LAST_MOVED = """
SELECT max(at) AS at FROM (
    SELECT max(arrived_at) AS at FROM attendance WHERE session_id = ?1
    UNION ALL SELECT max(out_at) FROM absences_in_session WHERE session_id = ?1
    UNION ALL SELECT max(back_at) FROM absences_in_session WHERE session_id = ?1)
"""


@dataclass(frozen=True, slots=True)
class Unended:
    """A session that began and has no end, with the times it is likely to have ended at, by its own clock."""

    session: Session
    planned: datetime | None
    """None where somebody came or went after it."""
    last_written: datetime | None
    """None where that is the minute of the planned end."""


def unended(record: Record, session_id: str) -> Unended | None:
    """What is known of a session that runs and should have been over long ago; none where that is not so."""
    found = sessions.session(record, session_id)
    if not found.running or found.started_at is None:
        return None
    minutes = sum(phase.minutes for phase in sessions.planned_phases(record, session_id))
    planned, earliest = found.started_at + timedelta(minutes=minutes), _earliest(record, found)
    over = max(planned, earliest) + LONG_OVER
    if sessions.moment(record, session_id) < over:
        return None
    [row] = record.rows(_LAST_WRITTEN, session_id, to_text(over - found.clock_shift))
    written = max(earliest, found.started_at if row["at"] is None else found.by_its_clock(from_text(row["at"])))
    is_same = written.replace(second=0, microsecond=0) == planned.replace(second=0, microsecond=0)
    can_be = planned >= earliest
    return Unended(found, planned if can_be else None, None if can_be and is_same else written)


@verb("session.ended_at", undoable=False)
def ended_at(record: Record, session: str, at: datetime) -> None:
    """The hour was over at this time, and nobody ended it then: whatever was on ended at it, what came after is none.

    Raises as ``refuse_to_end_at``.
    """
    refuse_to_end_at(record, session, at)
    moment = to_text(at)
    for table in ("phase_runs", "pauses"):
        rows = record.rows(f"SELECT * FROM {table} WHERE session_id = ? ORDER BY rowid", session)
        for place, row in enumerate(rows):
            if row["began_at"] >= moment and not (table == "phase_runs" and place == 0):
                record.delete(table, row["id"])
            elif row["ended_at"] is None or row["ended_at"] > moment:
                record.update(table, row["id"], {"ended_at": moment})
    record.update("sessions", session, {"ended_at": moment})


def refuse_to_end_at(record: Record, session_id: str, at: datetime) -> None:
    """Raise Refused for a time before it began, before the last of what is known of people, or one still to come."""
    found = sessions.running(record, session_id)
    if found.started_at is not None and at < found.started_at:
        raise Refused(N_("The session began after that time."))
    if at < _earliest(record, found):
        raise Refused(N_("Somebody is written down as coming or going after that time."), N_("Choose a later one."))
    if at > sessions.moment(record, session_id):
        raise Refused(N_("This time is still to come."))


def _earliest(record: Record, found: Session) -> datetime:
    """No session ends before it began, nor before the last of its people came, went out or was back."""
    [row] = record.rows(_LAST_MOVED, found.id)
    moved = maybe_from_text(row["at"])
    began = found.started_at or found.planned_at
    return began if moved is None else max(began, moved)
