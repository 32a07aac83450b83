"""The flip chart: on the wall only what was put up, at most forty letters a line and eight lines a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.public import Scene
from agenda.record.rows import flip_chart
from agenda.session import PhaseKey
from facilitator.console.hour.flip_chart_dialog import FlipChartDialog
from facilitator.console.parts.confirm import ConfirmDialog
from tests.facilitator.console.hour.hour import NARROW, WIDE, AnHour, an_hour
from tests.facilitator.console.hour.test_moving_on import chooses
from tests.facilitator.console.hour.work import a_record_with_a_past


async def at_the_chart(hour: AnHour) -> None:
    await hour.press("c", "enter")
    await hour.goes_to(PhaseKey.LESSON)
    await hour.press("space", "space")
    await chooses(hour, "Flip chart")
    assert isinstance(hour.on_top, FlipChartDialog)


def written(hour: AnHour) -> list[tuple[int, str]]:
    return [(line.page, line.text) for line in flip_chart.lines(hour.workplace.record, hour.screen.session_id)]


@pytest.mark.slow
async def test_a_line_appears_only_on_enter(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await at_the_chart(hour)
        await hour.press(*"A walk")
        assert (hour.state().scene, hour.state().page.lines) == (Scene.FLIP_CHART, ())
        await hour.press("enter", *"tea b.", "enter")
        assert hour.state().page.lines == ("A walk", "tea b.")
        assert written(hour) == [(1, "A walk"), (1, "tea b.")]


@pytest.mark.slow
async def test_a_digit_puts_up_a_line_of_the_page_and_backspace_takes_the_last_one_off(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(), size=NARROW) as hour:
        await at_the_chart(hour)
        likely = hour.on_top._chart.likely  # type: ignore[attr-defined]
        assert likely
        assert f"1  {likely[0]}" in hour.text()
        await hour.press("1", *"9 to 5", "enter")
        assert hour.state().page.lines == (likely[0], "9 to 5")
        await hour.press("backspace", "backspace", "backspace")
        assert hour.state().page.lines == ()
        assert "The flip chart is empty." in hour.text()


@pytest.mark.slow
async def test_a_line_that_holds_a_members_name_asks_first(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await at_the_chart(hour)
        await hour.press(*"ring ANA", "enter")
        assert isinstance(hour.on_top, ConfirmDialog)
        assert "may speak of Ana" in hour.text()
        await hour.press("enter")
        assert written(hour) == []
        assert hour.on_top.line.value == "ring ANA"  # type: ignore[attr-defined]
        await hour.press("enter", "y")
        assert hour.state().page.lines == ("ring ANA",)
        await hour.press(*"bananas", "enter")
        assert hour.state().page.lines[-1] == "bananas"


@pytest.mark.slow
async def test_the_ninth_line_begins_a_page_and_no_line_is_longer_than_forty(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(), size=WIDE) as hour:
        await at_the_chart(hour)
        for letter in "acdefghi":
            await hour.press(letter, "enter")
        assert len(hour.state().page.lines) == 8
        await hour.press(*("x" * 42), "enter")
        assert "2 letters too many: a line holds 40." in hour.text()
        assert len(written(hour)) == 8
        await hour.press("backspace", "backspace")
        assert "Room for 0 letters more." in hour.text()
        await hour.press("enter")
        assert hour.state().page.lines == ("x" * 40,)
        assert written(hour)[-1] == (2, "x" * 40)


@pytest.mark.slow
async def test_it_stays_on_the_wall_until_a_page_is_turned_and_is_there_again_later(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await at_the_chart(hour)
        await hour.press(*"rest", "enter", "escape")
        assert hour.state().scene is Scene.FLIP_CHART
        await hour.press("space")
        assert hour.state().scene is Scene.PAGE
        await chooses(hour, "Flip chart")
        assert hour.state().page.lines == ("rest",)
        await hour.press("escape", "tab", "u")
        assert written(hour) == []


@pytest.mark.slow
async def test_the_hour_on_the_wall_can_be_hidden_and_stays_so(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter")
        assert hour.state().clock
        await chooses(hour, "Hide the hour")
        assert not hour.state().clock
        await hour.press("space")
        assert not hour.state().clock
        await chooses(hour, "Show the hour")
        assert hour.state().clock


@pytest.mark.slow
async def test_a_line_undone_leaves_the_wall_at_once_and_comes_back_when_done_again(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await at_the_chart(hour)
        await hour.press(*"rest", "enter", *"tea with Jo", "enter", "escape", "tab", "u")
        assert hour.state().page.lines == ("rest",)
        assert b"Jo" not in (hour.stage / "state.json").read_bytes()
        await hour.press("ctrl+r")
        assert hour.state().page.lines == ("rest", "tea with Jo")
