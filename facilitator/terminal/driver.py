"""Textual's drivers, with our sieve between the terminal and its parser. One place for console, wall and kiosk."""

from __future__ import annotations

import os
import selectors
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Key, Paste
from textual.message import Message

from facilitator.terminal.sense import made_sense
from facilitator.terminal.sieve import Escape, Pasted, Sieve, Token, Typed
from legible import legible

LOOK = 0.1
"""Seconds after which somebody looks whether the screen is still wanted."""
MOST_BYTES = 4096


class SureParser(XTermParser):
    """Gives keys, mouse and pastes for bytes. What it feeds to Textual's parser is whole, and makes sense."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self.sieve = Sieve()
        self.monotonic: Callable[[], float] = time.monotonic

    def feed_bytes(self, raw: bytes) -> Iterator[Message]:
        """The messages that these bytes complete."""
        for token in self.sieve.feed(raw, self.monotonic()):
            yield from self._messages(token)

    def feed(self, data: str) -> Iterable[Message]:
        """The same for text, as Windows gives it; an empty one is the end."""
        return self.feed_bytes(data.encode("utf-8", "replace")) if data else super().feed(data)

    def tick(self) -> Iterator[Message]:
        """What the passing of time decides."""
        for token in self.sieve.tick(self.monotonic()):
            yield from self._messages(token)

    def _messages(self, token: Token) -> Iterator[Message]:
        match token:
            case Escape():
                yield Key("escape", "\x1b")
            case Pasted(text):
                yield Paste(legible(text))
            case Typed(text):
                known = made_sense(text) if text[0] == "\x1b" else text
                if known is not None and (len(known) > 1 or known < " " or known == "\x7f" or legible(known)):
                    yield from super().feed(known)


@cache
def sure_driver() -> type[Driver]:
    """The driver of this system, with our parser."""
    if sys.platform == "win32":
        from textual.drivers import win32
        from textual.drivers.windows_driver import WindowsDriver

        win32.XTermParser = SureParser  # its thread makes one by this name
        return WindowsDriver
    from textual.drivers.linux_driver import LinuxDriver

    class SureDriver(LinuxDriver):
        """Reads bytes as they come; Textual's own ends at the first that is not UTF-8."""

        def run_input_thread(self) -> None:
            parser = SureParser()
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    due = parser.sieve.due(time.monotonic())
                    messages: Iterable[Message]
                    if selector.select(LOOK if due is None else min(LOOK, due)):
                        try:
                            raw = os.read(self.fileno, MOST_BYTES)
                        except OSError:  # the window was closed: nobody sees anything any more
                            self._loop.call_soon_threadsafe(self._app.exit)
                            return
                        if not raw:  # nobody will type any more; what is shown goes on
                            self.exit_event.wait()
                            return
                        messages = parser.feed_bytes(raw)
                    else:  # time decides only where nothing waits to be read
                        messages = parser.tick()
                    for message in messages:
                        self.process_message(message)

    return SureDriver
