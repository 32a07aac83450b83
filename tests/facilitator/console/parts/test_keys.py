"""The help is made from the bindings: every key that works here stands in it, with what it does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from facilitator.console.app import ConsoleApp
from facilitator.console.group.keys import GROUP_KEYS
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.parts.footer import key_line
from facilitator.console.parts.key_help import KeysDialog, key_label
from facilitator.console.parts.title import one_line
from tests.builders import a_session
from tests.facilitator.console.hour.hour import a_record_ready, a_workplace
from tests.facilitator.console.outside import NARROW, WIDE, Outside, a_console
from tests.until import until


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_opens_over_home_and_the_same_key_or_esc_closes_it(key: str, tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready()), size=NARROW) as console:
        await console.press(key)
        assert isinstance(console.on_top, KeysDialog)
        await console.press(key if key == "f1" else "escape")
        assert isinstance(console.on_top, HomeScreen)


async def test_every_binding_of_home_and_of_the_app_stands_in_the_help(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready()), size=(120, 60)) as console:
        await console.press("f1")
        for binding in (*HomeScreen.BINDINGS, *ConsoleApp.BINDINGS):
            assert isinstance(binding, Binding)
            works = console.app.check_action(binding.action, ()) is not False  # pause only while an hour runs
            assert (binding.tooltip[:30] in console.text()) is works


@pytest.mark.slow
async def test_over_a_session_it_tells_the_session_s_keys(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready()), size=(120, 60)) as console:
        await console.press("enter")
        await console.comes(SessionScreen)
        await console.press("f1")
        assert isinstance(console.on_top, KeysDialog)
        assert "1-9" in console.text()


def test_every_binding_has_a_name_and_says_what_it_does() -> None:
    for binding in (*GROUP_KEYS, *HomeScreen.BINDINGS, *ConsoleApp.BINDINGS):
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.tooltip


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("full_stop", "."),
        ("ctrl+r", "Ctrl+R"),
        ("f9", "F9"),
        ("P", ""),
        ("p", "p"),
        ("ctrl+at", ""),
        ("enter", "Enter"),
    ],
)
def test_keys_are_written_as_on_the_keyboard(key: str, label: str) -> None:
    assert key_label(key) == label


def test_the_footer_drops_keys_from_the_end_but_never_the_curtain_nor_the_help() -> None:
    pairs = [("b", "curtain"), ("Enter", "start"), ("p", "plan"), ("F1", "keys")]
    assert key_line(pairs, 200).plain == "b curtain   Enter start   p plan   F1 keys"
    assert key_line(pairs, 32).plain == "b curtain  Enter start  F1 keys"
    assert key_line(pairs, 1).plain == "b curtain  F1 keys"


@pytest.mark.parametrize("width", [5, 20, 40, 78, 118])
def test_the_title_keeps_its_right_end_and_its_width(width: int) -> None:
    line = one_line("[red]" + "long name " * 9, ["session 12", "lesson"], Text("14:05"), width=width)
    assert line.plain.endswith("14:05")
    assert line.cell_len == max(width, 5)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_nothing_goes_beyond_the_right_edge(size: tuple[int, int], tmp_path: Path) -> None:
    from facilitator.console.group.screen import GroupScreen

    room = a_session(started=False)
    screens: list[type[Screen[Any]]] = [HomeScreen, GroupScreen]
    async with a_console(HomeScreen, a_workplace(tmp_path, room.record), size=size) as console:
        for screen in screens:
            await console.comes(screen)
            for widget in console.on_top.walk_children(Widget):
                assert widget.region.right <= size[0]
            await console.press("g")


@pytest.mark.slow
async def test_a_terminal_made_tiny_and_large_again_is_drawn_again(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready()), size=NARROW) as console:
        await console.reads("No crisis help")
        for key in ("", "g", "a", "escape", "f1", "escape", "escape", "p"):
            if key:
                await console.press(key)
            before = await at_rest(console)
            await console.pilot.resize_terminal(20, 5)
            await console.pilot.pause()
            await console.pilot.resize_terminal(*NARROW)
            await until(partial(_reads, console, before), console.pilot, what="the same screen again")


def _reads(console: Outside, wanted: str) -> bool:
    return console.text() == wanted


async def at_rest(console: Outside, looks: int = 40) -> str:
    """What the screen says once three looks in a row find the same."""
    seen = ["", "", console.text()]
    for _look in range(looks):
        if len(set(seen[-3:])) == 1:
            break
        await console.pilot.pause()
        seen.append(console.text())
    return seen[-1]
