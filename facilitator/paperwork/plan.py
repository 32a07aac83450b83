"""The plan until next time: what, when, where, which days, what may get in the way, who helps (docs/domain.md 3: A)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.error import N_
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, Document, Field, box, days, form, heading


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


def plan_box(paper: Paper, known: PlanSlip) -> Block:
    """The frame a member fills in, or the plan that was agreed: a box for each day to tick, and the step after it."""
    says = paper.says
    return box(
        [
            form(
                Field(says(N_("I will")), known.what, 2),
                Field(says(N_("When")), ", ".join(filter(None, (paper.day(known.day), known.when)))),
                Field(says(N_("Where")), known.where),
            ),
            days(says(N_("Done on")), paper.week(), says(N_("not ticked"))),
            form(
                Field(says(N_("What could get in the way")), known.obstacle, 2),
                *([Field(says(N_("Then I will")), known.remedy)] if known.remedy else []),
                Field(says(N_("Who can help")), known.helper),
                Field(says(N_("My next step")), lines=2),
                Field(says(N_("Next session")), paper.day(known.next_session)),
            ),
        ],
        says(N_("My plan until next time")),
    )


def plan_slip(plan: PlanSlip, paper: Paper) -> Document:
    """A page for one member, to be handed over folded."""
    title = paper.says(N_("My plan"))
    facts = form(
        Field(paper.says(N_("Name")), plan.name),
        Field(paper.says(N_("Agreed on")), paper.day(plan.agreed_on)),
    )
    return Document(title, [heading(title, 1, plan.lesson), facts, plan_box(paper, plan)], mark=title)
