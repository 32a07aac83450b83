"""Presentation clickers: a press counts once, a calm second press raises a page, and Esc and F5 do nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.public import PublicPage, Scene
from agenda.session import PhaseKey
from facilitator.console.devices.clicker import BOUNCE, RAISED, Clicker
from facilitator.console.projector.broadcast import Shown
from tests.facilitator.console.hour.hour import AnHour, an_hour
from tests.keys import settle

CURTAIN = ("b", "full_stop")


async def raised_then(hour: AnHour, key: str) -> None:
    """The curtain is up over the page; the key covers it."""
    hour.app.uncover()
    await hour.passes(5)
    await hour.press(key)
    assert hour.state().curtain


@pytest.mark.slow
@pytest.mark.parametrize("key", CURTAIN)
@pytest.mark.parametrize("seconds", [1.0, 5.0, 59.0])
async def test_a_calm_second_press_raises_the_page_again(key: str, seconds: float, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        await raised_then(hour, key)
        await hour.passes(seconds)
        await hour.press(key)
        assert not hour.state().curtain
        assert not hour.app.curtain
        assert hour.state().page == hour.screen.led.page.public


@pytest.mark.slow
@pytest.mark.parametrize("key", CURTAIN)
@pytest.mark.parametrize("gap", [0.0, 0.1, 0.5, 0.9])
async def test_presses_in_haste_and_a_held_key_never_raise(key: str, gap: float, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await raised_then(hour, key)
        for _repeat in range(40):
            await hour.press(key)
            await hour.passes(gap)
            assert hour.state().curtain


async def test_out_of_reach_it_stays_down(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await raised_then(hour, "b")
        await hour.passes(61)
        await hour.press("b")
        assert hour.state().curtain


@pytest.mark.slow
@pytest.mark.parametrize("between", ["f9", "ctrl+space", "full_stop", "pagedown", "space", "escape", "f5", "tab", "z"])
async def test_after_another_key_it_stays_down(between: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await raised_then(hour, "b")
        await hour.passes(2)
        await hour.press(between)
        await hour.passes(2)
        await hour.press("b")
        assert hour.state().curtain


@pytest.mark.slow
@pytest.mark.parametrize("lowers", ["f9", "ctrl+space"])
async def test_what_f9_lowered_only_c_raises(lowers: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await raised_then(hour, lowers)
        for key in ("b", "b", lowers, lowers, "full_stop", "full_stop"):
            await hour.passes(2)
            await hour.press(key)
            assert hour.state().curtain


@pytest.mark.slow
async def test_the_curtain_of_the_start_is_not_the_clickers(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        for _press in range(3):
            await hour.passes(2)
            await hour.press("b")
            assert hour.state().curtain


@pytest.mark.slow
@pytest.mark.parametrize("scene", [Scene.FLIP_CHART, Scene.HOLDING])
async def test_a_flip_chart_is_never_raised(scene: Scene, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await raised_then(hour, "b")
        await hour.passes(2)
        hour.workplace.wall.show(Shown(scene, PublicPage("What we said", ("One", "Two"))))
        await hour.press("b")
        assert hour.state().curtain


def test_what_may_be_raised_is_named_scene_by_scene() -> None:
    assert set(Scene) > RAISED
    assert not RAISED & {Scene.FLIP_CHART, Scene.HOLDING, Scene.LETTER}


@pytest.mark.slow
async def test_under_a_dialog_it_stays_down(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        hour.app.uncover()
        await hour.press("m", "b")
        await hour.passes(2)
        await hour.press("b")
        assert hour.state().curtain
        assert hour.on_top is not hour.screen


@pytest.mark.slow
@pytest.mark.parametrize(("key", "forward"), [("pagedown", True), ("pageup", False)])
async def test_a_bouncing_or_held_page_key_counts_once(key: str, forward: bool, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("space", "space")
        for _bounce in range(6):
            await hour.press(key)
            await hour.passes(0.1)
        assert led.page_index == (3 if forward else 1)
        await hour.passes(BOUNCE)
        await hour.press(key)
        assert led.page_index == (4 if forward else 0)


async def test_forth_and_back_at_once_are_two_presses(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("pagedown", "pageup", "pagedown")
        assert hour.screen.led.page_index == 1


@pytest.mark.slow
@pytest.mark.parametrize("key", ["escape", "f5"])
@pytest.mark.parametrize("face", [(), ("tab",), ("1",)])
async def test_esc_and_f5_neither_quit_nor_raise_nor_turn(key: str, face: tuple[str, ...], tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(*face)
        screen, page, is_room = hour.on_top, hour.screen.led.page_index, hour.screen.is_room
        for _press in range(3):
            await hour.passes(2)
            await hour.press(key)
        await settle(hour.pilot)
        assert hour.app.is_running
        assert hour.on_top is screen
        assert (hour.screen.led.page_index, hour.screen.is_room) == (page, is_room)
        assert hour.state().curtain


def test_the_clicker_itself_knows_a_bounce_by_its_own_clock() -> None:
    seconds = iter([0.0, 0.1, 0.3, 0.35, 0.36])
    clicker = Clicker(lambda: next(seconds))
    heard = []
    for key in ("pagedown", "pagedown", "pagedown", "pageup", "PageUp"):
        clicker.hear(key)
        heard.append(clicker.is_a_bounce)
    assert heard == [False, True, False, False, True]
