"""The practice group: eight made-up members with a past, so that anybody can lead an hour at once.

Everything is written through the same verbs as a real group's record, on a clock turned by hand, so that the same
seed and date give the same record, journal included.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.ids import SeededIds
from agenda.member import MembershipStatus
from agenda.record import opening
from agenda.record.connection import Record
from agenda.record.keys.key_file import USUAL_COST, KdfCost
from agenda.record.practice.texts import PracticeLesson
from agenda.record.practice.texts import PracticeTexts as PracticeTexts
from agenda.record.practice.work import PracticeWork
from agenda.record.rows import attendance, follow_up, group, homework, hour, member, session
from agenda.session import PhaseKey, SessionKind

PAST_SESSIONS = 6
USUAL_START = time(14, 0)


PEOPLE = (
    ("Ana", "Ana Ferri"),
    ("Bruno", "Bruno Okafor"),
    ("Carla", "Carla Lindqvist"),
    ("Davide", "Davide Moretti"),
    ("Elif", "Elif Kaya"),
    ("Farah", "Farah Haddad"),
    ("Goran", "Goran Petrov"),
    ("Hanna", "Hanna Weber"),
)
SUSPENDED, SUSPENDED_IN = 3, (3, 4)
"""The fourth member took a job during sessions 3 and 4 (docs/domain.md 1: suspension and return)."""
NEWCOMER, JOINED_AT = 7, 4


def make_practice_record(
    path: Path,
    passphrase: str,
    texts: PracticeTexts,
    lessons: Sequence[PracticeLesson],
    *,
    seed: int,
    today: date,
    zone: str,
    starts: time = USUAL_START,
    cost: KdfCost = USUAL_COST,
) -> Record:
    """A new record at ``path`` with the practice group, open for writing; today's session is ready to start."""
    first = today - timedelta(weeks=PAST_SESSIONS)
    clock = ManualClock(datetime.combine(first, time(9, 0), ZoneInfo(zone)) - timedelta(days=1))
    record, _code = opening.create_record(
        path,
        passphrase,
        name=texts.facilitator,
        credentials=texts.credentials,
        clock=clock,
        ids=SeededIds(clock, seed),
        cost=cost,
    )
    work = PracticeWork(record, texts, seed, today)
    _Practice(record, clock, texts, lessons, random.Random(seed), work).write(today, zone, starts)  # noqa: S311
    return record


