"""``facilitator sheet`` and ``facilitator worksheet``: single sheets, and what is said where nothing is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agenda.consent import ConsentKind
from agenda.error import AgendaError, Refused
from agenda.record.connection import Record
from agenda.record.opening import open_record
from agenda.record.practice.group import make_practice_record
from agenda.record.rows import consent as consents
from agenda.record.rows import flip_chart, member_code
from agenda.record.rows import goal as goals
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from facilitator.cli import cli
from facilitator.practice.lessons import practice_lessons
from facilitator.practice.texts import practice_texts
from tests.builders import CHEAP, TODAY
from tests.facilitator.paperwork.opened import words_of

PASSPHRASE = "practice"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice group: the member with digit 1 has codes, a goal achieved and a supporter; the others have not."""
    path = tmp_path_factory.mktemp("sheet") / "practice.facilitator"
    record = make_practice_record(
        path, PASSPHRASE, practice_texts(), practice_lessons(), seed=1, today=TODAY, zone="UTC", cost=CHEAP
    )
    group = groups.all_groups(record)[0].id
    first = members.expected(record, group, TODAY)[0]
    members.identify(record, first.id, full_name="Full Name Of One", record_number="7")
    member_code.complete(record, group)
    consents.give(record, first.id, ConsentKind.SUPPORTER, on=TODAY)
    goal = goals.set_goal(record, first.id, "I have a garden.", on=TODAY)
    goals.achieve_goal(record, goal, on=TODAY)
    record.close()
    return path


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", PASSPHRASE)


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    record = open_record(path, PASSPHRASE, read_only=True)
    yield record
    record.close()


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, list(map(str, words)))


def sheet(path: Path, folder: Path, *words: str) -> str:
    """The words of the sheet."""
    target = folder / "sheet.pdf"
    done = run("--record", path, "sheet", *words, "-o", target)
    assert done.exception is None, done.output
    assert "not encrypted" in done.output
    return words_of(target.read_bytes())


def refused(path: Path, folder: Path, *words: str) -> AgendaError:
    """Why nothing was written."""
    done = run("--record", path, "sheet", *words, "-o", folder / "sheet.pdf")
    assert isinstance(done.exception, Refused)
    assert list(folder.iterdir()) == []
    return done.exception


@pytest.mark.slow
def test_the_agenda_is_a_poster_of_the_parts_without_a_name(path: Path, record: Record, tmp_path: Path) -> None:
    words = sheet(path, tmp_path, "agenda")
    for part in ("Today", "Welcome", "Homework", "Goals", "Getting unstuck", "Summary"):
        assert part in words
    names = [one.name for one in members.expected(record, groups.all_groups(record)[0].id, TODAY)]
    assert not any(name in words for name in names)


@pytest.mark.slow
def test_the_cards_hold_the_pages_of_the_lesson(path: Path, tmp_path: Path) -> None:
    assert "Getting unstuck 1 of" in sheet(path, tmp_path, "cards")


@pytest.mark.slow
def test_each_code_stands_with_its_name_and_is_to_be_kept_private(path: Path, record: Record, tmp_path: Path) -> None:
    words = sheet(path, tmp_path, "codes")
    group = groups.all_groups(record)[0].id
    has = member_code.codes(record, group)
    found = members.expected(record, group, TODAY)
    for one in found:
        assert f"{one.name} {has[one.id]}" in words
    assert words.count("Keep private.") == len(found) + 1


def test_a_certificate_counts_the_sessions_attended(path: Path, tmp_path: Path) -> None:
    words = sheet(path, tmp_path, "certificate", "--member", "1")
    assert re.search(r"took part in \d+ sessions and worked through \d+ lessons\.", words)
    assert not any(word in words.lower() for word in ("illness", "complet"))


@pytest.mark.slow
def test_the_name_on_a_certificate_is_the_one_chosen(path: Path, tmp_path: Path) -> None:
    words = sheet(path, tmp_path, "goal-certificate", "--member", "1")
    assert "I have a garden." in words
    assert "Full Name Of One" not in words
    assert "Full Name Of One" in sheet(path, tmp_path, "goal-certificate", "--member", "1", "--full-name")


