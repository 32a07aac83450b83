"""Every lesson we ship as a handout with all that can be enclosed, in each size of letters and paper, set once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from content.lesson import Lesson
from content.load import builtin_pack_folder, load_lesson, load_pack
from facilitator.crisis_help import CrisisHelp, CrisisLine
from facilitator.curriculum import drawing_of_lesson
from facilitator.paperwork.appointment import Appointment
from facilitator.paperwork.handout import Enclosed, lesson_handout
from facilitator.paperwork.paper import Paper, PaperSize
from facilitator.paperwork.press import press

MODULE = "A module"
CRISIS = CrisisHelp(
    (CrisisLine("Crisis line", "0900 555 010", "day and night"),), CrisisLine("when a life is in danger", "112")
)
NEXT = Appointment(datetime(2026, 12, 1, 14, 0, tzinfo=UTC), 60, "Europe/Rome")
PACK = load_pack(builtin_pack_folder())
SLUGS = tuple(entry.slug for entry in PACK.lessons())


ADDRESS = "https://imr.example.org/handouts"
DAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Handed:
    """A handout as it was made, and what it was made from."""

    lesson: Lesson
    paper: Paper
    pdf: bytes


@cache
def handed(slug: str, is_large: bool, size: PaperSize = PaperSize.A4) -> Handed:
    lesson = load_lesson(PACK.lesson_named(slug))
    paper = Paper(PACK.language, is_large, size)
    enclosed = Enclosed(CRISIS, drawing_of_lesson(PACK, lesson), DAY, NEXT)
    document = lesson_handout(lesson, paper, MODULE, ADDRESS, date(2026, 12, 1), enclosed)
    return Handed(lesson, paper, press([document], paper).pdf)
