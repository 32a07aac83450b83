"""Every lesson we ship as a handout with all that can be enclosed, in both sizes, set once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from content.lesson import Lesson
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.worksheet import Worksheet
from facilitator.curriculum import worksheets_of_lesson
from facilitator.paperwork.appointment import Appointment
from facilitator.paperwork.handout import Enclosed, lesson_handout
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import press

MODULE = "A module"
CRISIS = ("Call 112 when a life is in danger.", "Crisis line, day and night: 555 0100.")
NEXT = Appointment(datetime(2026, 12, 1, 14, 0, tzinfo=UTC), 60, "Europe/Rome")
PACK = load_pack(builtin_pack_folder())
SLUGS = tuple(entry.slug for entry in PACK.lessons())


@dataclass(frozen=True, slots=True)
class Handed:
    """A handout as it was made, and what it was made from."""

    lesson: Lesson
    worksheets: tuple[Worksheet, ...]
    paper: Paper
    pdf: bytes


@cache
def handed(slug: str, is_large: bool) -> Handed:
    lesson = load_lesson(PACK.lesson_named(slug))
    paper = Paper(PACK.language, is_large)
    forms = worksheets_of_lesson(PACK, lesson)
    document = lesson_handout(lesson, paper, MODULE, None, date(2026, 12, 1), enclosed=Enclosed(forms, CRISIS, NEXT))
    return Handed(lesson, forms, paper, press([document], paper).pdf)
