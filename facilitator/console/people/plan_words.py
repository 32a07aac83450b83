"""A plan in words: in one line, part by part, and as lines to type."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agenda.homework import Plan
from facilitator.console.parts.ask_words import Words
from facilitator.console.people.homework_marks import what_of
from facilitator.language import _, long_date


def said(plan: Plan) -> str:
    """A plan in one line."""
    return " · ".join(part for part in (what_of(plan), when_and_where(plan)) if part)


def in_parts(plan: Plan) -> str:
    """What, then when and where, then what if something gets in the way: a line each."""
    return "\n".join(part for part in (what_of(plan), when_and_where(plan), if_then(plan)) if part)


def when_and_where(plan: Plan) -> str:
    """``Thursday 26 November, after lunch, the library``, as far as it is known."""
    day = long_date(plan.day) if plan.day is not None else ""
    return ", ".join(part for part in (day, plan.when, plan.where) if part)


def if_then(plan: Plan) -> str:
    """What they will do if something gets in the way."""
    if plan.obstacle and plan.remedy:
        return _("If: {obstacle} Then: {remedy}").format(obstacle=plan.obstacle, remedy=plan.remedy)
    return _("If: {obstacle}").format(obstacle=plan.obstacle) if plan.obstacle else ""


def plan_words(plan: Plan) -> tuple[Words, ...]:
    """A plan as lines to type; words that were left for later start empty."""
    return (
        Words("what", _("What"), plan.what),
        Words("when", _("When"), plan.when),
        Words("where", _("Where"), plan.where),
        *if_then_words(plan),
        Words("helper", _("Who can help"), plan.helper),
    )


def if_then_words(plan: Plan) -> tuple[Words, ...]:
    """The two lines of ``If …, then I will …``."""
    return (
        Words("obstacle", _("If … (what could get in the way)"), plan.obstacle),
        Words("remedy", _("then I will …"), plan.remedy),
    )


def plan_of_words(plan: Plan, texts: dict[str, str]) -> Plan:
    """The plan with what was typed in some of these lines. An empty line about what could come is no answer to it."""
    typed: dict[str, Any] = dict(texts)
    return replace(plan, **typed, in_own_words=False)
