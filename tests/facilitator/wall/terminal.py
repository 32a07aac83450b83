"""The real command in a real terminal, and what that terminal shows."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pyte


class Terminal:
    """A wall's terminal: everything it was sent, and the screen that makes."""

    def __init__(self, child: Any, width: int, height: int) -> None:
        self.child = child
        self.sent = ""
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self._screen)

    @property
    def text(self) -> str:
        return "\n".join(row.rstrip() for row in self._screen.display)

    def listen(self) -> bool:
        """Take in what was sent; false when the program has ended."""
        try:
            heard = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.sent += heard
        self._stream.feed(heard)
        return True

    def until(self, condition: Callable[[], bool], timeout: float = 20.0) -> None:
        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, f"never seen; the screen is\n{self.text}"
            if not self.listen():
                assert condition(), f"ended before; the screen is\n{self.text}"

    def ends(self, timeout: float = 20.0) -> int:
        """The exit code, once it has ended."""
        deadline = time.monotonic() + timeout
        while self.listen():
            assert time.monotonic() < deadline, f"still running; the screen is\n{self.text}"
        self.child.wait()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)


@contextmanager
def a_terminal(*command: str, width: int = 48, height: int = 14) -> Iterator[Terminal]:
    """Run Python with these arguments in a terminal of this size."""
    root = Path(__file__).parents[3]
    # The environment is named, because GNU readline writes LINES and COLUMNS into the one we would pass on unseen.
    child = pexpect.spawn(
        sys.executable,
        list(command),
        dimensions=(height, width),
        encoding="utf-8",
        timeout=20,
        cwd=str(root),
        env=dict(os.environ),
    )
    child.setecho(False)
    try:
        yield Terminal(child, width, height)
    finally:
        child.close(force=True)


WALL = ("-c", "from facilitator.cli import main; main()", "wall")
