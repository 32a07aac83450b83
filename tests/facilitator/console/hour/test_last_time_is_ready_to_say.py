"""What was taught, three of its points, the flip chart and what had to wait are ready to say; nobody is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.record.rows import flip_chart
from agenda.record.rows import session as sessions
from agenda.record.rows import turn as turns
from agenda.session import PhaseKey, SessionKind
from facilitator.console.hour.led_hour import LedHour
from tests.facilitator.console.hour.hour import EIGHT, NARROW, WIDE, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past


async def test_the_session_before_is_told_in_the_phase_that_looks_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(absent="Hanna")) as hour:
        await hour.goes_to(PhaseKey.LAST_SESSION)
        said = hour.screen.led.page.ask
        assert "Say: Last time our topic was “Welcome to IMR”." in said
        points = next(line for line in said if line.startswith("Say: We looked at: "))
        assert points.count("; ") == 2
        assert not [name for name in EIGHT if name in " ".join(said)]


async def test_a_first_session_has_nothing_to_look_back_on(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        assert hour.screen.led.source.last_time == ()


async def test_what_is_parked_waits_on_a_page_of_its_own_and_is_offered_next_time(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("m", "f", *"tea", "enter", "tab")
        assert "For another time" in hour.text()
        assert hour.screen.led.shown().page.lines == ()
        await hour.press(*"money", "enter")
        assert (hour.screen.led.shown().page.title, hour.screen.led.shown().page.lines) == (
            "For another time",
            ("money",),
        )
        await hour.press("tab")
        assert hour.screen.led.shown().page.lines == ("tea",)
        await hour.press("tab", "backspace")
        assert hour.screen.led.shown().page.lines == ()
        await hour.press(*"money again", "enter", "escape")
        record, led = hour.workplace.record, hour.screen.led
        assert [(line.text, line.parked) for line in flip_chart.lines(record, led.id)] == [
            ("tea", False), ("money again", True),
        ]  # fmt: skip
        sessions.end(record, led.id)
        day = sessions.next_day(record, led.group.id, led.session.day)
        later = sessions.plan(record, led.group.id, day=day, kind=SessionKind.USUAL)
        sessions.start(record, later)
        said = LedHour(hour.workplace, later).source.last_time
        assert "Say: We collected: tea." in said
        assert "Ask: This had to wait: money again. Now, or later?" in said


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_each_ones_small_step_of_last_time_stands_on_people_and_nowhere_else(
    size: tuple[int, int], tmp_path: Path
) -> None:
    record = a_record_with_a_past()
    before = record.rows("SELECT id FROM sessions ORDER BY planned_at")[0]["id"]
    ana = record.rows("SELECT id FROM members ORDER BY digit")[0]["id"]
    turns.small_step(record, before, ana, "ring the bakery")
    async with an_hour(tmp_path, record=record, size=size) as hour:
        await hour.goes_to(PhaseKey.LAST_SESSION)
        assert "ring the bakery" not in hour.text()
        await hour.press("tab")
        assert "one small step, last time" in hour.text()
        assert [row for row in hour.text().split("\n") if "Ana" in row and "ring the bakery" in row]
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("tab")
        assert "ring the bakery" not in hour.text()
