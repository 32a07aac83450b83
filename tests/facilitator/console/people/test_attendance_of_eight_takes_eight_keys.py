"""Six here, one late, one excused with a reason: eight key presses at most, from the Room face (issue: it shows)."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.record.export import export
from tests.facilitator.console.hour.hour import NARROW, WIDE, an_hour

KEYS = ("7", "l", "8", "e", "1", "0", "h", "7")
MOST = 8


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_six_here_one_late_one_excused(
    size: tuple[int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with an_hour(tmp_path, size=size) as hour:
        assert hour.screen.is_room
        pressed = 0
        for key in KEYS:
            await hour.press(key)
            pressed += 1
        rows = export(hour.workplace.record)["attendance"]
        status = {row["name"]: row["status"] for row in rows}
        assert sorted(status.values()) == ["excused", *["here"] * 6, "late"]
        assert (status["Goran"], status["Hanna"]) == ("late", "excused")
        assert next(row["excuse"] for row in rows if row["name"] == "Hanna")
        assert all(row["confirmed"] for row in rows)
        assert pressed <= MOST
        with capsys.disabled():
            print(f"\nattendance of {len(rows)}: {pressed} key presses ({' '.join(KEYS)})")


@pytest.mark.slow
async def test_the_record_and_the_screen_say_the_same(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(*KEYS)
        lines = hour.text().split("\n")
        for name, status in hour.marks().items():
            assert any(name in line and status in line for line in lines)
        assert "7 here" in hour.text()
