"""What time it is, as an argument: the real clock, and one that tests and the tour turn by hand."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

_IS_MAC = sys.platform == "darwin"


class Clock(Protocol):
    """The wall clock of the laptop (aware, UTC), seconds that never run backward, and such that go on in its sleep."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...

    def elapsed(self) -> float | None:
        """Seconds that nobody can set and that count while the laptop sleeps; none where a system has no such clock."""
        ...


class SystemClock:
    """The laptop's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def elapsed(self) -> float | None:
        # What Linux calls so counts sleep; its monotonic clock does not. On a Mac the system's monotonic clock does,
        # and Python's does not.
        which = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None) if _IS_MAC else None)
        try:
            return None if which is None else time.clock_gettime(which)
        except OSError:  # the system does not know what its C library has a name for
            return None


class ManualClock:
    """A clock that moves only when told. ``counts_sleep`` says whether this system has a clock for that."""

    counts_sleep = True

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock needs an aware datetime")
        self._now = start.astimezone(UTC)
        self._monotonic = self._elapsed = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def elapsed(self) -> float | None:
        return self._elapsed if self.counts_sleep else None

    def advance(self, step: timedelta) -> None:
        """Time passes: all readings move."""
        self._now += step
        self._monotonic += step.total_seconds()
        self._elapsed += step.total_seconds()

    def sleep(self, step: timedelta) -> None:
        """The lid is closed for so long: what counts only while the laptop is awake stands still."""
        self._now += step
        self._elapsed += step.total_seconds()

    def set_back(self, step: timedelta) -> None:
        """Somebody changes the laptop's time: only the wall clock moves."""
        self._now -= step
