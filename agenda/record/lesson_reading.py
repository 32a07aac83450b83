"""Which lessons a group was given, and which of them a member was there for."""

from __future__ import annotations

from agenda.record.connection import Record
from agenda.session import LessonGiven

_PRESENT = "('here', 'late')"


def lessons_had(record: Record, member: str) -> frozenset[str]:
    """The lessons of all sessions a member was at."""
    rows = record.rows(
        "SELECT DISTINCT l.lesson FROM session_lessons l "
        "JOIN sessions s ON s.id = l.session_id AND s.started_at IS NOT NULL "
        f"JOIN attendance a ON a.session_id = s.id AND a.member_id = ? AND a.status IN {_PRESENT}",
        member,
    )
    return frozenset(row["lesson"] for row in rows)


def last_missed(record: Record, session_id: str, member: str) -> LessonGiven | None:
    """The lesson of the latest session before this one that a member missed, unless they have had it since."""
    rows = record.rows(
        "SELECT l.* FROM session_lessons l JOIN sessions s ON s.id = l.session_id "
        "JOIN attendance a ON a.session_id = s.id AND a.member_id = ? "
        "JOIN sessions now ON now.id = ? AND now.group_id = s.group_id AND s.planned_at < now.planned_at "
        f"WHERE s.ended_at IS NOT NULL AND a.status NOT IN {_PRESENT} ORDER BY s.planned_at DESC, l.id DESC",
        member,
        session_id,
    )
    today = {
        row["lesson"] for row in record.rows("SELECT lesson FROM session_lessons WHERE session_id = ?", session_id)
    }
    known = lessons_had(record, member) | today
    row = next((row for row in rows if row["lesson"] not in known), None)
    return None if row is None else LessonGiven(row["id"], row["lesson"], row["module"], row["title"])
