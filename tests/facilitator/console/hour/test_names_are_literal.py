"""Whatever is in a name stands on the screen letter by letter and pushes nothing interlude."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text

from facilitator.console.parts.told_apart import told_apart
from facilitator.console.people.table import NARROW as NARROW_COLUMNS
from facilitator.console.people.table import WIDE as WIDE_COLUMNS
from facilitator.console.people.table import PeopleTable
from facilitator.console.rounds.screen import RoundScreen
from tests.facilitator.console.hour.hour import NARROW, WIDE, an_hour

MARKUP = (
    "[red]Ana[/red]",
    "<b>Bo</b>",
    "#emph[Cy]",
    '"Di" O\'Dea',
    "[/]",
    "{{x}} $y %s",
    "\\[bold] `x`",
    "@click=app.quit",
)
OTHERS = ("נועה לוי", "عائشة", "Zoë 🧑‍🚀", "王小明", "e\u0301e\u0301", "A" * 200, "ب" * 200, "🙂" * 200)


def columns(size: tuple[int, int]) -> tuple[int, ...]:
    return WIDE_COLUMNS if size == WIDE else NARROW_COLUMNS


def cells(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_markup_is_literal_in_people_round_and_the_members_sheet(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, MARKUP, size=size) as hour:
        await hour.press("tab")
        for shown in told_apart(MARKUP, columns(size)[0]):
            assert shown in hour.text()
        for digit, name in enumerate(MARKUP, 1):
            await hour.press(str(digit), "l")
            assert f"{name}: late, 14:00." in hour.text()
            await hour.press("enter")
            assert name in hour.text()
            await hour.press("escape")
        await hour.press("tab", "tab", "enter")
        for name in MARKUP:
            assert isinstance(hour.on_top, RoundScreen)
            assert name in hour.text()
            await hour.press("tab")


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("names", [MARKUP, OTHERS], ids=["markup", "scripts"])
async def test_no_name_overlaps_the_next_column(names: tuple[str, ...], size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, names, size=size) as hour:
        await hour.press("1", "x", "tab", "tab")
        table = hour.screen.query_one(PeopleTable)
        for line, member in enumerate(table.members, 1):
            drawn = table.render_line(line).text
            sign = "×" if member.digit == 1 else "·"
            assert cell_len(drawn.split(sign)[0]) == 5 + columns(size)[0] + 1
            assert cell_len(drawn) == table.size.width


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_long_name_leaves_question_and_answers_on_the_screen(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, OTHERS, size=size) as hour:
        await hour.press("enter")
        for name in OTHERS:
            assert isinstance(hour.on_top, RoundScreen)
            assert "Are they here?" in hour.text()
            assert "absent" in hour.text()
            assert Text(name).plain[:4].split()[0][0] in hour.text()
            await hour.press("tab")
        await hour.press("escape")  # everyone was asked
        for digit in range(1, 9):
            await hour.press(str(digit), "enter")
            assert "Takes part by video" in hour.text()
            await hour.press("escape")


async def test_a_name_of_two_hundred_letters_is_whole_in_the_round(tmp_path: Path) -> None:
    name = " ".join(["Maximiliana"] * 16)
    async with an_hour(tmp_path, (name,), size=NARROW) as hour:
        await hour.press("enter")
        assert cells(hour.text()).count("Maximiliana") == 16


async def test_markup_in_a_reason_and_a_follow_up_is_literal(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        words = "[b]call[/b] <i>"
        await hour.press("1", "enter", "enter", *(c if c != " " else "space" for c in words), "enter", "enter")
        assert f"To do: {words}" in hour.text()
