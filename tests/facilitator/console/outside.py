"""The console outside the hour: any first screen, keys, and what stands on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from facilitator.console.app import ConsoleApp
from facilitator.console.workplace import Workplace
from tests.facilitator.console.hour.hour import text_of
from tests.keys import paste, settle, strike
from tests.until import until

WIDE, NARROW = (120, 36), (80, 24)


@dataclass(repr=False)
class Outside:
    """A running console: press keys, type words, read."""

    app: ConsoleApp
    pilot: Pilot[None]

    @property
    def on_top(self) -> Screen[Any]:
        return self.app.screen

    async def press(self, *keys: str) -> None:
        await strike(self.pilot, *keys)

    async def types(self, words: str, *then: str) -> None:
        """Words into the field that has the focus, all at once as a paste brings them, then keys by name."""
        await paste(self.pilot, words)
        await self.press(*then)

    async def comes(self, screen: type[Screen[Any]]) -> None:
        """Wait until this screen is on top and drawn."""
        await until(lambda: isinstance(self.app.screen, screen) and self.app.screen.is_mounted, self.pilot)
        await settle(self.pilot)

    async def reads(self, words: str) -> None:
        """Wait until these words stand on the screen."""
        await until(lambda: words in self.text(), self.pilot, what=f"{words!r} on the screen")

    def text(self) -> str:
        """What stands on the screen, in one line where the screen has many."""
        return " ".join(text_of(self.on_top).split())

    def rows(self) -> list[str]:
        return text_of(self.on_top).splitlines()


@asynccontextmanager
async def a_console(
    first: Callable[[], Screen[Any]], workplace: Workplace | None = None, *, size: tuple[int, int] = WIDE
) -> AsyncIterator[Outside]:
    """The console on this screen; it leaves the wall and closes the record at the end."""
    app = ConsoleApp(lambda _app: first(), workplace)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Outside(app, pilot)
    if app.workplace_or_none is not None:
        app.workplace_or_none.close()
