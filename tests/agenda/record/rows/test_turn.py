"""Asking at the door: who is proposed, who declines, who takes a turn instead of somebody else."""

from __future__ import annotations

from typing import cast

import pytest

from agenda.attendance import Status
from agenda.member import MembershipStatus
from agenda.record.rows import attendance, goal, member, turn
from agenda.record.undo import undo
from agenda.rotation import Answer, Why
from tests.agenda.record.door import asked, order, overridden, say, spare
from tests.agenda.record.rows.weeks import next_session
from tests.builders import TODAY, Room, a_session, assert_refused, tables


@pytest.fixture
def room() -> Room:
    """Four members with a goal each, two reviews a session."""
    room = a_session(members=4)
    for one in room.members:
        goal.set_goal(room.record, one, "A flat", on=TODAY)
    return room


def test_two_are_asked_and_there_is_a_spare(room: Room) -> None:
    first, second, third, _fourth = order(room)
    assert (asked(room), spare(room)) == ([first, second], third)


def test_whom_to_ask_is_known_before_the_start() -> None:
    waiting = a_session(members=3, started=False)
    assert len(asked(waiting)) == 2
    assert set(asked(waiting)) < set(waiting.members)


def test_who_declines_keeps_their_place_and_the_next_is_asked(room: Room) -> None:
    first, second, third, fourth = order(room)
    say(room, first, turn.NOT_TODAY)
    assert (asked(room), spare(room)) == ([second, third], fourth)
    for one in (second, third):
        turn.hold(room.record, room.session, one)
    assert asked(next_session(room)) == [first, fourth]


@pytest.mark.parametrize("status", [Status.ABSENT, Status.EXCUSED])
def test_who_is_away_keeps_their_place(room: Room, status: Status) -> None:
    first, second, third, fourth = order(room)
    attendance.mark(room.record, room.session, first, status)
    assert asked(room) == [second, third]
    assert_refused(
        "not here today",
        lambda: say(room, first, turn.TODAY),
        lambda: say(room, first, turn.NOT_TODAY),
        lambda: turn.hold(room.record, room.session, first),
    )
    for one in (second, third):
        turn.hold(room.record, room.session, one)
    assert asked(next_session(room)) == [first, fourth]


def test_who_said_today_is_not_sent_away_when_somebody_comes_late(room: Room) -> None:
    first, second, third, _fourth = order(room)
    attendance.mark(room.record, room.session, first, Status.ABSENT)
    for one in (second, third):
        say(room, one, turn.TODAY)
    attendance.mark(room.record, room.session, first, Status.LATE)
    assert (asked(room), spare(room)) == ([second, third], first)


def test_somebody_else_who_says_today_takes_the_place_of_the_last_one_proposed(room: Room) -> None:
    first, second, _third, fourth = order(room)
    say(room, fourth, turn.TODAY)
    assert (asked(room), spare(room)) == ([fourth, first], second)
    reviews = turn.reviews_in(room.record, room.session)
    assert (reviews[fourth].why, reviews[fourth].proposed) == (Why.CHOSEN, False)
    assert overridden(room) == {second}


def test_who_gave_way_is_first_next_time_and_the_others_keep_their_order(room: Room) -> None:
    first, second, third, fourth = order(room)
    say(room, fourth, turn.TODAY)
    for one in (fourth, first):
        turn.hold(room.record, room.session, one)
    later = next_session(room)
    assert order(later)[:2] == [second, third]


def test_nobody_gives_way_who_has_said_today(room: Room) -> None:
    first, second, _third, fourth = order(room)
    for one in (first, second, fourth):
        say(room, one, turn.TODAY)
    assert asked(room) == [fourth, first, second]
    assert overridden(room) == set()


@pytest.mark.parametrize("said", [turn.NOT_TODAY, None])
def test_who_was_chosen_and_would_rather_not_gives_the_place_back(room: Room, said: Answer | None) -> None:
    first, second, _third, fourth = order(room)
    say(room, fourth, turn.TODAY)
    say(room, fourth, said)
    assert asked(room) == [first, second]
    assert overridden(room) == set()
    assert turn.reviews_in(room.record, room.session)[fourth].why == Why.NEVER


def test_who_gave_way_is_asked_after_all_when_another_declines(room: Room) -> None:
    first, second, _third, fourth = order(room)
    say(room, fourth, turn.TODAY)
    say(room, first, turn.NOT_TODAY)
    assert asked(room) == [fourth, second]
    assert second not in overridden(room)


def test_who_declined_and_changes_their_mind_is_no_exception_to_the_rotation(room: Room) -> None:
    first, _second, _third, _fourth = order(room)
    say(room, first, turn.NOT_TODAY)
    say(room, first, turn.TODAY)
    assert turn.reviews_in(room.record, room.session)[first].why == Why.NEVER
    assert overridden(room) == set()


def test_an_answer_given_twice_changes_nothing(room: Room) -> None:
    fourth = order(room)[-1]
    for said in (turn.TODAY, turn.NOT_TODAY, None):
        say(room, fourth, said)
        before = tables(room.record, but=())
        say(room, fourth, said)
        assert tables(room.record, but=()) == before


def test_an_override_is_one_action_that_can_be_undone(room: Room) -> None:
    before = tables(room.record)
    say(room, order(room)[-1], turn.TODAY)
    undo(room.record, room.session)
    assert tables(room.record) == before


def test_who_is_not_expected_takes_no_turn(room: Room) -> None:
    member.change_status(room.record, room.members[0], MembershipStatus.SUSPENDED, begins=TODAY)
    later = next_session(room)
    one = room.members[0]
    assert one not in order(later)
    assert_refused(
        "not expected today",
        lambda: say(later, one, turn.TODAY),
        lambda: turn.hold(later.record, later.session, one),
        lambda: turn.hold(later.record, later.session, one, held=False),
        lambda: turn.small_step(later.record, later.session, one, "Call"),
    )
    assert_refused("today, or not today", lambda: say(room, one, cast("Answer", "perhaps")))
