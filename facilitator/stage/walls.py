"""How a console knows that a wall is open: each open wall leaves a sign in the stage and renews it.

A sign is an empty file with a random name; only its time says something. A wall that cannot leave one still shows.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from facilitator.stage.folder import StageRefused, open_inside, open_stage

WALLS = "walls"
RENEWED_AFTER = 2.0
"""Seconds between two renewals of a sign."""
BELIEVED_FOR = 6.0
"""Seconds a sign counts; a wall that was killed leaves one that does not."""
KEPT_FOR = 60.0
"""Seconds after which the next wall to open clears away what a killed one left."""
MOST_SIGNS = 64
"""More files than this in the folder are not our walls'."""


class WallSign:
    """The sign of one wall. ``now`` is its clock."""

    def __init__(self, stage: Path, now: Callable[[], datetime]) -> None:
        self._folder = stage / WALLS
        self._name = token_hex(8)
        self._now = now
        self._renewed: float | None = None

    def renew(self, monotonic: float) -> None:
        """Say that this wall is open, at most every two seconds; never an error."""
        if self._renewed is not None and monotonic - self._renewed < RENEWED_AFTER:
            return
        is_first, self._renewed = self._renewed is None, monotonic
        with suppress(OSError, ValueError, StageRefused):
            open_stage(self._folder)
            if is_first:
                _clear_old(self._folder, self._now())
            os.close(open_inside(self._folder, self._name, os.O_WRONLY | os.O_CREAT))
            at = self._now().timestamp()
            os.utime(self._folder / self._name, (at, at))

    def take_away(self) -> None:
        """The wall is closed."""
        with suppress(OSError):
            (self._folder / self._name).unlink(missing_ok=True)


def open_walls(stage: Path, now: datetime) -> int:
    """How many walls are open on this stage."""
    return sum(age <= BELIEVED_FOR for _name, age in _signs(stage / WALLS, now))


def _clear_old(folder: Path, now: datetime) -> None:
    for name, age in list(_signs(folder, now)):
        if age > KEPT_FOR:
            (folder / name).unlink(missing_ok=True)


def _signs(folder: Path, now: datetime) -> Iterator[tuple[str, float]]:
    """Name and age in seconds of each sign; one from the future is as old as it is ahead, until it is renewed."""
    with suppress(OSError, ValueError):
        if not stat.S_ISDIR(folder.lstat().st_mode):
            return
        with os.scandir(folder) as found:
            for _number, entry in zip(range(MOST_SIGNS), found, strict=False):
                seen = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(seen.st_mode):
                    yield entry.name, abs(now.timestamp() - seen.st_mtime)
