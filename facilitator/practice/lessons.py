"""What the practice group was taught, and the passphrase of its record."""

from __future__ import annotations

from agenda.homework import Plan
from agenda.record.practice.group import PAST_SESSIONS
from agenda.record.practice.texts import PracticeLesson
from agenda.session import LessonGiven
from content.load import load_lesson
from content.pack import LessonEntry
from facilitator.curriculum import curriculum

PASSPHRASE = "practice"  # noqa: S105 - it is printed


def practice_lessons() -> tuple[PracticeLesson, ...]:
    """The first lessons of the course: the practice group is at its beginning."""
    entries = tuple(curriculum().course())[: PAST_SESSIONS + 1]
    return tuple(map(_practice_lesson, entries))


def _practice_lesson(entry: LessonEntry) -> PracticeLesson:
    options = tuple(Plan(option.what) for option in load_lesson(entry).homework)
    return PracticeLesson(LessonGiven(id="", lesson=entry.id, module=entry.module, title=entry.title), options)
