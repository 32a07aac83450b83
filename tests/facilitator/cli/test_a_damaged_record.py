"""Where a record is damaged the newest good backup is offered, with the time it is of, and the command that works."""

from __future__ import annotations

import shlex
from datetime import timedelta
from pathlib import Path

import pytest

from agenda.record.backup.folder import backups_in
from agenda.record.backup.name import Backup, backup_folder
from agenda.record.backup.plan import plan_path
from agenda.record.backup.restoring import restore
from agenda.record.keys.key_file import key_file_path
from facilitator.backups.offer import newest_good
from facilitator.backups.second_place import FOLDER, bring_up_to_date, choose
from facilitator.backups.words import when
from facilitator.cli import main
from tests.agenda.record.backup.kept import SECRET, a_kept_record, tables_at
from tests.builders import NOON

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with three backups of three days."""
    (tmp_path / "a folder").mkdir()
    kept = a_kept_record(tmp_path / "a folder")
    for day in range(3):
        kept.back_up(NOON + timedelta(days=day))
    kept.record.close()
    return kept.path


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", SECRET)


def ended(*args: object) -> int | str | None:
    with pytest.raises(SystemExit) as caught:
        main([str(arg) for arg in args])
    return caught.value.code


def lying(path: Path) -> tuple[Backup, ...]:
    return backups_in(backup_folder(path))


def spoil(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[5000] ^= 1
    file.write_bytes(content)


def spoil_all_pages(record: Path) -> None:
    record.write_bytes(bytes(len(record.read_bytes())))


@pytest.mark.parametrize("command", [("export", "--json", "out"), ("verify",), ("backup",)])
def test_the_newest_is_offered_and_its_command_brings_it_back(
    path: Path, command: tuple[str, ...], capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    was = tables_at(path)
    spoil_all_pages(path)
    assert ended("--record", path, *command) == 3
    said = capsys.readouterr().err
    assert f"The newest good backup is of {when(NOON + timedelta(days=2))}; what was written after" in said
    assert "Traceback" not in said
    offered = shlex.split(said.splitlines()[-1])
    assert offered[0] == "facilitator"
    assert ended(*offered[1:]) == 0
    assert tables_at(path) == was


def test_one_that_is_spoilt_itself_is_not_offered(path: Path, capsys: Captured) -> None:
    spoil_all_pages(path)
    newest, middle, _oldest = lying(path)
    spoil(newest.path)
    assert ended("--record", path, "verify") == 3
    assert str(middle.path) in capsys.readouterr().err
    assert newest_good(path) == middle


def test_the_second_place_has_one_where_the_folder_beside_has_none(path: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    choose(tmp_path / "stick")
    bring_up_to_date(path)
    for backup in lying(path):
        spoil(backup.path)
    found = newest_good(path)
    assert found is not None
    assert found.path.parent == tmp_path / "stick" / FOLDER


def test_a_key_file_that_is_spoilt_still_finds_its_backups(path: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "stick").mkdir()
    choose(tmp_path / "stick")
    newest = bring_up_to_date(path).newest
    assert newest is not None
    key_file_path(path).write_bytes(b"{}")
    assert ended("--record", path, "verify") == 3
    assert newest.path.name in capsys.readouterr().err
    assert bring_up_to_date(path).newest == newest


def test_without_a_good_one_that_is_said(path: Path, capsys: Captured) -> None:
    spoil_all_pages(path)
    for backup in lying(path):
        spoil(backup.path)
    assert ended("--record", path, "verify") == 3
    assert "There is no good backup of it" in capsys.readouterr().err


def test_where_a_backup_is_damaged_nobody_is_told_to_replace_the_record(path: Path, capsys: Captured) -> None:
    spoil(lying(path)[0].path)
    for args in (("restore", lying(path)[0].path), ("verify", lying(path)[0].path)):
        assert ended("--record", path, *args) == 3
        assert "newest good backup" not in capsys.readouterr().err


def test_restore_without_a_file_names_the_newest_good_one(path: Path, capsys: Captured) -> None:
    assert ended("--record", path, "restore") == 1
    said = capsys.readouterr().err
    assert "Which backup?" in said
    assert str(lying(path)[0].path) in said
    for backup in lying(path):
        backup.path.unlink()
    assert ended("--record", path, "restore") == 1
    assert "No good one was found" in capsys.readouterr().err


def test_restore_without_a_file_finishes_one_that_was_cut_short(path: Path, capsys: Captured) -> None:
    was = tables_at(path)
    newest = lying(path)[0].path
    aside = restore(newest, path, NOON).set_aside
    assert aside is not None
    mark = "0123abcd"
    for file in (path, key_file_path(path)):  # as after the two that were there went aside
        file.rename(file.with_name(f".{file.name}.restoring-{mark}"))
    plan_path(path).write_text(
        f'{{"aside": "{aside.name}", "mark": "{mark}", "made_at": "2026-11-26T12:00:00.000Z", "seal": "none"}}'
    )
    for command in ("verify", "backup", "console"):
        assert ended("--record", path, command) == 1
        said = capsys.readouterr().err
        if command != "console" or "terminal" not in said:
            assert "Nothing is lost." in said
            assert f"What was here before is kept as {aside}." in said
    assert ended("--record", path, "restore") == 0
    assert f"What was there before is kept as {aside}." in capsys.readouterr().out
    assert tables_at(path) == was


def test_what_it_still_gives_is_saved_beside_it_and_opens(path: Path, capsys: Captured) -> None:
    was = tables_at(path)
    content = path.read_bytes()
    path.write_bytes(content[:-2000] + bytes(1000) + content[-1000:])
    damaged = path.read_bytes()
    assert ended("--record", path, "verify") == 3
    assert f"facilitator rescue --record {shlex.quote(str(path))}" in capsys.readouterr().err
    assert ended("--record", path, "rescue") == 0
    said = capsys.readouterr().out
    (saved,) = path.parent.glob("record.rescued-*Z")
    assert f"was saved as {saved}." in said
    assert "Some of it could not be read any more, in: " in said
    assert path.read_bytes() == damaged
    given = tables_at(saved)
    assert given["members"] == was["members"]


def test_a_record_that_is_whole_is_saved_as_it_is(path: Path, capsys: Captured) -> None:
    assert ended("--record", path, "rescue") == 0
    assert "All of it could be read." in capsys.readouterr().out
    assert ended("--record", path.with_name("none"), "rescue") == 1
    assert "There is no record at this place." in capsys.readouterr().err
