"""``0 h`` asks how many are in the room; a number that does not match opens the round."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.attendance import Mode, Source, Status
from agenda.record.rows import attendance as attendances
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.rounds.screen import RoundScreen
from tests.facilitator.console.hour.hour import AnHour, an_hour


def kiosk(hour: AnHour, digit: int) -> None:
    """The member with this digit has checked themselves in."""
    led = hour.screen.led
    member = next(a.member for a in led.roster if a.digit == digit)
    attendances.mark(hour.workplace.record, led.id, member, Status.HERE, source=Source.KIOSK)
    hour.screen.draw()


async def test_the_right_number_marks_all_the_others_here(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("0", "h", "8")
        assert set(hour.marks().values()) == {"here"}


@pytest.mark.slow
@pytest.mark.parametrize("seen", ["0", "7", "9"])
async def test_another_number_opens_the_round_and_marks_nobody(seen: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("0", "h", seen)
        assert isinstance(hour.on_top, RoundScreen)
        assert set(hour.marks().values()) == {"unknown"}


async def test_the_headcount_can_be_left_with_escape(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("0", "h")
        await hour.press("escape")
        assert hour.on_top is hour.screen
        assert set(hour.marks().values()) == {"unknown"}
        assert "Nothing was marked." in hour.text()


async def test_enter_is_no_headcount(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("0", "h", "enter")
        assert isinstance(hour.on_top, DigitDialog)


@pytest.mark.slow
async def test_who_is_out_or_on_video_is_not_counted_in_the_room(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        attendances.set_mode(hour.workplace.record, led.id, led.roster[7].member, Mode.VIDEO)
        await hour.press("8", "h", "7", "h", "o", "0", "h", "6")
        assert set(hour.marks().values()) == {"here"}


@pytest.mark.slow
async def test_a_check_in_at_the_kiosk_is_to_be_confirmed_and_the_headcount_confirms_it(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        kiosk(hour, 2)
        await hour.press("tab")
        line = next(line for line in hour.text().split("\n") if "Bruno" in line)
        assert "here" in line
        assert "here · confirm" in line
        await hour.press("0", "h", "8")
        assert all(a.confirmed for a in hour.roster())
        assert "· confirm" not in hour.text()


async def test_a_wrong_headcount_confirms_nobody_and_the_round_asks_after_them(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        kiosk(hour, 1)
        await hour.press("0", "h", "3")
        assert isinstance(hour.on_top, RoundScreen)
        assert "They checked themselves in." in hour.text()
        await hour.press("h")
        assert [a.digit for a in hour.roster() if a.confirmed] == [1]


@pytest.mark.slow
async def test_a_number_that_does_not_agree_is_counted_again_or_left_so(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await hour.press("0", "h", "3", "h", "h")
        assert "The count does not match: you see 3, marked in the room are 2." in hour.text()
        await hour.press("2", "4")
        assert "you see 4, marked in the room are 2." in hour.text()
        await hour.press("2", "escape", "3")
        assert hour.on_top is hour.screen
        assert "you see 4, marked in the room are 2." in hour.text()
        await hour.press("0", "h", "3", "escape", "2", "2")
        assert "The count agrees: 2 in the room." in hour.text()


@pytest.mark.slow
async def test_one_undo_takes_the_whole_headcount_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("3", "x", "0", "h", "7", "u")
        assert hour.marks() == {a.name: "absent" if a.digit == 3 else "unknown" for a in hour.roster()}
