"""The laptop sleeps, or somebody sets its clock back: told, journalled, and nothing is ever negative."""

from __future__ import annotations

import secrets
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.clock import ManualClock
from agenda.record.connection import Record
from agenda.session import PhaseKey
from facilitator.console.hour.clock_watch import TOLERANCE
from tests.facilitator.console.hour.hour import EIGHT, AnHour, a_record_ready, an_hour


def lengths(hour: AnHour) -> list[timedelta]:
    timeline = hour.screen.led.timeline()
    return [timeline.left, timeline.over, timeline.late_by, *(t.spent for t in timeline.phases)]


def sleeps(hour: AnHour, minutes: float) -> None:
    """The wall clock goes on; the other one stood still while the lid was closed."""
    hour.clock.sleep(timedelta(minutes=minutes))


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
        for key in ("1", "l", "h", "o", "tab", "plus", "p", "p"):
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


def spent_now(hour: AnHour) -> timedelta:
    current = hour.screen.led.timeline().current
    assert current is not None
    return current.spent


def a_record_on_a_system_without_such_a_clock() -> Record:
    record = a_record_ready(EIGHT)
    assert isinstance(record.clock, ManualClock)
    record.clock.counts_sleep = False
    return record


def set_forward(hour: AnHour, step: timedelta) -> None:
    hour.clock.set_back(-step)


async def test_a_clock_set_forward_is_not_counted_and_may_come_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.passes(2 * 60)
        before = lengths(hour)
        set_forward(hour, timedelta(hours=1))
        await hour.looks()
        assert "The laptop's clock was set forward. The minutes of this phase are kept." in hour.text()
        assert lengths(hour) == before
        assert len(hour.journal("session.clock_set_forward")) == 1
        hour.clock.set_back(timedelta(hours=1))
        await hour.looks()
        assert lengths(hour) == before
        assert hour.screen.led.session.clock_shift == timedelta()
        assert "end at 15:00" in hour.text()


async def test_sleep_and_a_clock_that_was_set_meanwhile_are_told_apart(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.HOMEWORK)
        spent = spent_now(hour)
        sleeps(hour, 3)
        set_forward(hour, timedelta(hours=2))
        await hour.looks()
        assert spent_now(hour) == spent + timedelta(minutes=3)


async def test_what_was_taken_for_sleep_is_undone_when_the_clock_comes_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_on_a_system_without_such_a_clock()) as hour:
        await hour.goes_to(PhaseKey.HOMEWORK)
        before = lengths(hour)
        set_forward(hour, timedelta(minutes=50))
        await hour.looks()
        assert "The laptop slept for 50 minutes." in hour.text()
        assert lengths(hour) != before
        hour.clock.set_back(timedelta(minutes=50))
        await hour.looks()
        assert "What it had jumped ahead is not counted." in hour.text()
        assert lengths(hour) == before
        assert hour.journal("session.clock_set_back") == []


async def test_real_sleep_is_not_undone_by_another_jump(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_on_a_system_without_such_a_clock()) as hour:
        sleeps(hour, 12)
        await hour.looks()
        before = lengths(hour)
        hour.clock.set_back(timedelta(hours=1))
        await hour.looks()
        assert lengths(hour) == before
        assert len(hour.journal("session.clock_set_back")) == 1


async def test_what_began_by_a_wrong_clock_is_never_negative(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_on_a_system_without_such_a_clock()) as hour:
        set_forward(hour, timedelta(minutes=50))
        await hour.looks()
        await hour.goes_to(PhaseKey.HOMEWORK)
        hour.clock.set_back(timedelta(minutes=50))
        await hour.looks()
        assert all(length >= timedelta() for length in lengths(hour))
        assert spent_now(hour) == timedelta()


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(("passes", "sleeps", "set")), st.integers(-5_000, 5_000)), max_size=12))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_with_a_clock_of_sleep_only_what_passed_is_counted(tmp_path: Path, steps: list[tuple[str, int]]) -> None:
    async with an_hour(tmp_path / secrets.token_hex(4)) as hour:
        watch, led = hour.screen.clock_watch, hour.screen.led
        began, passed = led.hour.runs[-1].began_at, timedelta()
        for what, seconds in steps:
            step = timedelta(seconds=abs(seconds))
            if what == "set":
                hour.clock.set_back(timedelta(seconds=seconds))
            else:
                hour.clock.advance(step) if what == "passes" else hour.clock.sleep(step)
                passed += step
            watch.look()
        counted = led.session.by_its_clock(hour.clock.now()) - began
        assert abs(counted - passed) <= TOLERANCE * len(steps) + timedelta(seconds=1)
