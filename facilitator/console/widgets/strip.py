"""The line of phases: what is over, what is on, what is to come."""

from __future__ import annotations

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from facilitator.console.view import StripItem

_STYLES = {"past": "#a0a2a9", "now": "bold #e8c37e", "ahead": "#e8e6d9"}


class PhaseStrip(Widget):
    """One line; where it is too narrow the minutes go first, then phases long past."""

    items: reactive[tuple[StripItem, ...]] = reactive((), layout=False)
    """The phases in order."""

    def render(self) -> Text:
        for show_minutes, gap in ((True, 3), (True, 2), (False, 3), (False, 2), (False, 1)):
            line = self._line(show_minutes, gap)
            if line.cell_len <= self.size.width:
                return line
        now = next((i for i, item in enumerate(self.items) if item.state == "now"), 0)
        line = self._line(False, 2, max(0, now - 1))
        line.truncate(self.size.width, overflow="ellipsis")
        return line

    def _line(self, show_minutes: bool, gap: int, first: int = 0) -> Text:
        parts = []
        for item in self.items[first:]:
            sign = "▸ " if item.state == "now" else ""
            part = Text(sign + item.title, _STYLES[item.state])
            if show_minutes:
                part.append(f" {item.minutes}", "#e8c37e" if item.state == "now" else "#a0a2a9")
            parts.append(part)
        return Text(" " * gap).join(parts)
