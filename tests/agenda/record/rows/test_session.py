"""Sessions: planned, of every kind, started once, ended once, cancelled."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agenda.attendance import Status
from agenda.error import Refused
from agenda.member import MembershipStatus
from agenda.record.rows import attendance, group, hour, session
from agenda.record.rows import member as members
from agenda.session import LessonGiven, PhaseKey, SessionKind, standard_minutes
from tests.builders import LESSON, MEETS_AT, TODAY, a_group, a_record, a_session, assert_refused, tables

WEEK = timedelta(days=7)
HELD = [kind for kind in SessionKind if kind is not SessionKind.CANCELLED]


@pytest.mark.parametrize("kind", HELD)
def test_a_session_of_any_kind_is_laid_out_and_can_be_held(kind: SessionKind) -> None:
    room = a_session(kind=kind, members=1 if kind is SessionKind.ONE else 3)
    phases = session.planned_phases(room.record, room.session)
    assert {p.key: p.minutes for p in phases} == standard_minutes(kind, 60)
    for phase in phases[1:]:
        room.pass_minutes(phase.minutes)
        hour.begin_phase(room.record, room.session, phase.id)
    session.end(room.record, room.session)
    found = session.session(room.record, room.session)
    assert (found.kind, found.running) == (kind, False)
    assert found.ended_at is not None


def test_a_session_is_planned_at_the_groups_hour_with_its_own_minutes_and_a_copy_of_the_lesson() -> None:
    record = a_record()
    made = a_group(record)
    group.set_phase_minutes(record, made, SessionKind.USUAL, PhaseKey.GOALS, 4)
    planned = session.plan(record, made, day=TODAY, kind=SessionKind.USUAL, lesson=LESSON, locale="it")
    found = session.session(record, planned)
    assert (found.number, found.day, found.planned_at, found.locale) == (1, TODAY, MEETS_AT, "it")
    assert (found.started_at, found.running) == (None, False)
    assert {p.key: p.minutes for p in session.planned_phases(record, planned)}[PhaseKey.GOALS] == 4
    given = session.lesson_of(record, planned)
    assert given is not None
    assert (given.lesson, given.module, given.title) == (LESSON.lesson, LESSON.module, LESSON.title)
    assert (given.pages_from, given.pages_to) == (None, None)


def test_a_session_without_a_lesson_has_none() -> None:
    room = a_session(lesson=None)
    assert session.lesson_of(room.record, room.session) is None
    hour.page_shown(room.record, room.session, 1)


def test_sessions_are_numbered_and_a_cancelled_one_gives_its_number_up() -> None:
    record = a_record()
    made = a_group(record)
    first = session.plan(record, made, day=TODAY, kind=SessionKind.FIRST)
    session.cancel(record, first, "snow")
    second = session.plan(record, made, day=TODAY + WEEK, kind=SessionKind.FIRST)
    assert session.session(record, first).number is None
    assert session.session(record, second).number == 1
    assert session.planned_phases(record, first) == ()
    assert record.rows("SELECT reason FROM sessions WHERE id = ?", first) == [{"reason": "snow"}]


def test_a_cancelled_session_is_not_started_nor_planned_again() -> None:
    room = a_session(started=False)
    session.cancel(room.record, room.session)
    before = tables(room.record, but=())
    assert_refused(
        "cancelled",
        lambda: session.start(room.record, room.session),
        lambda: session.cancel(room.record, room.session),
        lambda: session.replan(room.record, room.session, kind=SessionKind.SMALL),
        lambda: session.choose_lesson(room.record, room.session, LESSON),
    )
    assert tables(room.record, but=()) == before
    assert session.next_session(room.record, room.group) is None


def test_nobody_plans_a_cancelled_session() -> None:
    room = a_session(started=False)
    with pytest.raises(Refused):
        session.plan(room.record, room.group, day=TODAY, kind=SessionKind.CANCELLED)
    with pytest.raises(Refused):
        session.replan(room.record, room.session, kind=SessionKind.CANCELLED)


def test_kind_and_lesson_may_change_until_the_start_and_not_after() -> None:
    room = a_session(started=False)
    session.replan(room.record, room.session, kind=SessionKind.CLOSING)
    other = LessonGiven("", "ijklmnop", "coping-stress", "Stress")
    session.choose_lesson(room.record, room.session, other)
    assert session.session(room.record, room.session).kind is SessionKind.CLOSING
    assert {p.key: p.minutes for p in session.planned_phases(room.record, room.session)} == standard_minutes(
        SessionKind.CLOSING, 60
    )
    given = session.lesson_of(room.record, room.session)
    assert given is not None
    assert given.lesson == "ijklmnop"
    session.start(room.record, room.session)
    assert_refused(
        "has begun",
        lambda: session.replan(room.record, room.session, kind=SessionKind.SMALL),
        lambda: session.choose_lesson(room.record, room.session, LESSON),
        lambda: session.cancel(room.record, room.session),
        lambda: session.start(room.record, room.session),
    )


def test_the_start_fixes_who_is_expected_each_of_them_unknown() -> None:
    room = a_session(members=3)
    members.add(room.record, room.group, "Late", begins=TODAY)
    members.change_status(room.record, room.members[0], MembershipStatus.SUSPENDED, begins=TODAY)
    roster = attendance.roster(room.record, room.session)
    assert [(a.digit, a.name, a.status) for a in roster] == [
        (1, "Ana", Status.UNKNOWN),
        (2, "Bruno", Status.UNKNOWN),
        (3, "Carla", Status.UNKNOWN),
    ]
    assert all((a.arrived_at, a.source, a.confirmed) == (None, None, False) for a in roster)


def test_who_is_suspended_on_the_day_is_not_on_the_roster() -> None:
    room = a_session(members=3, started=False)
    members.change_status(room.record, room.members[1], MembershipStatus.SUSPENDED, begins=TODAY)
    session.start(room.record, room.session)
    assert [a.name for a in attendance.roster(room.record, room.session)] == ["Ana", "Carla"]


def test_the_start_puts_the_first_phase_on_and_the_facilitator_in_the_lead() -> None:
    room = a_session()
    running = hour.hour(room.record, room.session)
    assert running.phase is not None
    assert running.phase.key is PhaseKey.WELCOME
    assert running.session.running
    staff = room.record.rows("SELECT name, role, facilitator_id FROM session_staff")
    assert staff == [{"name": "Robin", "role": "lead", "facilitator_id": room.record.facilitator}]


def test_one_session_of_a_group_runs_at_a_time() -> None:
    room = a_session()
    second = session.plan(room.record, room.group, day=TODAY + WEEK, kind=SessionKind.USUAL)
    with pytest.raises(Refused, match="still running"):
        session.start(room.record, second)
    other = a_group(room.record, name="Other")
    session.start(room.record, session.plan(room.record, other, day=TODAY, kind=SessionKind.USUAL))
    session.end(room.record, room.session)
    session.start(room.record, second)


def test_the_end_ends_whatever_is_on() -> None:
    room = a_session()
    hour.pause(room.record, room.session)
    room.pass_minutes(30)
    session.end(room.record, room.session)
    found = hour.hour(room.record, room.session)
    ended = MEETS_AT + timedelta(minutes=30)
    assert [found.runs[0].ended_at, found.pauses[0].ended_at] == [ended, ended]
    assert found.session.ended_at == ended


def test_a_session_ends_once_and_only_after_it_began() -> None:
    room = a_session(started=False)
    with pytest.raises(Refused, match="not running"):
        session.end(room.record, room.session)
    session.start(room.record, room.session)
    session.end(room.record, room.session)
    room.pass_minutes(60)
    with pytest.raises(Refused, match="not running"):
        session.end(room.record, room.session)


def test_the_next_session_is_the_one_running_or_the_first_not_yet_held() -> None:
    room = a_session()
    later = session.plan(room.record, room.group, day=TODAY + WEEK, kind=SessionKind.USUAL)
    earlier = session.plan(room.record, room.group, day=TODAY - WEEK, kind=SessionKind.USUAL)

    def following() -> str | None:
        found = session.next_session(room.record, room.group)
        return None if found is None else found.id

    assert following() == room.session
    session.end(room.record, room.session)
    assert following() == earlier
    session.cancel(room.record, earlier)
    assert following() == later
    assert [s.id for s in session.sessions(room.record, room.group)] == [earlier, room.session, later]


def test_the_next_day_follows_the_last_one_and_skips_closed_days_and_the_past() -> None:
    record = a_record()
    made = a_group(record)
    assert session.next_day(record, made, TODAY + timedelta(days=1)) == TODAY + WEEK
    session.cancel(record, session.plan(record, made, day=TODAY, kind=SessionKind.USUAL))
    assert session.next_day(record, made, TODAY) == TODAY + WEEK
    group.close_date(record, made, TODAY + WEEK)
    assert session.next_day(record, made, TODAY) == TODAY + 2 * WEEK
    assert session.next_day(record, made, date(2027, 6, 1)) == date(2027, 6, 1)


def test_a_session_that_is_not_there_is_refused() -> None:
    record = a_record()
    assert_refused("no such session", lambda: session.session(record, "none"), lambda: session.start(record, "none"))
