"""Ending a console by SIGKILL, and how near that was to a commit."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL

from tests.terminal import Terminal

NEAR = 5.0
"""Milliseconds from a commit within which a kill counts as near."""
LONGEST_KEY = 5.0
"""Seconds to wait for a key to be written; one that writes nothing is followed by the kill all the same."""


@dataclass(slots=True)
class Kills:
    """What was counted: every kill, and at most how many milliseconds it came after the last commit before it."""

    distances: list[float] = field(default_factory=list)

    @property
    def near(self) -> int:
        return sum(1 for distance in self.distances if distance <= NEAR)

    def __str__(self) -> str:
        nearest = sorted(self.distances)
        return f"{len(nearest)} kills, {self.near} within {NEAR:g} ms of a commit (nearest {nearest[0]:.2f} ms)"


class Killer:
    """Kills one console. An action is seen as a change of the journal beside the record, which nothing else writes."""

    def __init__(self, terminal: Terminal, record: Path, kills: Kills, chance: random.Random) -> None:
        self._terminal, self._kills, self._chance = terminal, kills, chance
        self._journal = Path(f"{record}-journal")

    def at_the_commit(self, keys: str) -> None:
        """Between no time and 3 ms after the journal is first touched: before, in and after the commit itself."""
        after = int(self._chance.choice([0, 0, 1e6, 2e6, 3e6]) * self._chance.random())
        before = self._touched()
        self._terminal.press(keys)
        now = untouched = time.time_ns()
        deadline = now + int(LONGEST_KEY * 1e9)
        while now < deadline and self._touched() == before:
            untouched, now = now, time.time_ns()  # nothing slower than looking all the time would meet the moment
        while time.time_ns() < now + after:
            pass
        self._kill(untouched if now < deadline else 0)

    def at_any_moment(self, keys: str, within: float = 0.06) -> None:
        """Up to so many seconds after the keys."""
        self._terminal.press(keys)
        self._terminal.listen_for(self._chance.uniform(0, within))
        self._kill()

    def _touched(self) -> int:
        try:
            return self._journal.stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def _kill(self, untouched: int = 0) -> None:
        """``untouched`` is an instant at which the journal had not been written yet, if anybody looked."""
        self._terminal.signal(SIGKILL)
        now = time.time_ns()
        # What the terminal was sent before is still to be read, and belongs to the last screen.
        self._terminal.rest()
        assert self._terminal.code() == -SIGKILL
        # The system's stamp may be some milliseconds early, never late: both are the most it can have been.
        self._kills.distances.append((now - max(self._touched(), untouched)) / 1e6)
