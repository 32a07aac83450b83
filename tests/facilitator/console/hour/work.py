"""A group with a past to look back on: everyone took homework home last week, and some have a goal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.homework import Plan
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import goal as goals
from agenda.record.rows import homework as homeworks
from agenda.record.rows import session as sessions
from agenda.session import LessonGiven, SessionKind
from content.load import builtin_pack_folder, load_pack
from facilitator.console.calendar.next_session import given
from facilitator.language import locale
from tests.builders import MEETS_AT, TODAY, a_clock, a_group, a_record, some_members
from tests.facilitator.console.hour.hour import EIGHT, AnHour

WEEK = timedelta(days=7)
LAST_TIME = "Call a friend"
GOAL = "Work in a bakery"
WELCOME = LessonGiven("", "orwelc2a", "orientation", "Welcome to IMR")


def a_record_with_a_past(
    names: Sequence[str] = EIGHT,
    *,
    with_homework: int = 99,
    with_goals: int = 2,
    homework: str = LAST_TIME,
    absent: str | None = None,
) -> Record:
    """A session last week, where so many agreed homework; so many have a goal; it is 14:00, and the next can begin.

    With one ``absent`` that session was about the welcome.
    """
    clock = a_clock()
    clock.set_back(WEEK)
    record = a_record(clock)
    group = a_group(record)
    members = some_members(record, group, names, begins=TODAY - WEEK)
    welcome = WELCOME if absent else None
    before = sessions.plan(record, group, day=TODAY - WEEK, kind=SessionKind.FIRST, lesson=welcome)
    sessions.start(record, before)
    for name, member in zip(names, members, strict=True):
        attendances.mark(record, before, member, Status.ABSENT if name == absent else Status.HERE)
    for member in members[:with_homework]:
        homeworks.agree(record, before, member, Plan(homework, where="at home", day=TODAY - WEEK + timedelta(days=3)))
    for member in members[:with_goals]:
        goals.set_goal(record, member, GOAL, on=TODAY - WEEK)
    sessions.end(record, before)
    lesson = load_pack(builtin_pack_folder(locale())).lesson_named("what-recovery-means")
    sessions.plan(record, group, day=TODAY, kind=SessionKind.USUAL, lesson=given(lesson))
    assert isinstance(record.clock, ManualClock)
    record.clock.advance(MEETS_AT - record.clock.now())
    return record


def rows(hour: AnHour, table: str) -> list[dict[str, Any]]:
    """What the record holds of the session that is led, with the member's name beside each row."""
    return hour.workplace.record.rows(
        f"SELECT t.*, m.name FROM {table} t JOIN members m ON m.id = t.member_id WHERE t.session_id = ? ORDER BY t.id",
        hour.screen.session_id,
    )


def reviewed(hour: AnHour) -> dict[str, str]:
    """Name and status of each homework looked back on in this session."""
    found = hour.workplace.record.rows(
        "SELECT m.name, r.status FROM homework_reviews r JOIN homework h ON h.id = r.homework_id "
        "JOIN members m ON m.id = h.member_id WHERE r.session_id = ?",
        hour.screen.session_id,
    )
    return {row["name"]: row["status"] for row in found}
