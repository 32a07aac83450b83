"""The plan until next time, for the fridge: the member's own goal on top, what, when, where, a box for each day, what
then, crisis help, and a strip to tear off with the next date (docs/domain.md 3: A).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain

from agenda.error import N_
from agenda.homework import NO_PLAN, PLAN_WORDS, Plan
from content.drawing import Drawing
from facilitator.palette import on_sheet
from facilitator.paperwork.appointment import Appointment, appointment_words, plan_code
from facilitator.paperwork.crisis_box import crisis_box
from facilitator.paperwork.fitted import LARGE, STANDARD, fitted
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.said_plan import WHEN, WHERE, WHO, parts, when_words
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
    pictures,
    run,
    spring,
    strip,
    together,
)
from facilitator.whom_to_call import CrisisHelp

IF_THEN, NEXT, HELP = "plan-if-then", "next-session", "crisis-help"
"""Drawings of the parts of a plan, by their names in a pack."""
KINDS = {
    "kind-alone": N_("by myself"), "kind-with-someone": N_("with someone"), "kind-at-home": N_("at home"),
    "kind-outside": N_("outside"), "kind-by-telephone": N_("by telephone"), "kind-write": N_("write"),
    "kind-move": N_("move"), "kind-rest": N_("rest"),
}  # fmt: skip
"""Drawings of kinds of homework, to point at where a plan is still to be found."""
DRAWN = (WHEN, WHERE, WHO, IF_THEN, NEXT, HELP, *KINDS)
DRAWING_MM = 15
LETTERS, LETTERS_LARGE = (STANDARD, 12), (LARGE, 16)
"""Points: as large as the page holds, down to these; it is one page where that can be."""
SHORT_GOAL = 44
"""Letters that two lines hold, as large as a title."""
MOST_BOXES = 14
"""Days with a box each, in rows of seven; who meets more seldom ticks the first two weeks."""


HALF_GOAL, HALF_CRISIS, HALF_WORDS = 60, 3, 160
"""What half a page holds beside room to write: letters of a goal, lines of crisis help, letters of a pack's own."""


@dataclass(frozen=True, slots=True)
class PlanSlip:
    """One member's homework as agreed. What is not known yet is left to be written by hand."""

    name: str
    agreed: Plan = NO_PLAN
    lesson: str = ""
    agreed_on: date | None = None
    next_session: date | None = None
    goal: str = ""
    """Their personal recovery goal, in their own words."""
    appointment: Appointment | None = None
    """The next session with its hours."""
    zone: str = "UTC"
    """Where the group is: the hours of ``when`` are of this zone."""

    @property
    def is_agreed(self) -> bool:
        """Whether anything of it is known; words of their own may still have to be written, beside day and place."""
        return any(getattr(self.agreed, part) for part in (*PLAN_WORDS, "day"))

    crisis: CrisisHelp = field(default_factory=CrisisHelp)
    is_large: bool | None = None
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    """Those of ``DRAWN`` that the curriculum has, by name; a plan is whole without them."""

    def svg(self, name: str) -> str:
        """The drawing of this name in the colours of paper; empty where there is none."""
        drawn = self.drawings.get(name)
        return "" if drawn is None else drawn.svg(on_sheet())


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
            form(Field(says(N_("I will")), known.agreed.what, 2)),
            form(
                Field(says(N_("When")), when_words(known.agreed, paper)),
                Field(says(N_("Where")), known.agreed.where),
                in_pairs=True,
            ),
            form(Field(says(N_("Who can help")), known.agreed.helper)),
            boxes(paper, known.agreed_on, known.next_session),
        ],
        says(N_("My plan until next time")),
    )


def plan_slip(plan: PlanSlip, paper: Paper) -> Document:
    """The page for the fridge: what was agreed, or room to write it."""
    most, least = LETTERS_LARGE if _is_large(plan, paper) else LETTERS
    page = fitted(list(_page(plan, paper)), most=most, least=least)
    return Document(paper.says(N_("My plan")), [page], is_large=plan.is_large)


def plan_slips(plans: Sequence[PlanSlip], paper: Paper) -> tuple[Document, ...]:
    """A page for each plan. Who has none yet gets half a page to write one, where half a page holds it."""
    small = [one for one in plans if _fits_half(one, paper)]
    whole = [plan_slip(one, paper) for one in plans if one not in small]
    title = paper.says(N_("My plan"))
    return (*whole, *(Document(title, [halves(*(_half(one, paper) for one in pair))]) for pair in _pairs(small)))


def _is_large(plan: PlanSlip, paper: Paper) -> bool:
    return paper.is_large if plan.is_large is None else plan.is_large


