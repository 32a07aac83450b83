"""Crisis help is written on one screen of Home, dated, looked at once a year, and is then on every sheet."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from facilitator import crisis_help
from facilitator.console.home.crisis_help import CrisisHelpDialog
from facilitator.console.home.words import of_the_curriculum
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.crisis_help import CrisisHelp, CrisisLine, of_this_place, remember
from tests.builders import TODAY
from tests.facilitator.console.hour.hour import NARROW, WIDE, AnHour, an_hour
from tests.keys import settle

DANGER = CrisisLine("when a life is in danger", "112")
TEAM = CrisisLine("Crisis team", "0900 555 010", "day and night")


def typed(words: str) -> tuple[str, ...]:
    return tuple(words)


async def open_it(hour: AnHour) -> CrisisHelpDialog:
    hour.app.push_screen(hour.app.rooms.crisis_help(TODAY))
    await settle(hour.pilot)
    assert isinstance(hour.on_top, CrisisHelpDialog)
    return hour.on_top


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_numbers_are_written_changed_and_taken_away_by_key(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=size) as hour:
        await open_it(hour)
        assert "not written yet" in hour.own_text()
        await hour.press("enter", *typed("112"), "ctrl+s")
        await hour.press(
            "a", *typed("Crisis team"), "tab", *typed("0900 555 010"), "tab", *typed("day and night"), "enter"
        )
        assert of_this_place() == CrisisHelp((TEAM,), DANGER, looked_at=TODAY)
        assert "0900 555 010   Crisis team, day and night" in hour.own_text()
        await hour.press("down", "enter", "tab", *typed("0900 1"), "ctrl+s")
        assert of_this_place().lines == (CrisisLine("Crisis team", "0900 1", "day and night"),)
        await hour.press("x")
        assert of_this_place().lines == ()
        assert of_this_place().in_danger == DANGER


async def test_a_number_without_a_name_is_asked_about(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await open_it(hour)
        await hour.press("a", "tab", *typed("0900"), "ctrl+s")
        assert "What is it called?" in hour.own_text()
        assert of_this_place() == CrisisHelp()


async def test_what_the_disk_does_not_take_is_said_and_can_be_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with an_hour(tmp_path) as hour:
        await open_it(hour)
        monkeypatch.setattr("facilitator.console.home.crisis_help.remember", lambda _help: False)
        await hour.press("enter", *typed("112"), "ctrl+s")
        assert "112" in hour.own_text()
        monkeypatch.setattr("facilitator.console.home.crisis_help.remember", crisis_help.remember)
        await hour.press("ctrl+s")
        assert of_this_place().in_danger == DANGER


async def test_home_asks_until_it_is_written_and_once_a_year(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        assert any("No crisis help" in line for line in of_the_curriculum(hour.workplace, TODAY))
        remember(CrisisHelp((TEAM,), looked_at=TODAY))
        assert of_the_curriculum(hour.workplace, TODAY) == ()
        later = TODAY + timedelta(days=365)
        assert any("for a year" in line for line in of_the_curriculum(hour.workplace, later))
        dialog = await open_it(hour)
        dialog._today = later
        await hour.press("y")
        assert of_this_place().looked_at == later


async def test_it_is_there_in_a_pause(tmp_path: Path) -> None:
    remember(CrisisHelp((TEAM,), DANGER, looked_at=TODAY))
    async with an_hour(tmp_path) as hour:
        await hour.press("p")
        assert isinstance(hour.on_top, PauseDialog)
        assert "0900 555 010 Crisis team, day and night" in hour.own_text()
