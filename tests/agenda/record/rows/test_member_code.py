"""Codes for the kiosk: four digits, one a member, unique in the group, drawn by lot."""

from __future__ import annotations

import secrets
from datetime import timedelta

import pytest

from agenda.attendance import GRACE, Source, Status
from agenda.member import MembershipStatus
from agenda.record.rows import attendance, member, member_code, session
from agenda.record.undo import undo, undoable
from tests.builders import MEETS_AT, TODAY, Room, a_session, assert_refused


def test_everyone_gets_one_and_keeps_it() -> None:
    room = a_session(members=9)
    assert member_code.complete(room.record, room.group) == 9
    codes = member_code.codes(room.record, room.group)
    assert set(codes) == set(room.members)
    assert len(set(codes.values())) == 9
    assert all(len(code) == 4 and code.isdecimal() and len(set(code)) > 1 for code in codes.values())
    assert member_code.complete(room.record, room.group) == 0
    assert member_code.codes(room.record, room.group) == codes


def test_who_left_gets_none_and_who_rests_does() -> None:
    room = a_session(members=3)
    for one, status in zip(room.members, (MembershipStatus.LEFT, MembershipStatus.SUSPENDED), strict=False):
        member.change_status(room.record, one, status, begins=TODAY)
    member_code.complete(room.record, room.group)
    assert set(member_code.codes(room.record, room.group)) == set(room.members[1:])


def test_a_new_code_is_another_one_and_undone_the_old_one_again() -> None:
    room = a_session(members=2)
    member_code.complete(room.record, room.group)
    before = member_code.codes(room.record, room.group)
    new = member_code.renew(room.record, room.members[0])
    assert new not in before.values()
    assert member_code.codes(room.record, room.group) == {**before, room.members[0]: new}
    undo(room.record, None)
    assert member_code.codes(room.record, room.group) == before


def test_who_has_none_is_given_one_by_asking_for_a_new_one() -> None:
    room = a_session(members=2)
    code = member_code.renew(room.record, room.members[1])
    assert member_code.codes(room.record, room.group) == {room.members[1]: code}
    assert_refused("no such member", lambda: member_code.renew(room.record, "nobody"))


def test_a_taken_code_is_never_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "choice", lambda free: free[0])
    room = a_session(members=3)
    member_code.complete(room.record, room.group)
    assert sorted(member_code.codes(room.record, room.group).values()) == ["0001", "0002", "0003"]


def checked_in(room: Room, minutes: float, one: int = 0) -> bool:
    at = MEETS_AT + timedelta(minutes=minutes)
    return attendance.check_in(room.record, room.session, room.members[one], at)


@pytest.mark.parametrize(
    ("minutes", "status", "arrived"),
    [(-3, Status.HERE, 0), (0, Status.HERE, 0), (5, Status.HERE, 0), (6, Status.LATE, 6), (99, Status.LATE, 20)],
)
def test_a_check_in_is_here_or_late_by_its_time_and_to_be_confirmed(
    minutes: float, status: Status, arrived: float
) -> None:
    room = a_session()
    room.pass_minutes(20)
    assert checked_in(room, minutes)
    found = attendance.roster(room.record, room.session)[0]
    assert (found.status, found.source, found.confirmed) == (status, Source.KIOSK, False)
    assert found.arrived_at == MEETS_AT + timedelta(minutes=arrived)
    assert timedelta(minutes=5) == GRACE


def test_it_changes_nobody_the_facilitator_touched_not_even_one_taken_back() -> None:
    room = a_session()
    attendance.mark(room.record, room.session, room.members[0], Status.EXCUSED, reason="a job")
    attendance.mark(room.record, room.session, room.members[1], Status.HERE)
    attendance.mark(room.record, room.session, room.members[1], Status.UNKNOWN)
    before = attendance.roster(room.record, room.session)
    assert not checked_in(room, 1, 0)
    assert not checked_in(room, 1, 1)
    assert attendance.roster(room.record, room.session) == before
    assert undo(room.record, room.session) is not None


def test_it_counts_once_and_undo_passes_over_it() -> None:
    room = a_session()
    attendance.mark(room.record, room.session, room.members[1], Status.HERE)
    assert checked_in(room, 1)
    assert not checked_in(room, 9)
    done = undoable(room.record, room.session)
    assert done is not None
    assert (done.verb, done.member) == ("attendance.mark", room.members[1])
    attendance.everyone_here(room.record, room.session)
    assert all(one.confirmed for one in attendance.roster(room.record, room.session))


def test_it_needs_a_session_that_runs_and_a_member_of_it() -> None:
    room = a_session()
    at = room.clock.now()
    assert_refused("not expected", lambda: attendance.check_in(room.record, room.session, "nobody", at))
    session.end(room.record, room.session)
    assert_refused("has not begun", lambda: checked_in(room, 1))


def taken_back(room: Room, one: int = 0) -> bool:
    return attendance.take_back_check_in(room.record, room.session, room.members[one])


def test_a_check_in_by_somebody_else_is_taken_back_and_whose_it_is_can_still_check_in() -> None:
    room = a_session()
    before = attendance.roster(room.record, room.session)
    assert checked_in(room, 0)
    assert taken_back(room)
    assert attendance.roster(room.record, room.session) == before
    assert not taken_back(room)
    room.pass_minutes(7)
    assert checked_in(room, 7)
    assert attendance.roster(room.record, room.session)[0].status is Status.LATE


def test_what_the_facilitator_touched_is_not_taken_back() -> None:
    room = a_session()
    assert checked_in(room, 0)
    assert checked_in(room, 0, one=1)
    attendance.everyone_here(room.record, room.session)
    attendance.mark(room.record, room.session, room.members[1], Status.LATE)
    before = attendance.roster(room.record, room.session)
    assert not taken_back(room)
    assert not taken_back(room, one=1)
    assert attendance.roster(room.record, room.session) == before
