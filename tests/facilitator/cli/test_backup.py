"""``facilitator backup``, ``restore`` and ``verify``: what is written where, what is refused, and how each ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from agenda.record.backup.folder import backups_in
from agenda.record.backup.name import backup_folder
from agenda.record.opening import create_record, open_record
from facilitator.backups.second_place import FOLDER, choose
from facilitator.cli import cli, main
from facilitator.settings import settings_file
from tests.agenda.record.backup.kept import SECRET, a_kept_record, all_tables, names, tables_at
from tests.builders import CHEAP, a_clock, a_group

SPOILT = 80


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    kept = a_kept_record(tmp_path / "folder")
    kept.record.close()
    return kept.path


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", SECRET)


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def ended(*args: object) -> int | str | None:
    with pytest.raises(SystemExit) as caught:
        main([str(arg) for arg in args])
    return caught.value.code


def the_backup(path: Path) -> Path:
    return backups_in(backup_folder(path))[0].path


def test_it_is_made_beside_an_open_console_and_says_where(path: Path) -> None:
    console = open_record(path, SECRET, clock=a_clock())
    a_group(console, name="A moment ago")
    was = all_tables(console)
    result = run("backup", "--record", path)
    console.close()
    assert result.exit_code == 0
    assert f"Backed up to {the_backup(path)}; it was opened and checked." in result.output
    assert run("restore", the_backup(path), "--to", path.with_name("copy")).exit_code == 0
    assert tables_at(path.with_name("copy")) == was


def test_a_place_gets_one_file_and_nothing_there_is_taken_away(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for _again in range(12):
        assert run("backup", "--record", path, stick).exit_code == 0
    assert len(names(stick)) == 12
    assert not backup_folder(path).exists()


def test_the_second_place_gets_a_copy_or_is_said_to_be_away(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose(stick)
    assert f"A copy is in {stick}." in run("backup", "--record", path).output
    assert names(stick / FOLDER) == names(backup_folder(path))
    stick.rename(tmp_path / "pulled out")
    assert f"{stick} is not there; its last copy is of" in run("backup", "--record", path).output
    (tmp_path / "pulled out").rename(stick)
    run("backup", "--record", path)
    assert the_backup(path).name in names(stick / FOLDER)


def test_what_is_not_there_is_refused_before_anybody_types(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FACILITATOR_PASSPHRASE")
    for args in (
        ("backup", "--record", tmp_path / "none"),
        ("backup", "--record", path, tmp_path / "none"),
        ("restore", tmp_path / "none"),
        ("verify", tmp_path / "none"),
    ):
        assert ended(*args) == 1
    said = capsys.readouterr().err
    assert "There is no such folder." in said
    assert "passphrase" not in said


def test_restoring_asks_no_passphrase_and_sets_aside_what_is_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("backup", "--record", path)
    monkeypatch.delenv("FACILITATOR_PASSPHRASE")
    result = run("restore", "--record", path, the_backup(path))
    assert result.exit_code == 0
    assert "Restored the record as it was on " in result.output
    (aside,) = path.parent.glob("record.before-restore-*Z")
    assert f"What was there before is kept as {aside}." in result.output
    assert tables_at(aside) == tables_at(path)


def test_a_record_in_use_is_not_replaced(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("backup", "--record", path)
    console = open_record(path, SECRET)
    assert ended("restore", "--record", path, the_backup(path)) == 1
    console.close()
    assert "Another console has this record open." in capsys.readouterr().err


def test_a_spoilt_backup_ends_with_3_and_words_whatever_is_asked_of_it(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("backup", "--record", path)
    whole, random = the_backup(path).read_bytes(), Random(3)
    spoilt = tmp_path / "spoilt.facilitator-backup"
    for number in range(SPOILT):
        place = random.randrange(len(whole))
        content = bytearray(whole)
        content[place] ^= 1 << random.randrange(8)
        spoilt.write_bytes((content, whole[:place], whole[:place] + bytes(len(whole) - place))[number % 3])
        assert ended("restore", spoilt, "--to", tmp_path / "never") == 3
        assert ended("verify", spoilt) == 3
        said = capsys.readouterr()
        assert said.err.count("This is not a backup of Facilitator, or it is damaged.") == 2
        assert "Traceback" not in said.err
        assert said.out == ""
    assert not (tmp_path / "never").exists()


def test_a_spoilt_record_ends_with_3_and_words(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole, random = path.read_bytes(), Random(4)
    for number in range(SPOILT // 2):
        place = random.randrange(len(whole))
        content = bytearray(whole)
        content[place] ^= 1 << random.randrange(8)
        path.write_bytes((content, whole[:place])[number % 2])
        assert ended("verify", path) == 3
        said = capfd.readouterr()
        assert "Traceback" not in said.err
        assert "error number" not in said.err
        assert "sqlcipher" not in said.err.casefold()


def test_what_is_good_is_said_part_by_part(path: Path) -> None:
    run("backup", "--record", path)
    for args in (("verify", "--record", path), ("verify", path), ("verify", the_backup(path))):
        result = run(*args)
        assert result.exit_code == 0
        assert "✓ Every page\n" in result.output
        assert "✓ Reviewed notes: 2 reviews hold\n" in result.output
        assert result.output.endswith("Everything is as it should be.\n")
        assert "✗" not in result.output
    assert "✓ The file of the backup\n" in result.output


def test_a_renamed_backup_is_known_by_what_it_is(path: Path, tmp_path: Path) -> None:
    run("backup", "--record", path)
    renamed = the_backup(path).rename(tmp_path / "some file")
    assert "✓ The file of the backup" in run("verify", renamed).output


def test_a_journal_that_was_tampered_with_ends_with_3_and_its_line(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = open_record(path, SECRET)
    record.db.execute("DROP TRIGGER journal_notes_update")
    record.close()
    assert ended("verify", path) == 3
    said = capsys.readouterr()
    assert "✗ The journal: The record no longer writes down every change" in said.out
    assert "Not everything is as it should be." in said.err


def test_reading_commands_change_nothing(path: Path) -> None:
    before = {name: (path.parent / name).read_bytes() for name in names(path.parent)}
    run("verify", path)
    run("backup", "--record", path)
    after = {name: (path.parent / name).read_bytes() for name in before}
    assert after == before


def test_how_far_it_is_is_shown_where_somebody_watches(path: Path) -> None:
    import pexpect

    command = ["-m", "facilitator", "backup", "--record", str(path)]
    child = pexpect.spawn(sys.executable, command, timeout=60, encoding="utf-8")
    child.expect(r"Backing up… \d+ %")
    child.expect("Backed up to")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_no_word_of_the_record_is_in_what_these_commands_leave_behind(path: Path, tmp_path: Path) -> None:
    places = {"TMPDIR": tmp_path / "temp", "HOME": tmp_path / "home"}
    for place in places.values():
        place.mkdir()
    record = open_record(path, SECRET, clock=a_clock())
    a_group(record, name="Kanarienvogel")
    record.close()
    for args in (("backup",), ("verify",), ("restore", "BACKUP", "--to", str(tmp_path / "home" / "copy"))):
        given = [str(the_backup(path)) if arg == "BACKUP" else arg for arg in args]
        command = [sys.executable, "-m", "facilitator", "--record", str(path), *given]
        environment = {**os.environ, **{name: str(place) for name, place in places.items()}}
        assert subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False).returncode == 0
    assert names(places["TMPDIR"]) == []
    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.suffix == ".facilitator-backup" for file in written)
    for file in written:
        content = file.read_bytes()
        assert not [word for word in ("Kanarienvogel", "Bruno", "Robin", SECRET) if word.encode() in content]
        assert "Kanarienvogel" not in file.name


def test_a_record_in_a_synchronised_folder_is_warned_of(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "work"
    record, _code = create_record(folder / "record", SECRET, name="Robin", cost=CHEAP)
    record.close()
    assert "lies in a folder of Dropbox" in run("backup", "--record", folder / "record").output


def test_the_second_place_is_the_only_thing_settings_know(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose(stick)
    run("backup", "--record", path)
    kept = json.loads(settings_file().read_bytes())
    assert kept.keys() == {"second_place", "sent"}
    assert kept["second_place"] == str(stick)
