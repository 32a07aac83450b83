"""The kiosk in a terminal: looks at its file, hands check-ins over, and is left only by the facilitator's code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from textual.app import App

from facilitator.crash import QuietCrash
from facilitator.kiosk.screen import KioskScreen
from facilitator.kiosk.visit import Visit
from facilitator.language import _
from facilitator.palette import in_terminal
from facilitator.stage.inbox import CheckIn, check_in, hand_over, not_me
from facilitator.stage.kiosk import read_kiosk

LOOK = 0.2
"""Seconds between two looks at the kiosk file."""


class KioskApp(QuietCrash, App[None], inherit_bindings=False):
    """Self check-in. ``now`` and ``monotonic`` are its own clocks; ``guard`` is called once the terminal is ours.

    ``is_watched`` says whether whoever would start it again is still there: without them it ends, so that it does not
    share its keyboard with the shell that came up.
    """

    CSS_PATH = "kiosk.tcss"
    TITLE = "Facilitator"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        guard: Callable[[], None] = lambda: None,
        is_watched: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self.visit = Visit(
            lambda token, who: _handed_over(folder, check_in(token, who, now())),
            lambda token, entry, letters: bool(_handed_over(folder, not_me(token, entry, letters, now()))),
        )
        self._folder = folder
        self._now = now
        self._monotonic = monotonic
        self._guard = guard
        self._is_watched = is_watched
        self._kiosk = KioskScreen(self.visit, monotonic)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return in_terminal()

    def on_mount(self) -> None:
        self._guard()
        if self._driver is not None:
            self._driver.write(f"\x1b]2;{self.TITLE}\x07")  # Textual leaves the terminal's title as it was
        self.look()
        self.push_screen(self._kiosk)
        self.set_interval(LOOK, self.look)

    def look(self) -> None:
        """Read the kiosk file and let time pass; whatever goes wrong with one look, the kiosk stays up and calm."""
        if not self._is_watched():
            self.exit()
            return
        with suppress(OSError, ValueError):
            self.visit.look(read_kiosk(self._folder, self._now()), self._monotonic())
        if self._kiosk.is_mounted:
            self._kiosk.show()

    def on_crash(self, number: str) -> str:
        said = _("The kiosk stopped (error {number}) and starts again. Nothing is lost.")
        return said.format(number=number)


def _handed_over(folder: Path, given: CheckIn) -> str:
    """The number of the entry, if it is on disk."""
    return given.entry if hand_over(folder, given) else ""
