"""At 120x36 there is air, at 80x24 nothing is cut, and 20x5 is survived."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widget import Widget

from agenda.session import PhaseKey, SessionKind
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.people.table import PeopleTable
from tests.facilitator.console.hour.hour import NARROW, WIDE, AnHour, an_hour
from tests.keys import settle
from tests.until import until

NINE = ("Ana", "Bruno", "Carla", "Davide", "Elif", "Farah", "Goran", "Hanna", "Ivo")
PHASES = tuple(key for key in PhaseKey if key is not PhaseKey.BREAK)
DIALOGS = {
    "move": ("m",), "uncover": ("c",), "came up": ("p",), "keys": ("f1",), "count": ("0", "h"),
    "excused": ("1", "e"), "member": ("1", "enter"), "follow-up": ("1", "enter", "enter"), "round": ("tab", "enter"),
}  # fmt: skip


def last_line(hour: AnHour) -> str:
    return hour.text().split("\n")[-1]


def assert_keys_are_whole(hour: AnHour) -> None:
    """Curtain first, the list of keys last, every word whole."""
    pairs = hour.screen.query_one(KeyFooter).pairs
    words = [f"{key} {does}" for key, does in pairs]
    line = last_line(hour)
    assert line.strip().startswith(words[0])
    assert line.strip().endswith(words[-1])
    assert "…" not in line
    left = line
    for word in (word for word in words if word in line):
        left = left.replace(word, "", 1)
    assert left.strip() == ""


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_keys_of_every_phase_are_never_cut(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=size) as hour:
        for phase in PHASES:
            await hour.goes_to(phase)
            assert_keys_are_whole(hour)
            await hour.press("tab")
            assert_keys_are_whole(hour)


@pytest.mark.slow
@pytest.mark.parametrize("kind", [k for k in SessionKind if k is not SessionKind.CANCELLED])
async def test_at_80x24_nothing_is_wider_than_the_screen_and_no_word_of_a_page_is_lost(
    kind: SessionKind, tmp_path: Path
) -> None:
    async with an_hour(tmp_path, NINE, size=NARROW, kind=kind) as hour:
        led = hour.screen.led
        for phase in led.hour.phases:
            await hour.goes_to(phase.key)
            for _page in led.pages:
                assert all(cell_len(line) <= NARROW[0] for line in hour.text().split("\n"))
                shown = " ".join(hour.text().split())
                for words in (led.page.public.title, *led.page.public.lines):
                    assert all(word in shown for word in words.split())
                await hour.press("space")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_nine_members_all_have_their_row(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, NINE, size=size) as hour:
        await hour.press("tab")
        for digit, name in enumerate(NINE, 1):
            assert any(f"{digit}  {name}" in line for line in hour.text().split("\n"))
        table = hour.screen.query_one(PeopleTable)
        assert table.size.height == 1 + len(NINE)
        assert table.region.bottom <= size[1] - 1


@pytest.mark.slow
@pytest.mark.parametrize("keys", DIALOGS.values(), ids=DIALOGS)
async def test_every_dialog_fits_80x24(keys: tuple[str, ...], tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=NARROW) as hour:
        await hour.press(*keys)
        for widget in hour.on_top.walk_children(Widget):
            assert widget.region.right <= NARROW[0]
            assert not widget.show_horizontal_scrollbar
        for dialog in hour.on_top.query(".dialog"):
            assert dialog.region.bottom <= NARROW[1]


@pytest.mark.slow
@pytest.mark.parametrize("keys", [(), ("tab",), *DIALOGS.values()], ids=["room", "people", *DIALOGS])
async def test_resized_to_20x5_and_back_nothing_is_lost(keys: tuple[str, ...], tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=WIDE) as hour:
        await hour.press(*keys)
        before = hour.text()
        for size in ((20, 5), (1, 1), NARROW, WIDE):
            await hour.pilot.resize_terminal(*size)
            await settle(hour.pilot)
        await until(lambda: hour.text() == before, hour.pilot)
