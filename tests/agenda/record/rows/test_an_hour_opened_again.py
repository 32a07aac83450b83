"""A session ended or begun by mistake, a lesson changed and a newcomer in the hour: what the record has of it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from agenda.attendance import Status
from agenda.record import undo as undoing
from agenda.record.rows import attendance as attendances
from agenda.record.rows import hour as hours
from agenda.record.rows import member as members
from agenda.record.rows import newcomer
from agenda.record.rows import note as notes
from agenda.record.rows import session as sessions
from agenda.record.rows.lesson_reading import lessons_held
from agenda.session import LessonGiven, LessonPart, PhaseKey, SessionKind
from tests.builders import TODAY, a_session, assert_refused, tables

OTHER = LessonGiven("", "ijklmnop", "coping-stress", "One way to cope")


def test_what_was_on_goes_on_as_if_it_had_never_ended() -> None:
    room = a_session()
    room.pass_minutes(20)
    before = tables(room.record)
    sessions.end(room.record, room.session)
    room.pass_minutes(3)
    sessions.reopen(room.record, room.session)
    assert tables(room.record) == before
    assert hours.hour(room.record, room.session).at(room.clock.now()).late_by == timedelta(minutes=7)


def test_after_longer_the_clock_has_stood_meanwhile() -> None:
    room = a_session()
    room.pass_minutes(5)
    sessions.end(room.record, room.session)
    room.pass_minutes(120)
    sessions.reopen(room.record, room.session)
    at = hours.hour(room.record, room.session).at(room.clock.now())
    assert at.current is not None
    assert (at.current.spent, at.paused) == (timedelta(minutes=5), False)
    assert at.end_at == room.clock.now() + timedelta(minutes=55)


def test_a_session_is_not_opened_again_once_a_note_is_reviewed_a_later_one_has_begun_or_while_it_runs() -> None:
    room = a_session()
    record, session = room.record, room.session
    again = lambda: sessions.reopen(record, session)  # noqa: E731
    assert_refused("has not ended", again)
    sessions.end(record, session)
    notes.review(record, session, room.members[0])
    assert_refused("note of this session is reviewed", again, lambda: sessions.refuse_to_reopen(record, session))
    notes.unreview(record, session, room.members[0])
    sessions.refuse_to_reopen(record, session)
    later = sessions.plan(record, room.group, day=TODAY + timedelta(days=7), kind=SessionKind.USUAL)
    room.clock.advance(timedelta(days=7))
    sessions.refuse_to_reopen(record, session)
    sessions.start(record, later)
    assert_refused("later session of this group has begun", again)
    sessions.end(record, later)
    assert_refused("later session of this group has begun", again)


def test_a_start_taken_back_leaves_the_session_as_it_was_planned() -> None:
    room = a_session(started=False)
    before = tables(room.record)
    sessions.start(room.record, room.session)
    hours.begin_phase(room.record, room.session, room.phase(PhaseKey.LAST_SESSION))
    sessions.take_back_start(room.record, room.session)
    assert tables(room.record) == before
    sessions.start(room.record, room.session)
    assert sessions.running(room.record, room.session).number == 1


def test_once_something_was_written_the_start_stays() -> None:
    room = a_session()
    assert sessions.nothing_written(room.record, room.session)
    attendances.mark(room.record, room.session, room.members[0], Status.HERE)
    assert not sessions.nothing_written(room.record, room.session)
    assert_refused("written in this session already", lambda: sessions.take_back_start(room.record, room.session))


def test_a_lesson_that_was_on_the_wall_stays_given_as_far_as_it_was_shown_and_its_rest_is_to_come() -> None:
    room = a_session()
    record, session = room.record, room.session
    for page in (1, 2, 3):
        hours.page_shown(record, session, page)
    hours.change_lesson(record, session, OTHER, LessonPart(1, 2))
    hours.page_shown(record, session, 1)
    led, before = sessions.lessons_of(record, session)
    assert (led.lesson, led.pages_from, led.pages_to) == (OTHER.lesson, 1, 1)
    assert (before.lesson, before.pages_from, before.pages_to) == ("abcdefgh", 1, 3)
    assert sessions.lesson_of(record, session) == led
    assert sessions.part_of(record, session) == LessonPart(1, 2)
    sessions.end(record, session)
    rests = {one.given.lesson: one.rest for one in lessons_held(record, room.group)}
    assert rests == {"abcdefgh": LessonPart(4), OTHER.lesson: LessonPart(2)}


def test_a_lesson_of_which_nothing_was_shown_was_never_given() -> None:
    room = a_session()
    hours.change_lesson(room.record, room.session, OTHER)
    assert [one.lesson for one in sessions.lessons_of(room.record, room.session)] == [OTHER.lesson]
    assert_refused("lesson of today already", lambda: hours.change_lesson(room.record, room.session, OTHER))
    sessions.end(room.record, room.session)
    assert_refused("not running", lambda: hours.change_lesson(room.record, room.session, OTHER))


def test_a_newcomer_is_on_the_roster_at_once_and_can_be_taken_back() -> None:
    room = a_session(members=2)
    before = tables(room.record)
    new = newcomer.join(room.record, room.session, "Zoe")
    last = attendances.roster(room.record, room.session)[-1]
    assert (last.member, last.name, last.digit, last.status) == (new, "Zoe", 3, Status.UNKNOWN)
    assert [m.name for m in members.expected(room.record, room.group, TODAY)] == ["Ana", "Bruno", "Zoe"]
    assert_refused("has this name already", lambda: newcomer.join(room.record, room.session, "zoe"))
    undoing.undo(room.record, room.session)
    assert tables(room.record) == before
    undoing.redo(room.record, room.session)
    assert len(attendances.roster(room.record, room.session)) == 3


def test_only_what_is_missed_least_is_skipped_and_only_once() -> None:
    room = a_session()
    record, session = room.record, room.session
    stay = PhaseKey.NEW_HOMEWORK, PhaseKey.SUMMARY, PhaseKey.LESSON, PhaseKey.GOALS, PhaseKey.HOMEWORK, PhaseKey.WELCOME
    for phase in map(room.phase, stay):
        assert_refused("is not skipped", partial(hours.skip_phases, record, session, (phase,)))
    agenda = room.phase(PhaseKey.AGENDA)
    hours.skip_phases(record, session, (agenda,))
    assert_refused("skipped already", lambda: hours.skip_phases(record, session, (agenda,)))
    assert_refused("no such phase", lambda: hours.skip_phases(record, session, ("nowhere",)))
    undoing.undo(record, session)
    assert {p.key: p.minutes for p in sessions.planned_phases(record, session)}[PhaseKey.AGENDA] == 2
    hours.begin_phase(record, session, agenda)
    assert_refused("has been on", lambda: hours.skip_phases(record, session, (agenda,)))
