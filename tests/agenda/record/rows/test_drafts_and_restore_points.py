"""Drafts and the page on the wall: kept at once, beside the journal."""

from __future__ import annotations

from agenda.record.rows import draft, restore_point
from agenda.record.rows.restore_point import RestorePoint
from tests.builders import a_record, a_session, assert_refused


def test_a_draft_is_what_was_typed_last_until_it_is_dropped() -> None:
    record = a_record()
    assert draft.draft(record, "reason:ana") is None
    draft.save(record, "reason:ana", "was i")
    draft.save(record, "reason:ana", "was ill\n[red]")
    draft.save(record, "reason:bea", "")
    assert draft.draft(record, "reason:ana") == "was ill\n[red]"
    assert draft.draft(record, "reason:bea") == ""
    draft.drop(record, "reason:ana")
    draft.drop(record, "reason:ana")
    assert draft.draft(record, "reason:ana") is None


def test_each_session_remembers_its_page() -> None:
    room = a_session()
    assert restore_point.restore_point(room.record, room.session) is None
    for page in (0, 3):
        restore_point.save(room.record, room.session, RestorePoint("lesson", page))
    assert restore_point.restore_point(room.record, room.session) == RestorePoint("lesson", 3)


def test_neither_is_an_action() -> None:
    room = a_session()
    before = room.record.rows("SELECT count(*) AS count FROM journal")
    draft.save(room.record, "k", "text")
    restore_point.save(room.record, room.session, RestorePoint("x", 1))
    assert room.record.rows("SELECT count(*) AS count FROM journal") == before


def test_a_record_that_only_reads_keeps_no_drafts() -> None:
    room = a_session()
    room.record.read_only = True
    assert_refused(
        "only reads",
        lambda: draft.save(room.record, "k", "text"),
        lambda: draft.drop(room.record, "k"),
        lambda: restore_point.save(room.record, room.session, RestorePoint("x", 1)),
    )
