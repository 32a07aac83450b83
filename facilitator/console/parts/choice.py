"""One of several, by its number, its letter, or the arrows and Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.getters import query_one
from textual.widgets import OptionList, Static

from facilitator.console.parts.colour import KEY
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _

NUMBERS = "123456789"


class ChoiceDialog(ConsoleDialog[int]):
    """Gives back the place of the chosen option, from 0.

    ``letters`` are keys instead of numbers, one an option; those of the curtain cannot be among them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", _("choose"), id="choice.take", tooltip=_("Take what is highlighted")),
    ]

    options = query_one(OptionList)

    def __init__(
        self, title: str, options: Sequence[str | Text], *, letters: str = "", chosen: int = 0, hint: str = ""
    ) -> None:
        super().__init__()
        self._title, self._hint, self._chosen = title, hint, chosen
        self._options = tuple(options)
        self._keys = letters or NUMBERS

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(self._title), classes="question", markup=False)
            yield OptionList(*map(self._line, range(len(self._options))), markup=False)
            yield Static(Text(self._hint or _("Its key, or Enter. Esc: back.")), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.options.highlighted = self._chosen
        self.options.focus()

    def on_key(self, event: Key) -> None:
        letter = (event.character or "").lower()
        place = self._keys.find(letter) if letter else -1
        if 0 <= place < len(self._options):
            event.stop()
            self.dismiss(place)

    @on(OptionList.OptionSelected)
    def take_chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_take(self) -> None:
        self.options.action_select()

    def _line(self, place: int) -> Text:
        key = self._keys[place] if place < len(self._keys) else " "
        words = self._options[place]
        return Text.assemble((f"{key}  ", KEY), words)
