"""Lessons a group goes without, for now or for good: a row while it holds, with a reason if one was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from agenda.error import N_, Refused
from agenda.instant import from_text, to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import group as groups
from agenda.session import LessonGiven


@dataclass(frozen=True, slots=True)
class Skip:
    """A lesson that is not suggested to a group."""

    id: str
    lesson: str
    title: str
    reason: str
    at: datetime


@verb("lesson.skip")
def skip(record: Record, group_id: str, lesson: LessonGiven, reason: str = "") -> str:
    """The group goes without this lesson; the id of the row."""
    groups.group(record, group_id)
    if skip_of(record, group_id, lesson.lesson) is not None:
        raise Refused(N_("The group skips this lesson already."))
    new = record.ids()
    row = {"id": new, "group_id": group_id, "lesson": lesson.lesson, "module": lesson.module, "title": lesson.title}
    record.insert("lesson_skips", {**row, "reason": reason.strip(), "at": to_text(record.clock.now())})
    return new


@verb("lesson.take_up")
def take_up(record: Record, skip_id: str) -> None:
    """The lesson is suggested again."""
    if record.row("SELECT id FROM lesson_skips WHERE id = ?", skip_id) is None:
        raise Refused(N_("The group does not skip this lesson."))
    record.delete("lesson_skips", skip_id)


def skips(record: Record, group_id: str) -> tuple[Skip, ...]:
    """What a group goes without, oldest first."""
    rows = record.rows("SELECT * FROM lesson_skips WHERE group_id = ? ORDER BY id", group_id)
    return tuple(Skip(row["id"], row["lesson"], row["title"], row["reason"], from_text(row["at"])) for row in rows)


def skip_of(record: Record, group_id: str, lesson: str) -> Skip | None:
    """Whether, and why, a group goes without this lesson."""
    return next((one for one in skips(record, group_id) if one.lesson == lesson), None)
