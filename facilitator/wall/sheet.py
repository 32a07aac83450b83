"""The page itself: one widget that shows words and is the same on the projector and on a shared screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from agenda.public import PublicState
from facilitator.wall.larger import MANY_COLUMNS
from facilitator.wall.layout import Row, compose
from facilitator.wall.scenes import Words, holding, words

PARTS = ("title", "plain", "now", "done", "hero", "lead", "small", "foot", "code")
GROUNDS = ("open", "curtain", "holding")


class Sheet(Widget):
    """One wall page. Text reaches the terminal cell by cell and is never read as markup."""

    COMPONENT_CLASSES = {f"sheet--{part}" for part in PARTS}

    said: reactive[Words] = reactive(holding)
    """The words on the wall now."""

    is_dark: reactive[bool] = reactive(False)
    """Light letters on a dark ground, for a room that cannot be darkened or eyes that light hurts."""

    hint: reactive[str] = reactive("")
    """A quiet word at the bottom: how letters are made larger, while nothing else is to be read, or always."""

    def __init__(
        self, *, id: str | None = None, is_dark: bool = False, hint: str = "", is_always_hinted: bool = False
    ) -> None:
        super().__init__(id=id)
        self._is_always_hinted = is_always_hinted
        self._composed: tuple[Words, Size, bool, str, list[Row]] | None = None
        self.set_reactive(Sheet.hint, hint)
        self.set_reactive(Sheet.is_dark, is_dark)
        self.set_class(is_dark, "-dark")

    def watch_said(self) -> None:
        for ground in GROUNDS:
            self.set_class(self.said.ground == ground, f"-{ground}")

    def watch_is_dark(self) -> None:
        self.set_class(self.is_dark, "-dark")

    def render_line(self, y: int) -> Strip:
        rows = self._rows()
        return self._strip(rows[y] if y < len(rows) else ())

    def show(self, state: PublicState | None, now: datetime) -> None:
        """Show this state, or the holding page if there is none; ``now`` is for the clock in the corner."""
        self.said = words(state, now)

    def hold(self) -> None:
        """Show the holding page."""
        self.said = holding()

    def _rows(self) -> list[Row]:
        wanted = (self.said, self.size, self.is_dark, self.hint)
        if self._composed is None or self._composed[:4] != wanted:
            self._composed = (*wanted, self._placed())
        return self._composed[4]

    def _placed(self) -> list[Row]:
        try:
            return compose(self._hinted(), *self.size, is_dark=self.is_dark)
        except Exception:  # one page that cannot be drawn must not end the wall before the group
            return compose(holding(), *self.size)

    def _hinted(self) -> Words:
        is_small = self.said.ground == "holding" and self.size.width > MANY_COLUMNS
        is_hinted = self._is_always_hinted or is_small
        return replace(self.said, hint=self.hint) if is_hinted else self.said

    def _strip(self, row: Row) -> Strip:
        ground = self.rich_style
        segments, at = [], 0
        for piece in row:
            segments.append(Segment(" " * (piece.left - at), ground))
            segments.append(Segment(piece.text, self.get_component_rich_style(f"sheet--{piece.part}")))
            at = piece.left + cell_len(piece.text)
        return Strip(segments, at).adjust_cell_length(self.size.width, ground)
