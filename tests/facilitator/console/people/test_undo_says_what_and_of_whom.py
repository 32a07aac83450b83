"""Undo says what it took back, and of whom; doing it again says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facilitator.console.hour.hour import EIGHT, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past

SAID: dict[tuple[str, ...], str] = {
    ("2", "y"): "homework of Bruno, done.",
    ("2", "n"): "homework of Bruno, not yet.",
    ("2", "t"): "the answer about a turn of Bruno, today.",
    ("2", "g"): "the goal review of Bruno, held.",
    ("2", "a", "1"): "the homework agreed of Bruno, ",
    ("2", "a", "enter"): "the homework agreed of Bruno, own words.",
    ("2", "x"): "attendance of Bruno, who is now: ",
}


@pytest.mark.parametrize("keys", SAID)
async def test_of_each_mark(keys: tuple[str, ...], tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(EIGHT[:3])) as hour:
        await hour.press("0", "h", "3", *keys, "u")
        assert f"Undone: {SAID[keys]}" in hour.text()
        await hour.press("ctrl+r")
        assert f"Done again: {SAID[keys]}" in hour.text()
