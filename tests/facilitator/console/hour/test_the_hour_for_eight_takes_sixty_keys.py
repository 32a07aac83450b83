"""A whole hour for eight in at most sixty key presses, from the first mark to the last answer at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.console.rounds.catch_up import CatchUpScreen
from tests.facilitator.console.hour.hour import NARROW, WIDE, AnHour, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past, reviewed, rows

MOVE_ON = ("m", "enter")
PROPOSED = "the two proposed"
SCRIPT: dict[str, tuple[str, ...]] = {
    "attendance: six here, one late, one excused": ("7", "l", "8", "e", "1", "0", "h", "7"),
    "two are asked for a turn": (PROPOSED,),
    "on to last session and to homework": MOVE_ON * 2,
    "homework of seven": ("enter", "y", "s", "n", "y", "y", "s", "n"),
    "on to goal time": MOVE_ON,
    "two turns held, the small steps only said": ("enter", "g", "g", "n"),
    "on to the agenda, the lesson, new homework": MOVE_ON * 3,
    "agreeing for seven": ("enter", "1", "2", "1", "2", "1", "2", "1"),
    "on to the summary": MOVE_ON,
    "closing words of seven by chips": ("enter", "1", "2", "3", "4", "5", "1", "2"),
    "the end": ("m", "enter", "y", "y"),
}
MOST = 60


def asked(hour: AnHour) -> tuple[str, ...]:
    """For each member the rotation proposes, their digit and ``t``."""
    proposed = [turn.member for turn in hour.screen.led.now.proposal.turns]
    return tuple(key for a in hour.roster() if a.member in proposed for key in (str(a.digit), "t"))


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_hour_for_eight(size: tuple[int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(with_goals=8), size=size) as hour:
        counted: dict[str, int] = {}
        for part, keys in SCRIPT.items():
            pressed = asked(hour) if keys == (PROPOSED,) else keys
            await hour.press(*pressed)
            counted[part] = len(pressed)
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
        assert [row["option"] for row in rows(hour, "homework")] == [1, 2, 1, 2, 1, 2, 1]
        chips = [row["chips"] for row in rows(hour, "responses")]
        assert chips == ["listened", "shared", "practised", "helped", "quiet", "listened", "shared"]
        assert "Hanna" not in reviewed(hour)
        assert len({run["phase_id"] for run in hour.runs() if run["ended_at"]}) >= 7
        assert isinstance(hour.on_top, CatchUpScreen)
        assert not hour.screen.led.session.running
