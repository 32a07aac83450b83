"""A whole hour for eight in at most sixty key presses, from the first mark to the last answer at the end."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.console.rounds.catch_up import CatchUpScreen
from tests.facilitator.console.hour.hour import NARROW, WIDE, AnHour, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past, reviewed, rows

MOVE_ON = ("m", "enter")
PAGED = "paged"
SCRIPT: dict[str, tuple[str, ...]] = {
    "attendance: six here, one late, one excused": ("7", "l", "8", "e", "1", "0", "h", "7"),
    "two are asked for a turn": ("t", "t"),
    "past the last page to last session, past that to homework": (PAGED, PAGED),
    "homework of seven": ("enter", "y", "s", "n", "y", "y", "s", "n"),
    "on to goal time": ("enter",),
    "two turns, what came of each typed": ("enter", "w", "=she rang the garden", "ctrl+s", "w", "=four days", "ctrl+s"),
    "the small steps are only said; on to the agenda": ("enter",),
    "past the agenda to the lesson, past that to new homework": (PAGED, PAGED),
    "four agree on a day and a place": ("enter", "1", "2", "1", "2", "3", "1", "3", "5", "1", "1", "1", "1"),
    "three on those of last time": ("2", "s", "1", "s", "2", "s"),
    "what could get in the way waits for the break; on to the summary": ("enter",),
    "closing words of seven by chips": ("enter", "1", "2", "3", "4", "5", "1", "2"),
    "the end": ("enter", "y", "y"),
}
"""Words typed begin with ``=`` and are not counted; of pages turned only the step past the last of a phase is."""
MOST = 60


async def pressed(hour: AnHour, keys: tuple[str, ...]) -> int:
    """Press them; how many count."""
    counted = 0
    for key in keys:
        if key == PAGED:
            for _page in range(len(hour.screen.led.pages) - hour.screen.led.page_index - 1):
                await hour.press("space")
            await hour.press("pagedown")
            hour.clock.advance(timedelta(minutes=1))
        elif key.startswith("="):
            await hour.press(*key[1:])
            continue
        else:
            await hour.press(key)
        counted += 1
    return counted


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_hour_for_eight(size: tuple[int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(with_goals=8), size=size) as hour:
        counted: dict[str, int] = {}
        for part, keys in SCRIPT.items():
            counted[part] = await pressed(hour, keys)
        with capsys.disabled():
            print(f"\nan hour for eight: {sum(counted.values())} key presses")
            for part, count in counted.items():
                print(f"  {count:2}  {part}")
        assert sum(counted.values()) <= MOST

        marks = hour.marks()
        assert sorted(marks.values()) == ["excused", *["here"] * 6, "late"]
        assert (marks["Goran"], marks["Hanna"]) == ("late", "excused")
        assert list(reviewed(hour).values()) == ["done", "some", "not yet", "done", "done", "some", "not yet"]
        turns = [(row["answer"], row["held"], row["overridden"]) for row in rows(hour, "goal_reviews")]
        assert turns == [("today", 1, 0)] * 2
        assert {row["helped"] for row in rows(hour, "goal_reviews")} == {"she rang the garden", "four days"}
        agreed = rows(hour, "homework")
        assert [row["option"] for row in agreed] == [1, 2, 3, 1, 2, 1, 2]
        today = hour.screen.led.session.day
        ahead = [(date.fromisoformat(row["day"]) - today).days for row in agreed]
        assert ahead == [2, 3, 5, 1, 3, 3, 3]
        assert {row["where"] for row in agreed} == {"at home"}
        chips = [row["chips"] for row in rows(hour, "responses")]
        assert chips == ["listened", "shared", "practised", "helped", "quiet", "listened", "shared"]
        assert "Hanna" not in reviewed(hour)
        assert len({run["phase_id"] for run in hour.runs() if run["ended_at"]}) >= 7
        assert isinstance(hour.on_top, CatchUpScreen)
        assert not hour.screen.led.session.running
