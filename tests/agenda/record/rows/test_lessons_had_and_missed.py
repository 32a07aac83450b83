"""A lesson counts for those who were there, and is missed by those who were expected and were not."""

from __future__ import annotations

from datetime import timedelta

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import session as sessions
from agenda.record.rows.lesson_reading import Listeners, last_missed, lessons_had, listeners
from agenda.session import LessonGiven, SessionKind
from tests.builders import TODAY, a_clock, a_group, a_record, some_members

WEEK = timedelta(days=7)
A, B = LessonGiven("", "aaaaaaaa", "one", "First"), LessonGiven("", "bbbbbbbb", "one", "Second")


class Course:
    """A group of two, a session a week."""

    def __init__(self) -> None:
        clock = a_clock()
        clock.set_back(6 * WEEK)
        self.record: Record = a_record(clock)
        self.group = a_group(self.record)
        self.ana, self.bruno = some_members(self.record, self.group, ("Ana", "Bruno"), begins=TODAY - 6 * WEEK)
        self.day = TODAY - 6 * WEEK

    def meets(self, lesson: LessonGiven, ana: Status, *, ends: bool = True) -> str:
        session = sessions.plan(self.record, self.group, day=self.day, kind=SessionKind.USUAL, lesson=lesson)
        sessions.start(self.record, session)
        attendances.mark(self.record, session, self.ana, ana)
        attendances.mark(self.record, session, self.bruno, Status.HERE)
        if ends:
            sessions.end(self.record, session)
        self.day += WEEK
        assert isinstance(self.record.clock, ManualClock)
        self.record.clock.advance(WEEK)
        return session


def test_who_was_here_or_late_has_had_it() -> None:
    course = Course()
    course.meets(A, Status.LATE)
    course.meets(B, Status.ABSENT)
    assert lessons_had(course.record, course.ana) == {A.lesson}
    assert lessons_had(course.record, course.bruno) == {A.lesson, B.lesson}


def test_the_last_one_missed_is_offered_when_they_are_back() -> None:
    course = Course()
    course.meets(A, Status.EXCUSED)
    course.meets(B, Status.ABSENT)
    now = course.meets(LessonGiven("", "cccccccc", "one", "Third"), Status.HERE, ends=False)
    found = last_missed(course.record, now, course.ana)
    assert found is not None
    assert (found.lesson, found.title) == (B.lesson, "Second")
    assert last_missed(course.record, now, course.bruno) is None


def test_a_lesson_given_again_is_not_missed_any_more() -> None:
    course = Course()
    course.meets(A, Status.ABSENT)
    today = course.meets(A, Status.HERE, ends=False)
    assert last_missed(course.record, today, course.ana) is None


def test_a_lesson_had_before_the_absence_is_not_missed() -> None:
    course = Course()
    course.meets(A, Status.HERE)
    course.meets(A, Status.ABSENT)
    now = course.meets(B, Status.HERE, ends=False)
    assert last_missed(course.record, now, course.ana) is None


def test_of_the_whole_group_who_had_a_lesson_and_who_was_never_there_for_it() -> None:
    course = Course()
    course.meets(A, Status.ABSENT)
    course.meets(B, Status.EXCUSED)
    course.meets(A, Status.LATE)
    both = frozenset({course.ana, course.bruno})
    assert listeners(course.record, course.group) == {
        A.lesson: Listeners(had=both),
        B.lesson: Listeners(had=frozenset({course.bruno}), missed=frozenset({course.ana})),
    }
