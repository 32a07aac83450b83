"""The real command in a real terminal: keys go in through a pty, an emulator says what is on the screen."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pexpect
import pyte

ROOT = Path(__file__).parents[1]
FACILITATOR = (sys.executable, "-m", "facilitator")
"""The command as people run it, on this interpreter."""
LONGEST_WAIT = 30.0
"""Seconds for anything to happen; a slow machine needs some of them, a right program never all."""
_MOST_BYTES = 65536


class Terminal:
    """A program in a terminal of its own. Only ``until``, ``listen`` and ``rest`` read what it sends."""

    def __init__(
        self, *command: str, width: int = 120, height: int = 36, env: Mapping[str, str | None] | None = None
    ) -> None:
        # The environment is named, because GNU readline writes LINES and COLUMNS into the one we would pass on unseen.
        wanted = {**os.environ, "TERM": "xterm-256color", **(env or {})}
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(height, width),
            cwd=str(ROOT),
            env={name: value for name, value in wanted.items() if value is not None},
            echo=False,
            preexec_fn=_hears_hangups,
        )
        self.pid: int = self._child.pid
        self._file: int = self._child.fileno()
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self.sent = b""

    @property
    def rows(self) -> list[str]:
        """What is on the screen, row by row."""
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.rows)

    def press(self, keys: str) -> None:
        """Send keys as a keyboard would, all at once."""
        os.write(self._file, keys.encode())

    def send(self, raw: bytes) -> None:
        """Send bytes that no keyboard sends."""
        os.write(self._file, raw)

    def listen(self, seconds: float = 0.05) -> bool:
        """Take in what was sent, waiting so long for the first of it; false when the program has ended."""
        if not select.select([self._file], [], [], seconds)[0]:
            return True
        try:
            heard = os.read(self._file, _MOST_BYTES)
        except OSError:  # Linux says so when the other end is gone
            return False
        self.sent += heard
        self._stream.feed(heard)
        return bool(heard)

    def until(self, condition: Callable[[], bool], what: str = "", timeout: float = LONGEST_WAIT) -> None:
        """Listen until it is so; fail with the screen's text after ``timeout`` seconds or at the program's end."""
        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, f"not within {timeout:g} s: {what}; the screen is\n{self.text}"
            if not self.listen():
                assert condition(), f"ended before: {what}; the screen is\n{self.text}"

    def shows(self, *words: str) -> None:
        """Listen until all these words are on the screen."""
        self.until(lambda: all(word in self.text for word in words), f"shows {words}")

    def listen_for(self, seconds: float) -> None:
        """Take in what comes for so long, because the moment itself is what is tested."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0 and self.listen(left):
            pass

    def rest(self, timeout: float = LONGEST_WAIT) -> None:
        """Take in all that is still to come, until the program's end."""
        deadline = time.monotonic() + timeout
        while self.listen():
            assert time.monotonic() < deadline, f"still running; the screen is\n{self.text}"

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def resize(self, width: int, height: int) -> None:
        """Another size, as when somebody drags the window's corner."""
        self._screen.resize(height, width)
        self._child.setwinsize(height, width)

    def hang_up(self) -> None:
        """Close the window: the terminal is gone while the program runs."""
        self._child.ptyproc.fileobj.close()

    def ends(self) -> int:
        """The exit code once it has ended; negative for the signal that ended it."""
        self.rest()
        return self.code()

    def code(self) -> int:
        """The same where nothing can be read any more."""
        deadline = time.monotonic() + LONGEST_WAIT
        while self._child.isalive():
            assert time.monotonic() < deadline, f"still running; the screen was\n{self.text}"
            select.select([], [], [], 0.01)
        status = self._child.exitstatus
        return -int(self._child.signalstatus) if status is None else int(status)

    def close(self) -> None:
        """End it, whatever it does."""
        with suppress(OSError):
            self.signal(signal.SIGKILL)
        with suppress(OSError, ValueError, pexpect.ExceptionPexpect):
            self._child.close(force=True)


@contextmanager
def a_terminal(
    *command: str, width: int = 120, height: int = 36, env: Mapping[str, str | None] | None = None
) -> Iterator[Terminal]:
    """A program in a terminal, ended at the latest when the block is left. A variable set to None is taken away."""
    terminal = Terminal(*command, width=width, height=height, env=env)
    try:
        yield terminal
    finally:
        terminal.close()


def _hears_hangups() -> None:
    """In the child: a test run started with nohup ignores hang-ups, and what it starts would inherit that."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
