"""A server of ours in a process of its own, and bare requests to it."""

from __future__ import annotations

import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LONGEST_WAIT = 20.0
COMMAND = [sys.executable, "-m", "facilitator", "serve"]


class AServer:
    """``facilitator serve`` on a stage, on a port of its own; ``output`` is what it has printed until now."""

    def __init__(self, stage: Path, *options: str) -> None:
        self.output: list[str] = []
        self.process = subprocess.Popen(
            [*COMMAND, "--stage", str(stage), *(options or ("--port", "0"))],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
        )
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()
        self.address = self._first_line()

    @property
    def port(self) -> int:
        found = urlsplit(self.address).port
        assert found is not None
        return found

    @property
    def home(self) -> str:
        """The address on this laptop, without a page."""
        return f"http://127.0.0.1:{self.port}"

    def ends(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end and wait; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(LONGEST_WAIT)
        self._reading.join(LONGEST_WAIT)
        while (line := self._lines.get(timeout=LONGEST_WAIT)) is not None:
            self.output.append(line)
        self._lines.put(None)
        return code

    def close(self) -> None:
        """Nothing of it is left, whatever the test did."""
        self.process.kill()
        self.process.wait(LONGEST_WAIT)
        self._reading.join(LONGEST_WAIT)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def says(self, raw: bytes, timeout: float = LONGEST_WAIT) -> bytes:
        """What comes back for these bytes until the server closes; none if it closes without a word."""
        with socket.create_connection(("127.0.0.1", self.port), timeout) as line:
            line.sendall(raw)
            return everything(line)

    def _first_line(self) -> str:
        line = self._lines.get(timeout=LONGEST_WAIT)
        assert line is not None, "it ended without a word"
        self.output.append(line)
        return line

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put(None)


def everything(line: socket.socket) -> bytes:
    """All that still comes over this connection."""
    seen = b""
    try:
        while part := line.recv(65536):
            seen += part
    except ConnectionResetError:
        pass
    return seen


def until(condition: Callable[[], Any], what: str, timeout: float = LONGEST_WAIT) -> Any:
    """Ask again until it holds, and give back what it gave; fail in words when the time has passed."""
    deadline = time.monotonic() + timeout
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {timeout:g} s: {what}")
        time.sleep(0.01)
    return found