class _Practice:
    """Writes the past of one group."""

    def __init__(
        self,
        record: Record,
        clock: ManualClock,
        texts: PracticeTexts,
        lessons: Sequence[PracticeLesson],
        chance: random.Random,
        work: PracticeWork,
    ) -> None:
        self.record, self.clock, self.texts, self.lessons, self.chance = record, clock, texts, lessons, chance
        self.work = work
        self.members: list[str] = []
        """In the order of PEOPLE."""

    def write(self, today: date, zone: str, starts: time) -> None:
        first = today - timedelta(weeks=PAST_SESSIONS)
        group_id = group.create(
            self.record,
            self.texts.group,
            weekday=today.weekday(),
            starts=starts,
            zone=zone,
            module=self.lessons[-1].given.module if self.lessons else "",
        )
        for place in range(len(PEOPLE)):
            if place != NEWCOMER:
                self._add(group_id, place, first)
        for number in range(1, PAST_SESSIONS + 1):
            day = first + timedelta(weeks=number - 1)
            self._changes_before(group_id, number, day)
            self._hold(group_id, number, day)
        self._at(today, zone, time())
        self._plan(group_id, PAST_SESSIONS + 1, today, SessionKind.USUAL)

    def _plan(self, group_id: str, number: int, day: date, kind: SessionKind) -> str:
        lesson = self._lesson(number)
        return session.plan(self.record, group_id, day=day, kind=kind, lesson=lesson.given if lesson else None)

    def _add(self, group_id: str, place: int, begins: date) -> None:
        name, full_name = PEOPLE[place]
        number = f"P-{1001 + place}"
        new = member.add(self.record, group_id, name, begins=begins, full_name=full_name, record_number=number)
        self.members.append(new)

    def _changes_before(self, group_id: str, number: int, day: date) -> None:
        if number == SUSPENDED_IN[0]:
            status = MembershipStatus.SUSPENDED
            member.change_status(self.record, self.members[SUSPENDED], status, begins=day, reason=self.texts.job)
        if number == SUSPENDED_IN[-1] + 1:
            member.change_status(self.record, self.members[SUSPENDED], MembershipStatus.ACTIVE, begins=day)
        if number == JOINED_AT:
            self._add(group_id, NEWCOMER, day)

    def _lesson(self, number: int) -> PracticeLesson | None:
        """Today's session has the last lesson handed in, the ones before it in their order; the first may repeat."""
        if not self.lessons:
            return None
        return self.lessons[max(0, len(self.lessons) - 1 - (PAST_SESSIONS + 1 - number))]

    def _at(self, day: date, zone: str, moment: time) -> None:
        wanted = datetime.combine(day, moment, ZoneInfo(zone))
        self.clock.advance(max(timedelta(), wanted - self.clock.now()))

    def _minutes(self, low: int, high: int) -> None:
        self.clock.advance(timedelta(minutes=self.chance.randint(low, high), seconds=self.chance.randint(0, 59)))

    def _hold(self, group_id: str, number: int, day: date) -> None:
        kind = SessionKind.FIRST if number == 1 else SessionKind.USUAL
        planned = self._plan(group_id, number, day, kind)
        found = session.session(self.record, planned)
        self.clock.advance(max(timedelta(), found.planned_at - self.clock.now()))
        self._minutes(0, 2)
        session.start(self.record, planned)
        self._take_attendance(planned)
        if number == PAST_SESSIONS:
            self._somebody_is_away(planned)
        self.work.during(PhaseKey.WELCOME, planned, number, self.members, self._lesson(number))
        for phase in session.planned_phases(self.record, planned)[1:]:
            self._minutes(phase.minutes // 2, phase.minutes // 2 + 3)
            hour.begin_phase(self.record, planned, phase.id)
            if phase.key is PhaseKey.LESSON:
                for page in (1, 2, 3, 4):
                    hour.page_shown(self.record, planned, page)
            self.work.during(phase.key, planned, number, self.members, self._lesson(number))
        self._minutes(4, 6)
        session.end(self.record, planned)
        if number == PAST_SESSIONS:
            self.work.rest_at_last(planned, self.members)
            text = self.texts.follow_up
            follow_up.add(self.record, planned, text, member=self.members[4], who=self.texts.facilitator, by=day)

    def _take_attendance(self, planned: str) -> None:
        for person in attendance.roster(self.record, planned):
            draw = self.chance.random()
            self.clock.advance(timedelta(seconds=self.chance.randint(2, 9)))
            if draw < 0.78:
                attendance.mark(self.record, planned, person.member, Status.HERE)
            elif draw < 0.86:
                attendance.mark(self.record, planned, person.member, Status.LATE)
            elif draw < 0.95:
                reason = self.chance.choice(self.texts.excuses)
                attendance.mark(self.record, planned, person.member, Status.EXCUSED, reason=reason)
            else:
                attendance.mark(self.record, planned, person.member, Status.ABSENT)

    def _somebody_is_away(self, planned: str) -> None:
        """So that today one homework is kept from an absence: unless chance saw to it, one who has some is excused."""
        due = homework.due(self.record, planned)
        with_homework = [a for a in attendance.roster(self.record, planned) if a.member in due]
        if with_homework and all(a.status.present for a in with_homework):
            one = with_homework[-1].member
            attendance.mark(self.record, planned, one, Status.EXCUSED, reason=self.texts.excuses[0])
