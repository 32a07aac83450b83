"""What happens to a running session: phases, pauses, minutes, pages, the laptop's clock."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.error import Refused
from agenda.record.rows import hour, session
from agenda.session import PhaseKey
from tests.builders import MEETS_AT, Room, a_session, assert_refused, tables

HOUR = timedelta(hours=1)


def keys(room: Room) -> list[PhaseKey]:
    return [p.key for p in session.planned_phases(room.record, room.session)]


def on(room: Room) -> PhaseKey | None:
    phase = hour.hour(room.record, room.session).phase
    return None if phase is None else phase.key


def move_to(room: Room, key: PhaseKey) -> None:
    hour.begin_phase(room.record, room.session, room.phase(key))


def spent(room: Room) -> dict[PhaseKey, float]:
    times = hour.hour(room.record, room.session).at(room.clock.now()).phases
    return {t.phase.key: t.spent / timedelta(minutes=1) for t in times if t.begun}


def test_moving_on_ends_one_phase_and_begins_the_next() -> None:
    room = a_session()
    room.pass_minutes(6)
    move_to(room, PhaseKey.HOMEWORK)
    room.pass_minutes(4)
    assert on(room) is PhaseKey.HOMEWORK
    assert spent(room) == {PhaseKey.WELCOME: 6, PhaseKey.HOMEWORK: 4}


def test_going_back_to_a_phase_adds_to_its_time() -> None:
    room = a_session()
    for key in (PhaseKey.HOMEWORK, PhaseKey.WELCOME, PhaseKey.HOMEWORK):
        room.pass_minutes(3)
        move_to(room, key)
    assert spent(room) == {PhaseKey.WELCOME: 6, PhaseKey.HOMEWORK: 3}
    assert len(hour.hour(room.record, room.session).runs) == 4


def test_a_phase_may_begin_at_an_instant_already_past_but_not_before_the_one_it_follows() -> None:
    room = a_session()
    room.pass_minutes(10)
    hour.begin_phase(room.record, room.session, room.phase(PhaseKey.HOMEWORK), at=MEETS_AT + timedelta(minutes=7))
    assert spent(room) == {PhaseKey.WELCOME: 7, PhaseKey.HOMEWORK: 3}
    hour.begin_phase(room.record, room.session, room.phase(PhaseKey.GOALS), at=MEETS_AT)
    assert spent(room) == {PhaseKey.WELCOME: 7, PhaseKey.HOMEWORK: 0, PhaseKey.GOALS: 3}


def test_a_phase_opened_by_mistake_is_as_if_it_had_never_been_on() -> None:
    room = a_session()
    before = tables(room.record)
    move_to(room, PhaseKey.LAST_SESSION)
    room.pass_minutes(0.5)
    hour.take_back(room.record, room.session)
    assert tables(room.record) == before
    assert spent(room) == {PhaseKey.WELCOME: 0.5}
    with pytest.raises(Refused, match="first phase"):
        hour.take_back(room.record, room.session)


def test_a_break_comes_after_the_phase_that_is_on_and_begins_at_once() -> None:
    room = a_session()
    move_to(room, PhaseKey.LESSON)
    hour.take_break(room.record, room.session, 10)
    assert on(room) is PhaseKey.BREAK
    assert keys(room)[keys(room).index(PhaseKey.BREAK) - 1] is PhaseKey.LESSON
    assert hour.hour(room.record, room.session).at(room.clock.now()).left == timedelta(minutes=10)
    move_to(room, PhaseKey.LESSON)
    assert on(room) is PhaseKey.LESSON


def test_two_breaks_keep_their_places() -> None:
    room = a_session()
    hour.take_break(room.record, room.session, 5)
    move_to(room, PhaseKey.LESSON)
    hour.take_break(room.record, room.session, 5)
    found = keys(room)
    assert [place for place, key in enumerate(found) if key is PhaseKey.BREAK] == [1, 7]
    assert len(found) == 10


def test_a_break_taken_by_mistake_is_gone() -> None:
    room = a_session()
    before = keys(room)
    hour.take_break(room.record, room.session, 5)
    hour.take_back(room.record, room.session)
    assert keys(room) == before
    assert on(room) is PhaseKey.WELCOME


def test_a_break_lasts_from_one_minute_to_an_hour() -> None:
    room = a_session()
    for minutes in (0, 61, -5):
        with pytest.raises(Refused, match="from 1 to 60"):
            hour.take_break(room.record, room.session, minutes)


def test_a_pause_is_charged_to_nobody() -> None:
    room = a_session()
    room.pass_minutes(2)
    hour.pause(room.record, room.session)
    with pytest.raises(Refused, match="paused already"):
        hour.pause(room.record, room.session)
    room.pass_minutes(9)
    hour.resume(room.record, room.session)
    hour.resume(room.record, room.session)
    room.pass_minutes(1)
    assert spent(room) == {PhaseKey.WELCOME: 3}
    at = hour.hour(room.record, room.session).at(room.clock.now())
    assert at.end_at == MEETS_AT + timedelta(minutes=69)


def test_minutes_are_given_and_taken_but_never_more_than_there_are() -> None:
    room = a_session()
    welcome, goals = room.phase(PhaseKey.WELCOME), room.phase(PhaseKey.GOALS)
    hour.change_minutes(room.record, room.session, welcome, 10, taken_from=goals)
    before = tables(room.record, but=())
    with pytest.raises(Refused, match="no minutes left"):
        hour.change_minutes(room.record, room.session, welcome, 1, taken_from=goals)
    with pytest.raises(Refused, match="no minutes left"):
        hour.change_minutes(room.record, room.session, welcome, -16)
    with pytest.raises(Refused, match="no such phase"):
        hour.change_minutes(room.record, room.session, "none", 1)
    assert tables(room.record, but=()) == before
    at = hour.hour(room.record, room.session).at(room.clock.now())
    assert at.end_at == MEETS_AT + timedelta(minutes=60)
    assert {t.phase.key: t.planned for t in at.phases}[PhaseKey.GOALS] == timedelta()


def test_a_phase_of_another_session_is_not_begun() -> None:
    room = a_session()
    other = a_session(room.record)
    with pytest.raises(Refused, match="no such phase"):
        hour.begin_phase(room.record, room.session, other.phase(PhaseKey.LESSON))


def test_nothing_happens_to_an_hour_that_is_not_running() -> None:
    room = a_session(started=False)
    welcome = room.phase(PhaseKey.WELCOME)
    assert_refused(
        "not running",
        lambda: hour.begin_phase(room.record, room.session, welcome),
        lambda: hour.take_back(room.record, room.session),
        lambda: hour.take_break(room.record, room.session, 5),
        lambda: hour.pause(room.record, room.session),
        lambda: hour.change_minutes(room.record, room.session, welcome, 1),
        lambda: hour.started_earlier(room.record, room.session, 5),
        lambda: hour.clock_set_back(room.record, room.session, HOUR),
    )


def test_pages_taught_are_kept_from_the_first_to_the_farthest() -> None:
    room = a_session()
    for page in (3, 2, 5, 4):
        hour.page_shown(room.record, room.session, page)
    given = session.lesson_of(room.record, room.session)
    assert given is not None
    assert (given.pages_from, given.pages_to) == (2, 5)
