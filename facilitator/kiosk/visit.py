"""What the kiosk does, without a screen: which page is up, and what a digit or a touch leads to.

Right, wrong and repeated codes take the same way here because nothing here could tell them apart.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import assert_never

from agenda.public import KioskMode, KioskState
from facilitator.kiosk.pace import Pace
from facilitator.stage.kiosk import LEAVE_DIGITS, opens

WELCOME_FOR = 6.0
"""Seconds the answer stands before the start comes back."""
CODE_DIGITS = 4
SHORTEST_WAIT = 1.0
"""Seconds after a wrong leave code until the start comes back."""
FORGOTTEN_AFTER = 20.0
"""Seconds without a key after which half a code is dropped, so that nobody goes on with another one's."""


class Page(StrEnum):
    """What is on the screen."""

    OFF = "off"
    HOLDING = "holding"
    CODE = "code"
    NAMES = "names"
    WAIT = "wait"
    WELCOME = "welcome"
    TELL = "tell"
    """What was given could not be kept."""
    LEAVE = "leave"


def asks(mode: KioskMode) -> Page:
    """The page that asks who is there."""
    match mode:
        case KioskMode.CODES:
            return Page.CODE
        case KioskMode.NAMES:
            return Page.NAMES
        case _:
            assert_never(mode)


class Visit:
    """One kiosk. ``give`` takes a token and what was typed or touched, and has the number of the entry once it is on
    disk; ``give_back`` takes that entry back. Instants are monotonic seconds.

    ``left`` becomes true when the kiosk may close: by the facilitator's code, or with one key while no console has
    ever switched it on, when there is nothing to protect and no code to know.
    """

    def __init__(self, give: Callable[[str, str], str], give_back: Callable[[str, str, int], bool]) -> None:
        self.state: KioskState | None = None
        self.typed = ""
        self.left = False
        self._give, self._give_back = give, give_back
        self._given: tuple[str, str, int] | None = None
        """The entry the answer is about: its token, its number and the length of what was given."""
        self._pace = Pace()
        self._lock: KioskState | None = None
        self._page: Page | None = None
        """A page that stands over the start for a while."""
        self._until = 0.0
        self._answer: Page | None = None
        """What follows the waiting; nothing after a wrong leave code."""

    @property
    def page(self) -> Page:
        """The page to show."""
        return self._page or self._start

    @property
    def _start(self) -> Page:
        if self.state is not None:
            return asks(self.state.mode)
        return Page.OFF if self._lock is None else Page.HOLDING

    def look(self, state: KioskState | None, monotonic: float) -> None:
        """Take in the kiosk file and let time pass."""
        if (state and state.token) != (self.state and self.state.token) or self._mode_changed(state):
            self.typed = ""
        self.state = state
        self._lock = state or self._lock
        if monotonic < self._until:
            return
        if self._page is Page.WAIT and self._answer is not None:
            self._show(self._answer, monotonic + WELCOME_FOR)
        elif self._page is not None or self.typed:
            self._page, self.typed = None, ""

    def digit(self, digit: str, monotonic: float) -> None:
        """A digit was typed or touched; with the last one the code is taken, whatever it is."""
        if self.page is Page.NAMES:
            self.name(int(digit) - 1, monotonic)
            return
        if self.page not in (Page.CODE, Page.LEAVE):
            return
        self.typed += digit
        self._until = monotonic + FORGOTTEN_AFTER
        if self.page is Page.LEAVE and len(self.typed) >= LEAVE_DIGITS:
            self._try_to_leave(monotonic)
        elif self.page is Page.CODE and len(self.typed) >= CODE_DIGITS:
            self._take(self.typed, self._pace.wait(monotonic), monotonic)

    def name(self, place: int, monotonic: float) -> None:
        """The name at this place was touched."""
        if self.page is Page.NAMES and self.state is not None and 0 <= place < len(self.state.names):
            self._take(self.state.names[place].key, 0.0, monotonic)

    def back(self) -> None:
        """The last digit goes; without one, the facilitator's page closes."""
        if self.page is Page.LEAVE and not self.typed:
            self._page = None
        self.typed = self.typed[:-1]

    def not_me(self) -> None:
        """Whoever touched this was taken for somebody else: the entry is taken back, and the start is there again.

        By touch alone: a key may be the next member's, who did not wait for the answer to go.
        """
        if self.page is Page.WELCOME and self._given is not None:
            is_back, self._given = self._give_back(*self._given), None
            self._page = None if is_back else Page.TELL

    def ask_to_leave(self, monotonic: float) -> None:
        """The page for the facilitator's code; before any console switched the kiosk on, out at once."""
        if self.page is Page.OFF:
            self.left = True
        elif self.page in (Page.CODE, Page.NAMES, Page.HOLDING):
            self._show(Page.LEAVE, monotonic + FORGOTTEN_AFTER)
        elif self.page is Page.LEAVE:
            self._page, self.typed = None, ""

    def _take(self, who: str, wait: float, monotonic: float) -> None:
        token = self.state.token if self.state is not None else ""
        entry = self._give(token, who) if token else ""
        self._given = (token, entry, len(who)) if entry else None
        self._answer = Page.WELCOME if entry else Page.TELL
        self._show(Page.WAIT if wait else self._answer, monotonic + (wait or WELCOME_FOR))

    def _try_to_leave(self, monotonic: float) -> None:
        code, self.typed = self.typed, ""
        if self._lock is not None and opens(self._lock, code):
            self.left = True
            return
        self._answer = None
        self._show(Page.WAIT, monotonic + max(SHORTEST_WAIT, self._pace.wait(monotonic)))

    def _show(self, page: Page, until: float) -> None:
        self._page, self._until, self.typed = page, until, ""

    def _mode_changed(self, state: KioskState | None) -> bool:
        return state is not None and self.state is not None and state.mode is not self.state.mode
