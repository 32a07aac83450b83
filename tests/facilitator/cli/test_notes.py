"""``facilitator notes``: listed, shown, written out, and nothing changed by it."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.notes.note import DEADLINE, SectionKey
from agenda.record import opening
from agenda.record.connection import Record
from agenda.record.rows import attendance, group, member, note, session, taught
from agenda.session import SessionKind
from facilitator.cli import main
from facilitator.cli.note_text import literal
from legible import legible
from tests.builders import CHEAP, LESSON, NOON, TODAY, a_group

PASSPHRASE = "a passphrase"
WORDS = "# no heading\n- no list\n1. no number\n    no code\n\n<b>*no* `markup`</b> [x](y) &amp; \x1b[31m a\\b"
HOUR = timedelta(hours=1)


def add_a_session(record: Record, held_by: str, day_offset: int = 0) -> str:
    clock = record.clock
    assert isinstance(clock, ManualClock)
    day = TODAY + timedelta(days=day_offset)
    held = session.plan(record, held_by, day=day, kind=SessionKind.USUAL, lesson=LESSON)
    start = session.session(record, held).planned_at
    clock.advance(max(timedelta(), start - clock.now()))
    session.start(record, held)
    for place, one in enumerate(attendance.roster(record, held)):
        attendance.mark(record, held, one.member, (Status.HERE, Status.LATE, Status.ABSENT)[place % 3])
    clock.advance(HOUR)
    session.end(record, held)
    return held


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record with one group of three who have met twice; Ana said something, Bruno's first note is reviewed."""
    place = tmp_path / "record"
    record, _code = opening.create_record(
        place, PASSPHRASE, name="Robin", credentials="RN", clock=ManualClock(NOON), cost=CHEAP
    )
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("FACILITATOR_RECORD", str(place))
    one = a_group(record)
    people = [member.add(record, one, name, begins=TODAY) for name in ("Ana", "Bruno", "Carla")]
    first = add_a_session(record, one)
    taught.set_words(record, first, people[0], WORDS)
    note.edit(record, first, people[0], SectionKey.GOAL, "Ana found a goal.")
    note.review(record, first, people[1])
    add_a_session(record, one, 7)
    record.close()
    monkeypatch.setattr(opening, "SystemClock", lambda: record.clock)  # listed as soon as the second hour is over
    return place


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(["notes", *args])
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_the_list_tells_how_each_note_stands(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["Tuesday,", "session", "2,", "1", "Dec", "2026"],
        ["1", "drafted", "Ana"],
        ["2", "drafted", "Bruno"],
        ["3", "no-show", "Carla"],
        ["Tuesday,", "session", "1,", "24", "Nov", "2026"],
        ["1", "drafted,", "late", "Ana"],
        ["2", "reviewed", "Bruno"],
        ["3", "no-show", "Carla"],
    ]


def test_a_draft_is_late_when_the_days_for_it_are_over(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = NOON + timedelta(days=7, hours=3)
    for now, state in ((ended + DEADLINE, "drafted"), (ended + DEADLINE + timedelta(seconds=1), "drafted, late")):
        monkeypatch.setattr(opening, "SystemClock", lambda now=now: ManualClock(now))
        run("list")
        assert capsys.readouterr().out.splitlines()[1] == f"  1  {state:<22}  Ana"


def test_only_the_last_sessions_are_listed_unless_all_are_asked_for(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.cli.notes.LAST", 1)
    run("list")
    assert "session 1" not in capsys.readouterr().out
    run("list", "--all")
    assert "session 1" in capsys.readouterr().out


@pytest.mark.parametrize("named", ["1", "2026-11-24"])
def test_one_note_is_shown_by_number_or_date(path: Path, capsys: pytest.CaptureFixture[str], named: str) -> None:
    assert run("show", named, "1") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Progress note\nDraft, not reviewed.\n\nSession\n-------\nName: Ana\n")
    assert "Topic: “What recovery means” (Recovery Strategies)" in shown
    assert "Ana found a goal." in shown
    assert "[31m a" in shown, "every letter stays"
    assert "\x1b" not in shown, "nothing steers the terminal"
    assert "Bruno" not in shown
    assert "Interventions" not in shown, "what says nothing is left out"


def test_a_reviewed_note_and_a_no_show_say_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("show", "1", "2")
    assert "Reviewed on 24 Nov 2026 at 15:00 by Robin, RN." in capsys.readouterr().out
    run("show", "1", "3")
    assert capsys.readouterr().out.startswith("No-show\n")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("show", "9", "1"), "No session of this number or date"),
        (("show", "2026-11-25", "1"), "No session of this number or date"),
        (("show", "1", "7"), "Nobody with this digit"),
        (("list", "--group", "Friday"), "no group of this name"),
        (("export", "out", "--session", "1", "--member", "7"), "no such note"),
        (("list", "--record", "none"), "no record at this place"),
    ],
)
def test_what_there_is_not_is_said(
    path: Path, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], sentence: str
) -> None:
    assert run(*args) == 1
    assert sentence in capsys.readouterr().err


