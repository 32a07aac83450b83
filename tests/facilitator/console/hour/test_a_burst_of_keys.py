"""What is typed in one burst does what the same keys do typed slowly, and no dialog answers twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from facilitator.console.app import ConsoleApp
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.rounds.catch_up import CatchUpScreen
from tests.builders import TODAY, a_clock, a_group, a_record, some_members
from tests.facilitator.console.hour.hour import AnHour, a_workplace, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past
from tests.keys import at_once, settle
from tests.privacy.explorer import bindings_of
from tests.privacy.places import CASES
from tests.until import until

THREE = ("Ana", "Bruno", "Carla")
DIALOGS = sorted((kind for kind in CASES if issubclass(kind, ConsoleDialog)), key=lambda kind: kind.__name__)
LEADS_ON = {"screenshot", "leave"}


async def test_a_digit_after_the_key_that_opens_a_dialog_belongs_to_the_dialog(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        await hour.press("2")
        await at_once(hour.pilot, "e", "1", "3", "h")
        assert hour.marks() == {"Ana": "unknown", "Bruno": "excused", "Carla": "here"}


async def test_a_whole_round_of_marks_in_one_burst_is_each_where_it_belongs(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        await at_once(hour.pilot, "1", "h", "2", "e", "3", "3", "x")
        assert hour.marks() == {"Ana": "here", "Bruno": "excused", "Carla": "absent"}


async def test_the_key_that_closed_a_dialog_pressed_twice_does_nothing_beneath_it(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "2", "h")
        for keys in (("m", "enter", "enter"), ("2", "a", "2", "2"), ("m", "escape", "escape")):
            await at_once(hour.pilot, *keys)
            assert hour.on_top is hour.screen, keys
        assert hour.screen.people.marks.chosen.digit in (None, 2)


async def test_a_follow_up_and_two_enters_leave_the_hour_where_it_is(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        await hour.press("1", "h", "enter")
        await at_once(hour.pilot, "enter", *"ring", "enter", "enter")
        assert hour.on_top is hour.screen
        assert [row["what"] for row in hour.workplace.record.rows("SELECT what FROM follow_ups")] == ["ring"]


async def test_enter_twice_on_home_confirms_nothing_unseen(tmp_path: Path) -> None:
    record = a_record(a_clock())
    group = a_group(record)
    some_members(record, group, THREE)
    from agenda.record.rows import session as sessions
    from agenda.session import SessionKind

    other_day = TODAY.replace(day=TODAY.day + 1)
    planned = sessions.plan(record, group, day=other_day, kind=SessionKind.USUAL)
    app = ConsoleApp(lambda _app: HomeScreen(), a_workplace(tmp_path, record))
    async with app.run_test() as pilot:
        await until(lambda: isinstance(app.screen, HomeScreen), pilot)
        await at_once(pilot, "enter", "enter")
        assert isinstance(app.screen, ConfirmDialog)
        assert sessions.session(record, planned).started_at is None
        await at_once(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_key_that_opened_a_screen_pressed_twice_answers_nothing_on_it(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "m", "e", "y")
        assert isinstance(hour.on_top, ConfirmDialog)
        await at_once(hour.pilot, "y", "y")
        assert isinstance(hour.on_top, CatchUpScreen)
        assert hour.on_top.place == 0


async def test_enter_twice_on_home_begins_one_hour(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        assert [type(screen) for screen in hour.app.screen_stack[1:]] == [HomeScreen, SessionScreen]


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
async def test_every_key_of_a_dialog_twice_in_one_write_closes_nothing_beneath_it(
    kind: type[Screen[Any]], tmp_path: Path
) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        keys = {*bindings_of(kind), "enter", "1", "escape"}
        for key in sorted(keys):
            await hour.press("1", "h")
            beneath = hour.on_top
            assert beneath is hour.screen
            hour.app.push_screen(CASES[kind](hour))
            await settle(hour.pilot)
            await at_once(hour.pilot, key, key)
            assert hour.app.is_running, key
            assert beneath in hour.app.screen_stack, key
            await _close_what_is_open(hour)


async def test_the_curtain_waits_for_nothing(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        hour.app.uncover()
        await at_once(hour.pilot, "m", "down", "f9", "escape")
        assert hour.state().curtain


async def test_a_digit_dialog_answers_once_however_often_it_is_asked_to(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        answers: list[int | None] = []
        dialog = DigitDialog("How many?")
        hour.app.push_screen(dialog, answers.append)
        await settle(hour.pilot)
        dialog.dismiss(2)
        dialog.dismiss(3)
        await settle(hour.pilot)
        assert answers == [2]
        assert hour.on_top is hour.screen


async def _close_what_is_open(hour: AnHour) -> None:
    while hour.app.screen is not hour.screen:
        hour.app.pop_screen()
    if hour.screen.led.timeline().paused:
        hour.screen.led.resume()
    await settle(hour.pilot)
