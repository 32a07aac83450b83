"""Paging: space and arrows stay in the phase, a clicker opens the next one and can come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.session import PhaseKey
from tests.facilitator.console.hour.hour import AnHour, an_hour


async def at_the_last_page(hour: AnHour) -> None:
    while hour.screen.led.next_page():
        pass
    hour.screen.draw()
    await hour.pilot.pause()


@pytest.mark.slow
@pytest.mark.parametrize("key", ["space", "right"])
async def test_forward_stops_at_the_last_page_of_the_phase(key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        for phase in (PhaseKey.WELCOME, PhaseKey.LESSON):
            await hour.goes_to(phase)
            for _press in range(len(led.pages) + 2):
                await hour.press(key)
            assert led.phase.key is led.running.key is phase
            assert led.page_index == len(led.pages) - 1
            assert "This is the last page of the phase. m moves on." in hour.text()


async def test_back_stops_at_the_first_page_of_the_phase(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("space", "space", "left", "left", "left")
        assert (led.phase.key, led.page_index) == (PhaseKey.LESSON, 0)


@pytest.mark.slow
async def test_past_the_last_page_the_clicker_opens_the_next_title_page(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        await at_the_last_page(hour)
        before = hour.runs()
        await hour.press("pagedown")
        assert (led.phase.key, led.page_index) == (PhaseKey.LAST_SESSION, 0)
        assert led.running.key is PhaseKey.WELCOME
        assert "its clock starts in a moment" in hour.text()
        assert hour.runs() == before


async def test_its_clock_starts_after_ten_seconds_there(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await at_the_last_page(hour)
        await hour.press("pagedown")
        await hour.passes(9.9)
        assert hour.journal("phase.begin") == []
        await hour.passes(0.1)
        began = hour.journal("phase.begin")
        assert {row["at"] for row in began} == {"2026-11-24T14:00:10.000Z"}
        assert hour.screen.led.running.key is PhaseKey.LAST_SESSION
        assert hour.runs()[-1]["began_at"] == "2026-11-24T14:00:10.000Z"


@pytest.mark.parametrize("seconds", [1, 9, 11, 59])
async def test_within_a_minute_back_is_as_if_never_left(seconds: int, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        await at_the_last_page(hour)
        runs, page = hour.runs(), led.page
        await hour.press("pagedown")
        await hour.passes(seconds)
        await hour.press("pageup")
        assert hour.runs() == runs
        assert (led.phase.key, led.page) == (PhaseKey.WELCOME, page)
        assert led.timeline().current is not None
        await hour.passes(30)
        assert hour.runs() == runs


@pytest.mark.slow
async def test_after_a_minute_the_clicker_stays_in_the_phase(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await at_the_last_page(hour)
        await hour.press("pagedown")
        await hour.passes(61)
        runs = hour.runs()
        await hour.press("pageup")
        assert hour.screen.led.phase.key is PhaseKey.LAST_SESSION
        assert hour.runs() == runs
        assert "This is the first page of the phase." in hour.text()


@pytest.mark.slow
async def test_a_page_further_starts_the_clock_at_once(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.AGENDA)
        await at_the_last_page(hour)
        await hour.passes(60)
        await hour.press("pagedown")
        assert [p.key for p in hour.screen.led.hour.phases if p.id == hour.runs()[-1]["phase_id"]] == [PhaseKey.AGENDA]
        await hour.passes(1)
        await hour.press("pagedown")
        assert hour.screen.led.running.key is PhaseKey.LESSON
        assert hour.runs()[-1]["began_at"] == "2026-11-24T14:01:01.000Z"


@pytest.mark.slow
async def test_the_clicker_walks_the_whole_hour_and_stops_at_its_last_page(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        seen = [led.phase.key]
        for _press in range(sum(len(led.pages_in(p)) for p in led.hour.phases) + 3):
            await hour.press("pagedown")
            await hour.passes(11)
            if led.phase.key is not seen[-1]:
                seen.append(led.phase.key)
        assert seen == [p.key for p in led.hour.phases]
        assert "This is the last page of the hour. m ends the session." in hour.text()
        assert len(hour.runs()) == len(seen)


@pytest.mark.slow
async def test_the_session_remembers_which_pages_of_the_lesson_were_on_the_wall(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("space", "space", "space", "left")
        rows = hour.workplace.record.rows("SELECT pages_from, pages_to FROM session_lessons")
        assert rows == [{"pages_from": 1, "pages_to": 3}]


async def test_the_wall_shows_the_page_once_the_curtain_is_up(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        assert hour.state().curtain
        assert hour.state().page.title == ""
        await hour.press("c", "enter", "space")
        assert not hour.state().curtain
        assert hour.state().page == hour.screen.led.page.public
