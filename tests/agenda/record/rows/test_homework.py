"""Agreeing homework: with whom, on what, and what is refused in which words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.attendance import Status
from agenda.homework import OWN_WORDS, HomeworkStatus, Plan
from agenda.member import MembershipStatus
from agenda.record.rows import attendance, homework, member
from tests.agenda.record.rows.weeks import WALK, agreed, due, next_session
from tests.builders import TODAY, Room, a_session, assert_refused

DONE = HomeworkStatus.DONE


@pytest.fixture
def room() -> Room:
    return a_session(members=3)


def test_a_plan_says_what_when_where_what_could_get_in_the_way_and_who_helps(room: Room) -> None:
    agreed(room)
    [found] = homework.agreed_in(room.record, room.session)
    assert (found.plan, found.option, found.member) == (WALK, 1, room.members[0])


def test_only_what_they_will_do_is_required(room: Room) -> None:
    agreed(room, plan=Plan("  Walk "))
    assert homework.agreed_in(room.record, room.session)[0].plan == Plan("Walk")
    assert_refused("Say what they will do", lambda: agreed(room, 1, Plan(" ")))


def test_agreed_again_the_new_plan_stands(room: Room) -> None:
    first = agreed(room)
    assert homework.agree(room.record, room.session, room.members[0], Plan("Call")) == first
    [found] = homework.agreed_in(room.record, room.session)
    assert (found.plan, found.option) == (Plan("Call"), None)


def test_homework_for_a_missed_lesson_stands_beside_the_usual_one(room: Room) -> None:
    usual = agreed(room)
    missed = homework.agree(room.record, room.session, room.members[0], Plan("Read"), lesson="abcdefgh")
    assert due(next_session(room)) == [usual, missed]
    assert homework.agreed_in(room.record, room.session)[1].lesson == "abcdefgh"


def test_everyone_here_gets_the_same_option_but_who_has_one_keeps_it(room: Room) -> None:
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    attendance.mark(room.record, room.session, room.members[1], Status.LATE)
    own = agreed(room, plan=Plan("Own"))
    assert homework.agree_with_everyone(room.record, room.session, WALK, option=2) == 1
    found = {one.member: one for one in homework.agreed_in(room.record, room.session)}
    assert found.keys() == set(room.members[:2])
    assert found[room.members[0]].id == own
    assert found[room.members[1]].option == 2
    assert homework.agree_with_everyone(room.record, room.session, WALK, option=2) == 0


def test_somebody_suspended_is_refused(room: Room) -> None:
    member.change_status(
        room.record, room.members[0], MembershipStatus.SUSPENDED, begins=TODAY + timedelta(weeks=1), reason="a job"
    )
    later = next_session(room)
    assert_refused("not expected today", lambda: agreed(later))


def test_homework_waits_for_somebody_suspended_until_they_are_back(room: Room) -> None:
    kept, week = agreed(room), timedelta(weeks=1)
    member.change_status(room.record, room.members[0], MembershipStatus.SUSPENDED, begins=TODAY + week)
    second = next_session(room)
    assert due(second) == []
    assert_refused(
        "not expected today", lambda: homework.review(second.record, second.session, kept, HomeworkStatus.DONE)
    )
    member.change_status(room.record, room.members[0], MembershipStatus.ACTIVE, begins=TODAY + 2 * week)
    assert due(next_session(second)) == [kept]


def test_a_session_not_begun_or_not_there_has_nobody_to_agree_with(room: Room) -> None:
    later = next_session(room, started=False)
    assert_refused("not expected today", lambda: agreed(later))
    assert_refused("no such session", lambda: homework.agree(room.record, "none", room.members[0], WALK))


def test_before_the_start_it_is_known_what_there_is_to_look_back_on(room: Room) -> None:
    kept = agreed(room)
    assert due(next_session(room, started=False)) == [kept]


def test_what_was_left_open_is_filled_in_later(room: Room) -> None:
    walk = agreed(room, plan=OWN_WORDS)
    homework.reword(room.record, room.session, walk, WALK)
    [found] = homework.agreed_in(room.record, room.session)
    assert (found.plan, found.option) == (WALK, 1)
    assert_refused("Say what", lambda: homework.reword(room.record, room.session, walk, Plan("")))


def test_homework_that_is_not_there_is_refused(room: Room) -> None:
    assert_refused(
        "no such homework",
        lambda: homework.review(room.record, room.session, "none", DONE),
        lambda: homework.drop(room.record, room.session, "none"),
        lambda: homework.reword(room.record, room.session, "none", WALK),
        lambda: homework.unreview(room.record, room.session, "none"),
    )


def test_own_words_may_stay_open_while_the_rest_of_the_plan_is_filled_in(room: Room) -> None:
    walk = agreed(room, plan=OWN_WORDS)
    homework.reword(room.record, room.session, walk, Plan(" ", obstacle="rain"))
    [found] = homework.agreed_in(room.record, room.session)
    assert found.plan == Plan("", obstacle="rain", in_own_words=True)
    assert_refused("Say what", lambda: agreed(room, plan=Plan("Walk", in_own_words=True)))
