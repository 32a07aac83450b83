"""The plan until next time, for the fridge: the member's own goal on top, what, when, where, a box for each day, what
then, crisis help, and a strip to tear off with the next date (docs/domain.md 3: A).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from agenda.error import N_
from facilitator.crisis_help import CrisisHelp
from facilitator.palette import SHEET
from facilitator.paperwork.appointment import Appointment, appointment_words, plan_code
from facilitator.paperwork.crisis_box import crisis_box
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import (
    Block,
    Document,
    Field,
    beside,
    box,
    days,
    form,
    heading,
    lines,
    paragraph,
    picture,
    run,
    spring,
    strip,
)

MOST_BOXES = 14
"""Days with a box each, in rows of seven; who meets more seldom ticks the first two weeks."""


@dataclass(frozen=True, slots=True)
class PlanSlip:
    """One member's homework as agreed. What is not known yet is left to be written by hand."""

    name: str
    what: str = ""
    when: str = ""
    where: str = ""
    obstacle: str = ""
    helper: str = ""
    lesson: str = ""
    agreed_on: date | None = None
    next_session: date | None = None
    day: date | None = None
    """A day of their own; ``when`` are words about it."""
    remedy: str = ""
    """What they will do if ``obstacle`` comes."""
    goal: str = ""
    """Their personal recovery goal, in their own words."""
    appointment: Appointment | None = None
    """The next session with its hours."""
    zone: str = "UTC"
    """Where the group is: the hours of ``when`` are of this zone."""
    crisis: CrisisHelp = field(default_factory=CrisisHelp)
    is_large: bool | None = None


def boxes(paper: Paper, day: date | None, next_day: date | None) -> Block:
    """A box for each day from this session up to the next, with its date; of the week where no date is known."""
    known = []
    if day is not None and next_day is not None and next_day > day:
        known = [day + timedelta(days=n) for n in range(min((next_day - day).days, MOST_BOXES))]
    names = tuple(map(paper.box_day, known)) or paper.week()
    return days(paper.says(N_("Done on")), names, paper.says(N_("not ticked")))


def plan_box(paper: Paper, known: PlanSlip) -> Block:
    """The frame a member fills in at the table: what, when, where, who can help, and a box for each day."""
    says = paper.says
    return box(
        [
            form(
                Field(says(N_("I will")), known.what, 2),
                Field(says(N_("When")), _when(paper, known)),
                Field(says(N_("Where")), known.where),
                Field(says(N_("Who can help")), known.helper),
            ),
            boxes(paper, known.agreed_on, known.next_session),
        ],
        says(N_("My plan until next time")),
    )


def plan_slip(plan: PlanSlip, paper: Paper) -> Document:
    """The page for the fridge; half of it where no plan was agreed, with room to write one."""
    title = paper.says(N_("My plan"))
    return Document(title, list(_page(plan, paper)), is_large=plan.is_large)


def _page(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    says = paper.says
    yield heading(plan.goal or says(N_("My plan")), 1, says(N_("My goal")) if plan.goal else plan.lesson)
    yield box(list(_agreed(plan, paper) if plan.what else _to_write(plan, paper)), says(N_("Until next time I will")))
    if plan.obstacle or not plan.what:
        yield paragraph(*_if_then(plan, paper))
    yield crisis_box(plan.crisis, paper)
    code = plan_code(plan.day, plan.when, plan.zone, paper) if plan.what else None
    if code is not None:
        yield code
    yield spring()
    yield strip(_next_time(plan, paper))


def _agreed(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    says = paper.says
    yield paragraph(run(plan.what, is_strong=True, is_large=True))
    known = ((N_("When"), _when(paper, plan)), (N_("Where"), plan.where), (N_("Who can help"), plan.helper))
    fields = [Field(says(label), value) for label, value in known if value]
    if fields:
        yield form(*fields)
    yield boxes(paper, plan.agreed_on, plan.next_session)


def _to_write(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    says = paper.says
    yield lines(2)
    yield form(Field(says(N_("When"))), Field(says(N_("Where"))), Field(says(N_("Who can help"))))
    yield boxes(paper, plan.agreed_on, plan.next_session)


def _if_then(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    """``If …, then I will …``; blanks stand for what is still to be thought of."""
    blank = "_" * 22
    yield run(paper.says(N_("If")) + " ", is_strong=True)
    yield run((plan.obstacle.rstrip(".") or blank) + ", ")
    yield run(paper.says(N_("then I will")) + " ", is_strong=True)
    yield run(plan.remedy or blank)


def _next_time(plan: PlanSlip, paper: Paper) -> list[Block]:
    """When the group meets next, with the owner's name so that a sheet left behind finds its way."""
    when = appointment_words(plan.appointment, paper) if plan.appointment else paper.day(plan.next_session)
    said = paper.says(N_("Next session"))
    words = [paragraph(run(when, is_strong=True, is_large=True))] if when else [form(Field(said))]
    return [beside([paragraph(run(said)), *words, paragraph(run(plan.name))], picture(_calendar(), said, 16))]


def _when(paper: Paper, plan: PlanSlip) -> str:
    day = paper.weekday(plan.day) if plan.day else ""
    return ", ".join(filter(None, (day, plan.when)))


def _calendar() -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" fill="none" stroke="{SHEET.accent}" '
        'stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round">'
        '<rect x="5" y="10" width="50" height="45" rx="6"/><path d="M5 24H55M18 4V15M42 4V15"/></svg>'
    )
