"""The goal-tracking sheet: one recovery goal, three short-term goals, four steps each at most (docs/domain.md 4: D)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from agenda.rotation import Answer

MOST_SHORT_TERM_GOALS = 3
MOST_STEPS = 4
SHORT_TERM_GOAL_LASTS = timedelta(weeks=6)
STEP_LASTS = timedelta(days=6)
GOAL_MONTHS = 6


class Achieved(StrEnum):
    """How far something got."""

    FULLY = "fully"
    PARTIALLY = "partially"
    NOT_AT_ALL = "not at all"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of about six days."""

    id: str
    text: str
    starts: date | None = None
    due: date | None = None
    achieved: Achieved | None = None


@dataclass(frozen=True, slots=True)
class ShortTermGoal:
    """A short-term goal of about six weeks; ``method`` says how and what comes next."""

    id: str
    text: str
    how_known: str = ""
    starts: date | None = None
    due: date | None = None
    reviewed_on: date | None = None
    achieved: Achieved | None = None
    method: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """A personal recovery goal of about six months, in the member's own words."""

    id: str
    member: str
    text: str
    how_known: str
    set_on: date
    due: date | None = None
    modified_on: date | None = None
    achieved_on: date | None = None
    short_term_goals: tuple[ShortTermGoal, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalReview:
    """One member's turn in one session. ``answer`` is what they said at the door: today, not today, or nothing yet."""

    id: str
    session: str
    member: str
    proposed: bool
    why: str
    answer: Answer | None
    overridden: bool
    held: bool
    at: datetime
    achieved: Achieved | None = None
    helped: str = ""
    next_step: str = ""


def six_months_after(day: date) -> date:
    """The same day six months later, the last of the month where that month is shorter (Rule of Six's: D)."""
    month = day.month - 1 + GOAL_MONTHS
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))
