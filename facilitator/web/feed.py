"""Follows the stage, once for every page that is open, and hands each of them what to show."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from facilitator.drawing import Drawings
from facilitator.stage import StageReader, read_raw
from facilitator.stage.walls import WallSign
from facilitator.wall.scenes import Words, holding, words
from facilitator.web.fragment import fragment

POLL = 0.030
"""Seconds between two looks at the stage."""
BEAT = 2.0
"""Seconds after which a page is told again what it shows: silence means that we are gone."""


class Feed:
    """What the wall says now. ``now`` and ``monotonic`` are the server's own clocks."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        drawings: Drawings | None = None,
    ) -> None:
        self._drawings = drawings or Drawings()
        self.shown = fragment(holding())
        """The fragment of now."""
        self._said = holding()
        self._folder = folder
        self._now = now
        self._monotonic = monotonic
        self._reader = StageReader()
        self._changed = asyncio.Event()
        self._is_closed = False
        self._pages = 0
        self._sign = WallSign(folder, now)

    async def follow(self) -> None:
        """Look at the stage again and again, until cancelled."""
        while True:
            self.look()
            await asyncio.sleep(POLL)

    def look(self) -> None:
        """Read the stage; whatever goes wrong with one state, the page stays up and calm."""
        if self._pages:
            self._sign.renew(self._monotonic())
        try:
            state = self._reader.look(read_raw(self._folder), self._monotonic(), self._now())
            self._say(words(state, self._now()))
        except Exception:
            self._say(holding())

    async def fragments(self) -> AsyncIterator[str]:
        """What to show: at once, at every change and at every beat. A slow reader misses what is no longer true."""
        self._pages += 1
        try:
            while not self._is_closed:
                changed = self._changed
                yield self.shown
                with suppress(TimeoutError):
                    async with asyncio.timeout(BEAT):
                        await changed.wait()
        finally:
            self._pages -= 1
            if not self._pages:
                self._sign.take_away()

    def close(self) -> None:
        """Let every page go: the server ends."""
        self._is_closed = True
        self._wake()

    def _say(self, said: Words) -> None:
        if said == self._said:
            return
        self.shown, self._said = fragment(said, self._drawings), said
        self._wake()

    def _wake(self) -> None:
        woken, self._changed = self._changed, asyncio.Event()
        woken.set()
