"""Asking for the passphrase."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input, Static

from agenda.error import AgendaError, Damaged
from agenda.record.keys.slot import RECOVERY
from facilitator.console.door.new_passphrase import after_the_recovery_code
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.line import LineInput
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.error_words import error_words
from facilitator.language import _

if TYPE_CHECKING:
    from agenda.record.keys.key_file import Unlocked
    from facilitator.console.workplace import Workplace


class PassphraseScreen(ConsoleScreen[None]):
    """Opens the record with a passphrase or the recovery code; what does not open it costs the same time.

    Who has the record, and even whose record it is, is shown only behind this screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "try", _("open the record"), id="passphrase.try", tooltip=_("Open the record with this")),
        Binding("escape", "clear", _("start again"), id="passphrase.clear", tooltip=_("Empty the field")),
    ]

    field = query_one("#passphrase", Input)
    answer = query_one("#answer", Static)

    def __init__(self, unlock: Callable[[str], Unlocked], enter: Callable[[Unlocked], Workplace]) -> None:
        super().__init__()
        self._unlock = unlock
        self._enter = enter

    def compose(self) -> ComposeResult:
        yield TitleBar("Facilitator")
        with Vertical(id="door"):
            yield Static(_("The passphrase of this record"), classes="question", markup=False)
            yield LineInput(password=True, id="passphrase", select_on_focus=False)
            yield Static("", id="answer", markup=False)
            hint = _("If it is forgotten, type the recovery code from the printed sheet instead.")
            yield Static(hint, classes="quiet", markup=False)
        yield KeyFooter([("Enter", _("open")), ("Esc", _("start again")), ("Ctrl+Q", _("quit")), ("F1", _("keys"))])

    def on_mount(self) -> None:
        self.field.focus()

    @on(Input.Submitted, "#passphrase")
    def try_what_was_typed(self) -> None:
        self.action_try()

    @on(LineInput.Noticed)
    def say_what_was_not_taken(self, event: LineInput.Noticed) -> None:
        event.stop()
        self._say(event.sentence, is_problem=True)

    def action_try(self) -> None:
        if self.field.value and not self.field.disabled:
            self._try(self.field.value)

    def action_clear(self) -> None:
        if not self.field.disabled:
            self.field.clear()
            self._say("")

    @work(exclusive=True)
    async def _try(self, secret: str) -> None:
        self.field.disabled = True
        self._say(_("One moment…"))
        try:
            unlocked = await asyncio.to_thread(self._unlock, secret)
            self._go_in(self._enter(unlocked), unlocked)
        except Damaged as error:  # no other passphrase helps; where the program ends, a backup is offered
            words = error_words(error)
            self.app.exit(return_code=words.exit_code, message=Text(str(words)))
        except AgendaError as error:
            self._ask_again(error)

    def _go_in(self, workplace: Workplace, unlocked: Unlocked) -> None:
        console = self.console
        console.enter(workplace)
        self.app.switch_screen(console.rooms.home(resume=True))
        if unlocked.kind == RECOVERY:
            self.app.call_later(lambda: console.begin(after_the_recovery_code(console)))

    def _ask_again(self, error: AgendaError) -> None:
        words = error_words(error)
        self.field.disabled = False
        self.field.clear()
        self.field.focus()
        self._say(f"{words.message} {words.hint}", is_problem=True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.answer.update(words)
        self.answer.set_class(is_problem, "problem")
