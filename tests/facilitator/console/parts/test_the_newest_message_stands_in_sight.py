"""In a small window, too, the newest of several lines stands there whole, and what is asked stands above it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size
from textual.notifications import Notification
from textual.widgets._toast import Toast

from facilitator.console.parts.in_sight import SHARE, rows, too_many
from tests.facilitator.console.hour.hour import AnHour, an_hour, text_of
from tests.facilitator.console.outside import NARROW, WIDE
from tests.until import until

FOLDER = "/media/stick/share-of-the-team/facilitator/paper"
SAID = "Paper is ready to print; it is deleted after a day"
FILES = [f"{FOLDER}/session-{number}-before-2026-11-24-practice-group-of-every-week.pdf" for number in range(1, 5)]
STAYS = 600.0


def read_down(hour: AnHour) -> str:
    """What stands in the lines of the foot, row by row, so that a name in two rows is one word."""
    rows_there = text_of(hour.app.screen).splitlines()
    places = [toast.region for toast in toasts(hour)]
    return "".join(
        row[place.x : place.right].partition("▌")[2].strip()
        for place in places
        for row in rows_there[place.y : place.bottom]
    )


def toasts(hour: AnHour) -> list[Toast]:
    return list(hour.app.screen.query(Toast).results(Toast))


async def stands_whole(hour: AnHour, words: str) -> None:
    await until(lambda: read_down(hour).endswith(words), hour.pilot, what=f"{words!r} at the foot, whole")


async def said_four_times(hour: AnHour) -> None:
    for file in FILES:
        hour.app.say(file, title=SAID, seconds=STAYS)
    await stands_whole(hour, FILES[-1])


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_newest_of_four_stands_there_whole(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=size) as hour:
        await said_four_times(hour)
        window = hour.app.screen.region
        assert all(window.contains_region(toast.region) for toast in toasts(hour))
        assert sum(toast.region.height + 1 for toast in toasts(hour)) <= window.height // SHARE
        assert "ON THE WALL" in text_of(hour.app.screen)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_dialog_keeps_most_of_the_window(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=size) as hour:
        await hour.press("m")
        await until(lambda: bool(hour.app.screen.query(".dialog")), hour.pilot)
        await said_four_times(hour)
        dialog = hour.app.screen.query(".dialog").first()
        await until(lambda: not any(toast.region.overlaps(dialog.region) for toast in toasts(hour)), hour.pilot)
        assert dialog.region.height >= hour.app.screen.region.height // 2
        assert "Move on to" in text_of(hour.app.screen)


async def test_a_window_made_smaller_keeps_the_newest(tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=WIDE) as hour:
        await said_four_times(hour)
        assert len(toasts(hour)) == len(FILES)
        await hour.pilot.resize_terminal(*NARROW)
        await until(lambda: len(toasts(hour)) == 2, hour.pilot)
        await stands_whole(hour, FILES[-1])
        assert FILES[0] not in read_down(hour)


async def test_what_is_said_again_stands_there_once(tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=WIDE) as hour:
        for words in ("No member is chosen.", "Nothing to undo.", "No member is chosen."):
            hour.app.say(words, seconds=STAYS)
        await until(lambda: read_down(hour) == "Nothing to undo.No member is chosen.", hour.pilot)


@pytest.mark.parametrize("asks", [False, True])
async def test_it_is_whole_however_long_it_is(asks: bool, tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=NARROW) as hour:
        if asks:
            await hour.press("m")
        for length in range(66, 84):
            words = "".join(chr(ord("a") + place % 26) for place in range(length))
            hour.app.say(words, title=SAID, seconds=STAYS)
            await stands_whole(hour, words)
            assert hour.app.screen.region.contains_region(toasts(hour)[-1].region)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_line_has_as_many_rows_as_were_counted(width: int, tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=(width, 60)) as hour:
        await said_four_times(hour)
        for toast in toasts(hour):
            assert toast.region.height == rows(toast._notification, width)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=8), st.integers(1, 60))
def test_those_that_stay_fit_or_are_the_newest_alone(heights: list[int], height: int) -> None:
    lines = [Notification("\n".join("x" * count)) for count in heights]
    gone = too_many(lines, Size(80, height))
    assert list(gone) == lines[: len(gone)], "the oldest go first"
    stay = heights[len(gone) :]
    assert stay
    assert len(stay) == 1 or sum(stay) + len(stay) <= height // SHARE
    if gone:
        one_more = heights[len(gone) - 1 :]
        assert sum(one_more) + len(one_more) > height // SHARE, "none goes that had room"
