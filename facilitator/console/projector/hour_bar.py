"""The first line of rounds, sheets and notes: what this is, how long the phase still goes on, what the wall shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from rich.text import Text

from facilitator.console.console import Console
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.console.projector.badge import badge

TELLS_EVERY = 1.0
"""Seconds between two looks at the clock and the wall."""


class HourBar(TitleBar):
    """Like the first line of the hour that goes on beneath; outside the hour only the wall and the time."""

    def __init__(self, name: str = "", parts: Sequence[str] = (), *, id: str | None = None) -> None:
        super().__init__(name, parts, id=id)
        self._said = (name, tuple(parts))

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(TELLS_EVERY, self.tell)
        self.tell()

    def say(self, name: str, parts: Sequence[str] = ()) -> None:
        """Another name, or other parts."""
        self._said = (name, tuple(parts))
        self.tell()

    def tell(self) -> None:
        """Look at the clock and the wall."""
        console = cast("Console", self.app)
        workplace = console.workplace
        below = (screen for screen in reversed(self.app.screen_stack) if isinstance(screen, ConsoleScreen))
        hour = next(filter(None, (screen.hour_now() for screen in below)), None)
        left = hour.left if hour else ""
        time = hour.time if hour else f"{workplace.clock.now().astimezone():%H:%M}"
        right = Text.assemble(badge(workplace.wall, console.projector), "  ", (time, "bold"))
        name, parts = self._said
        self.show(name, [*parts, *([left] if left else [])], right)
