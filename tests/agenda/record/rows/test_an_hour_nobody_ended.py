"""An hour that nobody ended is noticed when it is long over, and ends when it was over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.access import Access
from agenda.attendance import Status
from agenda.record.rows import access, attendance, hour, note, session
from agenda.record.rows.unended import LONG_OVER, ended_at, unended
from tests.builders import MEETS_AT, Room, a_session, assert_refused

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def minutes_told(room: Room) -> str:
    return note.notes(room.record, room.session)[0].sections[0].text


def test_it_is_noticed_two_hours_after_its_planned_end_and_not_before() -> None:
    room = a_session()
    assert unended(room.record, room.session) is None
    room.clock.advance(HOUR + LONG_OVER - MINUTE)
    assert unended(room.record, room.session) is None
    room.clock.advance(MINUTE)
    found = unended(room.record, room.session)
    assert found is not None
    assert found.planned == MEETS_AT + HOUR


def test_the_likely_ends_are_the_planned_one_and_the_last_thing_written() -> None:
    room = a_session()
    room.pass_minutes(52)
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    room.clock.advance(7 * 24 * HOUR)
    found = unended(room.record, room.session)
    assert found is not None
    assert (found.planned, found.last_written) == (MEETS_AT + HOUR, MEETS_AT + 52 * MINUTE)
    access.opened(room.record, Access.MEMBER_SHEET, room.members[0], session=room.session)
    assert unended(room.record, room.session) == found, "who only looks, a week later, writes nothing of the hour"


def test_a_week_later_it_ended_at_the_time_that_is_said_and_the_note_has_its_minutes() -> None:
    room = a_session()
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    first, second = session.planned_phases(room.record, room.session)[:2]
    room.pass_minutes(10)
    hour.begin_phase(room.record, room.session, second.id)
    room.clock.advance(7 * 24 * HOUR)
    hour.begin_phase(room.record, room.session, first.id)
    ended_at(room.record, room.session, MEETS_AT + HOUR)
    assert session.session(room.record, room.session).ended_at == MEETS_AT + HOUR
    runs = hour.hour(room.record, room.session).runs
    assert [(run.phase, run.ended_at) for run in runs] == [
        (first.id, MEETS_AT + 10 * MINUTE), (second.id, MEETS_AT + HOUR),
    ]  # fmt: skip
    assert "60 minutes" in minutes_told(room)
    assert_refused("not running", lambda: ended_at(room.record, room.session, MEETS_AT + HOUR))


def test_it_cannot_end_before_somebody_came_nor_in_the_time_to_come() -> None:
    room = a_session()
    room.pass_minutes(70)
    attendance.mark(room.record, room.session, room.members[0], Status.LATE)
    assert_refused("coming or going after", lambda: ended_at(room.record, room.session, MEETS_AT + HOUR))
    assert_refused("still to come", lambda: ended_at(room.record, room.session, MEETS_AT + 3 * HOUR))
    room.clock.advance(7 * 24 * HOUR)
    found = unended(room.record, room.session)
    assert found is not None
    assert found.planned is None, "what cannot be is not offered as planned"
    assert found.last_written == MEETS_AT + 70 * MINUTE
    ended_at(room.record, room.session, found.last_written)


@pytest.mark.parametrize("is_paused", [True, False])
def test_a_pause_that_was_never_over_ends_with_the_hour(is_paused: bool) -> None:
    room = a_session()
    room.pass_minutes(30)
    if is_paused:
        hour.pause(room.record, room.session)
    room.clock.advance(5 * HOUR)
    ended_at(room.record, room.session, MEETS_AT + HOUR)
    found = hour.hour(room.record, room.session)
    assert [pause.ended_at for pause in found.pauses] == ([MEETS_AT + HOUR] if is_paused else [])
    assert found.runs[-1].ended_at == MEETS_AT + HOUR
