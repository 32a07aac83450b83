"""Two lines that name the parts of a lesson; the one on view stands out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from facilitator.console.parts.colour import GOLD, NOW, QUIET

IN_A_ROW = 4
CELLS = 12
"""Columns of one part: its digit, its word, and air."""


class PartTabs(Static):
    """Every part with its digit, at most four in a row."""

    class Chosen(Message):
        """A part was touched; ``number`` counts from 1."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, words: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._words = tuple(words)

    def on_click(self, event: Click) -> None:
        event.stop()
        number = event.y * IN_A_ROW + event.x // CELLS + 1
        if event.x < IN_A_ROW * CELLS and number <= len(self._words):
            self.post_message(self.Chosen(number))

    def show(self, now: int) -> None:
        """This part is on view."""
        line = Text(no_wrap=True)
        for number, word in enumerate(self._words, 1):
            line.append("\n" if number > 1 and number % IN_A_ROW == 1 else "")
            is_last = number % IN_A_ROW == 0
            name = f"{number} {word}"[: CELLS if is_last else CELLS - 1]
            if number == now:
                line.append(name, f"{NOW} reverse")
            else:
                line.append(name[:1], GOLD).append(name[1:], QUIET)
            line.append(" " * (CELLS - len(name)))
        self.update(line)
