"""A random course: people join, leave, are away, decline, rest; the product proposes, the watch looks on."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from agenda.rotation import NOT_TODAY, TODAY, Answer, Candidate, proposal
from tests.agenda.rotation_watch import RotationWatch

FIRST_DAY = date(2026, 1, 6)
MOST = 9
REST_SESSIONS = 4


def day_of(number: int) -> date:
    return FIRST_DAY + timedelta(weeks=number)


def held_at(number: int) -> datetime:
    return datetime.combine(day_of(number), time(14), UTC)


@dataclass
class Course:
    """One group over some weeks, made from one number."""

    number: int
    chance: random.Random = field(init=False)
    watch: RotationWatch = field(init=False)
    here_often: float = field(init=False)
    willing: float = field(init=False)
    active: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)
    """Suspended, or left and perhaps to return."""
    declined: dict[str, int] = field(default_factory=dict)
    rests_until: dict[str, int] = field(default_factory=dict)
    decisions: int = 0

    def __post_init__(self) -> None:
        self.chance = random.Random(self.number)
        self.watch = RotationWatch(reviews=self.chance.choice((1, 1, 2, 2, 2, 3, 4)))
        self.here_often = self.chance.choice((0.5, 0.8, 0.9, 1.0))
        self.willing = self.chance.choice((0.4, 0.7, 0.9, 1.0))

    def play(self) -> RotationWatch:
        for _ in range(self.chance.randint(1, 8)):
            self._join(0)
        for number in range(self.chance.randint(6, 24)):
            self._change_members(number)
            if self.chance.random() < 0.93:  # else the hour was needed for something else, or the group did not meet
                self._hold(number)
        return self.watch

    def _join(self, number: int) -> None:
        if len(self.watch.joined) < MOST:
            member = f"m{len(self.watch.joined)}-{self.chance.getrandbits(16)}"
            self.active.append(member)
            self.watch.joins(member, day_of(number))

    def _change_members(self, number: int) -> None:
        while self.chance.random() < 0.12:
            self._join(number)
        for member in self.chance.sample(self.active, k=len(self.active)):
            if self.chance.random() < 0.05:
                self.active.remove(member)
                self.away.append(member)
        for member in list(self.away):
            if self.chance.random() < 0.25:
                self.away.remove(member)
                self.active.append(member)
        for member in self.active:
            if self.chance.random() < 0.02:  # a rest agreed without being asked
                self.rests_until[member] = number + self.chance.randint(1, 6)

    def _hold(self, number: int) -> None:
        here = {member for member in self.active if self.chance.random() < self.here_often}
        resting = {member for member in self.active if self.rests_until.get(member, 0) > number}
        answers: dict[str, Answer] = {}
        asked = True
        while asked:
            found = proposal(self._candidates(here, resting, answers), self.watch.reviews, str(self.number))
            self.decisions += 1
            turns = [turn.member for turn in found.turns]
            asked = False
            for member in turns:
                if member not in answers:
                    answers[member] = TODAY if self.chance.random() < self.willing else NOT_TODAY
                    asked = True
        self._remember(number, answers)
        free = [m for m in self.active if m in here and m not in resting and answers.get(m) != NOT_TODAY]
        assert set(turns) <= set(free)
        assert len(turns) == min(self.watch.reviews, len(free))
        rest = [member for member in free if member not in turns]
        assert (found.spare is None) == (not rest)
        first = turns if found.spare is None else [*turns, found.spare.member]
        self.watch.check_order(number, first, [member for member in rest if member not in first])
        if turns:
            self.watch.session_held(number, self.active, free, turns)

    def _candidates(self, here: set[str], resting: set[str], answers: dict[str, Answer]) -> list[Candidate]:
        held_in = self.watch.held_in
        return [
            Candidate(
                member,
                self.watch.joined[member],
                held_at(held_in[member]) if member in held_in else None,
                here=member in here,
                resting=member in resting,
                answer=answers.get(member),
            )
            for member in self.chance.sample(self.active, k=len(self.active))
        ]

    def _remember(self, number: int, answers: dict[str, Answer]) -> None:
        for member, said in answers.items():
            self.declined[member] = self.declined.get(member, 0) + 1 if said == NOT_TODAY else 0
            if self.declined[member] == 2:
                self.declined[member] = 0
                self.rests_until[member] = number + REST_SESSIONS
