"""Builders with defaults: a record in memory, a group in it, a session of that group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from agenda.attendance import Attendance, Mode, Source, Status
from agenda.clock import ManualClock
from agenda.error import Refused
from agenda.group import Group
from agenda.ids import SeededIds
from agenda.record.connection import Record, connect
from agenda.record.keys.key_file import KdfCost
from agenda.record.practice.group import PracticeTexts
from agenda.record.rows import facilitator as facilitators
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.schema import migrate
from agenda.session import LessonGiven, PhaseKey, SessionKind

KEY = bytes(range(32))
CHEAP = KdfCost(memory_kib=8, passes=1, lanes=1)
"""Key derivation that costs nothing, for tests about something else."""

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TODAY = NOON.date()
"""A Tuesday; the group meets at 14:00 UTC."""
MEETS_AT = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)

NAMES = ("Ana", "Bruno", "Carla", "Davide", "Elif", "Farah", "Goran", "Hanna", "Ivo")
TEXTS = PracticeTexts("Robin", "RN", "Practice group", "a job", ("ill", "a visit"), "Ask how it went")
LESSON = LessonGiven(id="", lesson="abcdefgh", module="recovery-strategies", title="What recovery means")


@dataclass(frozen=True, slots=True)
class Room:
    """A session and what stands around it: the shortest way to say what a test is about."""

    record: Record
    clock: ManualClock
    group: str
    members: tuple[str, ...]
    session: str

    def pass_minutes(self, minutes: float) -> None:
        self.clock.advance(timedelta(minutes=minutes))

    def phase(self, key: PhaseKey) -> str:
        return next(p.id for p in sessions.planned_phases(self.record, self.session) if p.key is key)


def a_clock(start: datetime = NOON) -> ManualClock:
    return ManualClock(start)


def a_record(clock: ManualClock | None = None, *, seed: int = 1, path: Path | None = None) -> Record:
    """A new record with one facilitator, who is the one who writes; in memory unless a path is given."""
    ticking = clock or a_clock()
    db = connect(path, KEY, create=path is not None)
    migrate(db)
    record = Record(db, ticking, SeededIds(ticking, seed), path=path)
    record.facilitator = facilitators.add(record, "Robin", "RN")
    return record


def a_group(
    record: Record, *, name: str = "Tuesday", minutes: int = 60, zone: str = "UTC", interval_days: int = 7
) -> str:
    return groups.create(
        record,
        name,
        weekday=TODAY.weekday(),
        starts=time(14, 0),
        zone=zone,
        module="recovery-strategies",
        minutes=minutes,
        interval_days=interval_days,
    )


def some_members(record: Record, group: str, names: Sequence[str], *, begins: date = TODAY) -> tuple[str, ...]:
    return tuple(members.add(record, group, name, begins=begins) for name in names)


def a_session(
    record: Record | None = None,
    *,
    members: int = 4,
    started: bool = True,
    kind: SessionKind = SessionKind.USUAL,
    minutes: int = 60,
    lesson: LessonGiven | None = LESSON,
    late: timedelta = timedelta(),
) -> Room:
    """A session of a group with so many members, begun at its hour unless it is to wait."""
    kept = record or a_record()
    clock = kept.clock
    assert isinstance(clock, ManualClock)
    group = a_group(kept, minutes=minutes)
    people = some_members(kept, group, NAMES[:members])
    session = sessions.plan(kept, group, day=TODAY, kind=kind, lesson=lesson)
    if started:
        clock.advance(max(timedelta(), MEETS_AT + late - clock.now()))
        sessions.start(kept, session)
    return Room(kept, clock, group, people, session)


def an_attendance(
    status: Status = Status.UNKNOWN,
    *,
    arrived_at: datetime | None = None,
    mode: Mode = Mode.ROOM,
    out_since: datetime | None = None,
    digit: int = 1,
) -> Attendance:
    name, source = NAMES[digit - 1], None if status is Status.UNKNOWN else Source.CONSOLE
    return Attendance(
        f"a{digit}", "s", f"m{digit}", digit, name, status, arrived_at, mode, "", source, source is not None, out_since
    )


def a_group_value(*, weekday: int = 1, interval_days: int = 7, zone: str = "UTC", starts: time = time(14, 0)) -> Group:
    """A group as a value, in no record."""
    return Group("g", "Tuesday", weekday, starts, 60, interval_days, zone, "recovery-strategies")


def tables(record: Record, *, but: Sequence[str] = ("journal",)) -> dict[str, list[dict[str, Any]]]:
    """Every table row for row, for comparing before and after."""
    names = [name for name in record.db.table_names() if name not in (*but, "_sqlite_migrations")]
    return {name: record.rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in sorted(names)}


def assert_refused(sentence: str, *acts: Callable[[], object]) -> None:
    """Each of these is refused, in words that contain the sentence."""
    for act in acts:
        with pytest.raises(Refused, match=sentence):
            act()
