"""``m``: the next phase, a break and back, minutes, and the hour that began earlier."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.public import Scene
from agenda.session import PhaseKey
from facilitator.console.hour.move_dialog import MoveDialog
from tests.facilitator.console.hour.hour import AnHour, an_hour


async def chooses(hour: AnHour, words: str) -> None:
    """Move the cursor of ``m`` to the line with these words, there or behind More, and press Enter."""
    await hour.press("m")
    if _place(hour, words) is None:
        await hour.press(*_to(hour, "More: "))
    await hour.press(*_to(hour, words))


def _to(hour: AnHour, words: str) -> tuple[str, ...]:
    place = _place(hour, words)
    assert place is not None, hour.text()
    return ("home", *["down"] * place, "enter")


def _place(hour: AnHour, words: str) -> int | None:
    dialog = hour.on_top
    assert isinstance(dialog, MoveDialog)
    options = (str(dialog.ways.get_option_at_index(place).prompt) for place in range(dialog.ways.option_count))
    return next((place for place, option in enumerate(options) if words in option), None)


def planned(hour: AnHour) -> dict[PhaseKey, float]:
    return {t.phase.key: t.planned / timedelta(minutes=1) for t in hour.screen.led.timeline().phases}


@pytest.mark.slow
async def test_m_and_enter_walk_the_phases_in_order(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        order = [led.phase.key]
        for _phase in led.hour.phases[1:]:
            await hour.passes(60)
            await hour.press("m", "enter")
            order.append(led.running.key)
        assert order == [p.key for p in led.hour.phases]
        assert len(hour.runs()) == len(order)


@pytest.mark.slow
async def test_escape_stays_in_the_phase(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("m", "escape", "m", "m", "m", "M")
        assert hour.on_top is hour.screen
        assert len(hour.runs()) == 1


@pytest.mark.slow
async def test_a_break_returns_to_where_it_came_from(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("space", "space")
        page = led.page
        await chooses(hour, "Break")
        assert led.running.key is PhaseKey.BREAK
        await hour.passes(60)
        await hour.press("m", "enter")
        assert (led.running.key, led.page) == (PhaseKey.LESSON, page)


@pytest.mark.slow
async def test_the_wall_says_when_the_break_ends(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter")
        await hour.goes_to(PhaseKey.LESSON)
        await chooses(hour, "Break")
        await hour.passes(120)
        state = hour.state()
        assert state.scene is Scene.BREAK
        assert state.until is not None
        assert (state.until - hour.clock.now()) == timedelta(minutes=8)


@pytest.mark.slow
async def test_we_started_five_minutes_ago(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.passes(60)
        await chooses(hour, "We started 5 minutes ago")
        assert hour.runs()[0]["began_at"] == "2026-11-24T13:55:00.000Z"
        assert hour.screen.led.session.started_at == hour.clock.now() - timedelta(minutes=6)
        await hour.press("tab", "u")
        assert hour.runs()[0]["began_at"] == "2026-11-24T14:00:00.000Z"


async def test_after_the_first_phase_the_start_stays_as_it_is(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("m", "enter", "m")
        assert "We started" not in hour.text()


async def test_a_minute_more_is_paid_by_the_lesson(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        before = planned(hour)
        await hour.press("plus", "plus", "minus", "equals_sign", "underscore")
        changed = {key: planned(hour)[key] - before[key] for key in before if planned(hour)[key] != before[key]}
        assert changed == {PhaseKey.WELCOME: 1, PhaseKey.LESSON: -1}
        assert "The hour ends at 15:00." in hour.text()


@pytest.mark.slow
@pytest.mark.parametrize("phase", [PhaseKey.LESSON, PhaseKey.NEW_HOMEWORK, PhaseKey.SUMMARY])
async def test_new_homework_and_summary_never_pay_unless_named(phase: PhaseKey, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(phase)
        before = planned(hour)
        await hour.press("plus", "plus", "plus")
        lost = {key for key, minutes in planned(hour).items() if minutes < before[key]}
        assert not lost & {PhaseKey.NEW_HOMEWORK, PhaseKey.SUMMARY}
        assert "The hour ends at 15:03." in hour.text()


@pytest.mark.slow
async def test_new_homework_pays_where_it_is_named(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        before = planned(hour)
        await chooses(hour, "A minute more now, from New homework")
        assert planned(hour)[PhaseKey.NEW_HOMEWORK] == before[PhaseKey.NEW_HOMEWORK] - 1
        assert hour.screen.led.timeline().end_at == hour.clock.now() + timedelta(hours=1)


async def test_a_phase_keeps_its_last_minute(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(*["minus"] * 9)
        assert planned(hour)[PhaseKey.WELCOME] == 1
        assert "This phase has no minute to give." in hour.text()


@pytest.mark.slow
async def test_leave_the_lesson_at_moves_with_the_minutes_after_it(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        assert "leave the lesson at 14:45" in hour.text()
        await hour.passes(20 * 60)
        assert "25" not in hour.text() or hour.screen.led.timeline().left == timedelta(minutes=25)
        await chooses(hour, "A minute more now, from Summary")
        assert "leave the lesson at 14:46" in hour.text()


@pytest.mark.slow
async def test_where_we_are_is_not_lost_when_moving_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("space", "space")
        await chooses(hour, led.source.words.phase("goals").title)
        assert led.running.key is PhaseKey.GOALS
        await chooses(hour, led.source.words.phase("lesson").title)
        assert led.page_index == 2
