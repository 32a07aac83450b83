"""What stands in front of the page for a while: exercise, applause, the lesson's code."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.public import Scene
from agenda.record.rows import group as groups
from agenda.session import PhaseKey
from content.fit import COLUMNS, fits
from content.lesson import Page
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.practice import steps_in_short
from facilitator.console.hour.pages import practice_of
from tests.facilitator.console.hour.hour import NARROW, AnHour, an_hour
from tests.facilitator.console.hour.test_moving_on import chooses
from tests.facilitator.console.hour.work import a_record_with_a_past


@pytest.mark.slow
def test_every_lesson_has_an_exercise_with_a_short_name_that_fits_the_smallest_wall() -> None:
    entries = list(load_pack(builtin_pack_folder()).lessons())
    assert entries
    for entry in entries:
        name, what = practice_of(load_lesson(entry))
        assert name, entry.slug
        assert fits(Page(name, (what,))), entry.slug
        assert len(name) <= COLUMNS, entry.slug


async def in_the_lesson(hour: AnHour) -> None:
    await hour.press("c", "enter")
    await hour.goes_to(PhaseKey.LESSON)
    await hour.press("space", "space")


async def test_applause_has_no_name_and_the_next_page_key_brings_the_page_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await in_the_lesson(hour)
        page = hour.state().page
        await chooses(hour, "Applause")
        assert (hour.state().scene, hour.state().page.title, hour.state().page.lines) == (
            Scene.APPLAUSE, "Well done", (),
        )  # fmt: skip
        assert "in front of page 3" in hour.text()
        await hour.press("space")
        assert (hour.state().scene, hour.state().page) == (Scene.PAGE, page)


@pytest.mark.slow
async def test_the_exercise_counts_down_to_an_instant_and_its_steps_stand_on_the_wall_in_short(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await in_the_lesson(hour)
        lesson = hour.screen.led.lesson
        assert lesson is not None
        now = hour.workplace.clock.now()
        await hour.press("m", "x")
        state = hour.state()
        assert (state.scene, state.until) == (Scene.EXERCISE, now + timedelta(minutes=8))
        assert lesson.practice[0].startswith(state.page.title)
        assert state.since == now
        steps = state.page.lines[1:]
        assert 1 <= len(steps) <= 4
        assert steps == steps_in_short(lesson.practice[1:])[: len(steps)]
        assert fits(Page(state.page.title, state.page.lines))
        assert lesson.practice[1][:30] in hour.text()
        await hour.press("pageup")
        assert hour.state().scene is Scene.PAGE
        assert hour.screen.led.page_index == len(lesson.pages)


@pytest.mark.slow
async def test_exercise_and_code_are_reached_by_paging_and_the_time_begins_when_the_page_is_up(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await in_the_lesson(hour)
        led = hour.screen.led
        scenes = [page.scene for page in led.pages]
        assert scenes[-2:] == [Scene.EXERCISE, Scene.CODE]
        await hour.press(*["space"] * (len(scenes) - 5))
        await hour.passes(300)
        now = hour.clock.now()
        await hour.press("space")
        assert (hour.state().scene, hour.state().until) == (Scene.EXERCISE, now + timedelta(minutes=8))
        await hour.press("space")
        assert led.lesson is not None
        assert hour.state().scene is Scene.CODE
        assert (hour.state().qr or "").startswith(led.lesson.entry.title)
        assert led.given is not None
        rows = hour.workplace.record.rows("SELECT pages_to FROM session_lessons WHERE id = ?", led.given.id)
        assert rows == [{"pages_to": len(led.lesson.pages)}]


@pytest.mark.slow
async def test_the_code_is_the_one_printed_on_the_handout(tmp_path: Path) -> None:
    record = a_record_with_a_past()
    async with an_hour(tmp_path, record=record, size=NARROW) as hour:
        await in_the_lesson(hour)
        lesson = hour.screen.led.lesson
        assert lesson is not None
        await chooses(hour, "QR on the wall")
        assert hour.state().scene is Scene.CODE
        assert (hour.state().qr or "").startswith(lesson.entry.title)
        groups.set_address(record, hour.screen.led.group.id, "https://example.org/imr")
        await chooses(hour, "QR on the wall")
        assert hour.state().qr == f"https://example.org/imr/{lesson.entry.id}"


@pytest.mark.slow
async def test_a_pause_covers_an_aside_and_another_phase_takes_it_away(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await in_the_lesson(hour)
        await chooses(hour, "Applause")
        await hour.press("p")
        assert hour.state().scene is Scene.PAUSE
        await hour.press("p")
        assert hour.state().scene is Scene.APPLAUSE
        await hour.press("m", "enter")
        assert hour.state().scene is Scene.PAGE


@pytest.mark.slow
async def test_the_last_phase_asks_for_feedback(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter")
        await hour.goes_to(PhaseKey.SUMMARY)
        assert hour.state().scene is Scene.FEEDBACK


@pytest.mark.slow
async def test_what_to_say_on_rare_occasions_is_read_on_the_console_alone(tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=NARROW) as hour:
        await hour.press("c", "enter")
        before = hour.state().page
        await chooses(hour, "What to say")
        await hour.press("1")
        steps = hour.screen.led.source.words.newcomer.steps
        assert len(steps) >= 4
        assert steps[0][:40] in hour.text()
        assert hour.state().page == before
        await hour.press("escape")
        assert hour.on_top is hour.screen
