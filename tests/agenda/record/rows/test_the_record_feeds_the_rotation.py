"""The rotation law once more, through the record's verbs: what is stored must come back to the rotation rightly."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.member import MembershipStatus
from agenda.record.connection import Record
from agenda.record.rows import attendance, goal, member, session, turn
from agenda.rotation import Answer
from agenda.session import SessionKind
from tests.agenda.rotation_watch import RotationWatch
from tests.builders import NAMES, TODAY, a_clock, a_group, a_record
from tests.laws import tried

COURSES = tried(60)
REFUSED = (MembershipStatus.SUSPENDED, MembershipStatus.LEFT)


@dataclass
class RecordedCourse:
    """A group over some weeks, led with the verbs the console uses."""

    number: int
    chance: random.Random = field(init=False)
    watch: RotationWatch = field(init=False)
    record: Record = field(init=False)
    clock: ManualClock = field(init=False)
    group: str = field(init=False)
    active: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)
    declined: dict[str, int] = field(default_factory=dict)
    rests_until: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.number)
        self.clock = a_clock()
        self.record = a_record(self.clock, seed=self.number)
        self.group = a_group(self.record)
        self.watch = RotationWatch(reviews=self.chance.choice((1, 2, 2, 3)))
        turn.set_reviews(self.record, self.group, self.watch.reviews)

    def play(self) -> RotationWatch:
        for _ in range(self.chance.randint(2, 7)):
            self._join(0)
        for number in range(self.chance.randint(8, 14)):
            self._change_members(number)
            self._hold(number)
            self.clock.advance(timedelta(weeks=1))
        return self.watch

    def _join(self, number: int) -> None:
        day = TODAY + timedelta(weeks=number)
        new = member.add(self.record, self.group, NAMES[len(self.watch.joined)], begins=day)
        goal.set_goal(self.record, new, "A flat", on=day)
        self.active.append(new)
        self.watch.joins(new, day)

    def _change_members(self, number: int) -> None:
        day = TODAY + timedelta(weeks=number)
        if self.chance.random() < 0.15 and len(self.watch.joined) < len(NAMES):
            self._join(number)
        for one in list(self.active):
            if number and self.chance.random() < 0.06:
                member.change_status(self.record, one, self.chance.choice(REFUSED), begins=day)
                self._move(one, self.active, self.away)
        for one in list(self.away):
            if self.chance.random() < 0.3:
                member.change_status(self.record, one, MembershipStatus.ACTIVE, begins=day)
                self._move(one, self.away, self.active)

    def _move(self, one: str, source: list[str], target: list[str]) -> None:
        source.remove(one)
        target.append(one)

    def _hold(self, number: int) -> None:
        day = TODAY + timedelta(weeks=number)
        here_now = session.plan(self.record, self.group, day=day, kind=SessionKind.USUAL)
        session.start(self.record, here_now)
        free = self._mark(here_now, number) - self._ask(here_now, number)
        turns = [found.member for found in turn.proposed(self.record, here_now).turns]
        assert set(turns) <= free
        assert len(turns) == min(self.watch.reviews, len(free))
        self.watch.check_order(number, turns, sorted(free - set(turns)))
        for one in turns:
            turn.hold(self.record, here_now, one)
        reviews = turn.reviews_in(self.record, here_now)
        assert {one for one, review in reviews.items() if review.held} == set(turns)
        assert all(review.proposed and not review.overridden for review in reviews.values())
        if turns:
            self.watch.session_held(number, self.active, sorted(free), turns)
        session.end(self.record, here_now)

    def _mark(self, here_now: str, number: int) -> set[str]:
        """Mark everyone; who is here and does not rest."""
        here = set()
        for one in self.active:
            status = self.chance.choice((*[Status.HERE] * 5, Status.LATE, Status.ABSENT, Status.EXCUSED))
            attendance.mark(self.record, here_now, one, status)
            if status.present and self.rests_until.get(one, 0) <= number:
                here.add(one)
        return here

    def _ask(self, here_now: str, number: int) -> set[str]:
        """Ask whom the record proposes until enough have said today; who declined."""
        answers: dict[str, Answer] = {}
        while asked := [t.member for t in turn.proposed(self.record, here_now).turns if t.member not in answers]:
            one = asked[0]
            answers[one] = turn.TODAY if self.chance.random() < 0.7 else turn.NOT_TODAY
            until = turn.answer(self.record, here_now, one, answers[one])
            self.declined[one] = self.declined.get(one, 0) + 1 if answers[one] == turn.NOT_TODAY else 0
            assert (until is not None) == (self.declined[one] == 2)
            if until is not None:
                self.declined[one], self.rests_until[one] = 0, number + 4
        return {one for one, said in answers.items() if said == turn.NOT_TODAY}


@pytest.mark.slow
@pytest.mark.parametrize("block", range(4))
def test_nobody_waits_longer_than_the_bound(block: int) -> None:
    late, out_of_order, reviews = [], [], 0
    for number in range(block, COURSES, 4):
        watch = RecordedCourse(number).play()
        late += [f"course {number}, {line}" for line in watch.late]
        out_of_order += [f"course {number}, {line}" for line in watch.out_of_order]
        reviews += watch.reviews_held
    assert not late
    assert not out_of_order
    assert reviews > tried(100)
