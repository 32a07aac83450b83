"""The servers a console starts: the wall's page for this laptop, and the telephone's for its network.

They are processes of their own, without key or record. Two, because opening the network must not take the page away
that stands on the projector.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO

SERVE = (sys.executable, "-m", "facilitator", "serve")
NETWORK = "FACILITATOR_LAN"
"""Where a laptop is in several networks: its address in the one the telephone is in."""
OUTLIVES = 30
"""Minutes without any console after which the wall's page ends: a console that was killed finds its wall again.
The network is let go at once."""
STARTS_WITHIN = 20.0
"""Seconds in which it must have said where it is."""
ENDS_WITHIN = 3.0
OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


class Servers:
    """The servers of this console, for this laptop and, where somebody decided so, for its network."""

    def __init__(self, stage: Path) -> None:
        self._stage = stage
        self._running: dict[bool, _Server] = {}

    def address(self, *, network: bool = False) -> str:
        """Where it answers, starting it if it does not run; empty if it cannot be started. Waits for its first line."""
        server = self._running.get(network)
        if server is None or not server.is_alive:
            try:
                server = self._running[network] = _Server(self._stage, *_options(network))
            except OSError:
                return ""
        address = server.address()
        if not address:
            server.end()
        return address

    def end(self) -> None:
        """No page is served any more; those that are open hold by themselves."""
        for server in self._running.values():
            server.end()
        self._running.clear()


def _options(network: bool) -> tuple[str, ...]:
    if not network:
        return "--with-starter", str(OUTLIVES)
    named = os.environ.get(NETWORK)
    return "--with-starter", "0", "--lan", *((named,) if named else ())


class _Server:
    """One ``facilitator serve``. Its standard input is our sign of life, however we end."""

    def __init__(self, stage: Path, *options: str) -> None:
        self._line = ""
        self._process = subprocess.Popen(
            [*SERVE, "--stage", str(stage), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,  # closing the console's window must not end the page on the projector
        )
        self._reading = Thread(target=self._read, args=(self._process.stdout,), name="served", daemon=True)
        self._reading.start()

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def address(self) -> str:
        """The first line it said; empty if it ended without one or takes too long."""
        self._reading.join(STARTS_WITHIN)
        return self._line if self._line.startswith("http://") else ""

    def end(self) -> None:
        """Ask it to end; make it end."""
        self._process.terminate()
        try:
            self._process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reading.join(ENDS_WITHIN)
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _read(self, output: IO[str] | None) -> None:
        if output is not None:
            self._line = output.readline().strip()


def open_browser(address: str) -> bool:
    """Open it in the laptop's browser; false where there is none.

    In a process without a terminal: a browser made for terminals would draw over the console, and what a browser
    complains about would be written there.
    """
    plain = {name: value for name, value in os.environ.items() if name != "TERM"}
    try:
        done = subprocess.run(
            [sys.executable, "-c", OPEN, address],
            env=plain,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=STARTS_WITHIN,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
