"""Over forty sessions each homework is reviewed, dropped by choice, kept, or open, and shown until it is done with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.homework import Homework, HomeworkStatus, Plan
from agenda.member import MembershipStatus
from agenda.record.connection import Record
from agenda.record.rows import attendance, homework, member, session
from agenda.record.undo import undo
from agenda.session import SessionKind
from tests.agenda.record.rows.weeks import ever_agreed
from tests.builders import TODAY, a_clock, a_group, a_record, some_members
from tests.laws import tried

SESSIONS, MEMBERS = 40, 3
STATUSES = tuple(HomeworkStatus)
Plans = dict[str, list[str]]
"""By member: the ids of what they still have before them, oldest first."""


class Fate(Enum):
    """Where every homework ever agreed is."""

    REVIEWED = auto()
    DROPPED = auto()
    KEPT = auto()
    """The member has not been here since; it comes first when they are."""
    OPEN = auto()


def fate_of(agreed: Homework, attended_since: bool) -> Fate:
    """Where it is now, given whether the member was at a later session."""
    if agreed.dropped_in is not None:
        return Fate.DROPPED
    if agreed.review is not None:
        return Fate.REVIEWED
    return Fate.OPEN if attended_since else Fate.KEPT


@dataclass
class Course:
    """A group over forty weeks, and what the test itself knows of everybody's homework."""

    clock: ManualClock = field(default_factory=a_clock)
    record: Record = field(init=False)
    group: str = field(init=False)
    members: tuple[str, ...] = field(init=False)
    before_them: Plans = field(init=False)
    fates: dict[str, Fate] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    shown: dict[str, Plans] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.record = a_record(self.clock)
        self.group = a_group(self.record)
        self.members = some_members(self.record, self.group, ("Ana", "Bea", "Cem")[:MEMBERS])
        self.before_them = {member: [] for member in self.members}

    def week(self, number: int, choices: list[int]) -> None:
        day = TODAY + timedelta(weeks=number)
        for one, choice in zip(self.members, choices, strict=True):
            self._belongs(one, choice % 8 != 7, day)
        here_now = session.plan(self.record, self.group, day=day, kind=SessionKind.USUAL)
        self._shows_everything(here_now, day)
        session.start(self.record, here_now)
        self._shows_everything(here_now, day)
        self.shown[here_now] = {one: list(self.before_them[one]) for one in self._expected(day)}
        for one, choice in zip(self.members, choices, strict=True):
            if choice % 8 != 7:
                self._meet(here_now, one, choice)
        session.end(self.record, here_now)
        self.clock.advance(timedelta(weeks=1))

    def _belongs(self, one: str, wanted: bool, day: date) -> None:
        status = MembershipStatus.ACTIVE if wanted else MembershipStatus.SUSPENDED
        if member.periods(self.record, one)[-1].status is not status:
            member.change_status(self.record, one, status, begins=day)

    def _expected(self, day: date) -> tuple[str, ...]:
        return tuple(found.id for found in member.expected(self.record, self.group, day))

    def _shows_everything(self, here_now: str, day: date) -> None:
        """Each one that is not done with, of everyone expected, oldest first, and nothing else."""
        due = homework.due(self.record, here_now)
        wanted = {one: self.before_them[one] for one in self._expected(day) if self.before_them[one]}
        assert {one: [found.id for found in plans] for one, plans in due.items()} == wanted
        assert all(found.plan.what == self.texts[found.id] for plans in due.values() for found in plans)

    def _meet(self, here_now: str, one: str, choice: int) -> None:
        """One member's hour: away or here; looks back, drops, or is not asked; agrees on something, or does not."""
        if choice % 8 == 6:
            attendance.mark(self.record, here_now, one, (Status.ABSENT, Status.EXCUSED)[choice // 8 % 2])
        else:
            attendance.mark(self.record, here_now, one, Status.HERE)
            for place, known in enumerate(tuple(self.before_them[one])):
                self._look_back(here_now, one, known, choice // 8 + place)
        for lesson in (None, "missed")[: choice // 64 % 3]:
            self._agree(here_now, one, lesson, taken_back=choice % 5 == 0)

    def _look_back(self, here_now: str, one: str, known: str, choice: int) -> None:
        kind = choice % 6
        if kind < 3:
            homework.review(self.record, here_now, known, STATUSES[kind])
            if choice % 7 == 0:  # said again, differently
                homework.review(self.record, here_now, known, HomeworkStatus.SOME, obstacle="rain")
        elif kind == 3:
            homework.drop(self.record, here_now, known)
        else:
            homework.review(self.record, here_now, known, HomeworkStatus.DONE)
            (undo if kind == 4 else lambda r, s: homework.unreview(r, s, known))(self.record, here_now)
            return
        self.before_them[one].remove(known)
        self.fates[known] = Fate.DROPPED if kind == 3 else Fate.REVIEWED

    def _agree(self, here_now: str, one: str, lesson: str | None, *, taken_back: bool) -> None:
        first = homework.agree(self.record, here_now, one, Plan("Walk"), option=1, lesson=lesson)
        text = f"Walk {len(self.texts)}"
        assert homework.agree(self.record, here_now, one, Plan(text), lesson=lesson) == first
        if taken_back:
            homework.drop(self.record, here_now, first)
            self.fates[first] = Fate.DROPPED
        else:
            self.before_them[one].append(first)
        self.texts[first] = text

    def check(self) -> Counter[Fate]:
        """What is stored is what was agreed, each with one fate; no later session changed what an earlier showed."""
        attended = {one: self._last_attended(one) for one in self.members}
        found: Counter[Fate] = Counter()
        stored = [plan for one in self.members for plan in ever_agreed(self.record, self.group, one)]
        assert {plan.id: plan.plan.what for plan in stored} == self.texts
        for plan in stored:
            fate = fate_of(plan, attended[plan.member] > session.session(self.record, plan.session).day)
            done_with = plan.id not in self.before_them[plan.member]
            assert fate is self.fates[plan.id] if done_with else fate in (Fate.OPEN, Fate.KEPT)
            found[fate] += 1
        for held, plans in self.shown.items():
            due = homework.due(self.record, held)
            now = {one: [plan.id for plan in due.get(one, ())] for one in plans}
            dropped_there = {plan.id for plan in stored if plan.dropped_in == held}
            assert now == {one: [p for p in known if p not in dropped_there] for one, known in plans.items()}
        return found

    def _last_attended(self, one: str) -> date:
        days = [
            session.session(self.record, held).day
            for held in self.shown
            for row in attendance.roster(self.record, held)
            if row.member == one and row.status.present
        ]
        return max(days, default=TODAY)


CHOICES = st.lists(st.integers(0, 8 * 8 * 3 * 5), min_size=MEMBERS, max_size=MEMBERS)


@pytest.mark.slow
@settings(
    max_examples=tried(25),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(weeks=st.lists(CHOICES, min_size=SESSIONS, max_size=SESSIONS))
def test_every_homework_is_reviewed_dropped_kept_or_open_and_shown_until_then(weeks: list[list[int]]) -> None:
    course = Course()
    for number, choices in enumerate(weeks):
        course.week(number, choices)
    course.check()
    course.record.db.close()


def test_in_one_long_course_every_fate_comes_about() -> None:
    course = Course()
    for number in range(SESSIONS):
        course.week(number, [(number * 37 + place * 91 + number**2) % 960 for place in range(MEMBERS)])
    assert set(course.check()) == set(Fate)
