"""How long an entry waits for its answer: guessing codes gets slow.

The kiosk holds no codes, so it cannot know right from wrong, and a member's right code must look like any other entry.
Therefore entries that follow one another within a minute get slower for everyone: the first two at once, then 1, 2, 4
and at most 8 seconds. Members who come one by one never notice; eight in a row wait a few seconds each; somebody who
tries codes gets about four a minute out of ten thousand, and every check-in is confirmed by the facilitator's own eyes.
Touching one's name is no guess and never waits.
"""

from __future__ import annotations

WAITS = (0.0, 0.0, 1.0, 2.0, 4.0, 8.0)
"""Seconds for the first, the second, … entry within ``MEMORY``; later ones wait as the last."""
MEMORY = 60.0


class Pace:
    """Remembers when entries came; instants are monotonic seconds."""

    def __init__(self) -> None:
        self._entries: list[float] = []

    def wait(self, monotonic: float) -> float:
        """Another entry, now: how many seconds it waits."""
        self._entries = [*(each for each in self._entries if monotonic - each < MEMORY), monotonic][-len(WAITS) :]
        return WAITS[len(self._entries) - 1]
