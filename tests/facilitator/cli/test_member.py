"""``facilitator member``: who is who, and the copy for one of them as files."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from agenda.member import MembershipStatus
from agenda.record import opening
from agenda.record.lock import WriterLock
from agenda.record.rows import group, member
from facilitator.cli import main
from tests.builders import CHEAP, TODAY, a_clock, a_group
from tests.facilitator.paperwork.opened import words_of

PASSPHRASE = "a passphrase"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ana, who has left, and Bruno."""
    place = tmp_path / "folder" / "record"
    record, _code = opening.create_record(place, PASSPHRASE, name="Robin", clock=a_clock(), cost=CHEAP)
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("FACILITATOR_RECORD", str(place))
    one = a_group(record, name="Tuesday [red]")
    ana, _bruno = (member.add(record, one, name, begins=TODAY) for name in ("Ana", "Bruno"))
    member.change_status(record, ana, MembershipStatus.LEFT, begins=TODAY)
    record.close()
    return place


def run(*args: object) -> int:
    with pytest.raises(SystemExit) as caught:
        main(["member", *map(str, args)])
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_everybody_is_listed_with_the_word_by_which_commands_know_them(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    assert run("list") == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["Tuesday", "[red]"],
        ["1", "has", "left", "Ana"],
        ["2", "comes", "Bruno"],
    ]
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_the_copy_is_a_pdf_and_data_that_belong_to_their_owner_and_a_line_in_the_journal(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, data = tmp_path / "a.pdf", tmp_path / "a.json"
    assert run("copy", "2", "-o", pdf, "--json", data) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert str(pdf) in shown.out
    assert "not encrypted" in shown.out
    assert "Bruno" in words_of(pdf.read_bytes())
    found = json.loads(data.read_text("utf-8"))
    assert [one["name"] for one in found["members"]] == ["Bruno"]
    assert [one["kind"] for one in found["accesses"]] == ["copy"], "that it was made is kept about them, too"
    assert "Ana" not in data.read_text("utf-8")
    assert stat.S_IMODE(pdf.stat().st_mode) == stat.S_IMODE(data.stat().st_mode) == 0o600


def test_somebody_who_has_left_gets_theirs(path: Path, tmp_path: Path) -> None:
    assert run("copy", "1", "--json", tmp_path / "a.json") == 0
    assert [p["status"] for p in json.loads((tmp_path / "a.json").read_text("utf-8"))["membership_periods"]] == [
        "active",
        "left",
    ]


def test_beside_a_console_it_is_made_and_the_missing_line_is_said(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with WriterLock(path):
        assert run("copy", "2", "--json", tmp_path / "a.json") == 0
    assert capsys.readouterr().err.startswith("The journal does not say that this was taken out")


def test_no_file_is_ever_written_over(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken, fresh = tmp_path / "a.pdf", tmp_path / "b.json"
    taken.write_text("mine")
    assert run("copy", "2", "-o", taken, "--json", fresh) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert taken.read_text() == "mine"
    assert not fresh.exists()
    assert run("copy", "2", "-o", path, "--json", fresh) == 1
    assert run("copy", "2", "-o", fresh, "--json", fresh) == 2
    assert run("copy", "2") == 2
    assert run("copy", "2", "-o", tmp_path / "nowhere" / "a.pdf") == 1


@pytest.mark.parametrize("word", ["9", "0", "Ana", "1.2"])
def test_a_digit_nobody_has_is_a_sentence(
    path: Path, tmp_path: Path, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("copy", word, "-o", tmp_path / "a.pdf") == 1
    assert capsys.readouterr().err.startswith("No member has this digit.")
    record = opening.open_record(path, PASSPHRASE, read_only=True)
    assert record.rows("SELECT * FROM accesses") == [], "nothing was taken out"
    assert group.all_groups(record)
    record.close()
