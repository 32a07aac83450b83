"""A record made by the first version, with a past in it: saved beside itself, brought up to date, nothing lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agenda.clock import ManualClock
from agenda.homework import Plan
from agenda.ids import SeededIds
from agenda.instant import to_text
from agenda.record import schema
from agenda.record.action import action
from agenda.record.backup.container import unpack
from agenda.record.backup.folder import backups_in
from agenda.record.backup.name import backup_folder
from agenda.record.connection import Record, connect
from agenda.record.export import export
from agenda.record.journal import columns, journalled_tables
from agenda.record.keys.key_file import unlock
from agenda.record.migrations import STEPS
from agenda.record.opening import create_record, open_record
from agenda.record.rows import goal, homework, hour, session, turn
from agenda.record.undo import undo
from agenda.session import PhaseKey, SessionKind
from tests.agenda.record.triggers import trigger_names
from tests.builders import CHEAP, TODAY, Room, a_clock, a_session, tables

SECRET = "correct horse"
FIRST = "0001-hour"
Tables = dict[str, list[dict[str, Any]]]


def a_past(record: Record) -> Room:
    """An hour as the first version could lead it."""
    room = a_session(record, members=3)
    for member, status in zip(room.members, ("late", "here", "here"), strict=True):
        with action(record, "attendance.mark", session=room.session, member=member):
            values = "status = ?, arrived_at = ?, source = 'console', confirmed = 1"
            now = to_text(record.clock.now())
            record.db.execute(f"UPDATE attendance SET {values} WHERE member_id = ?", [status, now, member])
    with action(record, "attendance.out_or_back", session=room.session, member=room.members[1]):
        away = {"id": record.ids(), "session_id": room.session, "member_id": room.members[1]}
        record.insert("absences_in_session", {**away, "out_at": to_text(record.clock.now()), "back_at": None})
    hour.begin_phase(record, room.session, room.phase(PhaseKey.LESSON))
    hour.change_minutes(record, room.session, room.phase(PhaseKey.LESSON), 2)
    hour.pause(record, room.session)
    with action(record, "follow_up.add", session=room.session, member=room.members[2]):
        row = {"id": record.ids(), "session_id": room.session, "member_id": room.members[2], "what": "Call", "who": ""}
        days = {"due": TODAY.isoformat(), "created_at": to_text(record.clock.now()), "done_at": None}
        record.insert("follow_ups", {**row, **days})
    record.db.execute("INSERT INTO drafts (key, text, saved_at) VALUES ('a', 'half a word', '2026')")
    return room


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, Tables, Room]:
    path = tmp_path / "record"
    with pytest.MonkeyPatch.context() as first_version:
        first_version.setattr(STEPS, "_migrations", [step for step in STEPS._migrations if step.name == FIRST])
        first_version.setattr(schema, "NAMES", (FIRST,))
        clock = a_clock()
        record, _code = create_record(path, SECRET, name="Robin", clock=clock, ids=SeededIds(clock, 1), cost=CHEAP)
        room = a_past(record)
        before = tables(record, but=("lease",))
        assert "homework" not in before
        record.close()
    return path, before, room


def reopened(path: Path) -> Record:
    clock = ManualClock(a_clock().now() + timedelta(hours=2))
    return open_record(path, SECRET, clock=clock, ids=SeededIds(clock, 2))


def test_nothing_is_lost_and_the_journal_is_as_it_was(old: tuple[Path, Tables, Room]) -> None:
    path, before, _room = old
    record = reopened(path)
    after = tables(record, but=("lease",))
    for row in after["groups"]:
        added = ("reviews", "address", "edition", "clock", "calendar_title", "place")
        assert [row.pop(name) for name in added] == [2, "", "", 1, "", ""]
    assert [row.pop("large_print") for row in after["members"]] == [0] * len(after["members"])
    assert {row.pop("came_of") for row in after["follow_ups"]} == {""}
    later = (
        ("attendance", "excuse"),
        ("follow_ups", "kind"),
        ("follow_ups", "asked_in"),
        ("session_lessons", "put_off"),
    )
    for table, column in (*later, ("session_lessons", "put_off_from")):
        assert {row.pop(column) for row in after[table]} == {None}
    assert {name: after[name] for name in before} == before
    assert all(rows == [] for name, rows in after.items() if name not in before)
    assert not schema.pending(record.db)
    assert export(record)["groups"][0]["reviews"] == 2
    record.close()


def test_the_old_record_lies_beside_it_as_it_was_under_the_same_key(old: tuple[Path, Tables, Room]) -> None:
    path, before, _room = old
    reopened(path).close()
    (backup,) = backups_in(backup_folder(path))
    assert unpack(backup.path, path.with_name("copy"), path.with_name("copy.keys")).schema == FIRST
    saved = Record(connect(path.with_name("copy"), unlock(path, SECRET).raw_key, read_only=True))
    assert tables(saved, but=("lease",)) == before
    assert [step.name for step in STEPS.applied(saved.db)] == [FIRST]
    saved.close()


def test_every_table_has_its_triggers_with_every_column(old: tuple[Path, Tables, Room]) -> None:
    record = reopened(old[0])
    rows = record.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    found = {row["name"]: row["sql"] for row in rows}
    tables_kept = journalled_tables(record.db)
    assert found.keys() == {name for table in tables_kept for name in trigger_names(table)}
    for table in tables_kept:
        for column in columns(record.db, table):
            insert, update, delete = (found[name] for name in trigger_names(table))
            for statement, side in ((insert, "NEW"), (update, "OLD"), (update, "NEW"), (delete, "OLD")):
                assert f"'{column}', {side}.\"{column}\"" in statement
    record.close()


def test_the_hour_goes_on_with_all_that_is_new(old: tuple[Path, Tables, Room]) -> None:
    path, _before, room = old
    record = reopened(path)
    walk = homework.agree(record, room.session, room.members[0], Plan("Walk"))
    goal.set_goal(record, room.members[0], "A flat", on=TODAY)
    turn.hold(record, room.session, room.members[0])
    assert record.rows("SELECT count(*) AS n FROM journal WHERE \"table\" = 'homework'") == [{"n": 1}]
    session.end(record, room.session)
    later = session.plan(record, room.group, day=TODAY + timedelta(days=7), kind=SessionKind.USUAL)
    assert [found.id for found in homework.due(record, later)[room.members[0]]] == [walk]
    record.close()


def test_what_was_done_before_can_still_be_undone(old: tuple[Path, Tables, Room]) -> None:
    path, before, room = old
    record = reopened(path)
    done = undo(record, room.session)
    assert done is not None
    assert done.verb == "follow_up.add"
    assert record.rows("SELECT * FROM follow_ups") == []
    assert len(before["follow_ups"]) == 1
    record.close()
