"""Drafts and the page on the wall: kept at once, beside the journal."""

from __future__ import annotations

from agenda.record.rows import place
from agenda.record.rows.place import RestorePoint
from tests.builders import a_record, a_session, assert_refused


def test_a_draft_is_what_was_typed_last_until_it_is_dropped() -> None:
    record = a_record()
    assert place.draft(record, "reason:ana") is None
    place.save_draft(record, "reason:ana", "was i")
    place.save_draft(record, "reason:ana", "was ill\n[red]")
    place.save_draft(record, "reason:bea", "")
    assert place.draft(record, "reason:ana") == "was ill\n[red]"
    assert place.draft(record, "reason:bea") == ""
    place.drop_draft(record, "reason:ana")
    place.drop_draft(record, "reason:ana")
    assert place.draft(record, "reason:ana") is None


def test_each_session_remembers_its_page() -> None:
    room = a_session()
    assert place.place(room.record, room.session) is None
    for page in (0, 3):
        place.save_place(room.record, room.session, RestorePoint("lesson", page))
    assert place.place(room.record, room.session) == RestorePoint("lesson", 3)


def test_neither_is_an_action() -> None:
    room = a_session()
    before = room.record.rows("SELECT count(*) AS count FROM journal")
    place.save_draft(room.record, "k", "text")
    place.save_place(room.record, room.session, RestorePoint("x", 1))
    assert room.record.rows("SELECT count(*) AS count FROM journal") == before


def test_a_record_that_only_reads_keeps_no_drafts() -> None:
    room = a_session()
    room.record.read_only = True
    assert_refused(
        "only reads",
        lambda: place.save_draft(room.record, "k", "text"),
        lambda: place.drop_draft(room.record, "k"),
        lambda: place.save_place(room.record, room.session, RestorePoint("x", 1)),
    )
