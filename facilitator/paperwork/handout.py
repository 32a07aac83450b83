"""What a member takes home from a lesson: the text, room to write, homework to choose from, a plan, the code."""

from __future__ import annotations

from datetime import date
from itertools import chain

from agenda.error import N_
from content.lesson import HomeworkOption, Lesson
from facilitator.paperwork.code import code, payload
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import PlanSlip, plan_box
from facilitator.paperwork.prose import blocks_of
from facilitator.paperwork.tree import (
    Block,
    Document,
    heading,
    lead,
    lines,
    listing,
    paragraph,
    run,
    together,
)

ROOM = 2
"""Lines below each question."""


def lesson_handout(
    lesson: Lesson, paper: Paper, module: str = "", address: str | None = None, next_session: date | None = None
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
        together(plan_box(paper, PlanSlip("", next_session=next_session)), _code(lesson, paper, address)),
    ]
    return Document(entry.title, blocks, mark=entry.title)


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


def _code(lesson: Lesson, paper: Paper, address: str | None) -> Block:
    entry = lesson.entry
    text = payload(entry.id, entry.title, entry.aim, address)
    title = paper.says(N_("This lesson on the web") if address is not None else N_("This lesson in one line"))
    return code(text, paper.says(N_("QR code with the text beside it")), title)
