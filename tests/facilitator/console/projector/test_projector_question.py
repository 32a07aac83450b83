"""What does the projector show? Asked before the passphrase, with a letter on every open wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agenda.public import PublicState, Scene, from_json
from facilitator.console.home.screen import HomeScreen
from facilitator.console.projector.letter_card import LetterCard
from facilitator.console.projector.projector import Projector
from facilitator.console.projector.question import ProjectorScreen
from facilitator.console.workplace import Workplace
from facilitator.stage import Publisher, WallSign, read_raw
from facilitator.wall.letter import LETTERS, drawn
from facilitator.wall.scenes import words
from tests.builders import a_clock
from tests.facilitator.console.hour.hour import a_record_ready, a_workplace
from tests.facilitator.console.outside import NARROW, WIDE, Outside, a_console
from tests.facilitator.wall.states import NOW, a_state
from tests.until import until

CLOCK = a_clock()


def the_last(letters: Sequence[str]) -> str:
    return letters[-1]


def asking(tmp_path: Path, size: tuple[int, int] = WIDE) -> AbstractAsyncContextManager[Outside]:
    """The console at its question; Home comes after it, where a passphrase would be asked for."""

    def home() -> HomeScreen:
        return HomeScreen()

    workplace = a_workplace(tmp_path / "home", a_record_ready())
    return a_console(
        lambda: ProjectorScreen(LetterCard(tmp_path / "stage", CLOCK, the_last), home), workplace, size=size
    )


def told(tmp_path: Path) -> PublicState:
    raw = read_raw(tmp_path / "stage")
    assert raw is not None
    return from_json(raw)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_every_open_wall_shows_the_letter_the_question_names(size: tuple[int, int], tmp_path: Path) -> None:
    async with asking(tmp_path, size) as console:
        for sentence in ("the letter X", "this same screen", "nothing", "no projector today"):
            assert sentence in console.text()
        state = told(tmp_path)
        assert (state.scene, state.page.title, state.curtain, state.clock) == (Scene.LETTER, "X", False, False)
        assert words(state, NOW).big == "X"
        assert "If the back row cannot read this, press Ctrl and + in this window." in state.page.lines


@pytest.mark.slow
@pytest.mark.parametrize(("key", "answer"), [("1", Projector.WALL), ("x", Projector.WALL), ("4", Projector.NONE)])
async def test_one_key_answers_and_the_letter_goes(key: str, answer: Projector, tmp_path: Path) -> None:
    async with asking(tmp_path) as console:
        await console.press(key)
        await console.comes(HomeScreen)
        assert console.app.projector is answer
        assert told(tmp_path).curtain
        assert told(tmp_path).page.title == ""
        other = Publisher(tmp_path / "stage", CLOCK.now)
        assert other.has_wall
        other.close()


@pytest.mark.parametrize(("key", "answer", "advice"), [
    ("2", Projector.SAME, "F4 turns this screen into the wall"),
    ("3", Projector.NOTHING, "Is the projector on"),
])  # fmt: skip
async def test_advice_is_read_first_and_enter_goes_on(key: str, answer: Projector, advice: str, tmp_path: Path) -> None:
    async with asking(tmp_path, NARROW) as console:
        await console.press(key)
        assert advice in console.text()
        assert "drag it to the projector and press F11" in console.text()
        assert told(tmp_path).scene is Scene.LETTER
        await console.press("escape")
        assert "the letter X" in console.text()
        await console.press(key, "enter")
        await console.comes(HomeScreen)
        assert console.app.projector is answer


async def test_enter_alone_takes_the_answer_under_the_cursor(tmp_path: Path) -> None:
    async with asking(tmp_path) as console:
        await console.press("down", "down", "down", "enter")
        await console.comes(HomeScreen)
        assert console.app.projector is Projector.NONE


def was_on(tmp_path: Path, ago: timedelta, **others: Any) -> None:
    """A console was here, and is gone."""
    publisher = Publisher(tmp_path / "stage", lambda: CLOCK.now() - ago)
    publisher.publish(a_state(published_at=CLOCK.now() - ago, **others))
    publisher.close()


@pytest.mark.parametrize("curtain", [False, True])
async def test_in_the_middle_of_an_hour_the_group_never_sees_the_letter(curtain: bool, tmp_path: Path) -> None:
    was_on(tmp_path, timedelta(minutes=2), curtain=curtain)
    before = told(tmp_path)
    async with asking(tmp_path) as console:
        assert "A session was on a moment ago, so the wall stays calm." in console.text()
        assert told(tmp_path) == before
        await console.press("1")
        await console.comes(HomeScreen)
        assert told(tmp_path) == before
        assert console.app.projector is Projector.WALL


async def test_if_nobody_is_looking_a_key_shows_it_all_the_same(tmp_path: Path) -> None:
    was_on(tmp_path, timedelta(minutes=2))
    async with asking(tmp_path) as console:
        await console.press("s")
        assert told(tmp_path).scene is Scene.LETTER
        assert "A session was on" not in console.text()


@pytest.mark.parametrize(("ago", "scene"), [(timedelta(hours=4), Scene.PAGE), (timedelta(minutes=2), Scene.LETTER)])
async def test_what_was_on_long_ago_or_was_a_letter_hinders_none(ago: timedelta, scene: Scene, tmp_path: Path) -> None:
    was_on(tmp_path, ago, scene=scene)
    async with asking(tmp_path):
        assert told(tmp_path).scene is Scene.LETTER
        assert told(tmp_path).page.title == "X"


@pytest.mark.slow
async def test_it_says_whether_a_wall_is_open(tmp_path: Path) -> None:
    async with asking(tmp_path) as console:
        assert "No wall is open yet." in console.text()
        WallSign(tmp_path / "stage", CLOCK.now).renew(0)
        await until(lambda: "The wall is open and shows the letter X." in console.text(), console.pilot)


async def test_another_consoles_wall_keeps_its_page(tmp_path: Path) -> None:
    other = Publisher(tmp_path / "stage", CLOCK.now)
    async with asking(tmp_path) as console:
        assert "Another console has the wall" in console.text()
        assert read_raw(tmp_path / "stage") is None
        await console.press("1")
        await console.comes(HomeScreen)
        assert read_raw(tmp_path / "stage") is None
    other.close()


async def test_a_console_closed_at_the_question_takes_the_letter_along(tmp_path: Path) -> None:
    async with asking(tmp_path) as console:
        await console.press("ctrl+q")
    assert told(tmp_path).curtain


def test_a_closed_card_shows_nothing_more(tmp_path: Path) -> None:
    card = LetterCard(tmp_path / "stage", CLOCK, the_last)
    card.show()
    card.close()
    card.show()
    assert told(tmp_path).curtain
    assert not card.has_wall


def test_the_letter_is_drawn_by_chance() -> None:
    assert {LetterCard(Path("stage"), CLOCK).letter for _card in range(200)} == set(LETTERS)


@pytest.mark.parametrize(("width", "height"), [(48, 14), (80, 24), (15, 6), (5, 4)])
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_fills_its_room_and_never_leaves_it(letter: str, width: int, height: int) -> None:
    rows = drawn(letter, width, height)
    assert 0 < len(rows) <= height
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows[0]) <= width
    assert len(rows) > height - 4 or len(rows[0]) > width - 5


@pytest.mark.parametrize("letter", ["", "Q", "XX"])
def test_what_is_no_letter_of_ours_is_not_drawn(letter: str) -> None:
    assert drawn(letter, 80, 24) == []
    assert drawn("X", 4, 24) == []


@pytest.mark.slow
async def test_another_answer_can_be_given_later_from_the_palette(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        for key, answer in (("4", Projector.NONE), ("escape", Projector.NONE), ("1", Projector.WALL)):
            await console.press("ctrl+p")
            await console.types("projector")
            await console.reads("What it shows today")
            await console.press("enter")
            await console.reads("no projector today")
            await console.press(key)
            await console.comes(HomeScreen)
            assert console.app.projector is answer


NO_WALL: tuple[tuple[Projector, str], ...] = (
    (Projector.WALL, "No wall is open."),
    (Projector.NOTHING, "No wall is open."),
    (Projector.SAME, "F4 turns this screen into the wall"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("projector", "sentence"), NO_WALL)
async def test_home_says_what_to_do_about_the_wall(projector: Projector, sentence: str, tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        console.app.projector = projector
        console.app.screen.refresh_groups()  # type: ignore[attr-defined]
        await console.reads(sentence)


def opens(stage: Path, workplace: Workplace) -> Callable[[], None]:
    return lambda: WallSign(stage, workplace.clock.now).renew(0)


@pytest.mark.slow
async def test_home_says_nothing_of_the_wall_when_one_is_open_or_none_is_wanted(tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record_ready())
    async with a_console(HomeScreen, workplace) as console:
        home = console.app.screen
        assert isinstance(home, HomeScreen)
        await console.reads("No wall is open.")
        console.app.projector = Projector.NONE
        home.refresh_groups()
        await until(lambda: "No wall is open." not in console.text(), console.pilot)
        console.app.projector = Projector.WALL
        opens(tmp_path / "stage", workplace)()
        home.refresh_groups()
        await console.pilot.pause()
        assert "No wall is open." not in console.text()
