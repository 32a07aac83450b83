"""Marks: one member or everyone, out and back, reasons and ways of taking part."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.attendance import Attendance, Mode, Source, Status
from agenda.error import Refused
from agenda.record.rows import attendance
from tests.builders import MEETS_AT, Room, a_session, assert_refused, tables


def of(room: Room, place: int = 0) -> Attendance:
    return attendance.roster(room.record, room.session)[place]


def mark(room: Room, place: int, status: Status, **more: object) -> None:
    attendance.mark(room.record, room.session, room.members[place], status, **more)  # type: ignore[arg-type]


def test_a_mark_says_when_they_came_and_who_said_so() -> None:
    room = a_session()
    room.pass_minutes(12)
    mark(room, 0, Status.HERE)
    mark(room, 1, Status.LATE)
    here, late = of(room), of(room, 1)
    assert (here.status, here.arrived_at, here.source, here.confirmed) == (
        Status.HERE, MEETS_AT, Source.CONSOLE, True,
    )  # fmt: skip
    assert late.arrived_at == MEETS_AT + timedelta(minutes=12)
    mark(room, 1, Status.LATE)
    assert of(room, 1).arrived_at == MEETS_AT + timedelta(minutes=7)


def test_unknown_again_is_as_if_nothing_had_been_marked() -> None:
    room = a_session()
    before = tables(room.record)
    for status in (Status.HERE, Status.LATE, Status.EXCUSED, Status.ABSENT):
        mark(room, 0, status, reason="a reason")
    mark(room, 0, Status.UNKNOWN)
    assert tables(room.record) == before


def test_a_reason_can_be_given_with_the_mark_or_later() -> None:
    room = a_session()
    mark(room, 0, Status.EXCUSED, reason="ill")
    assert of(room).reason == "ill"
    attendance.give_reason(room.record, room.session, room.members[0], "at work")
    assert of(room).reason == "at work"
    mark(room, 0, Status.HERE)
    assert of(room).reason == ""


def test_everyone_here_marks_those_unknown_and_confirms_the_rest() -> None:
    room = a_session()
    mark(room, 0, Status.EXCUSED)
    mark(room, 1, Status.LATE, source=Source.KIOSK)
    assert (of(room, 1).source, of(room, 1).confirmed) == (Source.KIOSK, False)
    attendance.everyone_here(room.record, room.session)
    found = attendance.roster(room.record, room.session)
    assert [a.status for a in found] == [Status.EXCUSED, Status.LATE, Status.HERE, Status.HERE]
    assert all(a.confirmed for a in found)
    assert found[1].source is Source.KIOSK


def test_out_and_back_are_rows_and_can_happen_twice() -> None:
    room = a_session()
    mark(room, 0, Status.HERE)
    ana = room.members[0]
    said = []
    for _ in range(4):
        said.append(attendance.out_or_back(room.record, room.session, ana))
        room.pass_minutes(3)
    assert said == [True, False, True, False]
    rows = room.record.rows("SELECT out_at, back_at FROM absences_in_session ORDER BY out_at")
    assert [row["back_at"] is not None for row in rows] == [True, True]
    assert of(room).out_since is None
    assert of(room).status is Status.HERE


def test_who_is_out_is_seen_to_be_out() -> None:
    room = a_session()
    mark(room, 0, Status.HERE)
    room.pass_minutes(3)
    attendance.out_or_back(room.record, room.session, room.members[0])
    assert of(room).out_since == MEETS_AT + timedelta(minutes=3)


@pytest.mark.parametrize("status", [Status.UNKNOWN, Status.EXCUSED, Status.ABSENT])
def test_who_turns_out_not_to_be_here_was_never_out(status: Status) -> None:
    room = a_session()
    mark(room, 0, Status.HERE)
    attendance.out_or_back(room.record, room.session, room.members[0])
    mark(room, 0, status)
    assert of(room).out_since is None
    assert room.record.rows("SELECT * FROM absences_in_session") == []
    with pytest.raises(Refused, match="step out"):
        attendance.out_or_back(room.record, room.session, room.members[0])


def test_somebody_may_take_part_by_video_or_phone() -> None:
    room = a_session()
    for mode in (Mode.VIDEO, Mode.PHONE, Mode.ROOM):
        attendance.set_mode(room.record, room.session, room.members[0], mode)
        assert of(room).mode is mode


def test_who_is_not_expected_cannot_be_marked() -> None:
    room = a_session()
    before = tables(room.record, but=())
    assert_refused(
        "not expected",
        lambda: attendance.mark(room.record, room.session, "stranger", Status.HERE),
        lambda: attendance.give_reason(room.record, room.session, "stranger", "x"),
        lambda: attendance.set_mode(room.record, room.session, "stranger", Mode.PHONE),
        lambda: attendance.out_or_back(room.record, room.session, "stranger"),
    )
    assert tables(room.record, but=()) == before


def test_nobody_is_marked_before_the_start() -> None:
    room = a_session(started=False)
    with pytest.raises(Refused):
        mark(room, 0, Status.HERE)
    assert attendance.roster(room.record, room.session) == ()
