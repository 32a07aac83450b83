"""The plan until next time, for the fridge: the member's own goal on top, what, when, where, a box for each day, what
then, crisis help, and a strip to tear off with the next date (docs/domain.md 3: A).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain

from agenda.error import N_
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
    halves,
    heading,
    lines,
    paragraph,
    picture,
    run,
    spring,
    strip,
)
from facilitator.whom_to_call import CrisisHelp

MOST_BOXES = 14
"""Days with a box each, in rows of seven; who meets more seldom ticks the first two weeks."""


HALF_GOAL, HALF_CRISIS, HALF_WORDS = 60, 3, 160
"""What half a page holds beside room to write: letters of a goal, lines of crisis help, letters of a pack's own."""


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

    @property
    def is_agreed(self) -> bool:
        """Whether anything of it is known; words of their own may still have to be written, beside day and place."""
        return any((self.what, self.when, self.where, self.day, self.obstacle, self.helper))

    crisis: CrisisHelp = field(default_factory=CrisisHelp)
    is_large: bool | None = None


def boxes(paper: Paper, day: date | None, next_day: date | None, *, is_large: bool = False) -> Block:
    """A box for each day from this session up to the next, with its date; of the week where no date is known."""
    known = []
    if day is not None and next_day is not None and next_day > day:
        known = [day + timedelta(days=n) for n in range(min((next_day - day).days, MOST_BOXES))]
    names = tuple(map(paper.box_day, known)) or paper.week()
    return days(paper.says(N_("Done on")), names, paper.says(N_("not ticked")), is_large=is_large)


def plan_box(paper: Paper, known: PlanSlip) -> Block:
    """The frame a member fills in at the table: what, when, where, who can help, and a box for each day."""
    says = paper.says
    return box(
        [
            form(Field(says(N_("I will")), known.what, 2)),
            form(
                Field(says(N_("When")), _when(paper, known)),
                Field(says(N_("Where")), known.where),
                in_pairs=True,
            ),
            form(Field(says(N_("Who can help")), known.helper)),
            boxes(paper, known.agreed_on, known.next_session),
        ],
        says(N_("My plan until next time")),
    )


def plan_slip(plan: PlanSlip, paper: Paper) -> Document:
    """The page for the fridge: what was agreed, or room to write it."""
    return Document(paper.says(N_("My plan")), list(_page(plan, paper)), is_large=plan.is_large)


def plan_slips(plans: Sequence[PlanSlip], paper: Paper) -> tuple[Document, ...]:
    """A page for each plan. Who has none yet gets half a page to write one, where half a page holds it."""
    small = [one for one in plans if _fits_half(one, paper)]
    whole = [plan_slip(one, paper) for one in plans if one not in small]
    title = paper.says(N_("My plan"))
    return (*whole, *(Document(title, [halves(*(_half(one, paper) for one in pair))]) for pair in _pairs(small)))


def _fits_half(plan: PlanSlip, paper: Paper) -> bool:
    is_large = paper.is_large if plan.is_large is None else plan.is_large
    is_short = len(plan.goal) <= HALF_GOAL and len(plan.crisis.texts) <= HALF_CRISIS
    return not plan.is_agreed and not is_large and is_short and len("".join(plan.crisis.words)) <= HALF_WORDS


def _pairs(plans: Sequence[PlanSlip]) -> list[tuple[PlanSlip, PlanSlip]]:
    """Two and two; the last one alone shares its page with a sheet for whoever comes."""
    spare = [replace(plans[-1], name="", goal="")] if len(plans) % 2 else []
    every = [*plans, *spare]
    return list(zip(every[::2], every[1::2], strict=True))


def _half(plan: PlanSlip, paper: Paper) -> list[Block]:
    says = paper.says
    facts = ((N_("Next session"), _next_words(plan, paper)), (N_("Name"), plan.name))
    known = [(run(says(label) + ": "), run(value + "   ", is_strong=True)) for label, value in facts if value]
    return [
        heading(plan.goal or says(N_("My plan")), 1, says(N_("My goal")) if plan.goal else ""),
        box(list(_to_write(plan, paper)), says(N_("Until next time I will"))),
        crisis_box(plan.crisis, paper),
        paragraph(*chain.from_iterable(known)),
    ]


def _page(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    says = paper.says
    yield heading(plan.goal or says(N_("My plan")), 1, says(N_("My goal")) if plan.goal else "")
    yield box(
        list(_agreed(plan, paper) if plan.is_agreed else _to_write(plan, paper)), says(N_("Until next time I will"))
    )
    if plan.obstacle:
        yield paragraph(*_if_then(plan, paper))
    yield crisis_box(plan.crisis, paper)
    code = plan_code(plan.day, plan.when, plan.zone, paper) if plan.is_agreed else None
    if code is not None:
        yield code
    yield spring()
    yield strip(_next_time(plan, paper))


def _agreed(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    says = paper.says
    yield from (paragraph(run(line.strip(), True, True)) for line in plan.what.splitlines() if line.strip())
    if not plan.what:
        yield lines(2)
    known = ((N_("When"), _when(paper, plan)), (N_("Where"), plan.where), (N_("Who can help"), plan.helper))
    fields = [Field(says(label), value) for label, value in known if value]
    if fields:
        yield form(*fields)
    yield boxes(paper, plan.agreed_on, plan.next_session, is_large=True)


def _to_write(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    says = paper.says
    yield lines(1)
    yield form(Field(says(N_("When"))), Field(says(N_("Where"))), in_pairs=True)
    yield boxes(paper, plan.agreed_on, plan.next_session)


def _if_then(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    """``If …, then I will …``; a line stands for what is still to be thought of."""
    yield run(paper.says(N_("If")) + " ", is_strong=True)
    yield run(plan.obstacle.rstrip(" .") + ", ")
    yield run(paper.says(N_("then I will")) + " ", is_strong=True)
    yield run(plan.remedy or "_" * 24)


def _next_time(plan: PlanSlip, paper: Paper) -> list[Block]:
    """When the group meets next, with the owner's name so that a sheet left behind finds its way."""
    said, when = paper.says(N_("Next session")), _next_words(plan, paper)
    words = [paragraph(run(when, is_strong=True, is_large=True))] if when else [form(Field(said))]
    return [beside([paragraph(run(said)), *words, paragraph(run(plan.name))], picture(_calendar(), said, 16))]


def _next_words(plan: PlanSlip, paper: Paper) -> str:
    if plan.appointment is not None:
        return appointment_words(plan.appointment, paper)
    return paper.weekday(plan.next_session) if plan.next_session else ""


def _when(paper: Paper, plan: PlanSlip) -> str:
    day = paper.weekday(plan.day) if plan.day else ""
    return ", ".join(filter(None, (day, plan.when)))


def _calendar() -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60" fill="none" stroke="{SHEET.accent}" '
        'stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round">'
        '<rect x="5" y="10" width="50" height="45" rx="6"/><path d="M5 24H55M18 4V15M42 4V15"/></svg>'
    )
