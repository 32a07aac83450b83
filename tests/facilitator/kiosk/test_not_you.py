"""Who was taken for somebody else says so at the answer; what goes to the console names the entry and nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.public import KioskMode
from facilitator.stage.inbox import NOTHING
from tests.facilitator.kiosk.kiosks import TOKEN, a_kiosk, a_kiosk_state

OFFER = "Not you? Touch here."


@pytest.mark.parametrize("mode", KioskMode)
@pytest.mark.parametrize("size", [(80, 24), (48, 18)])
async def test_the_answer_offers_it_and_a_touch_takes_the_entry_back(
    size: tuple[int, int], mode: KioskMode, tmp_path: Path
) -> None:
    async with a_kiosk(tmp_path, a_kiosk_state(mode), size=size) as kiosk:
        start = kiosk.text()
        assert OFFER not in start
        await kiosk.press(*("4711" if mode is KioskMode.CODES else "1"))
        assert OFFER in kiosk.text()
        assert await kiosk.pilot.click("#not-me")
        assert kiosk.text() == start
        entry, back = sorted(kiosk.given(), key=lambda one: str(one["takes_back"]))
        assert (entry["takes_back"], back["takes_back"]) == (NOTHING, entry["entry"])
        assert back["token"] == TOKEN
        assert set(back["who"]) == {"-"}
        assert len({file.stat().st_size for file in kiosk.inbox()}) == 1


async def test_it_is_offered_once_and_no_key_does_it(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        await kiosk.press(*"4711", "backspace", "escape", "1")
        assert len(kiosk.given()) == 1
        await kiosk.passes(60)
        assert OFFER not in kiosk.text()
        kiosk.app.visit.not_me()
        assert len(kiosk.given()) == 1
