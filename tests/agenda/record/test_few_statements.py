"""How many SQL statements a key may cost in the record: a bound for each verb of the hour, and for one look at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from agenda.attendance import Status
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus, Plan
from agenda.record.rows import attendance, goal, homework, hour, note, restore_point, turn
from agenda.record.rows import session as sessions
from agenda.record.rows.restore_point import RestorePoint
from agenda.record.rows.session_now import session_now
from agenda.record.undo import undo
from agenda.rotation import NOT_TODAY, TODAY
from agenda.session import SessionKind
from tests.builders import MEETS_AT, NAMES, Room, a_session
from tests.builders import TODAY as FIRST_DAY
from tests.statements import statements

WEEK = timedelta(weeks=1)
WHOLE = NAMES[:8]
Act = Callable[[Room], object]


@pytest.fixture
def second() -> Room:
    """The second session of eight with a goal each and homework each to look back on."""
    first = a_session(members=len(WHOLE))
    record = first.record
    for member in first.members:
        goal.set_goal(record, member, "a job", on=FIRST_DAY)
        homework.agree(record, first.session, member, Plan("a walk"))
    sessions.end(record, first.session)
    session = sessions.plan(record, first.group, day=FIRST_DAY + WEEK, kind=SessionKind.USUAL)
    first.clock.advance(MEETS_AT + WEEK - record.clock.now())
    sessions.start(record, session)
    return Room(record, first.clock, first.group, first.members, session)


def due(room: Room) -> str:
    return homework.due(room.record, room.session)[room.members[0]][0].id


MARKS: dict[str, tuple[int, Act]] = {
    "here": (10, lambda room: attendance.mark(room.record, room.session, room.members[0], Status.HERE)),
    "homework agreed": (11, lambda room: homework.agree(room.record, room.session, room.members[0], Plan("a walk"))),
    "today": (18, lambda room: turn.answer(room.record, room.session, room.members[-1], TODAY)),
    "not today": (16, lambda room: turn.answer(room.record, room.session, room.members[0], NOT_TODAY)),
    "goal looked at": (19, lambda room: turn.hold(room.record, room.session, room.members[0])),
    "small step": (11, lambda room: turn.small_step(room.record, room.session, room.members[0], "a call")),
    "page remembered": (3, lambda room: restore_point.save(room.record, room.session, RestorePoint("lesson", 2))),
    "all here": (31, lambda room: attendance.everyone_here(room.record, room.session)),
}


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_takes_few_statements(second: Room, mark: str) -> None:
    most, act = MARKS[mark]
    with statements(second.record) as seen:
        act(second)
    assert len(seen) <= most, "\n".join(seen)
    assert seen[0] == "BEGIN"
    assert seen[-1] == "COMMIT"


def test_an_answer_about_homework_takes_few_statements_the_first_time_and_mended(second: Room) -> None:
    found = due(second)
    for status in (HomeworkStatus.DONE, HomeworkStatus.SOME):
        with statements(second.record) as seen:
            homework.review(second.record, second.session, found, status)
        assert len(seen) <= 11, "\n".join(seen)


def test_what_came_of_a_goal_review_takes_few_statements(second: Room) -> None:
    turn.hold(second.record, second.session, second.members[0])
    with statements(second.record) as seen:
        turn.write(
            second.record, second.session, second.members[0], achieved=Achieved.PARTIALLY, helped="", next_step="a call"
        )
    assert len(seen) <= 9, "\n".join(seen)


def test_a_mark_taken_back_takes_few_statements(second: Room) -> None:
    attendance.mark(second.record, second.session, second.members[0], Status.HERE)
    with statements(second.record) as seen:
        undo(second.record, second.session)
    assert len(seen) <= 11, "\n".join(seen)


def test_one_look_at_the_hour_reads_each_table_once_however_many_are_expected(second: Room) -> None:
    with statements(second.record) as seen:
        session_now(second.record, second.session)
    assert len(seen) <= 14, "\n".join(seen)


def test_one_look_sees_what_each_reading_by_itself_sees(second: Room) -> None:
    record, session = second.record, second.session
    attendance.mark(record, session, second.members[1], Status.ABSENT)
    turn.answer(record, session, second.members[-1], TODAY)
    turn.rest(record, session, second.members[2], FIRST_DAY + 3 * WEEK)
    homework.review(record, session, due(second), HomeworkStatus.DONE)
    homework.agree(record, session, second.members[3], Plan("a call"))
    seen = session_now(record, session)
    assert seen.hour == hour.hour(record, session)
    assert seen.roster == attendance.roster(record, session)
    assert seen.due == homework.due(record, session)
    assert seen.standing == homework.agreed_in(record, session)
    assert seen.reviews == turn.reviews_in(record, session)
    assert seen.proposal == turn.proposed(record, session)
    day = seen.hour.session.day
    assert seen.resting == {second.members[2]: FIRST_DAY + 3 * WEEK}
    assert seen.resting == {m: until for m in second.members if (until := turn.rest_until(record, m, day))}


def test_the_notes_of_eight_take_as_many_statements_as_that_of_one(second: Room) -> None:
    alone = a_session(members=1)
    counts = []
    for room in (second, alone):
        with statements(room.record) as seen:
            assert len(note.notes(room.record, room.session)) == len(room.members)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 19
