"""Which lessons a group was given, and which of them a member was there for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from agenda.attendance import PRESENT
from agenda.record.connection import Record
from agenda.record.rows.values import one_of
from agenda.session import LessonGiven, LessonPart

_PRESENT = one_of(PRESENT)


@dataclass(frozen=True, slots=True)
class LessonHeld:
    """One time a group was given a lesson; ``given`` says which pages were shown, ``part`` which were meant."""

    session: str
    number: int | None
    day: date
    ended: bool
    given: LessonGiven
    part: LessonPart | None = None
    is_left: bool = False
    """Whether another lesson was taken up in its place in the middle of the hour."""
    put_off: str = ""
    """The lesson that had been meant for this hour and of which nothing was shown; empty where there was none."""
    put_off_from: int | None = None
    """Its first page that was meant, where it was to go on from there."""

    @property
    def rest(self) -> LessonPart | None:
        """What a lesson that was split or left still has: all after the last page shown; none where it was meant to
        its end.
        """
        if self.is_left:
            return LessonPart((self.given.pages_to or 0) + 1)
        if self.part is None or self.part.pages_to is None:
            return None
        reached = self.given.pages_to or self.part.pages_from - 1
        return replace(self.part, pages_from=max(self.part.pages_from, reached + 1), pages_to=None)


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who was there for a lesson, and who was expected and was not; ids of members."""

    had: frozenset[str] = frozenset()
    missed: frozenset[str] = frozenset()


def lessons_held(record: Record, group_id: str) -> tuple[LessonHeld, ...]:
    """Every lesson of every session of a group that has begun, oldest first."""
    rows = record.rows(
        "SELECT l.*, s.number, s.day, s.ended_at, p.pages_from AS meant_from, p.pages_to AS meant_to, "
        "l.rowid < (SELECT max(o.rowid) FROM session_lessons o WHERE o.session_id = l.session_id) AS is_left "
        "FROM session_lessons l JOIN sessions s ON s.id = l.session_id AND s.started_at IS NOT NULL "
        "LEFT JOIN lesson_parts p ON p.session_id = s.id AND p.lesson = l.lesson "
        "WHERE s.group_id = ? ORDER BY s.day, l.id",
        group_id,
    )
    return tuple(
        LessonHeld(
            session=row["session_id"],
            number=row["number"],
            day=date.fromisoformat(row["day"]),
            ended=row["ended_at"] is not None,
            given=LessonGiven(
                row["id"], row["lesson"], row["module"], row["title"], row["pages_from"], row["pages_to"]
            ),
            part=None if row["meant_from"] is None else LessonPart(row["meant_from"], row["meant_to"]),
            is_left=bool(row["is_left"]),
            put_off=row["put_off"] or "",
            put_off_from=row["put_off_from"],
        )
        for row in rows
    )


def listeners(record: Record, group_id: str) -> dict[str, Listeners]:
    """By lesson, the members who had it, and those who were expected each time and never there."""
    rows = record.rows(
        f"SELECT l.lesson, a.member_id, max(a.status IN {_PRESENT}) AS was_there "
        "FROM session_lessons l JOIN sessions s ON s.id = l.session_id AND s.started_at IS NOT NULL "
        "JOIN attendance a ON a.session_id = s.id WHERE s.group_id = ? GROUP BY l.lesson, a.member_id",
        group_id,
    )
    had: dict[str, set[str]] = {}
    missed: dict[str, set[str]] = {}
    for row in rows:
        (had if row["was_there"] else missed).setdefault(row["lesson"], set()).add(row["member_id"])
    return {
        lesson: Listeners(frozenset(had.get(lesson, ())), frozenset(missed.get(lesson, ())))
        for lesson in had.keys() | missed.keys()
    }


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
