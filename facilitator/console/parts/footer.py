"""One line of keys at the foot of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.events import Resize
from textual.widgets import Static

from facilitator.console.parts.colour import KEY

GAPS = ("   ", "  ")
"""Between two keys: air where there is room, less before a key must go."""


class KeyFooter(Static):
    """The keys that work now, each with its word. Too long a list loses entries before the last, never the ends."""

    def __init__(self, pairs: Sequence[tuple[str, str]] = (), *, id: str | None = None) -> None:
        super().__init__(id=id, classes="bar", markup=False)
        self.pairs = tuple(pairs)

    def on_mount(self) -> None:
        self._redraw()

    def on_resize(self, event: Resize) -> None:
        self._redraw()

    def show(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Other keys: labels and words, the curtain first and the list of keys last."""
        if tuple(pairs) != self.pairs:
            self.pairs = tuple(pairs)
            self._redraw()

    def _redraw(self) -> None:
        if self.is_mounted:
            width = self.content_size.width or self.app.size.width - 2
            self.update(key_line(self.pairs, width), layout=False)


def key_line(pairs: Sequence[tuple[str, str]], width: int) -> Text:
    """As many of the pairs as fit in so many columns: the first and the last always, the others from the left."""
    kept = list(pairs)
    while True:
        for gap in GAPS:
            line = _line(kept, gap)
            if line.cell_len <= width:
                return line
        if len(kept) <= 2:
            return line
        del kept[-2]


def _line(pairs: Sequence[tuple[str, str]], gap: str) -> Text:
    line = Text(no_wrap=True, overflow="ellipsis")
    for place, (key, words) in enumerate(pairs):
        line.append(gap if place else "").append(key, style=KEY).append(f" {words}")
    return line
