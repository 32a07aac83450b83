"""A question answered yes or no."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _

YES = 0


class ConfirmDialog(ConsoleDialog[bool]):
    """True for yes, false for no, none for Esc. Enter says yes unless ``careful``: then it says no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,Y", "answer(True)", _("yes"), id="confirm.yes", tooltip=_("Yes")),
        Binding("n,N", "answer(False)", _("no"), id="confirm.no", tooltip=_("No")),
    ]

    def __init__(self, question: str, yes: str = "", no: str = "", *, hint: str = "", careful: bool = False) -> None:
        super().__init__()
        self._question, self._hint = question, hint
        self._answers = (f"y  {yes or _('Yes')}", f"n  {no or _('No')}")
        self._careful = careful

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(self._question), classes="question", markup=False)
            yield OptionList(*map(Text, self._answers), markup=False)
            if self._hint:
                yield Static(Text(self._hint), classes="hint", markup=False)

    def on_mount(self) -> None:
        answers = self.query_one(OptionList)
        answers.highlighted = 1 if self._careful else YES
        answers.focus()

    @on(OptionList.OptionSelected)
    def take_chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index == YES)

    def action_answer(self, is_yes: bool) -> None:
        self.dismiss(is_yes)
