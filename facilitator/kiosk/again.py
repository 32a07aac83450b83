"""The kiosk is started again whenever it ends without the facilitator's code, so that nobody is handed a shell.

The screen is a child of this small process, which does nothing but wait: whatever ends the child, a fault of ours or
the system short of memory, the terminal is cleared, what was typed meanwhile is thrown away, and the next one starts.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType
from typing import Any

LEFT = 0
"""The exit code of a kiosk that was closed by the facilitator."""
QUICK = 5.0
"""Seconds; a kiosk that ends within them never was of use."""
WAITS = (0.2, 1.0, 2.0, 5.0, 10.0)
"""Seconds before the next start, longer each time one ends quickly; the last one from then on."""
MOST_QUICK = 3
"""Quick ends in a row after which it is given up, where nobody switched it on and there is nothing to protect."""
_CALM = "\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[<u\x1b[?1049l\x1b[?25l\x1b[0m\x1b[2J\x1b[H"
"""No mouse, no pastes, no second screen, nothing on it."""
_CURSOR = "\x1b[?25h"
_KEYBOARD = ("SIGINT", "SIGQUIT", "SIGTSTP", "SIGBREAK")
_OF_THE_SYSTEM = ("SIGTERM", "SIGHUP")


def keep_up(command: Sequence[str], words: str, is_on: Callable[[], bool]) -> int:
    """Run it until the facilitator has closed it; its exit code. ``words`` stand on the screen between two starts.

    ``is_on`` says whether a console has switched it on. Told to end by the system, it ends with the child.
    """
    with _Watch() as watch, _Terminal() as terminal:
        quick = 0
        while True:
            began = time.monotonic()
            code = watch.run(command)
            if watch.told is not None:
                return watch.told
            if code == LEFT:
                return LEFT
            quick = quick + 1 if time.monotonic() - began < QUICK else 0
            if quick >= MOST_QUICK and not is_on():
                return code
            terminal.silence()
            _clear(words)
            watch.rest(WAITS[min(quick, len(WAITS) - 1)])


class _Watch:
    """Nothing of the keyboard reaches us; what the system says is passed on to the child, which then ends us, too."""

    def __init__(self) -> None:
        self.told: int | None = None
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> _Watch:
        for name in _KEYBOARD:  # a child inherits what is ignored, so it is deaf from its first moment
            self._hear(name, signal.SIG_IGN)
        for name in _OF_THE_SYSTEM:
            self._hear(name, self._pass_on)
        return self

    def __exit__(self, *_error: object) -> None:
        if self.told is not None and self.told < 0:
            signal.signal(-self.told, signal.SIG_DFL)
            os.kill(os.getpid(), -self.told)

    def run(self, command: Sequence[str]) -> int:
        """One child from its start to its end."""
        self._child = subprocess.Popen(command)
        if self.told is not None:  # told while it was being started
            self._child.terminate()
        try:
            return self._child.wait()
        finally:
            self._child = None

    def rest(self, seconds: float) -> None:
        """Let so much time pass, and no more when told to end."""
        until = time.monotonic() + seconds
        while self.told is None and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.1))

    def _hear(self, name: str, how: object) -> None:
        number = getattr(signal, name, None)  # not every system has each of them
        if number is not None:
            signal.signal(number, how)  # type: ignore[arg-type]

    def _pass_on(self, number: int, _frame: FrameType | None) -> None:
        self.told = LEFT if number == signal.SIGTERM else -number
        if self._child is not None:
            with suppress(OSError):
                self._child.send_signal(number)


def _clear(words: str) -> None:
    """A calm page of one line, whatever was left there."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{_CALM}\r\n  {words}\r\n")
        sys.stderr.flush()


class _Terminal:
    """Silent between two starts: a key that is pressed then shows nothing, sends no signal and is thrown away.

    On a system without such settings it does nothing.
    """

    def __init__(self) -> None:
        self._before: list[Any] | None = None

    def __enter__(self) -> _Terminal:
        try:
            import termios
        except ImportError:
            return self
        with suppress(OSError, ValueError, termios.error):
            self._before = termios.tcgetattr(sys.stdin.fileno())
        self.silence()
        return self

    def __exit__(self, *_error: object) -> None:
        self._set(self._before)
        with suppress(OSError, ValueError):
            sys.stderr.write(_CURSOR)
            sys.stderr.flush()

    def silence(self) -> None:
        """No echo, no lines, no signals, and nothing that was typed before."""
        if self._before is None:
            return
        import termios

        silent = [*self._before]
        silent[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG)
        self._set(silent)
        with suppress(termios.error):
            termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)

    def _set(self, how: list[Any] | None) -> None:
        if how is None:
            return
        import termios

        with suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, how)
