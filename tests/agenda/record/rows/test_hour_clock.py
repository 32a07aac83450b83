"""The start moved back, and the laptop's clock set back while the hour runs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.attendance import Status
from agenda.error import Refused
from agenda.record.rows import attendance, hour, session
from agenda.session import PhaseKey
from tests.agenda.record.rows.test_hour import move_to, on, spent
from tests.builders import MEETS_AT, a_session

HOUR = timedelta(hours=1)


def test_started_five_minutes_ago_moves_the_start_and_those_who_are_here_since() -> None:
    room = a_session(late=timedelta(minutes=5))
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    attendance.mark(room.record, room.session, room.members[1], Status.LATE)
    hour.started_earlier(room.record, room.session, 5)
    found = hour.hour(room.record, room.session)
    assert found.session.started_at == found.runs[0].began_at == MEETS_AT
    arrivals = [a.arrived_at for a in attendance.roster(room.record, room.session)]
    assert arrivals[:2] == [MEETS_AT, MEETS_AT + timedelta(minutes=5)]


def test_the_start_stays_once_the_first_phase_is_over() -> None:
    room = a_session()
    with pytest.raises(Refused):
        hour.started_earlier(room.record, room.session, 0)
    move_to(room, PhaseKey.HOMEWORK)
    with pytest.raises(Refused, match="first phase is over"):
        hour.started_earlier(room.record, room.session, 5)


def test_a_clock_set_back_changes_no_length_of_the_hour() -> None:
    room = a_session()
    move_to(room, PhaseKey.HOMEWORK)
    room.pass_minutes(2)
    hour.pause(room.record, room.session)
    room.pass_minutes(3)
    hour.resume(room.record, room.session)
    before = hour.hour(room.record, room.session).at(room.clock.now())
    room.clock.set_back(HOUR)
    hour.clock_set_back(room.record, room.session, HOUR)
    after = hour.hour(room.record, room.session).at(room.clock.now())
    assert after.phases == before.phases
    assert after.left == before.left
    assert after.end_at == before.end_at - HOUR


def test_after_a_clock_set_back_the_hour_goes_on_and_nothing_is_negative() -> None:
    room = a_session()
    move_to(room, PhaseKey.HOMEWORK)
    room.pass_minutes(10)
    room.clock.set_back(HOUR)
    hour.clock_set_back(room.record, room.session, HOUR)
    attendance.mark(room.record, room.session, room.members[0], Status.LATE)
    attendance.out_or_back(room.record, room.session, room.members[0])
    room.pass_minutes(5)
    attendance.out_or_back(room.record, room.session, room.members[0])
    move_to(room, PhaseKey.LESSON)
    hour.take_back(room.record, room.session)
    assert on(room) is PhaseKey.HOMEWORK
    hour.pause(room.record, room.session)
    room.pass_minutes(5)
    session.end(room.record, room.session)
    assert spent(room) == {PhaseKey.WELCOME: 0, PhaseKey.HOMEWORK: 15}
    spans = room.record.rows(
        "SELECT began_at AS a, ended_at AS b FROM phase_runs UNION ALL SELECT began_at, ended_at FROM pauses "
        "UNION ALL SELECT out_at, back_at FROM absences_in_session UNION ALL SELECT started_at, ended_at FROM sessions"
    )
    assert all(span["a"] <= span["b"] for span in spans)
    ana = attendance.roster(room.record, room.session)[0]
    assert ana.arrived_at == MEETS_AT + timedelta(minutes=10)


def test_a_clock_is_only_set_back_by_some_time() -> None:
    room = a_session()
    with pytest.raises(Refused, match="not set back"):
        hour.clock_set_back(room.record, room.session, timedelta())


def test_a_clock_set_back_by_less_than_a_millisecond_is_not_lost() -> None:
    room = a_session()
    hour.clock_set_back(room.record, room.session, timedelta(microseconds=1))
    assert session.session(room.record, room.session).clock_shift == timedelta(milliseconds=1)
