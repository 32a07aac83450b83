"""F4 where the projector repeats this screen: the wall on the console's own screen, and nothing private on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from agenda.public import Scene
from agenda.session import PhaseKey
from facilitator.console.home.follow_ups import FollowUpsDialog
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.move_dialog import MoveDialog
from facilitator.console.hour.one_screen import OneScreen
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.projector.projector import Projector
from facilitator.console.rounds.screen import RoundScreen
from facilitator.wall.typography import typographic
from tests.facilitator.console.hour.hour import EIGHT, NARROW, WIDE, AnHour, a_record_ready, a_workplace, an_hour
from tests.facilitator.console.outside import a_console

QUIET = "A quiet moment"


@asynccontextmanager
async def as_the_wall(tmp_path: Path, *before: str, size: tuple[int, int] = WIDE) -> AsyncIterator[AnHour]:
    """The lesson, its curtain up, these keys, then F4."""
    async with an_hour(tmp_path, size=size) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("space")
        hour.app.uncover()
        hour.app.projector = Projector.SAME
        await hour.press(*before, "f4")
        assert isinstance(hour.on_top, OneScreen)
        yield hour


def shows_the_page(hour: AnHour) -> bool:
    """The page that is now on the wall stands on this screen, and nothing of the console."""
    one = hour.on_top
    assert isinstance(one, OneScreen)
    is_shown = one.sheet.said.title == typographic(hour.screen.led.page.public.title, "en")
    is_drawn = one.sheet.said.title in hour.text() or "▀" in hour.text()  # large enough, in letters of blocks
    return is_shown and is_drawn and not any(words in hour.text() for words in ("ON THE WALL", "F1 keys", "Wall"))


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_f4_makes_this_screen_the_wall(size: tuple[int, int], tmp_path: Path) -> None:
    async with as_the_wall(tmp_path, size=size) as hour:
        assert shows_the_page(hour)
        assert "14:00" in hour.text()


@pytest.mark.slow
@pytest.mark.parametrize("before", [("tab", "1"), ("1", "enter"), ("m",), ("f1",), ("ctrl+p",)])
async def test_whatever_lay_open_it_is_covered_and_there_again_afterwards(
    before: tuple[str, ...], tmp_path: Path
) -> None:
    async with an_hour(tmp_path) as hour:
        hour.app.uncover()
        hour.app.projector = Projector.SAME
        await hour.press(*before)
        top = hour.on_top
        await hour.press("f4")
        assert not [name for name in EIGHT if name in hour.text()]
        assert shows_the_page(hour)
        await hour.press("f4", "y")
        assert hour.on_top is top


@pytest.mark.slow
async def test_pages_turn_by_keys_and_by_clicker_and_the_room_face_comes_back(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path, "tab") as hour:
        led = hour.screen.led
        for key, page in (("space", 2), ("right", 3), ("left", 2), ("pagedown", 3), ("pageup", 2)):
            await hour.press(key)
            assert led.page_index == page
            assert shows_the_page(hour)
        await hour.press("f4", "y")
        assert hour.screen.is_room


@pytest.mark.slow
@pytest.mark.parametrize("key", ["b", "full_stop", "f9", "ctrl+space"])
async def test_the_curtain_falls_here_too_and_c_raises_it_without_a_preview(key: str, tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        await hour.press(key)
        await hour.looks()
        hour.on_top.look()  # type: ignore[attr-defined]
        await hour.pilot.pause()
        assert QUIET in hour.text()
        assert hour.state().curtain
        await hour.press("c")
        assert isinstance(hour.on_top, OneScreen)
        assert shows_the_page(hour)


async def test_a_calm_second_press_of_the_clicker_raises_the_page(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        await hour.press("b")
        await hour.passes(2)
        await hour.press("b")
        assert not hour.state().curtain


async def test_m_offers_phases_and_the_break_and_nothing_about_anybody(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        await hour.press("m")
        dialog = hour.on_top
        assert isinstance(dialog, MoveDialog)
        for words in ("7   New homework", "Break, 10 minutes", "All else is on the console: F4."):
            assert words in hour.text()
        for words in ("Paper", "End the session", "A minute more", "ON THE WALL"):
            assert words not in hour.text()
        await hour.press("enter")
        assert isinstance(hour.on_top, OneScreen)
        assert hour.screen.led.running.key is PhaseKey.NEW_HOMEWORK
        assert shows_the_page(hour)


@pytest.mark.slow
@pytest.mark.parametrize(
    "key",
    ["f1", "question_mark", "ctrl+p", "ctrl+q", "ctrl+c", "tab", "enter", "escape", "f5", "1", "0", "h", "u", "k",
     "exclamation_mark", "plus", "up", "down", "g", "n", "o"],
)  # fmt: skip
async def test_no_other_key_does_anything(key: str, tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        before, page = hour.text(), hour.screen.led.page
        await hour.press(key)
        assert hour.app.is_running
        assert isinstance(hour.on_top, OneScreen)
        assert (hour.text(), hour.screen.led.page) == (before, page)


@pytest.mark.slow
async def test_the_console_comes_back_only_when_the_projector_is_covered(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        for answer in ("enter", "n", "escape"):
            await hour.press("f4")
            assert isinstance(hour.on_top, ConfirmDialog)
            assert "Is the projector covered?" in hour.text()
            assert not any(words in hour.text() for words in ("ON THE WALL", *EIGHT))
            await hour.press("f4", answer)
            assert isinstance(hour.on_top, OneScreen)
        await hour.press("f4", "y")
        assert hour.on_top is hour.screen
        assert "ON THE WALL" in hour.text()


async def test_messages_wait_until_the_console_is_back(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        hour.app.notify("Ana is here", timeout=60)
        await hour.pilot.pause()
        assert "Ana" not in hour.text()
        await hour.press("f4")
        assert "Ana" not in hour.text()
        await hour.press("y")
        await hour.pilot.pause()
        assert "Ana is here" in hour.text()


@pytest.mark.slow
async def test_what_another_part_opens_meanwhile_is_not_drawn(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        hour.app.push_screen(RoundScreen(hour.screen.session_id, PhaseKey.WELCOME))
        await hour.pilot.pause()
        assert not [name for name in EIGHT if name in hour.text()]
        assert "Are they here?" not in hour.text()
        hour.app.push_screen(FollowUpsDialog(hour.screen.led.group.id))
        await hour.pilot.pause()
        assert "follow" not in hour.text().lower()


@pytest.mark.parametrize("projector", [each for each in Projector if each is not Projector.SAME])
async def test_where_it_was_not_asked_for_f4_says_so_and_changes_nothing(projector: Projector, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        hour.app.projector = projector
        await hour.press("f4")
        assert hour.on_top is hour.screen
        assert [each.message for each in hour.app._notifications if each.message.startswith("F4 is for a projector")]


async def test_the_way_back_stands_on_the_screen(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        assert "F4: back" in hour.text()


async def test_before_the_hour_it_is_the_calm_page(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        console.app.projector = Projector.SAME
        await console.press("f4")
        await console.comes(OneScreen)
        assert QUIET in console.text()
        await console.press("space", "pagedown", "m", "c")
        assert isinstance(console.on_top, OneScreen)
        assert QUIET in console.text()
        await console.press("f4", "y")
        await console.comes(HomeScreen)


@pytest.mark.parametrize(
    ("projector", "there", "not_there"),
    [
        (Projector.SAME, ("F4 wall", "ON THE WALL", "NEXT"), ("THE PAGE",)),
        (Projector.WALL, ("c curtain up", "ON THE WALL", "NEXT"), ("F4 wall",)),
        (Projector.NONE, ("NO WALL", "THE PAGE", "space next"), ("ON THE WALL", "on the wall", "curtain", "F4")),
    ],
)
async def test_the_console_speaks_of_the_wall_as_it_is(
    projector: Projector, there: tuple[str, ...], not_there: tuple[str, ...], tmp_path: Path
) -> None:
    async with an_hour(tmp_path, size=NARROW) as hour:
        hour.app.projector = projector
        hour.screen.draw()
        await hour.pilot.pause()
        text = hour.text()
        assert [words for words in there if words not in text] == []
        assert [words for words in not_there if words in text] == []


async def test_p_pauses_on_the_wall_alone_and_p_goes_on(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        led = hour.screen.led
        await hour.press("p")
        assert led.timeline().paused
        assert hour.state().scene is Scene.PAUSE
        assert isinstance(hour.on_top, OneScreen)
        assert "p: go on. F4: back" in hour.text()
        await hour.press("p")
        assert not led.timeline().paused
        assert hour.state().scene is Scene.PAGE
        assert "p: go on" not in hour.text()
        assert hour.workplace.record.rows("SELECT * FROM follow_ups") == []


async def test_a_pause_of_the_wall_is_ended_at_the_console_where_it_came_back(tmp_path: Path) -> None:
    async with as_the_wall(tmp_path) as hour:
        await hour.press("p", "f4", "y")
        assert isinstance(hour.on_top, PauseDialog)
        await hour.press("f4", "p")  # begun there, so it ends there
        assert hour.screen.led.timeline().paused
        await hour.press("f4", "y", "g")
        assert not hour.screen.led.timeline().paused
        assert hour.state().scene is Scene.PAGE
