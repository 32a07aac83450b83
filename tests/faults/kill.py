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
    """What was counted: every kill, and its distance from the last commit before it in milliseconds."""

    distances: list[float] = field(default_factory=list)

    @property
    def near(self) -> int:
        return sum(1 for distance in self.distances if distance <= NEAR)

    def __str__(self) -> str:
        nearest = sorted(self.distances)
        return f"{len(nearest)} kills, {self.near} within {NEAR:g} ms of a commit (nearest {nearest[0]:.2f} ms)"


class Killer:
    """Kills one console. A commit is seen as a change of the record's write-ahead log, which nothing else writes."""

    def __init__(self, terminal: Terminal, record: Path, kills: Kills, chance: random.Random) -> None:
        self._terminal, self._kills, self._chance = terminal, kills, chance
        self._log = Path(f"{record}-wal")

    def at_the_commit(self, keys: str) -> None:
        """Between no time and 3 ms after the log is first touched: before, in and after the commit itself."""
        before = self._touched()
        after = self._chance.choice([0.0, 0.0, 0.001, 0.002, 0.003]) * self._chance.random()
        deadline = time.perf_counter() + LONGEST_KEY
        self._terminal.press(keys)
        while self._touched() == before and time.perf_counter() < deadline:
            pass  # nothing slower than looking would meet the moment
        until = time.perf_counter() + after
        while time.perf_counter() < until:
            pass
        self._kill()

    def at_any_moment(self, keys: str, within: float = 0.06) -> None:
        """Up to so many seconds after the keys."""
        self._terminal.press(keys)
        self._terminal.listen_for(self._chance.uniform(0, within))
        self._kill()

    def _touched(self) -> tuple[int, int]:
        try:
            found = self._log.stat()
        except FileNotFoundError:
            return 0, 0
        return found.st_mtime_ns, found.st_size

    def _kill(self) -> None:
        self._terminal.signal(SIGKILL)
        now = time.time_ns()
        # What the terminal was sent before is still to be read, and belongs to the last screen.
        self._terminal.rest()
        assert self._terminal.code() == -SIGKILL
        # The system's stamp is never later than the write, so the distance is never told too small.
        self._kills.distances.append((now - self._touched()[0]) / 1e6)
