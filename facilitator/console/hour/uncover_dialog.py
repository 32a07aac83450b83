"""``c``: shows what will appear on the wall; Enter raises the curtain."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from agenda.public import PublicPage
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _


class UncoverDialog(ConsoleDialog[bool]):
    """True: raise it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "raise_it", _("show it"), id="uncover.raise", tooltip=_("Raise the curtain")),
    ]

    def __init__(self, page: PublicPage, warning: str = "") -> None:
        super().__init__()
        self._page = page
        self._warning = warning

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("This will appear on the wall"), classes="question", markup=False)
            with Vertical(classes="preview"):
                yield Static(Text(self._page.title, "bold"), markup=False)
                for line in self._page.lines:
                    yield Static(Text(line), markup=False)
            if self._warning:
                yield Static(Text(self._warning), classes="hint problem", markup=False)
            yield Static(_("Enter shows it. Esc keeps the curtain down."), classes="hint", markup=False)

    def action_raise_it(self) -> None:
        self.dismiss(True)
