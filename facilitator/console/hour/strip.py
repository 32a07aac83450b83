"""The line of phases: what is over, what is on, what is to come."""

from __future__ import annotations

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from facilitator.console.hour.view import StripItem
from facilitator.console.parts.colour import NOW, QUIET, WORDS

_STYLES = {"past": QUIET, "now": NOW, "ahead": WORDS}


class PhaseStrip(Widget):
    """One line; where it is too narrow the phases that are over give way, then those far ahead."""

    items: reactive[tuple[StripItem, ...]] = reactive((), layout=False)
    """The phases in order."""

    def render(self) -> Text:
        now = next((i for i, item in enumerate(self.items) if item.state == "now"), 0)
        for first, gap in ((0, 3), (0, 2), *((first, 2) for first in range(1, now + 1))):
            line = self._line(first, gap)
            if line.cell_len <= self.size.width:
                return line
        line = self._line(now, 2)
        line.truncate(self.size.width, overflow="ellipsis")
        return line

    def _line(self, first: int, gap: int) -> Text:
        parts = [Text("‹", _STYLES["past"])] if first else []
        for item in self.items[first:]:
            sign = "▸ " if item.state == "now" else ""
            part = Text(sign + item.title, _STYLES[item.state])
            if item.amount:
                part.append(f" {item.amount}", _STYLES["now"] if item.state == "now" else _STYLES["past"])
            parts.append(part)
        return Text(" " * gap).join(parts)
