"""A plan in words: in one line, and as lines to type."""

from __future__ import annotations

from agenda.homework import Plan
from facilitator.console.parts.ask_words import Words
from facilitator.console.people.homework_marks import what_of
from facilitator.language import _


def said(plan: Plan) -> str:
    """A plan in one line."""
    return " · ".join(part for part in (what_of(plan), plan.when, plan.where) if part)


def plan_words(plan: Plan) -> tuple[Words, ...]:
    """A plan as lines to type; words that were left for later start empty."""
    return (
        Words("what", _("What"), plan.what),
        Words("when", _("When"), plan.when),
        Words("where", _("Where"), plan.where),
        Words("obstacle", _("What could get in the way"), plan.obstacle),
        Words("helper", _("Who can help"), plan.helper),
    )


def plan_of_words(texts: dict[str, str]) -> Plan:
    """What was typed there."""
    return Plan(texts["what"], texts["when"], texts["where"], texts["obstacle"], texts["helper"])
