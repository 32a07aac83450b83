"""Looks at everything that is outside the console: stage, wall, files, output, the terminal's title."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from agenda.clock import Clock
from facilitator.wall.app import WallApp
from facilitator.wall.scenes import Words
from tests.facilitator.wall.states import text
from tests.privacy.canaries import Search

RECORD_FILES = ("", "-journal", ".keys", ".lock")
"""What a record consists of on disk; their bytes are looked at, and found to be nobody's business."""


@dataclass
class Lookout:
    """``look`` fails with the step's name when a canary is anywhere but on the console and in the record."""

    search: Search
    wall: WallApp
    folders: tuple[Path, ...]
    heard: Callable[[], str]
    written: list[str] = field(default_factory=list)
    _said: Words | None = None

    def look(self, step: str) -> None:
        """Look everywhere."""
        with self.wall._context():
            self.wall.look()
            if self.wall.sheet.said != self._said:
                self._said = self.wall.sheet.said
                self._is_clean(step, "on the wall", text(self.wall))
        self._is_clean(step, "on standard output or error", self.heard())
        self._is_clean(step, "written to the terminal", "".join(self.written))
        self.written.clear()
        for folder in self.folders:
            self.look_into(step, folder)

    def look_into(self, step: str, folder: Path) -> None:
        """Every file below a folder: its name and its bytes."""
        for file in sorted(folder.rglob("*")):
            self._is_clean(step, "in the name of a file", file.name)
            if file.is_file():
                self._bytes_are_clean(step, f"in {file.name}", file.read_bytes())

    def _is_clean(self, step: str, where: str, words: str) -> None:
        self._bytes_are_clean(step, where, words.encode("utf-8", "replace"))

    def _bytes_are_clean(self, step: str, where: str, raw: bytes) -> None:
        found = self.search.finds(raw)
        assert found is None, f"{step}: {found!r} {where}"


@asynccontextmanager
async def a_lookout(
    search: Search,
    clock: Clock,
    stage: Path,
    folders: tuple[Path, ...],
    capfd: pytest.CaptureFixture[str],
    written: list[str],
) -> AsyncIterator[Lookout]:
    """A wall on this stage, and someone who looks at it and at all else. Begin with it: the console comes after."""

    def heard() -> str:
        out, err = capfd.readouterr()
        return out + err

    wall = WallApp(stage, clock.now, clock.monotonic)
    async with wall.run_test(size=(80, 24)):
        yield Lookout(search, wall, (stage, *folders), heard, written)
