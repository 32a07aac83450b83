"""The recovery code, shown once."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import Input, Static

from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.line import LineInput
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.language import _

PRINTER = "lp"
PRINTING_TAKES = 20
"""Seconds after which a printer that does not answer is given up."""


class RecoveryCodeScreen(ConsoleScreen[bool]):
    """Shows the code, then asks for its last group from the paper: only a code that was kept helps.

    True once it is on paper; at set-up, ``then`` goes on instead.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "kept", _("it is on paper"), id="code.kept", tooltip=_("Go on: the code is on paper")),
        Binding("escape", "show", _("show it again"), id="code.show", tooltip=_("Show the code again")),
        Binding("ctrl+g", "give_up", _("leave it"), id="code.leave", show=False,
                tooltip=_("Keep the old code instead")),
        Binding("p,P", "print", _("print"), id="code.print", tooltip=_("Print the code; it is written to no file")),
    ]  # fmt: skip

    asks: reactive[bool] = reactive(False, init=False)
    """Whether the code is hidden and its last group asked for."""

    field = query_one("#last-group", Input)
    answer = query_one("#code-answer", Static)
    footer = query_one(KeyFooter)

    def __init__(self, code: str, then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._code = code
        self._then = then

    def watch_asks(self, asks: bool) -> None:
        self.query_one("#code-shown").display = not asks
        self.query_one("#code-asked").display = asks
        self.answer.update("")
        self.footer.show(self._keys())
        if asks:
            self.field.clear()
            self.field.focus()
        else:
            self.set_focus(None)

    def compose(self) -> ComposeResult:
        yield TitleBar("Facilitator") if self._then is None else TitleBar(_("Setting up"), [], Text(_("last step")))
        with Vertical(id="code-page"):
            with Vertical(id="code-shown"):
                yield Static(_("The recovery code"), classes="question", markup=False)
                yield Static(Text(_large(self._code)), id="code", markup=False)
                words = _("Print this or write it down. It opens the record if the passphrase is forgotten.")
                yield Static(words, markup=False)
                words = _("Keep the paper in a safe place, away from this computer. The code is not shown again.")
                yield Static(words, markup=False)
            with Vertical(id="code-asked"):
                yield Static(_("Is it on paper?"), classes="question", markup=False)
                yield Static(_("Type the last five characters of the code, from your paper."), markup=False)
                yield LineInput(id="last-group", max_length=12)
            yield Static("", id="code-answer", markup=False)
        yield KeyFooter(self._keys())

    def on_mount(self) -> None:
        self.query_one("#code-asked").display = False

    @on(Input.Submitted, "#last-group")
    def compare(self, event: Input.Submitted) -> None:
        if "".join(event.value.split()).upper() == self._code.rpartition("-")[2]:
            self._go_on()
        else:
            self._say(_("That is not the end of the code. Esc shows it again."), is_problem=True)

    def action_kept(self) -> None:
        self.asks = True

    def action_show(self) -> None:
        self.asks = False

    def action_print(self) -> None:
        if not self.asks:
            self._print()

    @work(exclusive=True)
    async def _print(self) -> None:
        self._say(_("Printing…"))
        if await asyncio.to_thread(_to_printer, _sheet(self._code)):
            self._say(_("Sent to the printer. Fetch the sheet before you go on."))
        else:
            self._say(_("No printer took it. Please write the code down by hand."), is_problem=True)

    def action_give_up(self) -> None:
        if self._then is None:  # at set-up there is no old code
            self.dismiss(False)

    def _go_on(self) -> None:
        if self._then is None:
            self.dismiss(True)
        else:
            self._then()

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.answer.update(words)
        self.answer.set_class(is_problem, "problem")

    def _keys(self) -> list[tuple[str, str]]:
        last = [] if self._then is not None else [("Ctrl+G", _("keep the old one"))]
        if self.asks:
            return [("Enter", _("check")), ("Esc", _("show it again")), *last, ("F1", _("keys"))]
        return [("Enter", _("it is on paper")), ("p", _("print")), *last, ("F1", _("keys"))]


def _large(code: str) -> str:
    """Three groups a line, with air between the characters."""
    groups = [" ".join(group) for group in code.split("-")]
    return "\n\n".join("     ".join(groups[start : start + 3]) for start in range(0, len(groups), 3))


def _sheet(code: str) -> str:
    title = _("Recovery code of the Facilitator record")
    words = _("It opens the record if the passphrase is forgotten. Keep it in a safe place, away from the computer.")
    return f"{title}\n\n\n{code}\n\n\n{words}\n"


def _to_printer(sheet: str) -> bool:
    """Hand the sheet to the printer by standard input; nothing is written to a file of ours."""
    program = shutil.which(PRINTER)
    if program is None:
        return False
    # The printer's program has no business with what opens the record.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("FACILITATOR_")}
    try:
        done = subprocess.run(
            [program, "-"],
            input=sheet.encode(),
            env=environment,
            capture_output=True,
            timeout=PRINTING_TAKES,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
