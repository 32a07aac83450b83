"""F1 and ? list every key of the screen; the palette takes no picture; a clicker's Esc and F5 do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding, BindingType
from textual.command import CommandPalette

from facilitator.console.app import ConsoleApp
from facilitator.console.hour.keys import HOUR_KEYS
from facilitator.console.hour.room_face import RoomFace
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.parts.key_help import KeysDialog, key_label
from facilitator.console.people.keys import PEOPLE_KEYS
from facilitator.console.rounds.screen import RoundScreen
from tests.builders import tables
from tests.facilitator.console.hour.hour import NARROW, AnHour, an_hour
from tests.until import until


def whole_help(hour: AnHour) -> str:
    """Everything the list of keys says, scrolled to the end."""
    assert isinstance(hour.on_top, KeysDialog)
    lines = [f"{line.keys} {line.does}" for _heading, part in hour.on_top._parts() for line in part]
    return "\n".join(lines)


def keys_of(binding: BindingType) -> list[str]:
    assert isinstance(binding, Binding)
    return binding.key.split(",")


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_every_key_of_the_session_is_in_the_list(key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(key)
        said = whole_help(hour)
        for binding in [*HOUR_KEYS, *PEOPLE_KEYS, *ConsoleApp.BINDINGS]:
            assert isinstance(binding, Binding)
            assert binding.tooltip
            assert binding.tooltip in said
            labels = [key_label(one) for one in binding.key.split(",")]
            assert all(label in said or label.isdecimal() for label in labels)


def test_every_key_of_people_answers_in_room() -> None:
    """One that only People knew would be swallowed there in silence."""
    in_room = {key for one in (*RoomFace.BINDINGS, *HOUR_KEYS) for key in keys_of(one)}
    assert {key for one in PEOPLE_KEYS for key in keys_of(one)} <= in_room


@pytest.mark.slow
async def test_the_list_can_be_read_to_its_end_and_closed(tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=NARROW) as hour:
        await hour.press("f1", "end")
        await until(lambda: "Close the console" in hour.text(), hour.pilot)
        await hour.press("f1")
        assert hour.on_top is hour.screen
        await hour.press("f1", "escape")
        assert hour.on_top is hour.screen


@pytest.mark.slow
async def test_the_round_has_its_own_list(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("enter", "f1")
        said = whole_help(hour)
        for binding in RoundScreen.BINDINGS:
            assert isinstance(binding, Binding)
            assert binding.tooltip in said


async def test_every_binding_of_the_session_has_a_name_and_a_sentence() -> None:
    for binding in (*HOUR_KEYS, *PEOPLE_KEYS):
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.tooltip


async def test_the_palette_offers_no_picture_of_the_screen(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        titles = [command.title for command in hour.app.get_system_commands(hour.on_top)]
        assert titles
        assert not [title for title in titles if "screenshot" in title.casefold()]
        await hour.press("ctrl+p")
        assert isinstance(hour.on_top, CommandPalette)
        assert "Screenshot" not in hour.text()
        await hour.press("escape")
        assert len(hour.app.screen_stack) == 3


@pytest.mark.slow
@pytest.mark.parametrize("face", [(), ("tab",), ("1",)], ids=["room", "people", "chosen"])
@pytest.mark.parametrize("key", ["escape", "f5", "q", "ctrl+c", "ctrl+d", "ctrl+z"])
async def test_no_key_of_a_clicker_quits_locks_or_raises(key: str, face: tuple[str, ...], tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(*face)
        before = tables(hour.workplace.record, but=())
        await hour.press(key, key, key)
        assert hour.app.is_running
        assert isinstance(hour.on_top, SessionScreen)
        assert hour.state().curtain
        assert tables(hour.workplace.record, but=()) == before


@pytest.mark.slow
async def test_quitting_leaves_the_session_running(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("1", "h", "ctrl+q")
        record = hour.workplace.record
    assert record.rows("SELECT ended_at FROM sessions WHERE started_at IS NOT NULL") == [{"ended_at": None}]
