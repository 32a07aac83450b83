"""That somebody looked, or took something out, is kept in the journal and is nothing to take back."""

from __future__ import annotations

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from agenda.access import Access
from agenda.attendance import Status
from agenda.record.rows import access, attendance
from agenda.record.rows import member as members
from agenda.record.undo import redo, redoable, undo, undoable
from tests.builders import TODAY, Room, a_session


@pytest.fixture
def room() -> Room:
    return a_session()


@pytest.mark.parametrize("kind", Access)
def test_each_kind_is_journalled_with_who_when_and_about_whom(room: Room, kind: Access) -> None:
    assert access.written_down(room.record, kind, member=room.members[0], session=room.session)
    row = room.record.rows("SELECT * FROM journal ORDER BY seq DESC LIMIT 1")[0]
    assert row["verb"] == ("access.take_out" if kind.leaves else "access.open")
    assert (row["member"], row["session"], row["facilitator"]) == (
        room.members[0],
        room.session,
        room.record.facilitator,
    )
    assert [found["kind"] for found in room.record.rows("SELECT kind FROM accesses")] == [kind.value]


def test_looking_changes_nothing_about_what_undo_and_redo_do(room: Room) -> None:
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    attendance.mark(room.record, room.session, room.members[1], Status.LATE)
    undo(room.record, room.session)
    before = undoable(room.record, room.session), redoable(room.record, room.session)
    for kind in Access:
        access.written_down(room.record, kind, member=room.members[0], session=room.session)
    assert (undoable(room.record, room.session), redoable(room.record, room.session)) == before
    assert redo(room.record, room.session) is not None
    assert attendance.roster(room.record, room.session)[1].status is Status.LATE


def test_a_member_added_by_mistake_is_taken_back_although_their_page_was_opened(room: Room) -> None:
    added = members.add(room.record, room.group, "Zoe", begins=TODAY)
    access.written_down(room.record, Access.GOAL_SHEET, member=added)
    undo(room.record, None)
    assert room.record.row("SELECT id FROM members WHERE id = ?", added) is None


def test_a_record_that_only_reads_is_read_without_a_line(room: Room) -> None:
    room.record.read_only = True
    assert not access.written_down(room.record, Access.GOAL_SHEET, member=room.members[0])
    assert room.record.rows("SELECT * FROM accesses") == []


def test_where_there_is_no_room_it_is_not_kept_and_nothing_else_happens(room: Room) -> None:
    pages = room.record.db.execute("PRAGMA page_count").fetchone()[0]
    room.record.db.execute(f"PRAGMA max_page_count = {pages}")
    kept = []
    for _each in range(2000):
        kept.append(access.written_down(room.record, Access.GOAL_SHEET, member=room.members[0]))
        if not kept[-1]:
            break
    assert kept[-1] is False
    assert len(room.record.rows("SELECT * FROM accesses")) == len(kept) - 1
    room.record.db.execute("PRAGMA max_page_count = 1000000")
    assert access.written_down(room.record, Access.GOAL_SHEET, member=room.members[0])


def test_a_fault_of_our_own_is_not_taken_for_a_full_disk(room: Room) -> None:
    with pytest.raises(sqlcipher.DatabaseError):
        room.record.insert("accesses", {"id": "x", "kind": "none of ours", "at": "now"})
