"""Homework: agreed at the end of a session, looked back on at the next one the member attends (docs/domain.md 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum


class HomeworkStatus(StrEnum):
    """What became of it; nobody asked is no row at all."""

    DONE = "done"
    SOME = "some"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True)
class Plan:
    """A specific plan: what, on which day, when, where, what could get in the way, what then, who can help.

    Only ``what`` is ever required. ``day`` is a day of their own, ``when`` words about it. ``remedy`` is what they will
    do if ``obstacle`` comes; ``foreseen`` says that they were asked what could come, whether or not anything did to
    mind. ``in_own_words`` says that they will do something of their own which nobody has written down yet; ``what``
    is empty then.
    """

    what: str
    when: str = ""
    where: str = ""
    obstacle: str = ""
    helper: str = ""
    in_own_words: bool = False
    day: date | None = None
    remedy: str = ""
    foreseen: bool = False

    @property
    def has_been_foreseen(self) -> bool:
        """Whether they were asked what could get in the way; words about it say so too."""
        return self.foreseen or bool(self.obstacle)


PLAN_WORDS = tuple(one.name for one in fields(Plan) if one.type == "str")
"""The parts of a plan that somebody types; the record keeps each under the same name."""
NO_PLAN = Plan("")
OWN_WORDS = Plan("", in_own_words=True)
"""Something of their own, its words to be written later."""


@dataclass(frozen=True, slots=True)
class HomeworkReview:
    """Looking back: what was done, what got in the way, what would be different."""

    id: str
    session: str
    status: HomeworkStatus
    obstacle: str = ""
    differently: str = ""


@dataclass(frozen=True, slots=True)
class Homework:
    """What one member took home from one session; ``lesson`` is set where it is for a lesson they missed."""

    id: str
    session: str
    member: str
    plan: Plan
    option: int | None = None
    lesson: str | None = None
    dropped_in: str | None = None
    review: HomeworkReview | None = None


def nobody_did_it(answers: Iterable[HomeworkStatus]) -> bool:
    """Whether half or more of those asked say not yet: then the task was too big (docs/design.md 6)."""
    given = tuple(answers)
    return bool(given) and 2 * sum(1 for one in given if one is HomeworkStatus.NOT_YET) >= len(given)
