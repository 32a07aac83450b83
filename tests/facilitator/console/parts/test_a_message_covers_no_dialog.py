"""A line that goes away by itself stands beside what is asked, never over it, and holds a file's name whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from tests.facilitator.console.hour.hour import AnHour, an_hour
from tests.facilitator.console.outside import NARROW, WIDE
from tests.keys import strike
from tests.until import until

FILE = "/media/stick/paper of this week/for the group/2026-11-24 Practice group, handouts and plans of today.pdf"


async def told(hour: AnHour, words: str) -> Toast:
    hour.app.say(words, is_problem=True, seconds=600)
    await until(lambda: bool(hour.app.screen.query(Toast)), hour.pilot)
    toast = hour.app.screen.query_one(Toast)
    await until(lambda: toast.region.height > 0, hour.pilot)
    return toast


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("key", ["m", "f1", "p"])
async def test_in_a_dialog_it_has_room_of_its_own(size: tuple[int, int], key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=size) as hour:
        await strike(hour.pilot, key)
        await until(lambda: bool(hour.app.screen.query(".dialog")), hour.pilot)
        toast = await told(hour, f"Wrote {FILE}.")
        dialog = hour.app.screen.query(".dialog").first()
        await until(lambda: not toast.region.overlaps(dialog.region), hour.pilot, what="the message beside the dialog")
        assert hour.app.screen.region.contains_region(toast.region)


async def test_a_files_name_is_in_one_line_where_the_screen_is_wide(tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=WIDE) as hour:
        toast = await told(hour, f"Wrote {FILE}.")
        assert toast.content_size.width >= len(f"Wrote {FILE}.")
        assert hour.app.screen.region.contains_region(toast.region)
