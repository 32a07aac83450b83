"""Looking back on homework: once, with words that can be mended, and never for somebody who is away."""

from __future__ import annotations

import pytest

from agenda.attendance import Status
from agenda.homework import HomeworkStatus, Plan
from agenda.record.rows import attendance, homework
from agenda.record.rows.session_now import session_now
from tests.agenda.record.rows.weeks import agreed, due, ever_agreed, next_session
from tests.builders import Room, a_session, assert_refused

DONE, SOME, NOT_YET = HomeworkStatus.DONE, HomeworkStatus.SOME, HomeworkStatus.NOT_YET


@pytest.fixture
def room() -> Room:
    return a_session(members=3)


def test_an_absent_members_homework_is_kept_and_comes_first_next_time(room: Room) -> None:
    first = agreed(room)
    second = next_session(room)
    attendance.mark(second.record, second.session, second.members[0], Status.ABSENT)
    assert_refused("not here today", lambda: homework.review(second.record, second.session, first, HomeworkStatus.DONE))
    newer = agreed(second)
    assert due(next_session(second)) == [first, newer]


def test_an_answer_can_be_mended_in_the_same_session_and_words_not_given_stay(room: Room) -> None:
    walk = agreed(room)
    later = next_session(room)
    homework.review(later.record, later.session, walk, NOT_YET, obstacle="rain", differently=" an umbrella ")
    homework.review(later.record, later.session, walk, SOME)
    [found] = homework.due(later.record, later.session)[room.members[0]]
    assert found.review is not None
    assert (found.review.status, found.review.obstacle, found.review.differently) == (SOME, "rain", "an umbrella")


def test_what_was_looked_back_on_is_not_asked_again(room: Room) -> None:
    walk = agreed(room)
    second = next_session(room)
    homework.review(second.record, second.session, walk, DONE)
    third = next_session(second)
    assert due(third) == []
    assert_refused(
        "looked back on already",
        lambda: homework.review(third.record, third.session, walk, DONE),
        lambda: homework.drop(third.record, third.session, walk),
        lambda: homework.agree(room.record, room.session, room.members[0], Plan("Other")),
    )


def test_an_earlier_session_shows_what_was_open_then(room: Room) -> None:
    walk, call = agreed(room), agreed(room, 1)
    second = next_session(room)
    third = next_session(second)
    homework.review(third.record, third.session, walk, DONE)
    homework.drop(third.record, third.session, call)
    [found] = homework.due(second.record, second.session)[room.members[0]]
    assert (found.id, found.review) == (walk, None)
    assert due(second, 1) == [call]


def test_homework_cannot_be_looked_back_on_before_next_time(room: Room) -> None:
    walk = agreed(room)
    assert_refused("only agreed today", lambda: homework.review(room.record, room.session, walk, DONE))
    later = next_session(room)
    newer = agreed(later)
    assert_refused(
        "agreed later",
        lambda: homework.review(room.record, room.session, newer, DONE),
        lambda: homework.drop(room.record, room.session, newer),
    )


def test_not_asked_after_all(room: Room) -> None:
    walk = agreed(room)
    later = next_session(room)
    homework.review(later.record, later.session, walk, DONE)
    homework.unreview(later.record, room.session, walk)
    assert ever_agreed(later.record, room.group, room.members[0])[0].review is not None
    homework.unreview(later.record, later.session, walk)
    assert homework.due(later.record, later.session)[room.members[0]][0].review is None


def test_what_is_dropped_by_choice_is_shown_no_more(room: Room) -> None:
    walk = agreed(room)
    second = next_session(room)
    homework.drop(second.record, second.session, walk)
    assert due(second) == []
    third = next_session(second)
    assert due(third) == []
    assert_refused(
        "was dropped",
        lambda: homework.review(third.record, third.session, walk, DONE),
        lambda: homework.drop(third.record, third.session, walk),
    )


def test_in_the_same_session_dropping_and_answering_replace_each_other(room: Room) -> None:
    walk = agreed(room)
    later = next_session(room)
    homework.review(later.record, later.session, walk, NOT_YET)
    homework.drop(later.record, later.session, walk)
    [found] = ever_agreed(later.record, room.group, room.members[0])
    assert (found.review, found.dropped_in) == (None, later.session)
    homework.review(later.record, later.session, walk, DONE)
    [found] = ever_agreed(later.record, room.group, room.members[0])
    assert found.dropped_in is None
    assert found.review is not None


def test_after_one_is_dropped_another_can_be_agreed(room: Room) -> None:
    first = agreed(room)
    homework.drop(room.record, room.session, first)
    second = agreed(room)
    assert second != first
    assert due(next_session(room)) == [second]


@pytest.mark.parametrize("text", ["w" * 10_000, "**b** [red]x[/] <i>y</i> #let x = 1 'quote' \"", "שלום 🙂 x"])
def test_free_text_is_kept_whole_and_literal(room: Room, text: str) -> None:
    walk = agreed(room, plan=Plan(text, text, text, text, text))
    later = next_session(room)
    homework.review(later.record, later.session, walk, SOME, obstacle=text, differently=text)
    [found] = homework.due(later.record, later.session)[room.members[0]]
    assert found.plan == Plan(text, text, text, text, text)
    assert found.review is not None
    assert (found.review.obstacle, found.review.differently) == (text, text)


def test_nobody_did_it_counts_those_asked_in_this_session(room: Room) -> None:
    plans = [agreed(room, place) for place in range(3)]
    later = next_session(room)
    homework.review(later.record, later.session, plans[0], NOT_YET)
    assert not session_now(later.record, later.session).nobody_did_it
    homework.review(later.record, later.session, plans[1], DONE)
    assert session_now(later.record, later.session).nobody_did_it
    homework.review(later.record, later.session, plans[2], SOME)
    assert not session_now(later.record, later.session).nobody_did_it
    assert not session_now(room.record, room.session).nobody_did_it


def test_two_sessions_on_one_day_keep_their_order(room: Room) -> None:
    walk = agreed(room)
    second = next_session(room, weeks=0)
    assert due(second) == [walk]
    assert due(room) == []
