"""What a member takes home from a lesson: the text, room to write, homework to choose from, a plan, the code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from agenda.error import N_
from content.lesson import HomeworkOption, Lesson
from content.worksheet import Worksheet
from facilitator.paperwork.appointment import Appointment, appointment_code
from facilitator.paperwork.code import code, payload
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import PlanSlip, plan_box
from facilitator.paperwork.prose import blocks_of
from facilitator.paperwork.tree import (
    Block,
    Document,
    box,
    codes,
    heading,
    lead,
    lines,
    listing,
    new_page,
    paragraph,
    run,
    together,
)
from facilitator.paperwork.worksheet_form import worksheet_blocks

ROOM = 2
"""Lines below each question."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What goes home with a lesson beside its own words: blank forms, whom to turn to in a crisis, the next session."""

    worksheets: tuple[Worksheet, ...] = ()
    crisis: tuple[str, ...] = ()
    appointment: Appointment | None = None


def lesson_handout(
    lesson: Lesson,
    paper: Paper,
    module: str = "",
    address: str | None = None,
    next_session: date | None = None,
    enclosed: Enclosed = Enclosed(),
) -> Document:
    """The handout of one lesson. ``address`` is the site's public address; raises ``Refused`` if it is none."""
    entry = lesson.entry
    blocks = [
        heading(entry.title, 1, module),
        lead(entry.aim),
        *blocks_of(lesson.handout),
        *_questions(lesson, paper),
        *_exercise(lesson, paper),
        *_homework(lesson, paper),
        plan_box(paper, PlanSlip("", next_session=next_session)),
        *crisis_box(enclosed.crisis, paper),
        _codes(lesson, paper, address, enclosed.appointment),
        *_forms(enclosed.worksheets, paper),
    ]
    return Document(entry.title, blocks, mark=entry.title)


def crisis_box(lines: Sequence[str], paper: Paper) -> list[Block]:
    """Whom to turn to, in the site's own words; nothing where the site has not said."""
    if not lines:
        return []
    return [box([listing([[paragraph(run(line))] for line in lines])], paper.says(N_("If you need help at once")))]


def _forms(worksheets: Sequence[Worksheet], paper: Paper) -> list[Block]:
    return [block for one in worksheets for block in (new_page(), *worksheet_blocks(one, paper))]


def _questions(lesson: Lesson, paper: Paper) -> list[Block]:
    if not lesson.questions:
        return []
    items = [[together(paragraph(run(question)), lines(ROOM))] for question in lesson.questions]
    return [heading(paper.says(N_("Questions to think about"))), listing(items, 1)]


def _exercise(lesson: Lesson, paper: Paper) -> list[Block]:
    blocks = blocks_of(lesson.exercise)
    return [heading(paper.says(N_("Exercise"))), *blocks] if blocks else []


def _homework(lesson: Lesson, paper: Paper) -> list[Block]:
    if not lesson.homework:
        return []
    intro = paragraph(run(paper.says(N_("Choose one, or find one of your own."))))
    items = [_option(one, paper) for one in lesson.homework]
    return [heading(paper.says(N_("Homework"))), intro, listing(items, 1)]


def _option(option: HomeworkOption, paper: Paper) -> list[Block]:
    plan = [
        (paper.says(N_("When")), option.when),
        (paper.says(N_("Where")), option.where),
        (paper.says(N_("What could get in the way")), option.obstacle),
    ]
    known = [(run(f"\n{label}: ", is_strong=True), run(value)) for label, value in plan if value]
    return [together(paragraph(run(option.what, is_strong=True), *chain.from_iterable(known)))]


def _codes(lesson: Lesson, paper: Paper, address: str | None, appointment: Appointment | None) -> Block:
    entry = lesson.entry
    text = payload(entry.id, entry.title, entry.aim, address)
    title = paper.says(N_("This lesson on the web") if address is not None else N_("This lesson in one line"))
    lesson_code = code(text, paper.says(N_("QR code with the text beside it")), title)
    return codes(lesson_code, *([appointment_code(appointment, paper)] if appointment else []))
