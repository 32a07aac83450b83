"""A key that the foot of a screen, a hint or a sentence names does what it says there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from agenda.session import PhaseKey
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.key_help import KeysDialog
from facilitator.console.projector.question import ProjectorScreen
from tests.facilitator.console.hour.hour import NARROW, WIDE, an_hour, own_text
from tests.facilitator.console.hour.work import a_record_with_a_past
from tests.keys import settle
from tests.privacy.places import CASES

NAMED = re.compile(r"\b(Enter|Esc|Tab|Backspace|F\d{1,2}|Ctrl\+[A-Z]|Space|Home)\b")
"""Keys with names of their own, wherever they stand."""
LETTER = re.compile(
    r"(?:^|[.:;,] )([a-z])(?:: | (?=again|goes|leads|moves|offers|opens|adds|ends|there|takes)\b)", re.M
)
"""A letter that a sentence says what to do with."""
BOUND = {
    "Enter": "enter", "Esc": "escape", "Tab": "tab", "Backspace": "backspace", "Space": "space", "space": "space",
    "Home": "home", "+": "plus", "-": "minus", "!": "exclamation_mark", "PgDn": "pagedown", "PgUp": "pageup",
    "↑": "up", "↓": "down",
}  # fmt: skip
ELSEWHERE = {SessionScreen, KeysDialog}
"""Each has a test of its own."""
WITHOUT_A_BINDING = {(ProjectorScreen, "1-4")}
"""Taken as they are typed, with the letter on the wall; tests/facilitator/console/projector presses them."""
IN_THE_SHELL = {"Ctrl+C"}
"""Keys of a window that is not the console's."""
IN_WORDS = {"Home"}
"""Names of keys that are words of their own, too."""


def keys_of(label: str) -> list[str]:
    """The names Textual has for what a label says: ``1-8`` is eight keys, ``y s n`` is three."""
    keys: list[str] = []
    for part in label.replace(",", " ").split():
        span = re.fullmatch(r"(\d)-(\d)", part)
        if span:
            keys += [str(digit) for digit in range(int(span[1]), int(span[2]) + 1)]
        elif part.startswith("Ctrl+"):
            keys.append(part.lower())
        else:
            keys.append(BOUND.get(part, part.lower() if part.startswith("F") and len(part) > 1 else part))
    return keys


def works(screen: Screen[Any], key: str) -> bool:
    """Whether something on this screen takes the key now."""
    found = screen.active_bindings.get(key)
    return found is not None and found.enabled


def dead(screen: Screen[Any], labels: Iterable[str]) -> list[str]:
    return [label for label in labels if not all(works(screen, key) for key in keys_of(label))]


def named_in(text: str) -> set[str]:
    """Every key that words name."""
    words = " ".join(text.split())
    return ({*NAMED.findall(words)} - IN_THE_SHELL - IN_WORDS) | {*LETTER.findall(words)}


def footer_of(screen: Screen[Any]) -> list[str]:
    found = [label for footer in screen.query(KeyFooter) for label, _words in footer.pairs]
    return [label for label in found if (type(screen), label) not in WITHOUT_A_BINDING]


def assert_every_key_works(screen: Screen[Any], where: str) -> None:
    assert dead(screen, footer_of(screen)) == [], f"{where}: the foot of the screen"
    assert dead(screen, sorted(named_in(own_text(screen)))) == [], f"{where}: sentences"


LABELS = {
    "1-3": ["1", "2", "3"],
    "y s n": ["y", "s", "n"],
    "Ctrl+Q": ["ctrl+q"],
    "F1": ["f1"],
    "+ -": ["plus", "minus"],
}


@pytest.mark.parametrize(("label", "keys"), LABELS.items())
def test_a_label_is_read_as_its_keys(label: str, keys: list[str]) -> None:
    assert keys_of(label) == keys


def test_a_sentence_is_searched_for_the_keys_it_names() -> None:
    assert named_in("Carla stepped out. o again: back.") == {"o"}
    assert named_in("Press a digit. Enter: own words. Esc: nothing agreed.") == {"Enter", "Esc"}
    assert named_in("This is the last page of the phase. m moves on.") == {"m"}
    assert named_in("A goal of my own") == set()


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_in_every_phase_on_both_faces(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(), size=size) as hour:
        await hour.press("0", "h", "8", "tab")
        for phase in [phase.key for phase in hour.screen.led.hour.phases]:
            await hour.goes_to(phase)
            assert_every_key_works(hour.on_top, f"{phase}, room")
            await hour.press("tab")
            assert_every_key_works(hour.on_top, f"{phase}, people")
            await hour.press("2")
            assert_every_key_works(hour.on_top, f"{phase}, somebody chosen")
            await hour.press("tab")


@pytest.mark.slow
@pytest.mark.parametrize("phase", [PhaseKey.HOMEWORK, PhaseKey.GOALS, PhaseKey.NEW_HOMEWORK, PhaseKey.SUMMARY])
async def test_in_every_question_of_a_round(phase: PhaseKey, tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(with_goals=8)) as hour:
        await hour.press("0", "h", "8", "tab")
        await hour.goes_to(phase)
        await hour.press("enter")
        for number in range(20):
            if isinstance(hour.on_top, SessionScreen):
                break
            assert_every_key_works(hour.on_top, f"{phase}, question {number}")
            await hour.press("down")


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(CASES.keys() - ELSEWHERE, key=str), ids=lambda kind: kind.__name__)
async def test_on_every_screen_and_dialog(kind: type[Screen[Any]], tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("0", "h", "8", "tab")
        hour.app.push_screen(CASES[kind](hour))
        await settle(hour.pilot)
        assert_every_key_works(hour.on_top, kind.__name__)


@pytest.mark.slow
async def test_the_list_of_keys_names_those_of_the_screen_beneath(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("f1")
        assert dead(hour.on_top, ["Esc", "F1"]) == []
        named = named_in(own_text(hour.on_top))
        await hour.press("f1")
        assert dead(hour.on_top, sorted(named - {"Esc"})) == []


MARKS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("1", "l"): ("l",),
    ("1", "o"): ("o",),
    ("1", "t"): ("t",),
    ("1", "g"): ("enter",),
}


@pytest.mark.parametrize("first", MARKS)
async def test_what_is_said_about_a_mark_holds(first: tuple[str, ...], tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.passes(600)
        await hour.press("1", "h", *first)
        assert_every_key_works(hour.on_top, str(first))
        said = hour.text()
        await hour.press(*MARKS[first])
        assert hour.text() != said


async def test_after_a_goal_review_enter_opens_the_goal_sheet(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("1", "h", "1", "g")
        assert "Enter opens the goal sheet." in hour.text()
        await hour.press("enter")
        assert "goal-tracking sheet" in hour.text()