def test_a_member_has_their_goal_sheet(path: Path, tmp_path: Path) -> None:
    assert "My personal recovery goal" in sheet(path, tmp_path, "goals", "--member", "2")


@pytest.mark.slow
def test_a_supporter_gets_a_copy_only_where_the_member_agreed(path: Path, tmp_path: Path) -> None:
    assert "agreed" in refused(path, tmp_path, "supporter", "--member", "2").message
    words = sheet(path, tmp_path, "supporter", "--member", "1")
    assert "How you can help" in words
    assert "My plan until next time" not in words


@pytest.mark.parametrize(
    "words",
    [("certificate",), ("goal-certificate", "--member", "2"), ("goals", "--member", "9"), ("flip-chart",)],
)
def test_what_is_not_there_is_refused_and_nothing_written(path: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    refused(path, tmp_path, *words)


@pytest.mark.slow
def test_the_flip_chart_of_the_last_session_is_printed(tmp_path: Path) -> None:
    own = tmp_path / "own.facilitator"
    made = make_practice_record(
        own, PASSPHRASE, practice_texts(), practice_lessons(), seed=1, today=TODAY, zone="UTC", cost=CHEAP
    )
    session = sessions.next_session(made, groups.all_groups(made)[0].id)
    assert session is not None
    sessions.start(made, session.id)
    flip_chart.write(made, session.id, "A walk", heading="What helps?")
    sessions.end(made, session.id)
    made.close()
    assert "What helps? • A walk" in sheet(own, tmp_path, "flip-chart")


def test_a_worksheet_is_a_blank_form(tmp_path: Path) -> None:
    target = tmp_path / "form.pdf"
    done = run("worksheet", "sleep-diary", "-o", target, "--large", "--paper", "letter")
    assert done.exception is None
    assert "Sleep diary" in words_of(target.read_bytes())


def test_a_worksheet_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = run("worksheet", "nonsense", "-o", tmp_path / "form.pdf")
    assert "nonsense" in str(done.exception) or done.exit_code == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("tag", "width"), [("en_US.UTF-8", 612), ("en_GB.UTF-8", 595)])
def test_the_paper_is_the_one_sold_in_the_country(
    tmp_path: Path, tag: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pypdfium2

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, tag)
    target = tmp_path / "form.pdf"
    assert run("worksheet", "sleep-diary", "-o", target).exception is None
    assert round(pypdfium2.PdfDocument(target)[0].get_width()) == width


def taken_out(path: Path) -> list[tuple[str, bool]]:
    """What the journal says left the record, and whether it names a member."""
    record = open_record(path, PASSPHRASE, read_only=True)
    rows = record.rows("SELECT kind, member_id FROM accesses ORDER BY rowid")
    record.close()
    return [(row["kind"], row["member_id"] is not None) for row in rows]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "words", "said", "journalled"),
    [
        ("cover-page", (), "Confidential. Shred after the session.", [("paper", False)]),
        ("welcome", (), "You may just listen", []),
        ("appointment", ("--member", "1"), "For my appointment", [("paper", True)]),
        ("missed", ("--member", "2"), "Your place was kept for you.", [("paper", True)]),
        ("goals", ("--member", "1"), "My personal recovery goal", [("paper", True)]),
        ("certificate", ("--member", "1"), "took part in", []),
    ],
)
def test_a_sheet_of_one_leaf_is_made_and_what_is_private_is_journalled(
    path: Path, tmp_path: Path, kind: str, words: tuple[str, ...], said: str, journalled: list[tuple[str, bool]]
) -> None:
    before = len(taken_out(path))
    assert said in sheet(path, tmp_path, kind, *words)
    assert taken_out(path)[before:] == journalled


@pytest.mark.slow
def test_a_letter_from_the_command_line_writes_no_contact_and_says_so(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.pdf"
    done = run("--record", path, "sheet", "missed", "--member", "2", "-o", target)
    assert "writes no contact down" in done.output


def test_whoever_was_there_gets_no_letter_for_who_was_away(path: Path, tmp_path: Path) -> None:
    assert "away" in refused(path, tmp_path, "missed", "--member", "1").message
