"""``!``: something came up. The clock stands, the wall says Pause, and here is what helps now."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _


class PauseDialog(ConsoleDialog[bool]):
    """Stays until the group goes on; nothing else closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("exclamation_mark", "go_on", _("go on"), id="came-up.go-on", tooltip=_("The group goes on")),
        Binding("escape", "stay", show=False, id="dialog.close", tooltip=_("Stays open; ! goes on")),
    ]

    def __init__(self, grounding: tuple[str, ...], crisis: tuple[str, ...]) -> None:
        super().__init__()
        self._grounding, self._crisis = grounding, crisis

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            yield Static(_("Something came up. The clock stands."), classes="question", markup=False)
            for place, line in enumerate(self._grounding, 1):
                yield Static(Text.assemble((f"{place}  ", "#a0a2a9"), line), markup=False)
            yield Static(_("If somebody is in danger"), classes="question came-up-crisis", markup=False)
            for line in self._crisis or (_("Follow your service's crisis plan. Its numbers are not set up here yet."),):
                yield Static(Text(line), markup=False)
            yield Static(_("! again: the group goes on."), classes="hint", markup=False)

    def action_go_on(self) -> None:
        self.dismiss(True)

    def action_stay(self) -> None:
        """A clicker sends Esc; it must not end a pause."""
