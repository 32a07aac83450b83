"""Crisis help is kept beside the record, read back whole, and what is damaged in it is never printed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from facilitator import settings
from facilitator.crisis_help import crisis_help, of_this_place, remember
from facilitator.whom_to_call import CrisisHelp, CrisisLine

TEAM = CrisisLine("Crisis team", "0900 555 010", "day and night")
DANGER = CrisisLine("when a life is in danger", "112")
DAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "settings_file", lambda: tmp_path / "settings.json")


def test_nothing_is_built_in() -> None:
    assert crisis_help() == CrisisHelp()
    assert not crisis_help().is_known
    assert crisis_help().is_due(DAY)


def test_it_is_there_again_as_it_was_written() -> None:
    known = CrisisHelp((TEAM,), DANGER, looked_at=DAY)
    assert remember(known)
    assert of_this_place() == known
    assert known.rows == (DANGER, TEAM)
    assert known.texts == ("112 when a life is in danger", "0900 555 010 Crisis team, day and night")


def test_the_packs_own_words_win() -> None:
    remember(CrisisHelp((TEAM,), looked_at=DAY))
    found = crisis_help(("Call Bea at 555 010.",))
    assert found.texts == ("Call Bea at 555 010.",)
    assert not found.is_due(date(2030, 1, 1))


def test_it_is_looked_at_again_once_a_year() -> None:
    known = CrisisHelp((TEAM,), looked_at=DAY)
    assert not known.is_due(date(2027, 11, 23))
    assert known.is_due(date(2027, 11, 24))


@pytest.mark.parametrize(
    "found",
    [[], "112", {"lines": "112"}, {"lines": [3, {"number": 112}, {}], "in_danger": [], "looked_at": "soon"}],
)
def test_what_is_damaged_is_as_if_it_were_not_there(found: object, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"crisis_help": found}))
    assert of_this_place() == CrisisHelp()


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(settings, "settings_file", lambda: tmp_path / "file" / "settings.json")
    assert not remember(CrisisHelp((TEAM,)))
