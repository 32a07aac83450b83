"""Older and newer records: an old one is saved, then brought up to date; a newer one is left alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
import sqlite_utils

from agenda.error import Damaged
from agenda.record import schema
from agenda.record.backup.container import unpack
from agenda.record.backup.folder import backups_in
from agenda.record.backup.name import backup_folder
from agenda.record.connection import Record, connect
from agenda.record.journal import columns
from agenda.record.keys.key_file import unlock
from agenda.record.migrations import NAMES, STEPS
from agenda.record.opening import create_record, open_record
from tests.agenda.record.triggers import trigger_names
from tests.builders import CHEAP, a_group, a_record, assert_refused, tables

SECRET = "correct horse"
LATER = "0099-later"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record, _code = create_record(tmp_path / "record", SECRET, name="Robin", cost=CHEAP)
    a_group(record)
    record.close()
    return tmp_path / "record"


@pytest.fixture
def later_step(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This version knows one step more than the one that made the record."""

    def colour(db: sqlite_utils.Database) -> None:
        db.execute("ALTER TABLE groups ADD COLUMN colour TEXT")

    monkeypatch.setattr(STEPS, "_migrations", list(STEPS._migrations))
    STEPS(name=LATER)(colour)
    monkeypatch.setattr(schema, "NAMES", (*NAMES, LATER))


def test_every_step_has_a_number_a_name_and_its_place() -> None:
    assert tuple(step.name for step in STEPS._migrations) == NAMES
    assert list(NAMES) == sorted(NAMES)


@pytest.mark.usefixtures("later_step")
def test_an_old_record_is_saved_first_and_then_brought_up_to_date(path: Path) -> None:
    key = unlock(path, SECRET).raw_key
    record = open_record(path, SECRET)
    assert "colour" in columns(record.db, "groups")
    assert [row["name"] for row in record.rows("SELECT name FROM groups")] == ["Tuesday"]
    (backup,) = backups_in(backup_folder(path))
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    copy = path.with_name("copy")
    assert unpack(backup.path, copy, path.with_name("copy.keys")).schema == NAMES[-1]
    saved = Record(connect(copy, key, read_only=True))
    assert "colour" not in columns(saved.db, "groups")
    left_out = ("lease",)
    now = tables(record, but=left_out)
    for row in now["groups"]:
        del row["colour"]
    assert tables(saved, but=left_out) == now
    assert {row["name"] for row in saved.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")} >= set(
        trigger_names("groups")
    )
    saved.close()
    record.close()
    assert b"Tuesday" not in copy.read_bytes()


@pytest.mark.usefixtures("later_step")
def test_a_column_that_came_later_is_journalled(path: Path) -> None:
    record = open_record(path, SECRET)
    a_group(record, name="New")
    assert '"colour":null' in record.rows("SELECT * FROM journal ORDER BY seq")[-1]["after"]
    record.close()


@pytest.mark.usefixtures("later_step")
def test_an_old_record_is_not_changed_by_reading(path: Path) -> None:
    before = path.read_bytes()
    assert_refused("earlier version", lambda: open_record(path, SECRET, read_only=True))
    assert path.read_bytes() == before
    assert not backup_folder(path).exists()


@pytest.mark.usefixtures("later_step")
def test_an_old_record_that_cannot_be_saved_first_stays_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    backup_folder(path).write_text("in the way")
    assert_refused("backup cannot be written", lambda: open_record(path, SECRET))
    backup_folder(path).unlink()
    assert path.read_bytes() == before


def test_a_record_up_to_date_is_not_copied(path: Path) -> None:
    open_record(path, SECRET).close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["record", "record.keys", "record.lock"]


def test_a_newer_record_is_neither_written_nor_read(path: Path, later_step: None) -> None:
    open_record(path, SECRET).close()
    before = path.read_bytes()
    with pytest.MonkeyPatch.context() as older:
        older.setattr(schema, "NAMES", NAMES)
        older.setattr(STEPS, "_migrations", [s for s in STEPS._migrations if s.name in NAMES])
        for read_only in (True, False):
            with pytest.raises(Damaged, match="newer version"):
                open_record(path, SECRET, read_only=read_only)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_record_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(db: sqlite_utils.Database) -> None:
        db.execute("ALTER TABLE groups ADD COLUMN colour TEXT")
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(STEPS, "_migrations", list(STEPS._migrations))
        STEPS(name=LATER)(fails)
        broken.setattr(schema, "NAMES", (*NAMES, LATER))
        with pytest.raises(ZeroDivisionError):
            open_record(path, SECRET)
    record = open_record(path, SECRET)
    assert "colour" not in columns(record.db, "groups")
    a_group(record, name="Still journalled")
    record.close()


def test_migrating_twice_changes_nothing() -> None:
    record = a_record()
    before = tables(record, but=())
    schema.migrate(record.db)
    assert not schema.pending(record.db)
    assert tables(record, but=()) == before
