"""Whose goal is looked at today: reviews rotate among members (DOMAIN.md 3: A, D).

Never reviewed first, then longest since the last review held, then who joined first, then a fixed seed. Who is absent,
says "not today" or gives way to somebody else keeps their place, because only a review held moves anybody.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from agenda.instant import to_text

EVERYONE_WITHIN = timedelta(days=28)
USUAL_PER_SESSION = 2
NOT_TODAY_BEFORE_REST = 2
USUAL_REST = timedelta(days=28)


class Why(StrEnum):
    """Why somebody is proposed."""

    NEVER = "never"
    LONGEST = "longest"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member as the rotation sees them. ``last_held`` is when their last review was held."""

    member: str
    joined: date
    last_held: datetime | None
    here: bool = True
    """Here or not known yet; absent and excused are not."""
    resting: bool = False
    answer: str | None = None
    overridden: bool = False
    chosen: bool = False
    """Taken in by the facilitator instead of somebody proposed."""

    @property
    def can_be_asked(self) -> bool:
        return self.here and not self.resting and not self.overridden and self.answer != "not today"


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody to ask at the door, and why."""

    member: str
    why: Why
    last_held: datetime | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whom to ask today, and who comes next if one of them would rather not."""

    turns: tuple[Turn, ...]
    spare: Turn | None


def in_order(candidates: Iterable[Candidate], seed: str) -> tuple[Candidate, ...]:
    """All of them, who is first in line first; whether they can be asked today plays no part."""

    def place(one: Candidate) -> tuple[str, date, bytes]:
        lot = hashlib.sha256(f"{seed}/{one.member}".encode()).digest()
        return ("" if one.last_held is None else to_text(one.last_held), one.joined, lot)

    return tuple(sorted(candidates, key=place))


def proposal(candidates: Iterable[Candidate], count: int, seed: str) -> Proposal:
    """The first ``count`` who can be asked, those the facilitator chose among them, and a spare."""
    line = [one for one in in_order(candidates, seed) if one.can_be_asked]
    chosen = [one for one in line if one.chosen]
    others = [one for one in line if not one.chosen]
    asked = [*chosen, *others][: max(count, len(chosen))]
    rest = [one for one in others if one not in asked]
    return Proposal(tuple(map(_turn, asked)), _turn(rest[0]) if rest else None)


def _turn(one: Candidate) -> Turn:
    why = Why.CHOSEN if one.chosen else Why.NEVER if one.last_held is None else Why.LONGEST
    return Turn(one.member, why, one.last_held)


def needed_per_session(members: int, interval_days: int) -> int:
    """How many reviews a session everyone within 28 days takes: ceil(members x days between sessions / 28)."""
    return -(-members * interval_days // EVERYONE_WITHIN.days)


def rests_after(answers: Iterable[str | None]) -> bool:
    """Whether the last answers, oldest first, are enough "not today" in a row to let somebody rest for a while."""
    last = tuple(answers)[-NOT_TODAY_BEFORE_REST:]
    return len(last) == NOT_TODAY_BEFORE_REST and all(answer == "not today" for answer in last)
