"""A plan as it was agreed, word for word: in one paragraph, and part by part for the page of one's own."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.error import N_
from agenda.homework import Plan
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, run

WHEN, WHERE, WHO = "plan-when", "plan-where", "plan-who"
"""Drawings of the parts of a plan, by their names in a pack."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that may be known of a plan, behind its name."""

    label: str
    text: str
    drawing: str = ""
    is_if_then: bool = False
    """Of the sentence ``If …, then I will …``."""


def parts(plan: Plan, paper: Paper) -> list[Part]:
    """What is known besides what they will do."""
    says = paper.says
    every = (
        Part(says(N_("When")), when_words(plan, paper), WHEN),
        Part(says(N_("Where")), plan.where, WHERE),
        Part(says(N_("What could get in the way")), plan.obstacle, is_if_then=True),
        Part(says(N_("Then I will")), plan.remedy, is_if_then=True),
        Part(says(N_("Who can help")), plan.helper, WHO),
    )
    return [part for part in every if part.text]


def when_words(plan: Plan, paper: Paper) -> str:
    """A day of their own, and the words about it."""
    day = paper.weekday(plan.day) if plan.day else ""
    return ", ".join(filter(None, (day, plan.when)))


def plan_words(plan: Plan, paper: Paper) -> list[Block]:
    """What first, then each thing that is known; what their own words were may not be written down."""
    what = plan.what or paper.says(N_("something of their own; the words were not written down"))
    return [run(what), *(one for part in parts(plan, paper) for one in _labelled(part))]


def _labelled(part: Part) -> tuple[Block, Block]:
    return run(f" · {part.label}: ", is_strong=True), run(part.text)
