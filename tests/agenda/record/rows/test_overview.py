"""The first look at the record: what comes next, and what was left open."""

from __future__ import annotations

from datetime import timedelta

from agenda.attendance import Status
from agenda.follow_up import ContactKind
from agenda.record.rows import attendance, follow_up, session
from agenda.record.rows.overview import RECENT, group_reports, running_session
from agenda.session import SessionKind
from tests.builders import LESSON, TODAY, a_group, a_record, a_session

WEEK = timedelta(days=7)


def test_a_record_without_groups_has_nothing_to_report() -> None:
    assert group_reports(a_record(), TODAY) == ()


def test_every_group_is_there_with_the_session_it_has_next() -> None:
    room = a_session(started=False)
    idle = a_group(room.record, name="Thursday")
    session.plan(room.record, room.group, day=TODAY + WEEK, kind=SessionKind.USUAL)
    first, second = group_reports(room.record, TODAY)
    assert (first.id, first.name, first.zone, second.id, second.next) == (room.group, "Tuesday", "UTC", idle, None)
    assert first.next is not None
    assert (first.next.id, first.next.number, first.next.day, first.next.running) == (room.session, 1, TODAY, False)
    assert first.next.lesson == LESSON.title


def test_a_running_session_comes_before_one_planned_earlier() -> None:
    room = a_session()
    session.plan(room.record, room.group, day=TODAY - WEEK, kind=SessionKind.USUAL)
    [report] = group_reports(room.record, TODAY)
    assert report.next is not None
    assert (report.next.id, report.next.running) == (room.session, True)
    assert running_session(room.record) == room.session
    session.end(room.record, room.session)
    assert running_session(room.record) is None


def test_a_cancelled_session_is_not_next() -> None:
    room = a_session(started=False)
    session.cancel(room.record, room.session)
    assert group_reports(room.record, TODAY)[0].next is None


def test_what_was_left_open_is_counted_once_the_session_is_over() -> None:
    room = a_session(members=4)
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    for place in (1, 2):
        attendance.mark(room.record, room.session, room.members[place], Status.ABSENT)
    follow_up.add(room.record, room.session, "Call")
    before = group_reports(room.record, TODAY)[0]
    assert (before.unknown, before.unreached, before.follow_ups) == ((), (), 1)
    session.end(room.record, room.session)
    report = group_reports(room.record, TODAY)[0]
    assert [(o.session, o.number, o.day, o.count) for o in report.unknown] == [(room.session, 1, TODAY, 1)]
    assert [o.count for o in report.unreached] == [2]
    follow_up.record_contact(room.record, room.session, room.members[1], ContactKind.NONE)
    attendance.mark(room.record, room.session, room.members[3], Status.EXCUSED)
    [todo] = follow_up.of_session(room.record, room.session)
    follow_up.done(room.record, room.session, todo.id)
    report = group_reports(room.record, TODAY)[0]
    assert (report.unknown, [o.count for o in report.unreached], report.follow_ups) == ((), [1], 0)


def test_who_was_absent_long_ago_is_not_asked_about() -> None:
    room = a_session()
    attendance.mark(room.record, room.session, room.members[0], Status.ABSENT)
    session.end(room.record, room.session)
    assert group_reports(room.record, TODAY + RECENT)[0].unreached
    assert not group_reports(room.record, TODAY + RECENT + timedelta(days=1))[0].unreached
