"""Enter in People: what the record has on the chosen member for this session, and what can be set."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.console.parts.colour import STRONG
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _


@dataclass(frozen=True, slots=True)
class MemberSheet:
    """One member in one session: the only place of the hour where goals, reasons and words are shown."""

    name: str
    facts: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]
    """What can be done: a name and the words for it."""


class MemberDialog(ConsoleDialog[str]):
    """Gives back the name of what to do."""

    ways = query_one(OptionList)

    def __init__(self, sheet: MemberSheet) -> None:
        super().__init__()
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(self._sheet.name, STRONG), classes="question", markup=False)
            with VerticalScroll(classes="member-facts", can_focus=False):
                for line in self._sheet.facts:
                    yield Static(Text(line), markup=False)
            yield OptionList(*(Option(Text(words), id=name) for name, words in self._sheet.ways), markup=False)
            yield Static(_("Enter does it. Esc goes back."), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.ways.highlighted = 0
        self.ways.focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
