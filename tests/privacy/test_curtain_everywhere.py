"""The curtain falls at one key: on every screen, in every dialog, whatever has the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser
from textual.command import CommandPalette
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input, TextArea

from facilitator.console.door.lock import LockScreen
from facilitator.console.hour.one_screen import OneScreen
from facilitator.console.hour.screen import SessionScreen
from tests.facilitator.console.hour.hour import AnHour, an_hour
from tests.keys import settle
from tests.privacy.places import CASES, AnyScreen, every_screen

ANYWHERE = ("f9", "ctrl+@", "ctrl+at", "ctrl+space")
LETTERS = {"b": "b", "B": "B", "full_stop": "."}


@pytest.mark.slow
def test_every_screen_and_dialog_has_a_case() -> None:
    assert every_screen() == set(CASES)


@pytest.mark.slow
@pytest.mark.parametrize("sent", ["\x00", "\x1b[32;5u", "\x1b[64;5u", "\x1b[20~"])
def test_what_terminals_send_for_these_keys_is_bound(sent: str) -> None:
    heard = [event.key for event in XTermParser().feed(sent) if isinstance(event, Key)]
    assert heard
    assert set(heard) <= set(ANYWHERE)


async def opened(hour: AnHour, kind: type[AnyScreen]) -> AnyScreen:
    hour.app.push_screen(CASES[kind](hour))
    await settle(hour.pilot)
    assert type(hour.on_top) is kind
    return hour.on_top


async def lowered_by(hour: AnHour, key: str) -> bool:
    """Raise the curtain, press the key, look at what the wall was told."""
    hour.app.uncover()
    assert not hour.state().curtain
    await hour.press(key)
    assert hour.app.curtain == hour.workplace.wall.curtain == hour.state().curtain
    return hour.state().curtain


async def assert_every_key_lowers(hour: AnHour, focused: Widget | None) -> None:
    for key in ANYWHERE:
        assert await lowered_by(hour, key), f"{key} with {focused} focused"
    for key, letter in LETTERS.items():
        if isinstance(focused, TextArea):
            focused.text = ""
            assert not await lowered_by(hour, key)
            assert focused.text == letter
        elif not isinstance(focused, Input):
            assert await lowered_by(hour, key), f"{key} with {focused} focused"
        elif focused.value.isdecimal() or type(focused).__name__ == "DigitInput":
            assert await lowered_by(hour, key), f"{key} in a field of digits"
        else:
            focused.value = ""
            assert not await lowered_by(hour, key)
            assert focused.value == letter


async def look_everywhere(hour: AnHour, screen: AnyScreen) -> int:
    """Try all keys with each child focused in turn and with none; how many focuses there were."""
    places = [None, *screen.focus_chain]
    for focused in places:
        screen.set_focus(focused)
        await settle(hour.pilot)
        await assert_every_key_lowers(hour, focused)
        assert hour.on_top is screen, "the curtain closed something"
    return len(places)


@pytest.mark.slow
@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.__name__)
async def test_the_curtain_falls(kind: type[AnyScreen], tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await look_everywhere(hour, await opened(hour, kind))


@pytest.mark.slow
async def test_the_curtain_falls_on_both_faces_of_the_hour(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await look_everywhere(hour, hour.screen)
        await hour.press("tab", "1")
        await look_everywhere(hour, hour.screen)


@pytest.mark.slow
@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.__name__)
async def test_what_a_clicker_sends_never_quits_and_never_raises_over_a_dialog(
    kind: type[AnyScreen], tmp_path: Path
) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await opened(hour, kind)
        for key in ("escape", "f5", "pagedown", "pageup", "f5", "escape"):
            await hour.passes(2)
            await hour.press(key)
            assert hour.app.is_running
            assert hour.state().curtain


@pytest.mark.slow
@pytest.mark.parametrize("kind", [one for one in CASES if one not in (SessionScreen, OneScreen, LockScreen)])
async def test_a_second_calm_press_raises_nothing_but_in_the_hour_itself(kind: type[AnyScreen], tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await opened(hour, kind)
        hour.on_top.set_focus(None)
        hour.app.uncover()
        for _press in range(3):
            await hour.passes(2)
            await hour.press("full_stop")
            assert hour.state().curtain


@pytest.mark.slow
async def test_the_curtain_falls_in_the_palette(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("ctrl+p")
        assert isinstance(hour.on_top, CommandPalette)
        for key in ANYWHERE:
            assert await lowered_by(hour, key)


@pytest.mark.slow
async def test_a_second_press_never_raises_it(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        for key in (*ANYWHERE, *LETTERS):
            hour.app.uncover()
            await hour.press(key, key, key)
            assert hour.state().curtain


@pytest.mark.slow
async def test_under_the_curtain_the_wall_is_told_no_page(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "space", "f9", "space")
        assert hour.state().page.title == ""
        assert hour.state().page.lines == ()
