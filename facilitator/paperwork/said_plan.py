"""A plan as it was agreed, word for word, in one paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.error import N_
from agenda.homework import Plan
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, run


@dataclass(frozen=True, slots=True)
class SaidPlan:
    """What somebody said they would do. ``what`` is empty where their own words were not written down."""

    what: str
    day: date | None = None
    when: str = ""
    where: str = ""
    obstacle: str = ""
    remedy: str = ""
    helper: str = ""


def as_said(plan: Plan) -> SaidPlan:
    """The plan of a homework."""
    return SaidPlan(plan.what, plan.day, plan.when, plan.where, plan.obstacle, plan.remedy, plan.helper)


def plan_words(plan: SaidPlan, paper: Paper) -> list[Block]:
    """What first, then each thing that is known, behind its name."""
    says = paper.says
    what = plan.what or says(N_("something of their own; the words were not written down"))
    known = (
        (says(N_("When")), ", ".join(filter(None, (paper.weekday(plan.day) if plan.day else "", plan.when)))),
        (says(N_("Where")), plan.where),
        (says(N_("What could get in the way")), plan.obstacle),
        (says(N_("Then I will")), plan.remedy),
        (says(N_("Who can help")), plan.helper),
    )
    return [run(what), *(one for label, value in known if value for one in _labelled(label, value))]


def _labelled(label: str, value: str) -> tuple[Block, Block]:
    return run(f" · {label}: ", is_strong=True), run(value)