def _fits_half(plan: PlanSlip, paper: Paper) -> bool:
    is_large = _is_large(plan, paper)
    is_short = len(plan.goal) <= HALF_GOAL and len(plan.crisis.texts) <= HALF_CRISIS
    return not plan.is_agreed and not is_large and is_short and len("".join(plan.crisis.words)) <= HALF_WORDS


def _pairs(plans: Sequence[PlanSlip]) -> list[tuple[PlanSlip, PlanSlip]]:
    """Two and two; the last one alone shares its page with a sheet for whoever comes."""
    spare = [replace(plans[-1], name="", goal="")] if len(plans) % 2 else []
    every = [*plans, *spare]
    return list(zip(every[::2], every[1::2], strict=True))


def _goal(plan: PlanSlip, paper: Paper) -> Block:
    """Their own goal on top; a long one in smaller letters, so that the plan stays on one page."""
    if not plan.goal:
        return heading(paper.says(N_("My plan")), 1)
    most = SHORT_GOAL // 2 if _is_large(plan, paper) else SHORT_GOAL
    return heading(plan.goal, 1, paper.says(N_("My goal")), is_small=len(plan.goal) > most)


def _half(plan: PlanSlip, paper: Paper) -> list[Block]:
    says = paper.says
    facts = ((N_("Next session"), _next_words(plan, paper)), (N_("Name"), plan.name))
    known = [(run(says(label) + ": "), run(value + "   ", is_strong=True)) for label, value in facts if value]
    return [
        _goal(plan, paper),
        box(list(_to_write(plan, paper)), says(N_("Until next time I will"))),
        crisis_box(plan.crisis, paper),
        paragraph(*chain.from_iterable(known)),
    ]


def _page(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    says = paper.says
    yield _goal(plan, paper)
    yield box(
        list(_agreed(plan, paper) if plan.is_agreed else _to_write(plan, paper)), says(N_("Until next time I will"))
    )
    if not plan.is_agreed:
        yield from _kinds(plan, paper)
    if plan.agreed.obstacle:
        yield beside([paragraph(*_if_then(plan, paper))], _drawing(plan, IF_THEN))
    yield spring()
    drawn = None if _is_large(plan, paper) else _drawing(plan, HELP)  # large letters need the whole width
    yield together(crisis_box(plan.crisis, paper, drawn), strip(_next_time(plan, paper)))


def _agreed(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    yield from (paragraph(run(line.strip(), True, True)) for line in plan.agreed.what.splitlines() if line.strip())
    if not plan.agreed.what:
        yield lines(2)
    known = [part for part in parts(plan.agreed, paper) if not part.is_if_then]
    fields = [Field(part.label, part.text, svg=plan.svg(part.drawing)) for part in known]
    code = plan_code(plan.agreed.day, plan.agreed.when, plan.zone, paper)
    if fields:
        yield beside([form(*fields)], code)
    yield boxes(paper, plan.agreed_on, plan.next_session, is_large=True)


def _to_write(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    says = paper.says
    yield lines(1)
    yield form(Field(says(N_("When"))), Field(says(N_("Where"))), in_pairs=True)
    yield boxes(paper, plan.agreed_on, plan.next_session)


def _kinds(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    """Something to point at for who does not find words for a plan."""
    found = [(plan.svg(name), paper.says(word)) for name, word in KINDS.items() if name in plan.drawings]
    if found:
        yield pictures(paper.says(N_("What kind of thing? Put a ring around it.")), found)


def _if_then(plan: PlanSlip, paper: Paper) -> Iterator[Block]:
    """``If …, then I will …``; a line stands for what is still to be thought of."""
    yield run(paper.says(N_("If")) + " ", is_strong=True)
    yield run(plan.agreed.obstacle.rstrip(" .") + ", ")
    yield run(paper.says(N_("then I will")) + " ", is_strong=True)
    yield run(plan.agreed.remedy or "_" * 24)


def _next_time(plan: PlanSlip, paper: Paper) -> list[Block]:
    """When the group meets next, with the owner's name so that a sheet left behind finds its way."""
    said, when = paper.says(N_("Next session")), _next_words(plan, paper)
    words = [paragraph(run(when, is_strong=True, is_large=True))] if when else [lines(1)]
    owner = " · ".join(filter(None, (plan.name, said)))
    return [beside([paragraph(run(owner)), *words], _drawing(plan, NEXT))]


def _drawing(plan: PlanSlip, name: str) -> Block | None:
    drawn = plan.drawings.get(name)
    return None if drawn is None else picture(drawn.svg(on_sheet()), drawn.text, DRAWING_MM)


def _next_words(plan: PlanSlip, paper: Paper) -> str:
    if plan.appointment is not None:
        return appointment_words(plan.appointment, paper)
    return paper.weekday(plan.next_session) if plan.next_session else ""
