"""A group that met a week ago and meets again today, its lessons those of the curriculum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.homework import Plan
from agenda.member import Member
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import homework as homeworks
from agenda.record.rows import hour
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.session import LessonGiven, LessonPart, Session, SessionKind
from content.load import builtin_pack_folder, load_pack
from tests.builders import MEETS_AT, TODAY, a_clock, a_group, a_record, some_members

WEEK = timedelta(days=7)
PLAN = Plan("Walk to the lake", "after work", "at the lake", "rain", "my sister", remedy="take the bus")


@dataclass(frozen=True, slots=True)
class TwoWeeks:
    """The record with the session that was held, in which Ana was there and Bruno was not, and the one to come."""

    record: Record
    clock: ManualClock
    group: str
    ana: str
    bruno: str
    held: str
    coming: str

    def session(self, session_id: str) -> Session:
        return sessions.session(self.record, session_id)

    def member(self, member_id: str) -> Member:
        return next(one for one in members.members(self.record, self.group, TODAY) if one.id == member_id)


def a_lesson(slug: str) -> LessonGiven:
    entry = load_pack(builtin_pack_folder()).lesson_named(slug)
    return LessonGiven("", entry.id, entry.module, entry.title)


def two_weeks(*, shown: int = 4, part: LessonPart | None = None, away: bool = True) -> TwoWeeks:
    """So many pages of the first lesson were shown."""
    clock = a_clock(MEETS_AT - WEEK)
    record = a_record(clock)
    group = a_group(record)
    last = TODAY - WEEK
    ana, bruno = some_members(record, group, ("Ana", "Bruno"), begins=last)
    held = sessions.plan(
        record, group, day=last, kind=SessionKind.USUAL, lesson=a_lesson("what-recovery-means"), part=part
    )
    sessions.start(record, held)
    attendances.mark(record, held, ana, Status.HERE)
    attendances.mark(record, held, bruno, Status.ABSENT if away else Status.HERE)
    for page in range(1, shown + 1):
        hour.page_shown(record, held, page)
    homeworks.agree(record, held, ana, PLAN)
    clock.advance(timedelta(hours=1))
    sessions.end(record, held)
    coming = sessions.plan(record, group, day=TODAY, kind=SessionKind.USUAL, lesson=a_lesson("areas-of-life"))
    return TwoWeeks(record, clock, group, ana, bruno, held, coming)
