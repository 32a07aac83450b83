"""What a wall may still believe: bytes from the stage, and the rule that turns silence into a calm page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from agenda.public import PublicState, UnreadableState, from_json
from facilitator.stage.folder import STATE, read_inside

STALE_AFTER = 6.0
"""Seconds without a change after which nobody publishes any more (the heartbeat is every 2 s)."""
MOST_BYTES = 64_000


def read_raw(folder: Path, name: str = STATE) -> bytes | None:
    """The bytes of the state or of another file there; None if it is no regular file of sensible size we may read."""
    return read_inside(folder, name, MOST_BYTES)


class StageReader:
    """Remembers what was seen last and since when.

    After the first look only the wall's own monotonic clock counts: setting the laptop's clock makes nothing stale
    and keeps nothing alive. At the first look there is no such memory, so ``published_at`` decides, once.
    """

    def __init__(self) -> None:
        self._raw: bytes | None = None
        self._state: PublicState | None = None
        self._since = 0.0

    def look(self, raw: bytes | None, monotonic: float, now: datetime) -> PublicState | None:
        """The state to show, or None for the holding page. ``monotonic`` is in seconds, ``now`` is aware."""
        if raw is None:
            return None
        if raw != self._raw:
            self._remember(raw, monotonic, now)
        return self._state if monotonic - self._since < STALE_AFTER else None

    def _remember(self, raw: bytes, monotonic: float, now: datetime) -> None:
        is_first = self._raw is None
        self._raw, self._state, self._since = raw, _state(raw), monotonic
        if is_first and self._state is not None:
            age = (now - self._state.published_at).total_seconds()
            self._since -= max(0.0, age)


def _state(raw: bytes) -> PublicState | None:
    try:
        return from_json(raw)
    except UnreadableState:
        return None
