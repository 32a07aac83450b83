"""The plan of the next session: kind, day, lesson, minutes, or that it does not take place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from agenda.record.rows import group as groups
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey, SessionKind
from facilitator.console.calendar.plan_dialog import PlanDialog
from facilitator.console.home.screen import HomeScreen
from facilitator.console.library.screen import LibraryScreen
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.form_dialog import FormDialog
from tests.builders import TODAY, a_session
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import a_console


@pytest.mark.slow
async def test_each_line_changes_what_it_says(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(HomeScreen, a_workplace(tmp_path, room.record)) as console:
        await console.press("p", "1", "4")
        assert sessions.session(room.record, room.session).kind is SessionKind.ONE
        await console.press("2", "end", "ctrl+u")
        await console.types("1 dec", "enter")
        assert sessions.session(room.record, room.session).day == date(2026, 12, 1)
        await console.press("3")
        await console.comes(LibraryScreen)
        await console.press("home", "enter", "1")
        await console.comes(PlanDialog)
        lesson = sessions.lesson_of(room.record, room.session)
        assert lesson is not None
        assert lesson.lesson == next(console.app.workplace.pack.lessons()).id
        await console.press("4", "end", "ctrl+u")
        await console.types("9", "ctrl+s")
        await console.comes(PlanDialog)
        phases = {p.key: p.minutes for p in sessions.planned_phases(room.record, room.session)}
        assert phases[PhaseKey.WELCOME] == 9
        assert sum(phases.values()) == 60


@pytest.mark.slow
async def test_a_day_that_is_over_is_asked_about_and_a_closed_one_is_refused_at_the_field(tmp_path: Path) -> None:
    room = a_session(started=False)
    groups.close_date(room.record, room.group, date(2026, 12, 24))
    async with a_console(HomeScreen, a_workplace(tmp_path, room.record)) as console:
        for typed, sentence in (
            ("2026-11-01", "is over."),
            ("24 dec", "The group does not meet on Thursday 24 December."),
            ("soon", "A day as in"),
        ):
            await console.press("p", "2", "end", "ctrl+u")
            await console.types(typed, "enter")
            assert sentence in console.text()
            if typed == "2026-11-01":
                assert isinstance(console.on_top, ConfirmDialog)
                await console.press("enter")  # stands on No: the form is there again
                await console.comes(FormDialog)
            await console.press("escape", "escape")
        assert sessions.session(room.record, room.session).day == TODAY


async def test_a_day_that_is_not_the_groups_is_asked_about_and_taken_on_yes(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(HomeScreen, a_workplace(tmp_path, room.record)) as console:
        await console.press("p", "2")
        await console.types("2 dec")
        await console.reads("= Wednesday 2 December 2026")
        await console.press("enter")
        await console.reads("Is Wednesday 2 December meant?")
        await console.press("y")
        await console.comes(PlanDialog)
        assert sessions.session(room.record, room.session).day == date(2026, 12, 2)


async def test_a_cancelled_session_gives_its_number_to_the_next_one(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(HomeScreen, a_workplace(tmp_path, room.record)) as console:
        await console.press("p", "5")
        await console.types("ill", "enter")
        await console.comes(HomeScreen)
        assert "nothing planned yet" in console.text()
        assert sessions.session(room.record, room.session).kind is SessionKind.CANCELLED
        await console.press("p")
        await console.comes(PlanDialog)
        assert "Plan of session 1" in console.text()


async def test_a_running_session_is_not_planned_anew(tmp_path: Path) -> None:
    room = a_session()
    async with a_console(HomeScreen, a_workplace(tmp_path, room.record)) as console:
        await console.press("p")
        assert isinstance(console.on_top, HomeScreen)
        assert "its plan stays as it is" in console.text()
