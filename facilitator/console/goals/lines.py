"""The goal-tracking sheet as lines of a screen, and what Enter and the digits do on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.error import N_
from agenda.goal import (
    MOST_SHORT_TERM_GOALS,
    MOST_STEPS,
    SHORT_TERM_GOAL_LASTS,
    STEP_LASTS,
    Achieved,
    Goal,
    ShortTermGoal,
    Step,
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
    """One line: ``kind`` is goal, short-term, step, or one of these with ``new-`` before it."""

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


def goal_lines(goal: Goal | None, member: str, today: date) -> tuple[GoalLine, ...]:
    """The sheet from top to bottom, with a line for each thing that still has room; its day is the Rule of Six's."""
    six_months = six_months_after(today)
    if goal is None:
        words = _("+ a personal recovery goal, about six months")
        return (GoalLine("new-goal", member, words, begins=today, due=six_months),)
    words = _goal_words(goal)
    lines = [GoalLine("goal", goal.id, words, 0, goal.text, goal.how_known, begins=goal.set_on, due=goal.due)]
    for place, part in enumerate(goal.short_term_goals, 1):
        lines += _part(part, place, today)
    if len(goal.short_term_goals) < MOST_SHORT_TERM_GOALS and goal.achieved_on is None:
        words, due = _("+ a short-term goal, about six weeks"), today + SHORT_TERM_GOAL_LASTS
        lines.append(GoalLine("new-short-term", goal.id, words, 1, begins=today, due=due))
    if goal.achieved_on is not None:
        lines.append(GoalLine("new-goal", member, _("+ the next recovery goal"), begins=today, due=six_months))
    return tuple(lines)


def _part(part: ShortTermGoal, place: int, today: date) -> list[GoalLine]:
    words = f"{place}  {part.text}{_until(part.due)}{_got(part.achieved)}{_by(part.method)}"
    days = {"begins": part.starts, "due": part.due}
    lines = [GoalLine("short-term", part.id, words, 1, part.text, part.how_known, part.method, **days)]
    for step in part.steps:
        lines.append(GoalLine("step", step.id, _step_words(step), 2, step.text, begins=step.starts, due=step.due))
    if len(part.steps) < MOST_STEPS:
        words = _("+ a step, about six days")
        lines.append(GoalLine("new-step", part.id, words, 2, begins=today, due=today + STEP_LASTS))
    return lines


def _goal_words(goal: Goal) -> str:
    known = " · " + _("we will know: {how}").format(how=goal.how_known) if goal.how_known else ""
    done = " · " + _("achieved {day}").format(day=short_date(goal.achieved_on)) if goal.achieved_on else ""
    return f"{goal.text}{_until(goal.due)}{known}{done}"


def _step_words(step: Step) -> str:
    return f"· {step.text}{_until(step.due)}{_got(step.achieved)}"


def _until(day: date | None) -> str:
    return "" if day is None else " · " + _("until {day}").format(day=short_date(day))


def _got(achieved: Achieved | None) -> str:
    return "" if achieved is None else " · " + _("achieved: {how}").format(how=_(ACHIEVED_WORDS[achieved]))


def _by(method: str) -> str:
    return "" if not method else " · " + _("how: {method}").format(method=method)
