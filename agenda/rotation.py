"""Whose goal is looked at today: reviews rotate among members (docs/domain.md 3: A, D).

Never reviewed first, then longest since the last review held, then who joined first, then a fixed seed. Who is absent,
says "not today" or gives way to somebody else keeps their place, because only a review held moves anybody. Who said
"today" stays in, whoever comes late: nobody is asked and then sent away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import assert_never

EVERYONE_WITHIN = timedelta(days=28)
NOT_TODAY_BEFORE_REST = 2
USUAL_REST = timedelta(days=28)

_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


class Answer(StrEnum):
    """What somebody says when asked; nobody asked is no answer at all."""

    TODAY = "today"
    NOT_TODAY = "not today"


TODAY, NOT_TODAY = Answer.TODAY, Answer.NOT_TODAY


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
    answer: Answer | None = None
    overridden: bool = False
    """Gave way to somebody chosen; the first to be asked if one of the others would rather not."""
    chosen: bool = False
    """Taken in by the facilitator instead of somebody proposed."""

    @property
    def can_be_asked(self) -> bool:
        """Here and willing as far as anybody knows; who rests is not asked, but may say "today" unasked."""
        match self.answer:
            case Answer.TODAY:
                return self.here
            case Answer.NOT_TODAY:
                return False
            case None:
                return self.here and (not self.resting or self.chosen)
            case _:
                assert_never(self.answer)

    @property
    def is_certain(self) -> bool:
        return self.chosen or self.answer is Answer.TODAY


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


@dataclass(frozen=True, slots=True)
class Pace:
    """How many reviews a session a group has chosen, and how many everyone within 28 days would take."""

    chosen: int
    needed: int

    @property
    def is_enough(self) -> bool:
        return self.chosen >= self.needed


def in_order(candidates: Iterable[Candidate], seed: str) -> tuple[Candidate, ...]:
    """All of them, who is first in line first; whether they can be asked today plays no part."""

    def place(one: Candidate) -> tuple[bool, datetime, date, bytes]:
        return (one.last_held is not None, one.last_held or _BEFORE_ALL, one.joined, _lot(seed, one.member))

    return tuple(sorted(candidates, key=place))


@lru_cache(maxsize=4096)
def _lot(seed: str, member: str) -> bytes:
    return hashlib.sha256(f"{seed}/{member}".encode()).digest()


def proposal(candidates: Iterable[Candidate], count: int, seed: str) -> Proposal:
    """The first ``count`` who can be asked, and a spare.

    Those the facilitator chose and those who said "today" are among them in any case, the chosen ones first.
    """
    line = [one for one in in_order(candidates, seed) if one.can_be_asked]
    certain = [one for one in line if one.is_certain]
    open_places = max(0, count - len(certain))
    others = [one for one in line if not one.is_certain]
    asked = {one.member for one in (*certain, *others[:open_places])}
    chosen_first = sorted((one for one in line if one.member in asked), key=lambda one: not one.chosen)
    return Proposal(tuple(map(_turn, chosen_first)), next(map(_turn, others[open_places:]), None))


def overridden_out(candidates: Iterable[Candidate], count: int, seed: str) -> frozenset[str]:
    """Who would be asked if nobody had been chosen instead of them."""
    found = tuple(candidates)
    kept = {turn.member for turn in proposal(found, count, seed).turns}
    as_it_was = tuple(replace(one, chosen=False, answer=None) if one.chosen else one for one in found)
    return frozenset(turn.member for turn in proposal(as_it_was, count, seed).turns) - kept


def _turn(one: Candidate) -> Turn:
    return Turn(one.member, Why.CHOSEN if one.chosen else why_in_line(one), one.last_held)


def why_in_line(one: Candidate) -> Why:
    """Why the rotation would propose them."""
    return Why.NEVER if one.last_held is None else Why.LONGEST


def needed_per_session(members: int, interval_days: int) -> int:
    """How many reviews a session everyone within 28 days takes: ceil(members x days between sessions / 28)."""
    return -(-members * interval_days // EVERYONE_WITHIN.days)


def rests_after(answers: Iterable[Answer | None]) -> bool:
    """Whether the last answers, oldest first, are enough "not today" in a row to let somebody rest for a while."""
    last = tuple(answers)[-NOT_TODAY_BEFORE_REST:]
    return len(last) == NOT_TODAY_BEFORE_REST and all(answer is Answer.NOT_TODAY for answer in last)
