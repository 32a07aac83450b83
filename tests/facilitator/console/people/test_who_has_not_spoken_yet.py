"""Who has not spoken today bears one quiet sign, by one key for each who spoke; it is kept nowhere."""

from __future__ import annotations

from pathlib import Path

from agenda.record.export import export
from tests.facilitator.console.hour.hour import EIGHT, an_hour


async def test_once_somebody_spoke_the_others_bear_a_sign(tmp_path: Path) -> None:
    async with an_hour(tmp_path, EIGHT[:4]) as hour:
        await hour.press("4", "x", "0", "h", "3")
        assert "◌" not in hour.text()
        before = str(export(hour.workplace.record))
        await hour.press("1", "v")
        assert hour.text().count("◌") == 2
        assert "Ana has spoken." in hour.text()
        await hour.press("2", "v", "3", "v")
        assert "◌" not in hour.text()
        await hour.press("2", "v")
        assert hour.text().count("◌") == 1
        assert str(export(hour.workplace.record)) == before
        await hour.press("tab")
        assert "◌" not in hour.text()
