"""One line at the head of a screen: where we are on the left, how things stand on the right."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.events import Resize
from textual.widgets import Static

GAP = "   "


class TitleBar(Static):
    """A name, some parts, and a right end that is never cut; the name and the parts give way first."""

    def __init__(self, name: str = "", parts: Sequence[str] = (), right: Text | None = None, *, id: str | None = None):
        super().__init__(id=id, classes="bar", markup=False)
        self._shown = (name, tuple(parts), right or Text())

    def on_mount(self) -> None:
        self._redraw()

    def on_resize(self, event: Resize) -> None:
        self._redraw()

    def show(self, name: str, parts: Sequence[str], right: Text) -> None:
        """Another line; every part is shown as it is written, letter by letter."""
        shown = (name, tuple(parts), right)
        if shown != self._shown:
            self._shown = shown
            self._redraw()

    def _redraw(self) -> None:
        if self.is_mounted:
            width = self.content_size.width or self.app.size.width - 2
            self.update(one_line(*self._shown, width=width), layout=False)


def one_line(name: str, parts: Sequence[str], right: Text, *, width: int) -> Text:
    """The whole line in so many columns: parts are dropped from the end, then the name is cut."""
    room = max(0, width - right.cell_len - (2 if right.cell_len else 0))
    kept = list(parts)
    while kept and cell_len(GAP.join([name, *kept])) > room:
        kept.pop()
    left = Text(name if room else "", style="bold", no_wrap=True)
    left.append("".join(GAP + part for part in kept), style="not bold")
    left.truncate(room, overflow="ellipsis", pad=True)
    gap = " " * max(0, width - left.cell_len - right.cell_len)
    return Text.assemble(left, gap, right, no_wrap=True, overflow="crop")
