"""What all benchmarks share: the same thing done by turns, and a line of the table."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import pexpect

ROOT = Path(__file__).parents[2]
PASSPHRASE = "practice"
LONGEST_WAIT = 20.0
TIMES = 15
"""How often each thing is done; a median of so many holds on a laptop that does other things as well."""

_script = Path(sys.executable).with_name("facilitator")
FACILITATOR = [str(_script)] if _script.exists() else [sys.executable, "-m", "facilitator"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: ``measured`` against ``budget``, both in ``unit`` (none: a ratio)."""

    what: str
    measured: float
    budget: float
    said: str
    """The numbers behind it, in words."""
    unit: str = ""

    @property
    def is_kept(self) -> bool:
        return self.measured <= self.budget


def by_turns(things: Mapping[str, Callable[[], float]], times: int = TIMES) -> dict[str, list[float]]:
    """Seconds each thing took, done one after the other so often; a first round that fills caches is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in things}
    for turn in range(times + 1):
        for name, work in things.items():
            seconds = work()
            if turn:
                taken[name].append(seconds)
    return taken


def spread(seconds: list[float]) -> str:
    """A median in milliseconds, and the middle half around it."""
    low, _middle, high = quantiles(seconds, n=4)
    return f"{median(seconds) * 1000:.0f} ms ({low * 1000:.0f} to {high * 1000:.0f})"


def environment(**more: str) -> dict[str, str]:
    """Ours, with compiled modules kept: nobody starts a program whose modules are compiled anew each time."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("FACILITATOR_", "PYTHONDONTWRITE", "TEXTUAL"))}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}


def run(command: list[str], **more: str) -> float:
    """Seconds from the start of a program to its end."""
    started = time.perf_counter()
    subprocess.run(command, env=environment(**more), cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


class Pty:
    """A program in a terminal, and how long until it has painted something."""

    def __init__(self, command: list[str], width: int, height: int, **more: str) -> None:
        self.started = time.perf_counter()
        self.child: Any = pexpect.spawn(
            command[0], command[1:], dimensions=(height, width), cwd=str(ROOT), env=environment(**more)
        )

    def paints(self, *marks: bytes) -> float:
        """Wait for the bytes of all these; the moment they were there."""
        seen, deadline = b"", time.perf_counter() + LONGEST_WAIT
        while not all(mark in seen for mark in marks):
            left = deadline - time.perf_counter()
            if left <= 0 or not select.select([self.child.fileno()], [], [], left)[0]:
                raise SystemExit(f"{marks!r} was not painted within {LONGEST_WAIT:g} s: {seen[-2000:]!r}")
            seen += os.read(self.child.fileno(), 65536)
        return time.perf_counter()

    def press(self, keys: str) -> float:
        """Send keys; the moment before."""
        now = time.perf_counter()
        os.write(self.child.fileno(), keys.encode())
        return now

    def rest(self, seconds: float) -> None:
        """Read what comes for so long."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            if select.select([self.child.fileno()], [], [], left)[0]:
                os.read(self.child.fileno(), 65536)

    def close(self) -> None:
        self.child.kill(9)
        self.child.close(force=True)


def first_paint(
    command: list[str], *marks: bytes, leave: str = "", width: int = 120, height: int = 36, **more: str
) -> float:
    """Seconds from the start of a program in a terminal until it has painted these; ``leave`` is what ends it."""
    pty = Pty(command, width, height, **more)
    try:
        taken = pty.paints(*marks) - pty.started
        if leave:
            pty.press(leave)
            pty.child.expect(pexpect.EOF, timeout=LONGEST_WAIT)
        return taken
    finally:
        pty.close()
