"""Watches a course of sessions and says where the rotation broke its rules, by bookkeeping of its own, without sorting.

The bound is that of docs/domain.md 3: with k reviews held a session, a member is reviewed at the latest in the
ceil(n/k)-th counting session after their last review, n being everyone who belonged to the group meanwhile. A session
counts for a member if they were here when reviews were held, were not resting and did not say "not today", and every
review held was one the rotation proposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

Pair = tuple[str, str]


@dataclass
class Waiting:
    """One member since their last review: how many sessions counted, and who was in the group meanwhile."""

    counted: int = 0
    meanwhile: set[str] = field(default_factory=set)


@dataclass
class RotationWatch:
    """What one course has shown so far. ``held_in`` is the number of the session of the last review."""

    reviews: int
    joined: dict[str, date] = field(default_factory=dict)
    held_in: dict[str, int] = field(default_factory=dict)
    waiting: dict[str, Waiting] = field(default_factory=dict)
    lots: set[Pair] = field(default_factory=set)
    late: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    longest_share: float = 0.0
    """Of the sessions the bound allows, the most that somebody needed."""
    reviews_held: int = 0

    def joins(self, member: str, day: date) -> None:
        self.joined.setdefault(member, day)
        self.waiting.setdefault(member, Waiting())

    def comes_before(self, one: str, other: str) -> bool | None:
        """Whether one has the older claim by the three rules; none where only the lot can tell."""
        mine, theirs = self.held_in.get(one), self.held_in.get(other)
        if mine != theirs:
            return theirs is not None if mine is None else theirs is not None and mine < theirs
        if self.joined[one] != self.joined[other]:
            return self.joined[one] < self.joined[other]
        return None

    def check_order(self, number: int, first: Sequence[str], after: Sequence[str]) -> None:
        """Each of ``first`` was put before each later one of them and each of ``after``; the lot may never change."""
        for place, one in enumerate(first):
            for other in (*first[place + 1 :], *after):
                if not self._may_stand_before(one, other):
                    self.out_of_order.append(f"session {number}: {one} before {other}")

    def _may_stand_before(self, one: str, other: str) -> bool:
        earlier = self.comes_before(one, other)
        if earlier is None:
            self.lots.add((one, other))
            return (other, one) not in self.lots
        return earlier

    def session_held(
        self, number: int, belong: Sequence[str], free: Sequence[str], held: Sequence[str], *, overridden: bool = False
    ) -> None:
        """Reviews were held. ``free`` were here, did not rest and did not decline; the others keep their place."""
        for member in belong:
            self.waiting[member].meanwhile.update(belong)
        for member in free:
            waiting = self.waiting[member]
            waiting.counted += not overridden
            bound = -(-len(waiting.meanwhile) // self.reviews)
            self.longest_share = max(self.longest_share, waiting.counted / bound)
            if waiting.counted > bound or (waiting.counted == bound and member not in held and not overridden):
                self.late.append(f"session {number}: {member} waits {waiting.counted} of {bound}")
        self.reviews_held += len(held)
        for member in held:
            self.held_in[member] = number
            self.waiting[member] = Waiting()
