"""Who changed what when: every write, nothing but writes, and nothing outside an action."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

import agenda.record
from agenda.attendance import Status
from agenda.error import Refused
from agenda.record import journal
from agenda.record.action import VERBS, action
from agenda.record.connection import Record
from agenda.record.rows import attendance, group, hour, session
from tests.agenda.record.triggers import trigger_names
from tests.builders import a_group, a_record, a_session, tables

SOURCES = Path(agenda.record.__file__).parent


def columns_in(trigger: str, side: str) -> set[str]:
    """The columns a trigger writes as JSON for one side, read from its SQL."""
    return set(re.findall(rf"'(\w+)', {side}\.\"\1\"", trigger))


def trigger_sql(record: Record) -> dict[str, str]:
    found = record.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row["name"]: row["sql"] for row in found}


def test_every_trigger_writes_exactly_the_columns_of_its_table() -> None:
    record = a_record()
    triggers = trigger_sql(record)
    for table in journal.journalled_tables(record.db):
        names = set(journal.columns(record.db, table))
        inserted, updated, deleted = (triggers.pop(name) for name in trigger_names(table))
        assert (columns_in(inserted, "NEW"), columns_in(inserted, "OLD")) == (names, set())
        assert (columns_in(deleted, "NEW"), columns_in(deleted, "OLD")) == (set(), names)
        assert columns_in(updated, "NEW") == columns_in(updated, "OLD") == names
        compared = set(re.findall(r'OLD\."(\w+)" IS NOT NEW\."\1"', updated))
        assert compared == names
    assert triggers == {}


def test_a_table_added_later_is_journalled_once_the_triggers_are_remade() -> None:
    record = a_record()
    record.db.execute("CREATE TABLE extras (id TEXT PRIMARY KEY, words TEXT)")
    record.db.execute("ALTER TABLE groups ADD COLUMN colour TEXT")
    journal.remake_triggers(record.db)
    with action(record, "extra"):
        record.insert("extras", {"id": "x", "words": "w"})
    assert record.rows("SELECT * FROM journal")[-1]["after"] == '{"id":"x","words":"w"}'
    assert "colour" in columns_in(trigger_sql(record)["journal_groups_update"], "NEW")


def test_what_is_not_journalled_only_serves_the_running_console() -> None:
    record = a_record()
    known = set(record.db.table_names())
    assert known - set(journal.journalled_tables(record.db)) == {
        "journal", "current_action", "lease", "drafts", "restore_points", "_sqlite_migrations",
    }  # fmt: skip


def test_columns_hold_only_what_json_can_carry() -> None:
    record = a_record()
    kinds = {
        row[2].upper()
        for table in journal.journalled_tables(record.db)
        for row in record.db.execute(f'PRAGMA table_info("{table}")').fetchall()
    }
    assert kinds == {"TEXT", "INTEGER"}


def test_a_write_outside_an_action_aborts() -> None:
    room = a_session()
    before = tables(room.record, but=())
    writes: tuple[Callable[[], object], ...] = (
        lambda: room.record.update("groups", room.group, {"name": "Other"}),
        lambda: room.record.insert("guests", {"id": "g", "session_id": room.session, "count": 1, "kind": "s"}),
        lambda: room.record.delete_of_session("attendance", room.session),
    )
    for write in writes:
        with pytest.raises(sqlcipher.IntegrityError, match=r"journal\.action"):
            write()
    assert tables(room.record, but=()) == before


def test_no_source_replaces_rows() -> None:
    statements = re.compile(r"OR REPLACE|REPLACE INTO|replace=True|upsert|PRAGMA foreign_keys *= *OFF", re.IGNORECASE)
    for source in SOURCES.rglob("*.py"):
        if source.name == "rescuing.py":  # what a damaged record still gives may refer to rows that are lost
            continue
        assert not statements.search(source.read_text(encoding="utf-8")), source.name


def test_each_row_says_who_did_what_to_whom_and_when() -> None:
    room = a_session()
    attendance.mark(room.record, room.session, room.members[1], Status.EXCUSED, reason="ill")
    row = room.record.rows("SELECT * FROM journal ORDER BY seq")[-1]
    assert row["verb"] == "attendance.mark"
    assert (row["session"], row["member"]) == (room.session, room.members[1])
    assert row["facilitator"] == room.record.facilitator
    assert row["at"] == "2026-11-24T14:00:00.000Z"
    assert (row["table"], row["operation"], row["undoable"], row["undoes"]) == ("attendance", "update", 1, None)
    before, after = json.loads(row["before"]), json.loads(row["after"])
    assert {name for name in after if after[name] != before[name]} == {"status", "reason", "source", "confirmed"}


def test_saying_again_what_is_so_leaves_no_trace() -> None:
    room = a_session()
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    before = tables(room.record, but=())
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    assert tables(room.record, but=()) == before


def test_one_intent_is_one_action_however_much_it_writes() -> None:
    room = a_session(members=4)
    attendance.everyone_here(room.record, room.session)
    rows = room.record.rows("SELECT * FROM journal WHERE verb = 'attendance.everyone_here'")
    assert len(rows) == 4
    assert len({row["action"] for row in rows}) == 1


def test_the_current_action_is_empty_after_success_and_after_failure() -> None:
    room = a_session()
    assert room.record.rows("SELECT * FROM current_action") == []
    with pytest.raises(Refused):
        group.create(room.record, "  ", weekday=1, starts=room.clock.now().time(), zone="UTC", module="")
    assert room.record.rows("SELECT * FROM current_action") == []
    assert not room.record.in_action


def test_a_verb_that_fails_halfway_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    room = a_session(started=False)
    before = tables(room.record, but=())

    def fails(record: Record, session_id: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(session, "_staff_from_writer", fails)
    with pytest.raises(KeyboardInterrupt):
        session.start(room.record, room.session)
    assert tables(room.record, but=()) == before
    monkeypatch.undo()
    session.start(room.record, room.session)


def test_a_refused_break_moves_nothing() -> None:
    room = a_session()
    session.end(room.record, room.session)
    before = tables(room.record, but=())
    for minutes in (0, 5):
        with pytest.raises(Refused):
            hour.take_break(room.record, room.session, minutes)
    assert tables(room.record, but=()) == before


def test_the_connection_keeps_promises_sqlite_does_not_make_by_itself() -> None:
    record = a_record()
    for pragma, wanted in (("foreign_keys", 1), ("recursive_triggers", 1), ("temp_store", 2), ("synchronous", 2)):
        assert record.db.execute(f"PRAGMA {pragma}").fetchone()[0] == wanted
    with pytest.raises(sqlcipher.IntegrityError), action(record, "orphan"):
        record.insert("guests", {"id": "g", "session_id": "nowhere", "count": 1, "kind": "s"})


def test_every_verb_has_a_name_of_its_own_and_says_what_it_does() -> None:
    assert all(re.fullmatch(r"[a-z_]+\.[a-z_]+", name) for name in VERBS)
    assert all(verb.function.__doc__ for verb in VERBS.values())


def test_a_record_that_only_reads_refuses_every_verb() -> None:
    record = a_record()
    record.read_only = True
    before = tables(record, but=())
    with pytest.raises(Refused, match="only reads"):
        a_group(record)
    assert tables(record, but=()) == before


def test_no_source_hands_a_path_to_the_library_that_would_open_it_unencrypted() -> None:
    calls = [
        line.strip()
        for source in SOURCES.rglob("*.py")
        for line in source.read_text(encoding="utf-8").splitlines()
        if "sqlite_utils.Database(" in line
    ]
    assert calls == ["return sqlite_utils.Database(connection, execute_plugins=False)"]
