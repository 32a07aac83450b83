"""Goal reviews: held, taken back, written about; the number a session; everyone's small step."""

from __future__ import annotations

import pytest

from agenda.goal import Achieved
from agenda.record.rows import goal, member, turn
from agenda.rotation import Pace, Why
from tests.agenda.record.door import asked, order, say
from tests.agenda.record.rows.weeks import next_session
from tests.builders import MEETS_AT, TODAY, Room, a_session, assert_refused, tables


@pytest.fixture
def room() -> Room:
    """Four members with a goal each, two reviews a session."""
    room = a_session(members=4)
    for one in room.members:
        goal.set_goal(room.record, one, "A flat", on=TODAY)
    return room


def test_each_proposal_says_why(room: Room) -> None:
    first, second, third, fourth = order(room)
    for one in (first, second):
        turn.hold(room.record, room.session, one)
    later = next_session(room)
    turns = turn.proposed(later.record, later.session).turns
    assert [(t.member, t.why, t.last_held) for t in turns] == [(third, Why.NEVER, None), (fourth, Why.NEVER, None)]
    for one in (third, fourth):
        turn.hold(later.record, later.session, one)
    last = next_session(later)
    turns = turn.proposed(last.record, last.session).turns
    assert [(t.member, t.why, t.last_held) for t in turns] == [
        (first, Why.LONGEST, MEETS_AT),
        (second, Why.LONGEST, MEETS_AT),
    ]


def test_a_review_without_a_goal_is_refused() -> None:
    room = a_session(members=1)
    [one] = room.members
    assert_refused("no goal on the sheet", lambda: turn.hold(room.record, room.session, one))
    goal.set_goal(room.record, one, "A flat", on=TODAY)
    turn.hold(room.record, room.session, one)
    assert turn.reviews_in(room.record, room.session)[one].held


def test_a_review_held_can_be_taken_back(room: Room) -> None:
    fourth = order(room)[-1]
    turn.hold(room.record, room.session, fourth)
    assert fourth in asked(room)
    turn.hold(room.record, room.session, fourth, held=False)
    review = turn.reviews_in(room.record, room.session)[fourth]
    assert (review.held, review.why) == (False, Why.NEVER)
    assert fourth not in asked(room)


def test_a_review_that_was_not_held_leaves_no_trace(room: Room) -> None:
    before = tables(room.record)
    turn.hold(room.record, room.session, order(room)[-1], held=False)
    assert tables(room.record) == before


def test_who_declined_and_had_their_review_after_all_has_said_today(room: Room) -> None:
    first = order(room)[0]
    say(room, first, turn.NOT_TODAY)
    turn.hold(room.record, room.session, first)
    review = turn.reviews_in(room.record, room.session)[first]
    assert (review.held, review.answer) == (True, turn.TODAY)
    assert_refused("looked at today", lambda: say(room, first, turn.NOT_TODAY))


def test_what_came_of_a_review_is_written_and_written_again(room: Room) -> None:
    first, second, *_ = order(room)
    turn.hold(room.record, room.session, first)
    for achieved in (Achieved.PARTIALLY, None, Achieved.FULLY):
        turn.write(room.record, room.session, first, achieved=achieved, helped=" my sister ", next_step="h" * 10_000)
    review = turn.reviews_in(room.record, room.session)[first]
    assert (review.achieved, review.helped, review.next_step) == (Achieved.FULLY, "my sister", "h" * 10_000)
    assert_refused(
        "no goal review",
        lambda: turn.write(room.record, room.session, second, achieved=None, helped="", next_step=""),
    )


def test_everyones_small_step_is_a_line_and_nothing_takes_it_away(room: Room) -> None:
    one = room.members[0]
    for text in (" **Call** [red]x ", "Write " + "x" * 10_000):
        turn.small_step(room.record, room.session, one, text)
        assert turn.small_steps(room.record, room.session) == {one: text.strip()}
    turn.small_step(room.record, room.session, one, " ")
    assert turn.small_steps(room.record, room.session) == {}
    turn.small_step(room.record, room.session, one, "")


def test_a_warning_is_due_when_the_chosen_number_cannot_reach_everyone(room: Room) -> None:
    assert turn.pace(room.record, room.group, TODAY) == Pace(chosen=2, needed=1)
    for number in range(5):
        member.add(room.record, room.group, f"New {number}", begins=TODAY)
    assert turn.pace(room.record, room.group, TODAY) == Pace(chosen=2, needed=3)
    turn.set_reviews(room.record, room.group, 3)
    assert turn.pace(room.record, room.group, TODAY).is_enough
    assert turn.reviews_chosen(room.record, room.group) == 3
    assert_refused(
        "goal reviews fit",
        lambda: turn.set_reviews(room.record, room.group, 0),
        lambda: turn.set_reviews(room.record, room.group, 9),
    )
