"""``facilitator export``: what is written where, and what is refused."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from agenda.error import Refused
from agenda.record.export import export as exported
from agenda.record.lock import WriterLock
from agenda.record.opening import create_record, open_record
from facilitator.cli import cli, main
from facilitator.whole_file import write_whole
from tests.builders import CHEAP, a_clock, a_group, assert_refused, tables

SECRET = "correct horse"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "record"
    made, _code = create_record(path, SECRET, name="Robin", clock=a_clock(), cost=CHEAP)
    a_group(made, name="Grüße [red] אנה")
    made.close()
    return path


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", SECRET)


def run(*args: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args], input=typed)


def ended(*args: object) -> int | str | None:
    with pytest.raises(SystemExit) as caught:
        main([str(arg) for arg in args])
    return caught.value.code


def whole(path: Path) -> object:
    record = open_record(path, SECRET, read_only=True)
    try:
        return exported(record)
    finally:
        record.close()


@pytest.mark.usefixtures("passphrase")
def test_the_export_is_the_record_and_belongs_to_its_owner(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    result = run("export", "--record", record, "--json", target)
    assert result.exit_code == 0
    assert json.loads(target.read_bytes()) == whole(record)
    text = target.read_text(encoding="utf-8")
    assert "Grüße [red] אנה" in text
    # A row a line, so that two exports can be compared by any program that compares texts.
    rows = sum(len(value) for value in json.loads(text).values() if isinstance(value, list))
    assert rows == sum(line.startswith("  {") for line in text.splitlines()) > 1
    assert '\n "guests": [],\n' in text
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert str(target) in result.output
    assert "not encrypted" in result.output


@pytest.mark.usefixtures("passphrase")
def test_a_dash_is_standard_output_and_nothing_else_is_said_there(record: Path) -> None:
    result = run("--record", record, "export", "--json", "-")
    assert json.loads(result.stdout_bytes) == whole(record)
    assert result.stderr == ""


@pytest.mark.usefixtures("passphrase")
def test_an_earlier_export_is_replaced_as_a_whole(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    target.chmod(0o644)
    run("export", "--record", record, "--json", target)
    assert json.loads(target.read_bytes()) == whole(record)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(file.name for file in tmp_path.iterdir()) == ["folder", "out.json"]


@pytest.mark.usefixtures("passphrase")
def test_it_reads_beside_a_console_that_is_writing(record: Path) -> None:
    console = open_record(record, SECRET)
    a_group(console, name="Just made")
    result = run("export", "--record", record, "--json", "-")
    console.close()
    assert [group["name"] for group in json.loads(result.stdout_bytes)["groups"]] == ["Grüße [red] אנה", "Just made"]


@pytest.mark.usefixtures("passphrase")
def test_an_export_is_one_line_in_the_journal_and_changes_nothing_else(record: Path) -> None:
    before = everything_but_the_journal(record)
    result = run("export", "--record", record, "--json", "-")
    assert result.stderr == ""
    *_earlier, line = json.loads(result.stdout_bytes)["journal"]
    assert (line["verb"], line["after"]["kind"], line["undoable"]) == ("access.take_out", "export", False)
    assert everything_but_the_journal(record) == before


@pytest.mark.usefixtures("passphrase")
def test_where_another_has_the_record_it_is_exported_untouched_and_that_is_said(record: Path) -> None:
    with WriterLock(record):
        before = {file.name: file.read_bytes() for file in record.parent.iterdir()}
        result = run("export", "--record", record, "--json", "-")
        assert result.exit_code == 0
        assert json.loads(result.stdout_bytes) == whole(record)
        assert result.stderr.startswith("The journal does not say that this was taken out")
        assert {file.name: file.read_bytes() for file in record.parent.iterdir()} == before


@pytest.mark.usefixtures("passphrase")
def test_a_record_that_can_only_be_read_is_exported_and_that_is_said(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(_lock: WriterLock) -> None:
        raise Refused("The folder of the record cannot be written.")

    monkeypatch.setattr(WriterLock, "acquire", cannot)
    result = run("export", "--record", record, "--json", "-")
    assert json.loads(result.stdout_bytes) == whole(record)
    assert result.stderr.startswith("The journal does not say that this was taken out")


def everything_but_the_journal(path: Path) -> dict[str, list[dict[str, Any]]]:
    record = open_record(path, SECRET, read_only=True)
    try:
        return tables(record, but=("journal", "accesses", "lease"))
    finally:
        record.close()


@pytest.mark.usefixtures("passphrase")
@pytest.mark.parametrize("ending", ["", ".keys", ".lock"])
def test_the_record_itself_is_never_written_over(
    record: Path, ending: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = record.with_name(record.name + ending)
    before = target.read_bytes()
    monkeypatch.chdir(record.parent)
    for name in (target, target.name, record.parent / ".." / "folder" / target.name):
        assert ended("export", "--record", record, "--json", name) == 1
        assert "belongs to the record" in capsys.readouterr().err
    assert target.read_bytes() == before


def test_a_wrong_passphrase_is_one_clear_sentence(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", "wrong")
    assert ended("export", "--record", record, "--json", tmp_path / "out.json") == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("This passphrase does not open the record.")
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize("given", [None, ""])
def test_without_passphrase_and_terminal_it_says_what_to_do(
    record: Path, given: str | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if given is not None:
        monkeypatch.setenv("FACILITATOR_PASSPHRASE", given)
    assert ended("export", "--record", record, "--json", "-") == 1
    assert "FACILITATOR_PASSPHRASE" in capsys.readouterr().err


def test_at_a_terminal_it_is_asked_without_showing_it(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    asked: list[dict[str, object]] = []

    def prompt(_words: str, **how: object) -> str:
        asked.append(how)
        return SECRET

    monkeypatch.setattr("facilitator.cli.passphrase.sys.stdin", Terminal())
    monkeypatch.setattr("facilitator.cli.passphrase.click.prompt", prompt)
    from facilitator.cli.passphrase import asked_passphrase

    assert asked_passphrase() == SECRET
    assert asked == [{"hide_input": True, "err": True}]


@pytest.mark.usefixtures("passphrase")
def test_where_there_is_no_record_it_says_how_to_name_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("export", "--record", tmp_path / "none", "--json", tmp_path / "out") == 1
    assert "--record PATH" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("passphrase")
def test_damaged_data_ends_with_three(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record.write_bytes(b"x" * 4096)
    assert ended("export", "--record", record, "--json", "-") == 3
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("passphrase")
def test_a_place_that_cannot_be_written_is_refused(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("export", "--record", record, "--json", tmp_path / "nowhere" / "out.json") == 1
    assert "cannot be written" in capsys.readouterr().err
    assert ended("export", "--record", record, "--json", tmp_path) == 2
    assert ended("export", "--record", record) == 2


def test_a_full_disk_leaves_neither_half_a_file_nor_a_stray_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert_refused("cannot be written", lambda: write_whole(target, b"new"))
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]
    assert target.read_text() == "old"
