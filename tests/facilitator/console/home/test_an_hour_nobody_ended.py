"""Whoever comes back to an hour that was never ended is asked when it was over, not led back into it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.clock import ManualClock
from agenda.record.rows import overview as report
from agenda.record.rows import session as sessions
from agenda.session import Session
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.workplace import Workplace
from tests.builders import MEETS_AT
from tests.facilitator.console.hour.hour import a_record_ready, a_workplace
from tests.facilitator.console.outside import NARROW, WIDE, a_console

HOUR = timedelta(hours=1)


def left_running(tmp_path: Path, later: timedelta) -> tuple[Workplace, str]:
    workplace = a_workplace(tmp_path, a_record_ready())
    record = workplace.record
    [row] = record.rows("SELECT id FROM sessions")
    sessions.start(record, row["id"])
    assert isinstance(record.clock, ManualClock)
    record.clock.advance(later)
    return workplace, row["id"]


def session_of(workplace: Workplace, session: str) -> Session:
    return sessions.session(workplace.record, session)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_next_day_it_is_asked_and_one_digit_ends_it_as_planned(size: tuple[int, int], tmp_path: Path) -> None:
    workplace, session = left_running(tmp_path, timedelta(days=7))
    async with a_console(lambda: HomeScreen(resume=True), workplace, size=size) as console:
        await console.reads("Tuesday 24 November 2026 was not ended")
        assert "At 15:00, as planned" in console.text()
        assert "14:00, when the last thing was written" in console.text()
        await console.press("1")
        assert session_of(workplace, session).ended_at == MEETS_AT + HOUR
        assert isinstance(console.on_top, HomeScreen)
        await console.reads("ended at 15:00")
        following = sessions.to_come(workplace.record, session_of(workplace, session).group)
        assert following is not None, "the next one is planned, as after any hour"


async def test_another_time_is_typed_and_one_that_cannot_be_is_said(tmp_path: Path) -> None:
    workplace, session = left_running(tmp_path, timedelta(days=1))
    async with a_console(HomeScreen, workplace) as console:
        await console.press("enter", "3")
        await console.press(*["backspace"] * 5, *"13:00", "enter")
        assert session_of(workplace, session).ended_at is None
        assert "began after that time" in console.text()
        await console.press(*["backspace"] * 5, *"15:20", "enter")
        assert session_of(workplace, session).ended_at == MEETS_AT + timedelta(minutes=80)


async def test_it_can_still_be_going_on_and_esc_says_nothing(tmp_path: Path) -> None:
    workplace, session = left_running(tmp_path, 4 * HOUR)
    async with a_console(HomeScreen, workplace) as console:
        await console.press("enter", "escape")
        assert isinstance(console.on_top, HomeScreen)
        await console.press("enter", "4")
        await console.comes(SessionScreen)
        assert report.running_session(workplace.record) == session


async def test_within_two_hours_the_console_goes_back_in_at_once(tmp_path: Path) -> None:
    workplace, _session = left_running(tmp_path, 2 * HOUR)
    async with a_console(HomeScreen, workplace) as console:
        await console.press("enter")
        await console.comes(SessionScreen)
