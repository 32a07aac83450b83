"""Lines that go away by themselves: the newest always stands there whole, and never are there more than fit.

Textual stacks them upwards from the foot and shows all of them until their time is over. In a small window a few with
the names of files would fill it, hide a dialog, and leave the newest outside. Here the oldest make room instead, and
what is said again stands there once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import App
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.notifications import Notification, Notify

SHARE = 3
"""They have at most this part of the window's height: the dialog they belong to still stands above them."""
BESIDE = 5
"""Columns of the window that are not for words: the edge, and two on either side."""
BETWEEN = 1
"""The empty row above each."""


class InSight(App[None]):
    """Mix in for the app."""

    @on(Notify)
    def make_room(self, event: Notify) -> None:
        """Before the new one is shown: the same one from before goes, then the oldest."""
        new = event.notification
        same = [old for old in self._notifications if _words(old) == _words(new)]
        others = [old for old in self._notifications if old not in same]
        self._take_away([*same, *too_many([*others, new], self.size)])

    @on(Resize)
    def make_room_in_a_smaller_window(self, event: Resize) -> None:
        self._take_away(too_many(list(self._notifications), event.size))

    def _take_away(self, gone: Iterable[Notification]) -> None:
        for one in gone:
            self._unnotify(one)  # Textual names no other way to take a single one away


def too_many(lines: Sequence[Notification], window: Size) -> Sequence[Notification]:
    """Those of these lines, oldest first, that a window of this size has no room for; the newest always has."""
    room = window.height // SHARE
    for place, line in reversed(tuple(enumerate(lines))):
        room -= BETWEEN + rows(line, window.width)
        if room < 0 and place < len(lines) - 1:
            return lines[: place + 1]
    return ()


def rows(line: Notification, width: int) -> int:
    """How many rows it has in a window of this width."""
    words = "\n".join(filter(None, (line.title, line.message)))
    return Content(words).get_height({}, max(1, width - BESIDE))


def _words(line: Notification) -> tuple[str, str]:
    return line.title, line.message
