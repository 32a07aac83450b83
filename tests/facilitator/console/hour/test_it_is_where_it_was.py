"""Closed and opened again at any moment: phase, page, marks, undo, and the curtain down."""

from __future__ import annotations

from inspect import signature
from pathlib import Path

import pytest

from agenda.record.action import VERBS
from agenda.record.connection import Record
from agenda.record.opening import create_record, open_record
from agenda.session import PhaseKey
from facilitator.console.app import ConsoleApp
from facilitator.console.home.screen import HomeScreen
from facilitator.console.people.undo import VERB_WORDS
from tests.builders import CHEAP, a_clock
from tests.facilitator.console.hour.hour import AnHour, a_group_ready, a_workplace, an_hour, text_of
from tests.keys import settle, strike
from tests.until import until

PASSPHRASE = "a long enough passphrase"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "our.record"


def a_record_on_disk(path: Path) -> Record:
    record, _code = create_record(path, PASSPHRASE, name="Robin", clock=a_clock(), cost=CHEAP)
    a_group_ready(record)
    return record


def opened_again(hour: AnHour, path: Path) -> Record:
    """The same file, closed and opened with the passphrase."""
    hour.workplace.record.close()
    return open_record(path, PASSPHRASE, clock=hour.clock)


@pytest.mark.slow
async def test_phase_page_and_marks_are_where_they_were(path: Path, tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_on_disk(path)) as hour:
        await hour.press("1", "h", "2", "e", "3", "c", "enter")
        await hour.goes_to(PhaseKey.LESSON)
        await hour.passes(240)
        await hour.press("space", "space")
        marks, page, runs = hour.marks(), hour.screen.led.page, hour.runs()
        assert not hour.state().curtain
    async with an_hour(tmp_path, record=opened_again(hour, path)) as again:
        assert again.marks() == marks
        assert again.screen.led.page == page
        assert again.runs() == runs
        assert again.screen.is_room
        assert again.state().curtain
        again.workplace.record.close()


@pytest.mark.slow
async def test_a_phase_paged_into_just_before_is_still_on_its_way(path: Path, tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_on_disk(path)) as hour:
        while hour.screen.led.next_page():
            pass
        await hour.press("pagedown")
    async with an_hour(tmp_path, record=opened_again(hour, path)) as again:
        led = again.screen.led
        assert (led.phase.key, led.running.key) == (PhaseKey.LAST_SESSION, PhaseKey.WELCOME)
        await again.press("pageup")
        assert led.phase.key is PhaseKey.WELCOME
        await again.press("pagedown")
        await again.passes(10)
        assert led.running.key is PhaseKey.LAST_SESSION
        again.workplace.record.close()


@pytest.mark.slow
async def test_undo_and_redo_go_on_across_a_restart(path: Path, tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_on_disk(path)) as hour:
        await hour.press("1", "h", "2", "x", "3", "l", "u")
        assert list(hour.marks().values())[:3] == ["here", "absent", "unknown"]
    async with an_hour(tmp_path, record=opened_again(hour, path)) as again:
        await again.press("tab", "u")
        assert "Undone: attendance of Bruno, who is now: not yet." in again.text()
        await again.press("ctrl+r", "ctrl+r")
        assert list(again.marks().values())[:3] == ["here", "absent", "late"]
        assert "Done again: attendance of Carla, who is now: late." in again.text()
        await again.press("ctrl+r")
        assert "There is nothing to do again." in again.text()
        await again.press("u", "u", "u", "u")
        assert set(again.marks().values()) == {"unknown"}
        assert "There is nothing to undo." in again.text()
        again.workplace.record.close()


@pytest.mark.slow
async def test_a_new_mark_clears_what_could_be_done_again(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "h", "u", "2", "x", "ctrl+r")
        assert list(hour.marks().values())[:2] == ["unknown", "absent"]


async def test_pages_phases_and_the_curtain_are_not_undone(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "h", "c", "enter", "m", "enter", "space", "tab", "u", "u")
        assert hour.screen.led.running.key is PhaseKey.LAST_SESSION
        assert not hour.state().curtain
        assert hour.marks()["Ana"] == "unknown"


@pytest.mark.slow
async def test_every_word_of_undo_says_what_it_undid(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "h", "o", "u")
        assert "Undone: out and back of Ana" in hour.text()
        await hour.press("tab", "plus", "tab", "u")
        assert "Undone: the minutes of the phase." in hour.text()


def test_whatever_can_be_undone_in_a_session_has_words() -> None:
    in_a_session = {v.name for v in VERBS.values() if v.undoable and "session" in signature(v.function).parameters}
    assert in_a_session
    assert in_a_session <= set(VERB_WORDS)


@pytest.mark.slow
async def test_a_second_console_leads_no_running_hour_and_says_why(path: Path, tmp_path: Path) -> None:
    record = a_record_on_disk(path)
    async with an_hour(tmp_path / "first", record=record) as hour:
        await hour.press("1", "h")
        reading = open_record(path, PASSPHRASE, clock=hour.clock, read_only=True)
        workplace = a_workplace(tmp_path / "second", reading)
        app = ConsoleApp(lambda _app: HomeScreen(resume=True), workplace)
        async with app.run_test(notifications=True) as pilot:
            await until(lambda: isinstance(app.screen, HomeScreen), pilot)
            await settle(pilot)
            assert "▸ running" in text_of(app.screen)
            await strike(pilot, "enter")
            assert isinstance(app.screen, HomeScreen)
            assert "This console only reads" in text_of(app.screen)
        reading.close()
        assert hour.marks()["Ana"] == "here"
        record.close()
