"""``facilitator member``: who is who, and the copy for one of them as files."""

from __future__ import annotations

import json
import stat
from io import StringIO
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


def typing(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{words}\n"))


def test_a_former_member_is_erased_once_the_name_is_typed(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "Bruno")
    assert run("erase", "1") == 1
    assert "This is not the name; nothing was erased." in capsys.readouterr().err
    typing(monkeypatch, " ana ")
    assert run("erase", "1") == 0
    shown = capsys.readouterr().out
    assert "Gone for good" in shown
    assert "What stays" in shown
    assert "Backups and copies made before still hold it" in shown
    assert "have to be kept for years by law" in shown
    assert shown.splitlines()[-1].endswith("Erased.")
    run("list")
    assert "Ana" not in capsys.readouterr().out
    record = opening.open_record(path, PASSPHRASE, read_only=True)
    assert record.rows("SELECT verb FROM journal ORDER BY seq DESC LIMIT 1") == [{"verb": "member.erase"}]
    assert [row["name"] for row in record.rows("SELECT name FROM members ORDER BY digit")] == ["", "Bruno"]
    record.close()


def test_the_journal_tells_of_a_former_member(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "Ana")
    run("erase", "1")
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(["journal"])
    lines = capsys.readouterr().out.splitlines()
    assert any("added a member · a former member" in line for line in lines)
    assert "erased what was kept about a member · a former member" in lines[-1]
    assert not any("Ana" in line for line in lines)


def test_who_still_belongs_is_not_erased_and_nothing_is_asked(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("erase", "2") == 1
    shown = capsys.readouterr()
    assert shown.err.startswith("This member still belongs to the group.")
    assert shown.out == ""


def test_beside_a_console_nobody_is_erased(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with WriterLock(path):
        assert run("erase", "1") == 1
    assert "Another console has this record open." in capsys.readouterr().err
