"""``facilitator pack``: what one session needs on paper."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from agenda.record.practice.group import make_practice_record
from facilitator.cli import cli
from facilitator.practice.lessons import practice_lessons
from facilitator.practice.texts import practice_texts
from tests.builders import CHEAP, TODAY

PASSPHRASE = "practice"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack") / "practice.facilitator"
    lessons = practice_lessons()
    make_practice_record(
        path, PASSPHRASE, practice_texts(), lessons, seed=1, today=TODAY, zone="UTC", cost=CHEAP
    ).close()
    return path


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", PASSPHRASE)


def pack(record: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--record", str(record), "pack", *words])


def pages(pdf: Path) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.mark.slow
def test_the_pack_has_handouts_for_all_and_two_more_goal_sheets_and_the_circle_sheet(
    record: Path, tmp_path: Path
) -> None:
    target = tmp_path / "pack.pdf"
    assert pack(record, "-o", str(target)).exit_code == 0
    taken = CliRunner().invoke(cli, ["--record", str(record), "journal"]).stdout
    assert "a sheet on paper" in taken, "goals and plans left the record"
    found = pages(target)
    assert sum(1 for page in found if page.startswith("Recovery Strategies") and "Getting unstuck" in page) == 8 + 2
    assert any("Shred after use" in page for page in found)
    assert sum(1 for page in found if page.startswith("My goals") and "My personal recovery goal" in page) == 2


def test_the_circle_sheet_holds_names_and_homework_and_no_goal(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    pack(record, "-o", str(target))
    circle = "".join(page for page in pages(target) if "hred after use" in page)
    assert "Ana" in circle
    assert "Hanna" in circle
    for goal in practice_texts().goals:
        assert goal is None or goal.text not in circle


@pytest.mark.slow
def test_the_practice_groups_pack_has_at_most_forty_eight_sides(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    pack(record, "-o", str(target), "--paper", "a4")
    sides = sum(1 for page in pages(target) if page.strip())
    print(f"the pack for eight: {sides} sides")
    assert sides <= 48


@pytest.mark.slow
def test_after_the_hour_there_is_a_plan_slip_a_page(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "after.pdf"
    assert pack(record, "-o", str(target), "--after").exit_code == 0
    slips = [page for page in pages(target) if "I will" in page and "Next session" in page]
    assert len(slips) >= 4


@pytest.mark.slow
def test_only_its_owner_can_read_the_file_and_the_words_say_that_it_holds_names(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    result = pack(record, "-o", str(target))
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "not encrypted" in result.output
    assert "Ana" not in result.output


def test_without_a_record_it_is_refused_in_words(tmp_path: Path) -> None:
    result = pack(tmp_path / "nowhere", "-o", str(tmp_path / "pack.pdf"))
    assert result.exit_code != 0
    assert not (tmp_path / "pack.pdf").exists()


@pytest.mark.slow
def test_a_group_is_named_by_its_number_on_home(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    assert pack(record, "-o", str(target), "--group", "1").exit_code == 0
    refused = pack(record, "-o", str(tmp_path / "none.pdf"), "--group", "2")
    assert refused.exit_code == 1
    assert "There is no group with this number." in str(refused.exception)
    assert not (tmp_path / "none.pdf").exists()
