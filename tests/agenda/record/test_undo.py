"""Undo and redo as a facilitator meets them."""

from __future__ import annotations

from datetime import timedelta

from agenda.attendance import Status
from agenda.record.rows import attendance, facilitator, follow_up, group, hour, member, session
from agenda.record.undo import redo, redoable, undo, undoable
from agenda.session import PhaseKey, SessionKind
from tests.builders import TODAY, Room, a_group, a_record, a_session, assert_refused, tables


def statuses(room: Room) -> list[str]:
    return [a.status.value for a in attendance.roster(room.record, room.session)]


def mark(room: Room, place: int, status: Status) -> None:
    attendance.mark(room.record, room.session, room.members[place], status)


def test_undo_says_what_it_took_back_and_redo_what_it_did_again() -> None:
    room = a_session(members=2)
    mark(room, 0, Status.HERE)
    mark(room, 1, Status.ABSENT)
    taken = undo(room.record, room.session)
    assert taken is not None
    assert (taken.verb, taken.member) == ("attendance.mark", room.members[1])
    assert [row["status"] for row in taken.rows] == ["unknown"]
    assert statuses(room) == ["here", "unknown"]
    again = redo(room.record, room.session)
    assert again is not None
    assert (again.verb, [row["status"] for row in again.rows]) == ("attendance.mark", ["absent"])
    assert statuses(room) == ["here", "absent"]


def test_one_key_for_everyone_is_one_undo() -> None:
    room = a_session(members=5)
    before = tables(room.record)
    attendance.everyone_here(room.record, room.session)
    done = undo(room.record, room.session)
    assert done is not None
    assert len(done.rows) == 5
    assert tables(room.record) == before


def test_a_new_action_clears_what_could_be_redone() -> None:
    room = a_session(members=2)
    mark(room, 0, Status.HERE)
    undo(room.record, room.session)
    assert redoable(room.record, room.session) is not None
    mark(room, 1, Status.HERE)
    assert redoable(room.record, room.session) is None
    assert redo(room.record, room.session) is None
    assert statuses(room) == ["unknown", "here"]


def test_at_the_bottom_nothing_is_undone() -> None:
    room = a_session()
    before = tables(room.record, but=())
    assert undoable(room.record, room.session) is None
    assert undo(room.record, room.session) is None
    assert redo(room.record, room.session) is None
    assert tables(room.record, but=()) == before


def test_undo_is_journalled_itself() -> None:
    room = a_session()
    mark(room, 0, Status.HERE)
    undo(room.record, room.session)
    done, taken_back = room.record.rows("SELECT * FROM journal ORDER BY seq")[-2:]
    assert (taken_back["verb"], taken_back["undoes"], taken_back["member"]) == ("undo", done["action"], room.members[0])
    assert (taken_back["before"], taken_back["after"]) == (done["after"], done["before"])


def test_phases_pages_and_the_end_are_not_undone() -> None:
    room = a_session()
    mark(room, 0, Status.HERE)
    hour.begin_phase(room.record, room.session, room.phase(PhaseKey.LESSON))
    hour.page_shown(room.record, room.session, 2)
    hour.pause(room.record, room.session)
    session.end(room.record, room.session)
    ended = hour.hour(room.record, room.session)
    undo(room.record, room.session)
    assert statuses(room)[0] == "unknown"
    assert hour.hour(room.record, room.session) == ended
    assert undo(room.record, room.session) is None


def test_each_session_and_home_have_their_own_undo() -> None:
    room = a_session(members=1)
    mark(room, 0, Status.HERE)
    group.set_agreements(room.record, room.group, ("We listen.",))
    undo(room.record, room.session)
    assert statuses(room) == ["unknown"]
    assert group.group(room.record, room.group).agreements == ("We listen.",)
    undo(room.record, None)
    assert group.group(room.record, room.group).agreements == ()


def test_nobody_undoes_what_somebody_else_did() -> None:
    room = a_session(members=1)
    first = room.record.facilitator
    mark(room, 0, Status.HERE)
    room.record.facilitator = facilitator.add(room.record, "Kim", "OT")
    assert undo(room.record, room.session) is None
    mark(room, 0, Status.ABSENT)
    room.record.facilitator = first
    before = tables(room.record, but=())
    assert_refused("changed since", lambda: undo(room.record, room.session))
    assert tables(room.record, but=()) == before


def test_what_others_hang_on_is_not_undone() -> None:
    record = a_record()
    made = a_group(record)
    member.add(record, made, "Ana", begins=TODAY)
    session.start(record, session.plan(record, made, day=TODAY, kind=SessionKind.USUAL))
    before = tables(record, but=())
    assert_refused("changed since", lambda: undo(record, None))
    assert tables(record, but=()) == before


def test_what_has_lost_its_ground_is_not_done_again() -> None:
    room = a_session(members=1)
    new = member.add(room.record, room.group, "Zoe", begins=TODAY)
    follow_up.add(room.record, room.session, "Call", member=new)
    undo(room.record, room.session)
    undo(room.record, None)
    before = tables(room.record, but=())
    assert_refused("changed since", lambda: redo(room.record, room.session))
    assert tables(room.record, but=()) == before


def test_a_name_that_is_taken_meanwhile_is_not_taken_twice() -> None:
    room = a_session(members=1)
    first = room.record.facilitator
    member.rename(room.record, room.members[0], "Zoe")
    undo(room.record, None)
    room.record.facilitator = facilitator.add(room.record, "Kim", "OT")
    member.add(room.record, room.group, "ZOE", begins=TODAY)
    room.record.facilitator = first
    assert_refused("changed since", lambda: redo(room.record, None))


def test_an_earlier_start_can_be_undone_even_after_the_group_moved_on() -> None:
    room = a_session(late=timedelta(minutes=5))
    mark(room, 0, Status.HERE)
    before = room.record.rows("SELECT began_at FROM phase_runs"), attendance.roster(room.record, room.session)
    hour.started_earlier(room.record, room.session, 5)
    room.pass_minutes(3)
    hour.begin_phase(room.record, room.session, room.phase(PhaseKey.HOMEWORK))
    undo(room.record, room.session)
    found = room.record.rows("SELECT began_at FROM phase_runs ORDER BY began_at")
    assert (found[:1], attendance.roster(room.record, room.session)) == before
    assert len(found) == 2


def test_another_column_of_the_same_row_may_have_changed() -> None:
    room = a_session()
    group.set_agreements(room.record, room.group, ("We listen.",))
    first, room.record.facilitator = room.record.facilitator, facilitator.add(room.record, "Kim", "OT")
    found = group.group(room.record, room.group)
    group.change(room.record, room.group, name="Other", weekday=2, starts=found.starts, minutes=90)
    room.record.facilitator = first
    undo(room.record, None)
    left = group.group(room.record, room.group)
    assert (left.name, left.minutes, left.agreements) == ("Other", 90, ())
