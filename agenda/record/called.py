"""What the ids in the journal are the names of, read once for however many lines are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.record.connection import Record


@dataclass(frozen=True, slots=True)
class GroupCalled:
    """A group, and where its clock stands."""

    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class MemberCalled:
    """A member, and the id of their group."""

    name: str
    group: str


@dataclass(frozen=True, slots=True)
class SessionCalled:
    """A session by day, and by number where it has one; the id of its group."""

    number: int | None
    day: date
    group: str


@dataclass(frozen=True, slots=True)
class Called:
    """All names of one record, by id."""

    groups: dict[str, GroupCalled]
    members: dict[str, MemberCalled]
    sessions: dict[str, SessionCalled]
    facilitators: dict[str, str]
    lessons: dict[str, str]


def called(record: Record) -> Called:
    """Five statements, however long the journal is."""
    lessons = "SELECT lesson, title FROM lesson_skips UNION ALL SELECT lesson, title FROM session_lessons ORDER BY 1"
    return Called(
        groups={r["id"]: GroupCalled(r["name"], r["zone"]) for r in record.rows("SELECT * FROM groups ORDER BY id")},
        members={r["id"]: MemberCalled(r["name"], r["group_id"]) for r in record.rows("SELECT * FROM members")},
        sessions={
            r["id"]: SessionCalled(r["number"], date.fromisoformat(r["day"]), r["group_id"])
            for r in record.rows("SELECT id, number, day, group_id FROM sessions")
        },
        facilitators={r["id"]: r["name"] for r in record.rows("SELECT id, name FROM facilitators")},
        lessons={r["lesson"]: r["title"] for r in record.rows(lessons)},
    )
