"""A keyboard set to Cyrillic, Greek, Hebrew or Arabic letters: it is said once, and the wall can be covered."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.console.parts.layout import is_of_another_script
from tests.facilitator.console.hour.hour import AnHour, an_hour

TOLD = "This keyboard is not in Latin letters"


def told(hour: AnHour) -> int:
    return sum(one.title == TOLD for one in hour.app._notifications)


@pytest.mark.parametrize("letter", "иβנㅠბИΒ")
async def test_the_key_where_b_lies_covers_the_wall_and_never_uncovers_it(letter: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter")
        assert not hour.state().curtain
        await hour.press(letter)
        assert hour.state().curtain
        await hour.passes(5)
        await hour.press(letter)
        assert hour.state().curtain


@pytest.mark.slow
async def test_in_a_dialog_too(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "m", "и")
        assert hour.state().curtain


async def test_it_is_said_once(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        assert told(hour) == 0
        await hour.press("ч", "ф", "م", "א")
        assert told(hour) == 1


async def test_in_a_field_every_letter_is_welcome(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "m", "f", "и", "ч")
        assert told(hour) == 0
        assert not hour.state().curtain
        assert "ич" in hour.text()


@pytest.mark.parametrize(
    ("character", "is_other"),
    [("и", True), ("β", True), ("ש", True), ("ع", True), ("ก", True), ("あ", True), ("가", True), ("ß", False),
     ("é", False), ("ł", False), ("ı", False), ("b", False), ("1", False), ("!", False), ("µ", False), ("º", False),
     (None, False), ("", False)],
)  # fmt: skip
def test_which_letters_are_of_another_script(character: str | None, is_other: bool) -> None:
    assert is_of_another_script(character) is is_other
