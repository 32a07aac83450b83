"""The code a telephone scans to become the prompter."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from facilitator.console.parts.colour import CODE
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _
from facilitator.wall.code import code

QUIET = 2
"""Modules of light around the code: with four of them it would not fit a terminal of 24 rows."""


class PairingDialog(ConsoleDialog[None]):
    """Shows the code; it works once, for the telephone that scans it first, and closes when that one is there."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog -code"):
            yield Static(_("Scan this with the telephone"), classes="question", markup=False)
            yield Static(Text("\n".join(code(self._address, QUIET)), CODE, no_wrap=True), markup=False)
            yield Static(_("It works once. This closes when the telephone is there."), classes="hint", markup=False)
