"""Names for rows: UUIDv7, made by whoever is handed in, so that the practice group is the same twice."""

from __future__ import annotations

import random
from typing import Protocol

from agenda.clock import Clock


class IdMaker(Protocol):
    """Makes one new identifier at each call, later ones sorting after earlier ones."""

    def __call__(self) -> str: ...


def random_ids() -> str:
    """A UUIDv7 from the system's clock and randomness."""
    from uuid6 import uuid7  # 15 ms, and nothing that only reads needs an id

    return str(uuid7())


class SeededIds:
    """UUIDv7 from a given clock and seed; a counter keeps those of one millisecond in order."""

    def __init__(self, clock: Clock, seed: int) -> None:
        self._clock = clock
        self._random = random.Random(seed)  # noqa: S311 - identifiers of a practice group, not secrets
        self._count = 0

    def __call__(self) -> str:
        from uuid6 import UUID  # as above

        self._count += 1
        milliseconds = int(self._clock.now().timestamp() * 1000)
        tail = self._random.getrandbits(42)
        number = (milliseconds << 80) | ((self._count & 0xFFFFF) << 44) | tail
        return str(UUID(int=number, version=7))
