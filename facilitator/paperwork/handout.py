"""What a member takes home from a lesson: in front what counts and their plan, the text, and room for thoughts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from agenda.error import N_
from content.drawing import Drawing
from content.lesson import Lesson
from facilitator.crisis_help import CrisisHelp
from facilitator.palette import on_sheet
from facilitator.paperwork.appointment import Appointment, appointment_code, appointment_words
from facilitator.paperwork.code import code, lesson_address
from facilitator.paperwork.crisis_box import crisis_box
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import PlanSlip, plan_box
from facilitator.paperwork.prose import blocks_of
from facilitator.paperwork.tree import (
    Block,
    Document,
    asked,
    beside,
    box,
    codes,
    heading,
    lead,
    listing,
    new_page,
    paragraph,
    picture,
    run,
    to_the_foot,
)

QUESTIONS = 3
"""So many have room to be answered on one page; the first ones of a lesson."""
DRAWING_MM, LARGE_DRAWING_MM = 38, 46


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What goes home with a lesson beside its own words: whom to turn to in a crisis, the session it was, the next.

    ``day`` is the one of this session: each day from it up to the next one has a box. ``drawing`` is the lesson's.
    """

    crisis: CrisisHelp = field(default_factory=CrisisHelp)
    drawing: Drawing | None = None
    day: date | None = None
    appointment: Appointment | None = None


def lesson_handout(
    lesson: Lesson,
    paper: Paper,
    module: str = "",
    address: str | None = None,
    next_session: date | None = None,
    enclosed: Enclosed = Enclosed(),
    *,
    is_large: bool | None = None,
) -> Document:
    """The handout of one lesson: in front what counts, then its text, then room for thoughts. Two sheets, in large
    print three. ``address`` is the site's public address; raises ``Refused`` if it is none.
    """
    title = lesson.entry.title
    in_large_print = paper.is_large if is_large is None else is_large
    slip = PlanSlip("", agreed_on=enclosed.day, next_session=next_session)
    plan = plan_box(paper, slip)
    ideas = [heading(paper.says(N_("Ideas for my plan"))), *_ideas(lesson)] if lesson.homework else []
    front = [
        _about(lesson, module, enclosed.drawing, in_large_print),
        *_points(lesson, paper),
        *([] if in_large_print else [plan]),
        crisis_box(enclosed.crisis, paper),
        *_next_time(enclosed.appointment, next_session, paper),
    ]
    second = [new_page(), plan, *ideas, to_the_foot()] if in_large_print else []
    text = [new_page(), *blocks_of(lesson.reading), to_the_foot()]
    thoughts = [*([] if in_large_print else ideas), *_questions(lesson, paper)]
    back = [new_page(), *thoughts, *_codes(lesson, paper, address, enclosed.appointment)]
    return Document(title, [*front, *second, *text, *back], mark=title, is_large=is_large)


def _about(lesson: Lesson, module: str, drawing: Drawing | None, is_large: bool) -> Block:
    shown = None
    if drawing is not None:
        shown = picture(drawing.svg(on_sheet()), drawing.text, LARGE_DRAWING_MM if is_large else DRAWING_MM)
    return beside([heading(lesson.entry.title, 1, module), lead(lesson.entry.in_a_sentence)], shown)


def _points(lesson: Lesson, paper: Paper) -> list[Block]:
    if not lesson.points:
        return []
    return [box([listing([[paragraph(run(point))] for point in lesson.points])], paper.says(N_("To remember")))]


def _ideas(lesson: Lesson) -> list[Block]:
    return [listing([[paragraph(run(option.what))] for option in lesson.homework])]


def _next_time(appointment: Appointment | None, day: date | None, paper: Paper) -> list[Block]:
    when = appointment_words(appointment, paper) if appointment else paper.weekday(day) if day else ""
    if not when:
        return []
    return [paragraph(run(paper.says(N_("Next session")) + ": "), run(when, is_strong=True))]


def _questions(lesson: Lesson, paper: Paper) -> list[Block]:
    if not lesson.questions:
        return [to_the_foot()]
    return [heading(paper.says(N_("Questions to think about"))), asked(lesson.questions[:QUESTIONS])]


def _codes(lesson: Lesson, paper: Paper, address: str | None, appointment: Appointment | None) -> list[Block]:
    found = []
    if address is not None:
        text = lesson_address(lesson.entry.id, address)
        alternative = paper.says(N_("QR code: this lesson on the web"))
        found.append(code(text, alternative, paper.says(N_("This lesson on the web")), link=text))
    if appointment is not None:
        found.append(appointment_code(appointment, paper))
    return [codes(*found)] if found else []
