"""The Room face: nothing about any person on it, whatever was pressed before, in every phase."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest

from agenda.session import PhaseKey
from facilitator.console.people.attendance_marks import EXCUSE_WORDS
from tests.builders import tables
from tests.facilitator.console.hour.hour import NARROW, WIDE, AnHour, an_hour

NAMES = ("Zylphia", "Quorvin", "Xantippe")
MARKS: dict[str, tuple[str, ...]] = {
    "here": ("1", "h"),
    "late": ("2", "l"),
    "late, earlier": ("2", "l"),
    "excused with a reason": ("3", "e", "3"),
    "absent": ("1", "x"),
    "out": ("2", "o"),
    "back": ("2", "o"),
    "stepping out while absent, which is refused": ("1", "o"),
    "unknown": ("3", "backspace"),
    "undone": ("1", "u"),
    "redone": ("1", "ctrl+r"),
    "a round": ("tab", "enter", "h", "x", "escape"),
    "everyone": ("0", "h", "2", "escape", "escape"),
    "by telephone": ("2", "enter", "up", "enter"),
    "homework agreed": ("2", "a", "1"),
    "homework agreed with everyone": ("0", "a", "2"),
    "own words": ("2", "a", "enter"),
    "homework looked back on": ("2", "y"),
    "a turn today": ("2", "t"),
    "not today": ("2", "t"),
    "a review held without a goal, which is refused": ("2", "g"),
    "a response": ("2", "r", "1", "3", "enter"),
    "a response in words": ("2", "r", "w", "o", "h", "enter"),
    "techniques": ("2", "k", "1", "enter"),
    "the goal sheet": ("1", "enter", "down", "enter", "escape"),
    "something came up": ("2", "p", "p"),
}
TO_ROOM = (("tab",), ("space",), ("pageup",))
PHASES = tuple(key for key in PhaseKey if key is not PhaseKey.BREAK)


def never(hour: AnHour) -> list[str]:
    """What would be about a person: names, reasons, words of a mark in a row, what is said about one."""
    said = [
        "is chosen. Enter",
        "· confirm",
        "· out",
        "stepped out",
        "is back",
        "Undone",
        "Done again",
        "late,",
    ]
    rows = ["● here", "◐ late", "○ excused", "× absent", "· not yet", "by video", "by phone"]
    work = ["takes a turn", "not today", "own words", "option 1", "ask at the door", "● held"]
    return [*(a.name for a in hour.roster()), *EXCUSE_WORDS.values(), *said, *work, *rows]


def assert_room_is_clean(hour: AnHour) -> None:
    assert hour.on_top is hour.screen
    assert hour.screen.is_room
    text = hour.text().casefold()
    assert [word for word in never(hour) if word.casefold() in text] == []


async def to_room(hour: AnHour, way: tuple[str, ...]) -> None:
    if not hour.screen.is_room:
        await hour.press(*way)


@pytest.mark.slow
async def test_after_each_sort_of_mark_in_every_phase_the_room_face_names_nobody(tmp_path: Path) -> None:
    async with an_hour(tmp_path, NAMES, size=NARROW) as hour:
        ways = cycle(TO_ROOM)
        for phase in PHASES:
            await hour.goes_to(phase)
            assert_room_is_clean(hour)
            for keys in MARKS.values():
                await hour.press(*keys)
                await to_room(hour, next(ways))
                assert_room_is_clean(hour)


@pytest.mark.slow
async def test_refused_keys_on_the_room_face_name_nobody(tmp_path: Path) -> None:
    async with an_hour(tmp_path, NAMES) as hour:
        await hour.press("1", "h", "2", "x", "tab")
        for phase in PHASES:
            await hour.goes_to(phase)
            for key in ("h", "l", "e", "x", "o", "backspace", "u", "ctrl+r", "enter", "escape", "f5", "z"):
                await hour.press(key)
                if hour.on_top is not hour.screen:
                    await hour.press("escape")
                    await to_room(hour, ("tab",))
                assert_room_is_clean(hour)


@pytest.mark.slow
@pytest.mark.parametrize(
    "key", ["h", "l", "e", "x", "o", "backspace", "u", "ctrl+r", "y", "s", "n", "t", "g", "a", "r"]
)
async def test_no_key_about_a_person_changes_anything_from_the_room_face(key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path, NAMES) as hour:
        await hour.press("1", "h", "tab")
        before = tables(hour.workplace.record, but=())
        await hour.press(key)
        assert tables(hour.workplace.record, but=()) == before
        assert_room_is_clean(hour)


@pytest.mark.slow
async def test_what_happened_to_the_clock_is_told_on_the_room_face_and_names_nobody(tmp_path: Path) -> None:
    async with an_hour(tmp_path, NAMES) as hour:
        await hour.press("1", "x", "tab", "plus", "minus")
        assert_room_is_clean(hour)
        await hour.press("m", "escape")
        assert_room_is_clean(hour)


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_dialogs_that_open_over_the_room_face_name_nobody(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, NAMES, size=size) as hour:
        await hour.press("1", "x", "2", "e", "1", "tab")
        opening = {"m": "escape", "c": "escape", "f1": "escape", "p": "p"}
        for key, closes in opening.items():
            await hour.press(key)
            assert hour.on_top is not hour.screen
            assert [word for word in (*NAMES, *EXCUSE_WORDS.values()) if word in hour.text()] == []
            await hour.press(closes)
            assert_room_is_clean(hour)


async def test_the_room_face_shows_the_minutes_the_page_and_what_comes_next(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        text = hour.text()
        assert led.page.public.title in text
        assert all(line in text for line in led.page.public.lines)
        assert led.pages[1].public.title in text
        assert "leave the lesson at 14:45" in text
        assert "end at 15:00" in text
        assert "minutes left of 5" in text
