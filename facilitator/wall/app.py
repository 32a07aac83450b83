"""The wall: polls the stage and shows what it may still believe."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.app import App, ComposeResult
from textual.binding import Binding

from facilitator.crash import QuietCrash
from facilitator.language import _
from facilitator.palette import in_terminal
from facilitator.stage import StageReader, WallSign, read_raw
from facilitator.wall.larger import how
from facilitator.wall.sheet import Sheet

POLL = 0.030
"""Seconds between two looks at the stage."""
TWICE_WITHIN = 2.0
"""Seconds within which the second press closes the wall; one press alone does nothing."""


class WallApp(QuietCrash, App[None], inherit_bindings=False):
    """The projector's screen. ``now`` and ``monotonic`` are the wall's own clocks."""

    BINDINGS = [
        Binding("d", "other_theme", show=False, id="theme", tooltip="Light letters on a dark ground, and back"),
        Binding("q,ctrl+c,ctrl+q", "leave", show=False, priority=True, id="leave", tooltip="Twice closes the wall"),
    ]
    CSS_PATH = "wall.tcss"
    TITLE = "Facilitator"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self, folder: Path, now: Callable[[], datetime], monotonic: Callable[[], float], *, is_dark: bool = False
    ) -> None:
        super().__init__()
        self.sheet = Sheet(is_dark=is_dark, hint=how(os.environ))
        """Held here, not looked up: the stage is polled until the very end, when the screen is already empty."""
        self._folder = folder
        self._now = now
        self._monotonic = monotonic
        self._reader = StageReader()
        self._sign = WallSign(folder, now)
        self._asked_to_leave: float | None = None

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return in_terminal()

    def compose(self) -> ComposeResult:
        yield self.sheet

    def on_mount(self) -> None:
        if self._driver is not None:
            self._driver.write(f"\x1b]2;{self.TITLE}\x07")  # Textual leaves the terminal's title as it was
        self.set_interval(POLL, self.look)
        self.look()

    def on_unmount(self) -> None:
        self._sign.take_away()

    def look(self) -> None:
        """Read the stage and show it; whatever goes wrong with one state, the wall stays up and calm."""
        try:
            self._sign.renew(self._monotonic())
            state = self._reader.look(read_raw(self._folder), self._monotonic(), self._now())
            self.sheet.show(state, self._now())
        except Exception:
            self.sheet.hold()

    def action_leave(self) -> None:
        asked, self._asked_to_leave = self._asked_to_leave, self._monotonic()
        if asked is not None and self._asked_to_leave - asked <= TWICE_WITHIN:
            self.exit()

    def action_other_theme(self) -> None:
        self.sheet.is_dark = not self.sheet.is_dark

    def on_crash(self, number: str) -> str:
        said = _("The wall stopped (error {number}). Your record is safe. Start it again.")
        return said.format(number=number)
