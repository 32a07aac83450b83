"""A kiosk with clocks turned by hand, and what it handed over."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from agenda.clock import ManualClock
from agenda.public import KioskMode, KioskName, KioskState
from facilitator.kiosk.app import KioskApp
from facilitator.stage import Publisher
from facilitator.stage.kiosk import hashed, kiosk_json
from tests.builders import NAMES, NOON, a_clock
from tests.keys import settle, strike

TOKEN = "ab" * 16
LEAVE = "482913"


@lru_cache(maxsize=1)
def the_lock() -> tuple[str, str]:
    return hashed(LEAVE)


def a_kiosk_state(mode: KioskMode = KioskMode.CODES, *, members: int = 9, token: str = TOKEN) -> KioskState:
    names = tuple(KioskName(f"{n:016x}", NAMES[n]) for n in range(members)) if mode is KioskMode.NAMES else ()
    return KioskState(1, NOON, mode, token, *the_lock(), names)


@dataclass(repr=False)
class AKiosk:
    """The kiosk on its screen."""

    stage: Path
    clock: ManualClock
    publisher: Publisher
    app: KioskApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        await strike(self.pilot, *keys)

    async def passes(self, seconds: float) -> None:
        self.clock.advance(timedelta(seconds=seconds))
        self.app.look()
        await settle(self.pilot)

    async def tells(self, state: KioskState | None) -> None:
        """The console wrote another file, or took it away."""
        raw = None if state is None else kiosk_json(replace(state, published_at=self.clock.now()))
        assert self.publisher.publish_kiosk(raw)
        await self.passes(0)

    def text(self) -> str:
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    def inbox(self) -> list[Path]:
        return in_the_inbox(self.stage)

    def given(self) -> list[dict[str, Any]]:
        return sorted((json.loads(file.read_bytes()) for file in self.inbox()), key=lambda one: str(one["at"]))


def in_the_inbox(stage: Path) -> list[Path]:
    return sorted((stage / "inbox").iterdir()) if (stage / "inbox").exists() else []


@asynccontextmanager
async def a_kiosk(
    folder: Path, state: KioskState | None = None, size: tuple[int, int] = (80, 24), *, is_on: bool = True
) -> AsyncIterator[AKiosk]:
    """A kiosk that is switched on, with codes unless said otherwise; its file lies in ``folder / "stage"``."""
    clock, stage = a_clock(), folder / "stage"
    publisher = Publisher(stage, clock.now)
    app = KioskApp(stage, clock.now, clock.monotonic)
    async with app.run_test(size=size) as pilot:
        kiosk = AKiosk(stage, clock, publisher, app, pilot)
        await settle(pilot)
        if is_on:
            await kiosk.tells(state or a_kiosk_state())
        yield kiosk
    publisher.close()
