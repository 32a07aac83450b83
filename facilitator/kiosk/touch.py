"""Something large to touch. It never has the focus: what one member touched must not show when the next one comes."""

from __future__ import annotations

from rich.text import Text
from textual.events import Click
from textual.message import Message
from textual.widgets import Static


class Touch(Static, can_focus=False):
    """A button; ``what`` says what it stands for."""

    class Touched(Message):
        """It was touched."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    def __init__(self, words: str, what: str, *, id: str | None = None) -> None:
        super().__init__(Text(words, no_wrap=True, overflow="ellipsis"), id=id, markup=False)
        self._what = what

    def on_click(self, event: Click) -> None:
        event.stop()
        self.post_message(self.Touched(self._what))
