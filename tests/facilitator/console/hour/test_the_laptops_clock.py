"""The laptop sleeps, or somebody sets its clock back: told, journalled, and nothing is ever negative."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.session import PhaseKey
from tests.facilitator.console.hour.hour import AnHour, an_hour


def lengths(hour: AnHour) -> list[timedelta]:
    timeline = hour.screen.led.timeline()
    return [timeline.left, timeline.over, timeline.late_by, *(t.spent for t in timeline.phases)]


def sleeps(hour: AnHour, minutes: float) -> None:
    """The wall clock goes on; the other one stood still while the lid was closed."""
    hour.clock.set_back(timedelta(minutes=-minutes))


async def test_sleep_is_told_and_the_clock_went_on(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        sleeps(hour, 12)
        await hour.looks()
        assert "The laptop slept for 12 minutes. The clock went on." in hour.text()
        assert hour.screen.led.timeline().over == timedelta(minutes=7)


async def test_a_clock_set_back_an_hour_changes_no_length(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.passes(4 * 60)
        before = lengths(hour)
        hour.clock.set_back(timedelta(hours=1))
        await hour.looks()
        assert lengths(hour) == before
        assert "The laptop's clock was set back. The minutes of this phase are kept." in hour.text()
        assert len(hour.journal("session.clock_set_back")) == 1
        assert "end at 14:00" in hour.text()


@pytest.mark.slow
async def test_nothing_is_negative_for_the_rest_of_the_hour(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.passes(60)
        hour.clock.set_back(timedelta(hours=1))
        for key in ("1", "l", "h", "o", "tab", "plus", "exclamation_mark", "exclamation_mark"):
            await hour.press(key)
        for _phase in range(8):
            await hour.passes(5 * 60)
            await hour.press("m", "enter")
            assert all(length >= timedelta() for length in lengths(hour))
        for run in hour.runs():
            assert run["ended_at"] is None or run["ended_at"] >= run["began_at"]
        arrived = next(a.arrived_at for a in hour.roster() if a.digit == 1)
        assert arrived == hour.screen.led.session.started_at


@pytest.mark.slow
async def test_a_clock_set_back_while_no_console_ran_is_noticed_at_the_start(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.passes(600)
        await hour.press("m", "enter")
        record = hour.workplace.record
    hour.clock.set_back(timedelta(hours=1))
    async with an_hour(tmp_path, record=record) as again:
        assert all(length >= timedelta() for length in lengths(again))
        assert again.screen.led.timeline().left == timedelta(minutes=2)


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [-1.5, 1.5])
async def test_a_clock_that_is_only_trimmed_is_not_worth_a_word(seconds: float, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        hour.clock.set_back(timedelta(seconds=-seconds))
        await hour.looks()
        assert hour.journal("session.clock_set_back") == []
        assert "laptop" not in hour.text()


@pytest.mark.slow
async def test_a_late_start_is_told(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.passes(14 * 60)
        assert "9 minutes over" in hour.text() or "minutes over" in hour.text()
        assert hour.screen.led.timeline().over == timedelta(minutes=9)
