"""The round: one name, one key; Backspace back, Tab skip, Esc stop."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.console.rounds.screen import RoundScreen
from tests.facilitator.console.hour.hour import EIGHT, AnHour, an_hour


def asked(hour: AnHour) -> str:
    assert isinstance(hour.on_top, RoundScreen)
    question = hour.on_top.question
    assert question is not None
    return question.name


@pytest.mark.slow
async def test_enter_in_the_welcome_opens_the_round(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter")
        assert asked(hour) == "Ana"


async def test_one_name_is_shown_and_no_other(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "h", "h")
        assert asked(hour) == "Carla"
        assert [name for name in EIGHT if name in hour.text()] == ["Carla"]


@pytest.mark.slow
async def test_one_key_answers_and_the_next_is_asked(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "h", "l", "e", "x")
        assert list(hour.marks().values())[:5] == ["here", "late", "excused", "absent", "unknown"]
        assert asked(hour) == "Elif"


async def test_capital_letters_answer_as_small_ones_do(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "H", "L", "E", "X")
        assert list(hour.marks().values())[:4] == ["here", "late", "excused", "absent"]


async def test_backspace_goes_back_and_another_answer_replaces_the_first(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "h", "backspace")
        assert asked(hour) == "Ana"
        await hour.press("x")
        assert hour.marks()["Ana"] == "absent"
        assert asked(hour) == "Bruno"


async def test_backspace_on_the_first_name_stays(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "backspace", "backspace")
        assert asked(hour) == "Ana"


async def test_tab_leaves_a_name_open(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "tab", "h")
        assert list(hour.marks().values())[:2] == ["unknown", "here"]


async def test_escape_stops_and_what_is_open_stays_open(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "h", "escape")
        assert hour.on_top is hour.screen
        assert list(hour.marks().values()).count("unknown") == 7


async def test_after_the_last_answer_the_people_are_shown_with_their_marks(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", *["h"] * 8, "escape")
        assert hour.on_top is hour.screen
        assert not hour.screen.is_room
        assert "8 here" in hour.text()


async def test_only_who_is_not_marked_is_asked_after(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "h", "2", "x", "tab", "enter")
        assert asked(hour) == "Carla"


async def test_a_key_that_answers_nothing_changes_nothing(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "9", "f5", "z", "space")
        assert asked(hour) == "Ana"
        assert set(hour.marks().values()) == {"unknown"}


@pytest.mark.slow
async def test_each_answer_of_a_round_can_be_undone(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "h", "x", "escape", "u")
        assert list(hour.marks().values())[:2] == ["here", "unknown"]
        await hour.press("u")
        assert set(hour.marks().values()) == {"unknown"}
