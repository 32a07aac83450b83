"""The goal-tracking sheet as lines of a screen, and what Enter and the digits do on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from agenda.error import N_
from agenda.goal import (
    MOST_SHORT_TERM_GOALS,
    MOST_STEPS,
    SHORT_TERM_GOAL_LASTS,
    STEP_LASTS,
    Achieved,
    Goal,
    ShortTermGoal,
    six_months_after,
)
from facilitator.language import _, short_date

ACHIEVED_WORDS = {
    Achieved.FULLY: N_("fully"),
    Achieved.PARTIALLY: N_("partially"),
    Achieved.NOT_AT_ALL: N_("not at all"),
}


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One line: ``kind`` is goal, short-term, step, or one of these with ``new-`` before it.

    ``words`` are what it says, ``until`` and ``came_of`` its columns, ``more`` what stands below it.
    """

    kind: str
    row: str
    """The row it stands for; of a new one, the row it belongs to."""
    words: str
    depth: int = 0
    text: str = ""
    how_known: str = ""
    method: str = ""
    begins: date | None = None
    due: date | None = None
    until: str = ""
    is_overdue: bool = False
    """Its day is past and nobody has said how far it got."""
    came_of: str = ""
    more: tuple[str, ...] = ()


def goal_lines(goal: Goal | None, member: str, today: date) -> tuple[GoalLine, ...]:
    """The sheet from top to bottom, with a line for each thing that still has room; its day is the Rule of Six's."""
    six_months = six_months_after(today)
    if goal is None:
        words = _("+ a personal recovery goal, about six months")
        return (GoalLine("new-goal", member, words, begins=today, due=six_months),)
    lines = [
        GoalLine(
            "goal", goal.id, goal.text, 0, goal.text, goal.how_known, begins=goal.set_on, due=goal.due,
            **_days(goal.due, goal.achieved_on, today),
            more=_more(_("we will know: {how}"), goal.how_known),
        )
    ]  # fmt: skip
    for place, part in enumerate(goal.short_term_goals, 1):
        lines += _part(part, place, today)
    if len(goal.short_term_goals) < MOST_SHORT_TERM_GOALS and goal.achieved_on is None:
        words, due = _("+ a short-term goal, about six weeks"), today + SHORT_TERM_GOAL_LASTS
        lines.append(GoalLine("new-short-term", goal.id, words, 1, begins=today, due=due))
    if goal.achieved_on is not None:
        lines.append(GoalLine("new-goal", member, _("+ the next recovery goal"), begins=today, due=six_months))
    return tuple(lines)


def _part(part: ShortTermGoal, place: int, today: date) -> list[GoalLine]:
    lines = [
        GoalLine(
            "short-term", part.id, f"{place}  {part.text}", 1, part.text, part.how_known, part.method,
            begins=part.starts, due=part.due, came_of=_came_of(part.achieved),
            **_days(part.due, part.achieved, today),
            more=_more(_("how: {method}"), part.method),
        )
    ]  # fmt: skip
    for step in part.steps:
        lines.append(
            GoalLine(
                "step", step.id, f"· {step.text}", 2, step.text, begins=step.starts, due=step.due,
                came_of=_came_of(step.achieved), **_days(step.due, step.achieved, today),
            )
        )  # fmt: skip
    if len(part.steps) < MOST_STEPS:
        words = _("+ a step, about six days")
        lines.append(GoalLine("new-step", part.id, words, 2, begins=today, due=today + STEP_LASTS))
    return lines


class _Days(TypedDict):
    until: str
    is_overdue: bool


def _days(due: date | None, settled: date | Achieved | None, today: date) -> _Days:
    if isinstance(settled, date):
        return _Days(until=_("achieved {day}").format(day=short_date(settled)), is_overdue=False)
    if due is None:
        return _Days(until="", is_overdue=False)
    is_overdue = due < today and settled is None
    words = _("was due {day}") if is_overdue else _("until {day}")
    return _Days(until=words.format(day=short_date(due)), is_overdue=is_overdue)


def _came_of(achieved: Achieved | None) -> str:
    return "" if achieved is None else _(ACHIEVED_WORDS[achieved])


def _more(words: str, text: str) -> tuple[str, ...]:
    return (words.format(how=text, method=text),) if text else ()
