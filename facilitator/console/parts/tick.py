"""A list to tick by digit or letter: how somebody took part, which techniques were used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.console.parts.colour import KEY
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _


@dataclass(frozen=True, slots=True)
class Tick:
    """One line: its name in the record, what it says, whether it is ticked, and the heading it stands under."""

    name: str
    words: str
    is_ticked: bool
    heading: str = ""


class TickDialog(ConsoleDialog[bool]):
    """Each tick is written at once by ``toggle``; a digit ticks one of the first nine, Enter closes.

    True: the facilitator asked to write words (``w``).
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"tick({digit})", _("tick"), id=f"tick.{digit}", show=False,
                  tooltip=_("Tick or untick this line")) for digit in range(1, 10)),
        Binding("space", "tick_chosen", _("tick"), id="tick.space", tooltip=_("Tick the line under the cursor"),
                priority=True),
        Binding("enter", "finish", _("done"), id="tick.done", tooltip=_("Close; what is ticked is written"),
                priority=True),
        Binding("w,W", "words", _("words"), id="tick.words", tooltip=_("Write something in words")),
    ]  # fmt: skip
    lines = query_one(OptionList)

    def __init__(
        self, title: str, ticks: tuple[Tick, ...], toggle: Callable[[Tick], Tick | None], *, words: bool = False
    ) -> None:
        super().__init__()
        self._title, self._ticks, self._toggle, self._has_words = title, list(ticks), toggle, words

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(self._title), classes="question", markup=False)
            yield OptionList(*self._options(), markup=False)
            yield Static(Text(self._hint()), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.lines.highlighted = 0 if self._ticks else None
        self.lines.focus()

    def _options(self) -> list[Option]:
        options = []
        for place, tick in enumerate(self._ticks):
            digit = str(place + 1) if place < 9 else " "
            heading = f"{tick.heading}: " if tick.heading else ""
            line = Text.assemble((f"{digit}  ", KEY), "☒ " if tick.is_ticked else "☐ ", heading, tick.words)
            options.append(Option(line, id=str(place)))
        return options

    def _hint(self) -> str:
        hint = _("A digit or space ticks. Enter: done.")
        return hint + " " + _("w: words.") if self._has_words else hint

    def action_tick(self, digit: int) -> None:
        if digit > len(self._ticks):
            return
        changed = self._toggle(self._ticks[digit - 1])
        if changed is not None:
            self._ticks[digit - 1] = changed
            self.lines.replace_option_prompt_at_index(digit - 1, self._options()[digit - 1].prompt)
        self.lines.highlighted = digit - 1

    def action_tick_chosen(self) -> None:
        if self.lines.highlighted is not None:
            self.action_tick(self.lines.highlighted + 1)

    @on(OptionList.OptionSelected)
    def tick_touched(self, event: OptionList.OptionSelected) -> None:
        self.action_tick(event.option_index + 1)

    def action_finish(self) -> None:
        self.dismiss(False)

    def action_words(self) -> None:
        if self._has_words:
            self.dismiss(True)
