"""Who would rather not take a turn for a while rests until an agreed day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.record.rows import goal, turn
from agenda.record.undo import redo, undo
from agenda.rotation import Answer, Why
from tests.agenda.record.rows.weeks import next_session
from tests.builders import TODAY, Room, a_session, assert_refused, tables

WEEK = timedelta(weeks=1)


@pytest.fixture
def room() -> Room:
    room = a_session(members=3)
    for one in room.members:
        goal.set_goal(room.record, one, "A flat", on=TODAY)
    return room


def decline(room: Room) -> object:
    return turn.answer(room.record, room.session, room.members[0], turn.NOT_TODAY)


def rests(room: Room, weeks: int) -> bool:
    return turn.rest_until(room.record, room.members[0], TODAY + weeks * WEEK) is not None


def asked(room: Room) -> set[str]:
    turn.set_reviews(room.record, room.group, 8)
    return {found.member for found in turn.proposed(room.record, room.session).turns}


def test_after_two_not_today_in_a_row_they_rest_for_28_days(room: Room) -> None:
    assert decline(room) is None
    later = next_session(room)
    assert decline(later) == TODAY + 5 * WEEK
    assert [rests(room, weeks) for weeks in (0, 1, 4, 5)] == [False, True, True, False]
    assert room.members[0] not in asked(next_session(later))


def test_on_the_agreed_day_they_are_asked_again(room: Room) -> None:
    decline(room)
    later = next_session(room)
    decline(later)
    assert room.members[0] in asked(next_session(later, weeks=4))


def test_who_has_rested_is_asked_afresh(room: Room) -> None:
    decline(room)
    later = next_session(room)
    decline(later)
    back = next_session(later, weeks=4)
    assert decline(back) is None
    assert decline(next_session(back)) is not None


def test_a_turn_taken_in_between_breaks_the_row(room: Room) -> None:
    decline(room)
    second = next_session(room)
    turn.hold(second.record, second.session, room.members[0])
    assert decline(next_session(second)) is None


def test_not_being_asked_does_not_break_it(room: Room) -> None:
    decline(room)
    assert decline(next_session(next_session(room))) is not None


def test_the_day_can_be_changed_and_the_rest_ended(room: Room) -> None:
    one = room.members[0]
    turn.rest(room.record, room.session, one, TODAY + 2 * WEEK)
    turn.rest(room.record, room.session, one, TODAY + 8 * WEEK)
    assert [rests(room, weeks) for weeks in (0, 7, 8)] == [True, True, False]
    assert len(room.record.rows("SELECT id FROM rests")) == 1
    turn.rest(room.record, room.session, one, TODAY)
    assert not rests(room, 0)
    assert one in asked(room)
    before = tables(room.record)
    turn.rest(room.record, room.session, one, TODAY)
    assert tables(room.record) == before
    assert_refused("day is over", lambda: turn.rest(room.record, room.session, one, TODAY - WEEK))
    assert_refused("no such member", lambda: turn.rest(room.record, room.session, "nobody", TODAY))


@pytest.mark.parametrize("said", [turn.TODAY, None])
def test_another_answer_takes_back_the_rest_that_not_today_began(room: Room, said: Answer | None) -> None:
    decline(room)
    later = next_session(room)
    decline(later)
    turn.answer(later.record, later.session, room.members[0], said)
    assert not rests(room, 1)
    assert room.members[0] in asked(later)
    assert decline(later) is not None


def test_a_rest_agreed_on_its_own_stays_whatever_is_answered(room: Room) -> None:
    decline(room)
    turn.rest(room.record, room.session, room.members[0], TODAY + 2 * WEEK)
    turn.answer(room.record, room.session, room.members[0], None)
    assert rests(room, 1)


def test_who_rests_may_take_a_turn_unasked_and_goes_on_resting(room: Room) -> None:
    one = room.members[0]
    turn.rest(room.record, room.session, one, TODAY + 2 * WEEK)
    turn.answer(room.record, room.session, one, turn.TODAY)
    turns = turn.proposed(room.record, room.session).turns
    assert (turns[0].member, turns[0].why, len(turns)) == (one, Why.CHOSEN, 2)
    assert rests(room, 1)


def test_a_review_held_after_not_today_takes_the_rest_back(room: Room) -> None:
    decline(room)
    later = next_session(room)
    decline(later)
    turn.hold(later.record, later.session, room.members[0])
    assert not rests(room, 1)


def test_answer_and_rest_are_undone_together(room: Room) -> None:
    decline(room)
    later = next_session(room)
    before = tables(room.record)
    decline(later)
    after = tables(room.record)
    undo(later.record, later.session)
    assert tables(room.record) == before
    redo(later.record, later.session)
    assert tables(room.record) == after
