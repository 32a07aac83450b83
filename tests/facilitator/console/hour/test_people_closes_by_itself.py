"""People goes back to Room 30 seconds after the last key, and at any page turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.console.parts.form_dialog import FormDialog
from tests.facilitator.console.hour.hour import an_hour


async def test_thirty_seconds_after_the_last_key_the_room_face_is_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("3")
        await hour.passes(29)
        assert not hour.screen.is_room
        await hour.passes(1)
        assert hour.screen.is_room
        assert hour.screen.people.marks.chosen.digit is None


@pytest.mark.slow
async def test_every_key_begins_the_thirty_seconds_again(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("3")
        for key in ("h", "l", "x", "down", "up", "o", "u", "ctrl+r", "backspace"):
            await hour.passes(20)
            await hour.press(key)
            assert not hour.screen.is_room


async def test_the_last_ten_seconds_are_counted_down(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("tab")
        await hour.passes(19)
        assert "back to Room" not in hour.text()
        await hour.passes(6)
        assert "back to Room in 5 s" in hour.text()


@pytest.mark.slow
@pytest.mark.parametrize("key", ["space", "right", "left", "pagedown", "pageup"])
async def test_a_page_turn_shows_the_room_face_at_once(key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("3", key)
        assert hour.screen.is_room
        assert hour.screen.people.marks.chosen.digit is None


@pytest.mark.slow
async def test_a_choice_does_not_outlive_the_people_face(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("3", "tab", "tab", "h")
        assert set(hour.marks().values()) == {"unknown"}
        assert "Nobody is chosen" in hour.text()


async def test_a_dialog_is_not_closed_under_the_fingers(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("3", "e")
        await hour.passes(45)
        assert hour.on_top is not hour.screen
        await hour.press("2")
        assert hour.marks()["Carla"] == "excused"


@pytest.mark.slow
async def test_thirty_seconds_are_left_to_read_what_a_dialog_did(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("3", "enter", "enter")
        assert isinstance(hour.on_top, FormDialog)
        await hour.passes(45)
        await hour.press("c", "a", "l", "l", "enter")
        await hour.passes(20)
        assert not hour.screen.is_room
        await hour.passes(10)
        assert hour.screen.is_room