def test_two_groups_on_one_day_are_told_apart_by_name(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = opening.open_record(path, PASSPHRASE, clock=ManualClock(NOON))
    second = a_group(record, name="Wednesday")
    member.add(record, second, "Dee", begins=TODAY)
    add_a_session(record, second)
    record.close()
    assert run("show", "1", "1") == 1
    assert "--group" in capsys.readouterr().err
    assert run("show", "1", "1", "--group", "wednesday") == 0
    assert "Name: Dee" in capsys.readouterr().out


def test_each_note_is_a_file_of_its_own_whose_name_tells_no_name(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run("export", str(out)) == 0
    files = sorted(out.iterdir())
    assert [file.name for file in files][:3] == [
        f"2026-11-24-group-1-session-1-member-{digit}.md" for digit in (1, 2, 3)
    ]
    assert len(files) == 6
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    for file in files:
        others = {"Ana", "Bruno", "Carla"} - {"1": {"Ana"}, "2": {"Bruno"}, "3": {"Carla"}}[file.stem[-1]]
        assert not any(name in file.read_text("utf-8") for name in others)
    told = capsys.readouterr().out
    assert f"Wrote 6 notes to {out}." in told
    assert "not encrypted" in told


def test_one_note_goes_to_one_file_in_the_format_of_its_ending(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "one.txt"
    assert run("export", str(target), "--session", "2026-12-01", "--member", "3") == 0
    assert target.read_text("utf-8").startswith("No-show\nDraft, not reviewed.\n")
    assert f"Wrote 1 note to {target}." in capsys.readouterr().out


def test_nothing_is_overwritten_and_what_is_there_already_is_no_fault(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run("export", str(out), "--format", "txt")
    (out / "2026-12-01-group-1-session-2-member-1.txt").unlink()
    assert run("export", str(out), "--format", "txt") == 0
    assert "5 were there already." in capsys.readouterr().out
    own = out / "2026-11-24-group-1-session-1-member-1.txt"
    own.write_text("mine")
    (out / "2026-12-01-group-1-session-2-member-1.txt").unlink()
    assert run("export", str(out), "--format", "txt") == 1
    assert str(own) in capsys.readouterr().err
    assert own.read_text() == "mine"
    assert not (out / "2026-12-01-group-1-session-2-member-1.txt").exists(), "all or nothing"


def test_a_folder_that_cannot_be_made_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", str(path / "below")) == 1
    assert "cannot be made" in capsys.readouterr().err


def test_reading_notes_changes_no_byte_of_the_record(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    run("list")
    run("show", "1", "1")
    run("export", str(tmp_path / "out"))
    assert path.read_bytes() == before


def test_notes_are_read_beside_a_console_that_writes(path: Path) -> None:
    record = opening.open_record(path, PASSPHRASE)
    try:
        assert group.all_groups(record)
        assert run("list") == 0
    finally:
        record.close()


def shown_by_markdown(text: str) -> list[str]:
    """The lines a reader of this Markdown sees, and that it is paragraphs and nothing else."""
    lines = [""]
    for token in MarkdownIt("commonmark").parse(text):
        assert token.type in ("paragraph_open", "inline", "paragraph_close"), token.type
        for child in token.children or ():
            assert child.type in ("text", "text_special", "hardbreak", "softbreak"), child.type
            if child.type == "hardbreak":
                lines.append("")
            lines[-1] += child.content
        if token.type == "paragraph_close":
            lines.append("")
    return [line for line in lines if line]


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        "===\n---\n***\n~~~\n```",
        "a\n===\nb\n---",
        "+ x\n* y\n12) z\n> q",
        "\tcode\n\n    code",
        "![x](y) <http://x> <!-- x --> {x} a|b ~~x~~",
        "ends in \\",
        "אנה **x**\nمرحبا",
        "[x]: y\n\n[x]",
    ],
)
def test_nothing_somebody_typed_is_markdown(text: str) -> None:
    assert shown_by_markdown(literal(text)) == [line for line in legible(text).splitlines() if line]
