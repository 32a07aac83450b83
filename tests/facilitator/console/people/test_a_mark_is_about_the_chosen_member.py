"""Marks in People: only for who is chosen, one key each, and the row stays where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.attendance import Excuse
from facilitator.console.hour.keys import HOUR_KEYS
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.people.keys import PEOPLE_KEYS
from facilitator.console.people.table import PeopleTable
from tests.builders import tables
from tests.facilitator.console.hour.hour import an_hour

MARKS = ("h", "l", "e", "x", "o", "backspace")


@pytest.mark.slow
@pytest.mark.parametrize("face", ["room", "people"])
@pytest.mark.parametrize("key", MARKS)
async def test_without_a_chosen_member_a_mark_does_nothing_and_says_so(key: str, face: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        if face == "people":
            await hour.press("tab")
        before = tables(hour.workplace.record, but=())
        await hour.press(key)
        assert tables(hour.workplace.record, but=()) == before
        assert "Nobody is chosen. Press a digit first." in hour.text()
        assert hour.screen.is_room == (face == "room")


@pytest.mark.slow
@pytest.mark.parametrize("key", ["l", "e", "x", "o", "backspace"])
async def test_for_everyone_there_is_only_here(key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        before = tables(hour.workplace.record, but=())
        await hour.press("0", key)
        assert tables(hour.workplace.record, but=()) == before
        assert "only h" in hour.text()


async def test_a_digit_nobody_has_chooses_nobody(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await hour.press("5", "h")
        assert set(hour.marks().values()) == {"unknown"}
        assert hour.screen.people.marks.chosen.digit is None


async def test_the_row_never_moves_on_by_itself(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("2")
        for key in ("h", "l", "x", "backspace", "h", "o", "o"):
            await hour.press(key)
            assert hour.screen.people.marks.chosen.digit == 2
        assert {name for name, status in hour.marks().items() if status != "unknown"} == {"Bruno"}


@pytest.mark.parametrize(("key", "status"), [("h", "here"), ("l", "late"), ("x", "absent")])
async def test_a_capital_letter_does_what_the_small_one_does(key: str, status: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", key, "2", key.upper())
        assert hour.marks()["Ana"] == hour.marks()["Bruno"] == status


async def test_shift_e_excuses_and_shift_o_is_out(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "E", "enter", "2", "h", "O")
        assert hour.marks()["Ana"] == "excused"
        assert hour.roster()[1].out_since is not None


def test_every_letter_of_the_session_is_bound_in_both_cases() -> None:
    keys = {key: binding.action for binding in (*HOUR_KEYS, *PEOPLE_KEYS) for key in binding.key.split(",")}  # type: ignore[union-attr]
    letters = {key for key in keys if len(key) == 1 and key.isalpha()}
    assert letters
    for letter in letters:
        assert keys[letter.swapcase()] == keys[letter]


async def test_late_again_is_five_minutes_earlier_and_never_before_the_start(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.passes(12 * 60)
        await hour.press("1", "l")
        assert "late 14:12" in hour.text()
        await hour.press("l")
        assert "late 14:07" in hour.text()
        await hour.press("l", "l", "l")
        assert "late 14:00" in hour.text()


@pytest.mark.slow
async def test_an_excuse_has_a_reason_by_number_or_none(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "e", "2", "2", "e", "enter", "3", "e", "escape")
        assert [(a.status.value, a.excuse) for a in hour.roster()[:3]] == [
            ("excused", Excuse.APPOINTMENT), ("excused", None), ("unknown", None),
        ]  # fmt: skip


async def test_a_number_that_is_no_reason_keeps_the_question_open(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "e", "9", "0")
        assert isinstance(hour.on_top, DigitDialog)
        assert hour.marks()["Ana"] == "unknown"


async def test_a_reason_is_shown_only_for_the_chosen_member(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "e", "2")
        assert "another appointment" not in hour.text()
        await hour.press("enter")
        assert "another appointment" in hour.text()


@pytest.mark.slow
async def test_out_and_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "h")
        await hour.passes(600)
        await hour.press("1", "o")
        assert "here · out 14:10" in hour.text()
        await hour.press("o")
        assert "· out" not in hour.text()
        assert len(hour.workplace.record.rows("SELECT * FROM absences_in_session WHERE back_at IS NOT NULL")) == 1


@pytest.mark.slow
async def test_only_somebody_who_is_here_can_step_out(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "o")
        assert "Only somebody who is here can step out." in hour.text()
        assert not hour.workplace.record.rows("SELECT * FROM absences_in_session")


@pytest.mark.slow
async def test_backspace_takes_the_mark_away(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "x", "backspace")
        assert hour.marks()["Ana"] == "unknown"


async def test_up_and_down_choose_and_stop_at_the_ends(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("tab", "down", "down")
        assert hour.screen.people.marks.chosen.digit == 2
        await hour.press("up", "up", "up")
        assert hour.screen.people.marks.chosen.digit == 1
        await hour.press("8", "down")
        assert hour.screen.people.marks.chosen.digit == 8


async def test_a_touch_chooses(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("tab")
        await hour.pilot.click(PeopleTable, offset=(12, 5))
        assert hour.screen.people.marks.chosen.digit == 5
        await hour.pilot.click(PeopleTable, offset=(12, 0))
        assert hour.screen.people.marks.chosen.digit == 5
