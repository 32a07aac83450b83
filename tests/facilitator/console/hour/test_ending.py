"""End: the wall says goodbye and when we meet again; nothing private before everyone has left; then Home."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.public import Scene
from agenda.record.rows import group as groups
from facilitator.console.home.screen import HomeScreen
from facilitator.console.notes.screen import NotesScreen
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.rounds.catch_up import CatchUpScreen
from tests.builders import TODAY
from tests.facilitator.console.hour.hour import EIGHT, AnHour, an_hour


async def ends(hour: AnHour) -> None:
    """``m``, the last line, Enter."""
    await hour.press("m", "e", "y")


async def test_the_wall_says_goodbye_with_the_next_date(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter")
        await ends(hour)
        assert hour.state().scene is Scene.GOODBYE
        assert hour.state().page.lines[-1] == "Tuesday 1 December at 14:00"


@pytest.mark.slow
async def test_a_closed_date_is_skipped(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter")
        groups.close_date(hour.workplace.record, hour.screen.led.group.id, TODAY + timedelta(days=7))
        await ends(hour)
        assert hour.state().page.lines[-1] == "Tuesday 8 December at 14:00"


async def test_it_asks_whether_everyone_has_left_and_names_nobody_before(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "x", "m", "e", "y")
        assert isinstance(hour.on_top, ConfirmDialog)
        assert "Has everyone left?" in hour.text()
        assert hour.screen.is_room
        assert [name for name in EIGHT if name in hour.text()] == []


@pytest.mark.slow
@pytest.mark.parametrize("key", ["escape", "n", "f5", "pagedown"])
async def test_while_they_are_still_here_nothing_private_is_shown_and_the_goodbye_stays(
    key: str, tmp_path: Path
) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "1", "x", "m", "e", "y", key)
        assert not isinstance(hour.on_top, CatchUpScreen)
        assert [name for name in EIGHT if name in hour.text()] == []
        assert hour.state().scene is Scene.GOODBYE


@pytest.mark.slow
async def test_then_what_is_open_is_asked_and_home_follows(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "x", "0", "h", "7", "2", "backspace", "m", "e", "y", "y")
        assert isinstance(hour.on_top, CatchUpScreen)
        assert "Bruno" in hour.text()
        await hour.press("h", *["1"] * 6)
        assert "Were they reached?" in hour.text()
        assert "Ana" in hour.text()
        await hour.press("2")
        assert isinstance(hour.on_top, NotesScreen)
        await hour.press("escape")
        assert isinstance(hour.on_top, HomeScreen)
        assert hour.workplace.record.rows("SELECT * FROM attendance WHERE status = 'unknown'") == []
        assert [row["kind"] for row in hour.workplace.record.rows("SELECT kind FROM contacts")] == ["message"]


@pytest.mark.slow
async def test_an_unknown_never_becomes_here_or_absent_by_itself(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await ends(hour)
        await hour.press("y", "escape", "escape")
        assert isinstance(hour.on_top, HomeScreen)
        assert {row["status"] for row in hour.workplace.record.rows("SELECT status FROM attendance")} == {"unknown"}
        assert "attendance of 8 members" in hour.text()


@pytest.mark.slow
async def test_an_absence_found_in_the_catch_up_asks_whether_they_were_reached(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await ends(hour)
        await hour.press("y", "x")
        assert "Were they reached?" in hour.text()
        assert "Ana" in hour.text()
        await hour.press("1", "h", "escape")
        assert isinstance(hour.on_top, HomeScreen)


@pytest.mark.slow
async def test_with_nothing_open_the_notes_follow_at_once_and_the_wall_holds(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "0", "h", "8")
        await hour.press(*(key for digit in "12345678" for key in (digit, "r", "1", "enter")))
        await ends(hour)
        await hour.press("y")
        assert isinstance(hour.on_top, NotesScreen)
        await hour.press("escape")
        assert isinstance(hour.on_top, HomeScreen)
        assert hour.state().scene is Scene.HOLDING


async def test_whatever_was_on_ends_with_the_hour(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.passes(600)
        await ends(hour)
        record = hour.workplace.record
        assert record.rows("SELECT * FROM phase_runs WHERE ended_at IS NULL") == []
        session = next(s for s in record.rows("SELECT * FROM sessions") if s["number"] == 1)
        assert session["ended_at"] == "2026-11-24T14:10:00.000Z"


@pytest.mark.slow
async def test_time_goes_on_under_the_question_without_harm(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        while hour.screen.led.next_page():
            pass
        await hour.press("pagedown")
        await ends(hour)
        await hour.passes(20)
        hour.clock.set_back(timedelta(hours=1))
        await hour.looks()
        assert isinstance(hour.on_top, ConfirmDialog)
        assert len(hour.runs()) == 1
