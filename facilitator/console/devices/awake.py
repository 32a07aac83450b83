"""The laptop is kept awake while a session runs: a dark screen in the middle of the hour helps nobody."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Event, Thread
from typing import Protocol, runtime_checkable

from facilitator.language import _

LONGEST_GOODBYE = 2.0
"""Seconds the program waits at its end for the system to take the wish back; then the system does it by itself."""


@runtime_checkable
class Leads(Protocol):
    """A screen that may lead a session and has a quiet place for a line."""

    @property
    def is_leading(self) -> bool: ...

    def whisper(self, sentence: str) -> bool: ...


class Awake:
    """Asks the system not to sleep and not to darken the screen, from ``begin`` until ``end``.

    The asking lies with wakepy and has a thread of its own, because systems answer slowly and some of them hear only
    the thread that asked. A system that refuses is no error: ``refused`` becomes true and the hour goes on.
    """

    def __init__(self) -> None:
        self.refused = False
        self.has_said_so = False
        self._over: Event | None = None
        self._thread: Thread | None = None

    def follow(self, *, is_running: bool) -> None:
        """Awake exactly while a session runs."""
        if is_running:
            self.begin()
        else:
            self.end()

    def begin(self) -> None:
        """Keep it awake; again changes nothing."""
        if self._over is None:
            self._over = Event()
            self._thread = Thread(target=self._hold, args=(self._over,), name="awake", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """The session is over: it may sleep again."""
        over, self._over = self._over, None
        if over is not None:
            over.set()

    def close(self) -> None:
        """The program ends."""
        self.end()
        if self._thread is not None:
            self._thread.join(LONGEST_GOODBYE)

    def _hold(self, over: Event) -> None:
        try:
            from wakepy import keep  # needs the system's bus: only when an hour begins

            with keep.presenting(on_fail="pass") as mode:
                self.refused = not mode.active
                over.wait()
        except Exception:  # whatever a system's bus may say, the hour does not depend on it
            self.refused = True


def keep_awake(awake: Awake, screens: Iterable[object]) -> None:
    """Awake while one of these screens leads a session; a laptop that will not is said once."""
    led = next((screen for screen in screens if isinstance(screen, Leads) and screen.is_leading), None)
    awake.follow(is_running=led is not None)
    if led is not None and awake.refused and not awake.has_said_so:
        awake.has_said_so = led.whisper(_("This laptop may go dark by itself: its power settings say when."))
