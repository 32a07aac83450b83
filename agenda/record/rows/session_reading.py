"""Reading sessions: one or all, the next, their phases, their lessons."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from agenda.error import N_, Refused
from agenda.instant import from_text, maybe_from_text
from agenda.record.connection import Record
from agenda.session import LessonGiven, LessonPart, PhaseKey, PlannedPhase, Session, SessionKind

LESSON_LED = "SELECT * FROM session_lessons WHERE session_id = ? ORDER BY rowid DESC"
"""The lessons of a session, the one that is led first: another may have been chosen in the middle of the hour."""


def session(record: Record, session_id: str) -> Session:
    """One session."""
    row = record.row("SELECT * FROM sessions WHERE id = ?", session_id)
    if row is None:
        raise Refused(N_("There is no such session in this record."))
    return _session(row)


def moment(record: Record, session_id: str) -> datetime:
    """Now on the clock this session counts by: the laptop's, as if nobody had set it back meanwhile."""
    return session(record, session_id).by_its_clock(record.clock.now())


def running(record: Record, session_id: str) -> Session:
    """The session, which must have begun and not be over."""
    found = session(record, session_id)
    if not found.running:
        raise Refused(N_("This session is not running."))
    return found


def sessions(record: Record, group_id: str) -> tuple[Session, ...]:
    """All sessions of a group, oldest first."""
    rows = record.rows("SELECT * FROM sessions WHERE group_id = ? ORDER BY day, id", group_id)
    return tuple(map(_session, rows))


def next_session(record: Record, group_id: str) -> Session | None:
    """The session that is running, or else the first one not yet held."""
    row = record.row(
        f"SELECT * FROM sessions WHERE group_id = ? AND kind <> '{SessionKind.CANCELLED}' AND ended_at IS NULL "
        "ORDER BY started_at IS NULL, day, id LIMIT 1",
        group_id,
    )
    return None if row is None else _session(row)


def to_come(record: Record, group_id: str) -> Session | None:
    """The first session of a group that has not begun: the one that can still be planned."""
    row = record.row(
        f"SELECT * FROM sessions WHERE group_id = ? AND kind <> '{SessionKind.CANCELLED}' AND ended_at IS NULL "
        "AND started_at IS NULL ORDER BY day, id LIMIT 1",
        group_id,
    )
    return None if row is None else _session(row)


def _session(row: dict[str, Any]) -> Session:
    return Session(
        id=row["id"],
        group=row["group_id"],
        number=row["number"],
        kind=SessionKind(row["kind"]),
        day=date.fromisoformat(row["day"]),
        planned_at=from_text(row["planned_at"]),
        minutes=row["minutes"],
        zone=row["zone"],
        locale=row["locale"],
        started_at=maybe_from_text(row["started_at"]),
        ended_at=maybe_from_text(row["ended_at"]),
        clock_shift=timedelta(milliseconds=row["clock_shift_ms"]),
    )


def planned_phases(record: Record, session_id: str) -> tuple[PlannedPhase, ...]:
    """The phases of a session in order."""
    rows = record.rows("SELECT * FROM session_phases WHERE session_id = ? ORDER BY position", session_id)
    return tuple(PlannedPhase(row["id"], PhaseKey(row["key"]), row["minutes"]) for row in rows)


def lesson_of(record: Record, session_id: str) -> LessonGiven | None:
    """The lesson of a session; where it was changed in the middle of the hour, the one led last."""
    return next(iter(lessons_of(record, session_id)), None)


def lessons_of(record: Record, session_id: str) -> tuple[LessonGiven, ...]:
    """The lesson of a session, and those that were on the wall before it was changed, the latest first."""
    return tuple(
        LessonGiven(row["id"], row["lesson"], row["module"], row["title"], row["pages_from"], row["pages_to"])
        for row in record.rows(LESSON_LED, session_id)
    )


def part_of(record: Record, session_id: str) -> LessonPart | None:
    """The pages a session is meant for, where its lesson is split; none for the whole lesson."""
    row = record.row("SELECT * FROM lesson_parts WHERE session_id = ?", session_id)
    return None if row is None else LessonPart(row["pages_from"], row["pages_to"])


def ended_since(record: Record, group_id: str, day: date) -> tuple[Session, ...]:
    """The sessions of this day or later that have ended, oldest first."""
    rows = record.rows(
        "SELECT * FROM sessions WHERE group_id = ? AND day >= ? AND ended_at IS NOT NULL ORDER BY day, id",
        group_id,
        day.isoformat(),
    )
    return tuple(map(_session, rows))


def last_ended(record: Record, group_id: str) -> Session | None:
    """The last session this group ended."""
    row = record.row(
        "SELECT * FROM sessions WHERE group_id = ? AND ended_at IS NOT NULL ORDER BY day DESC, id DESC LIMIT 1",
        group_id,
    )
    return None if row is None else _session(row)
