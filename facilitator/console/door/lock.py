"""The locked console: nothing private is drawn, and the hour goes on."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from typing import Any, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input, Static

from agenda.error import AgendaError
from agenda.record.keys.key_file import Unlocked
from agenda.record.opening import take_over
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.line import LineInput
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.console.projector.badge import badge
from facilitator.error_words import error_words
from facilitator.language import _

BEAT = 1.0
LEFT_ALONE = 20.0
"""Seconds without a key until the field closes again, so that a clicker's letters are keys and not part of a word."""


class LockScreen(ConsoleScreen[None]):
    """Enter asks for the passphrase; curtain, paging and the clock work as before.

    Whoever opens it writes from then on.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask", _("unlock"), id="lock.ask", tooltip=_("Type the passphrase")),
        Binding("escape", "close_field", _("leave it locked"), id="lock.leave", tooltip=_("Leave it locked")),
        Binding("space,right,pagedown", "page(1)", _("next page"), id="lock.next",
                tooltip=_("The next page of the hour")),
        Binding("left,pageup", "page(-1)", _("page before"), id="lock.previous", show=False,
                tooltip=_("The page before")),
    ]  # fmt: skip

    bar = query_one(TitleBar)
    field = query_one("#passphrase", Input)
    answer = query_one("#answer", Static)

    def __init__(self, unlock: Callable[[str], Unlocked], gone: Callable[[Unlocked | None], None]) -> None:
        """``gone`` is told once this screen is no longer there, whichever way it went."""
        super().__init__()
        self._unlock, self._gone = unlock, gone
        self._opened_by: Unlocked | None = None
        self._last_key = 0.0

    def compose(self) -> ComposeResult:
        yield TitleBar("Facilitator")
        with Vertical(id="door"):
            yield Static(_("Locked"), classes="question", markup=False)
            yield Static(id="lock-hour", markup=False)
            yield LineInput(password=True, id="passphrase", select_on_focus=False)
            yield Static("", id="answer", markup=False)
            hint = _("Enter, then the passphrase. Any facilitator's opens it, and what is written then is theirs.")
            yield Static(hint, classes="quiet", markup=False)
        yield KeyFooter(
            [("b", _("curtain")), ("Enter", _("unlock")), (_("space"), _("next page")), ("Ctrl+Q", _("quit")),
             ("F1", _("keys"))]
        )  # fmt: skip

    def on_mount(self) -> None:
        self.field.display = False
        self.set_interval(BEAT, self.beat)
        self.watch(self.app, "curtain", self.beat)

    def on_unmount(self) -> None:
        self._gone(self._opened_by)

    def beat(self) -> None:
        """The clock, and what the wall shows; a field that was left alone closes."""
        workplace, projector = self.console.workplace, self.console.projector
        now = workplace.clock.now().astimezone()
        right = Text.assemble(badge(workplace.wall, projector), "  ", (f"{now:%H:%M}", "bold"))
        self.bar.show("Facilitator", [_("locked")], right)
        self.query_one("#lock-hour", Static).update(self._beneath.in_the_open())
        if self.field.display and not self.field.disabled and self._idle() > LEFT_ALONE:
            self.action_close_field()

    @property
    def is_leading(self) -> bool:
        """Whether a calm second press of the curtain's key may uncover the page again, as it may beneath."""
        beneath = self._beneath
        return beneath is not self and bool(getattr(beneath, "is_leading", False)) and not self.field.display

    @property
    def _beneath(self) -> ConsoleScreen[Any]:
        """The hour, if one is led; else this screen, of which there is nothing to say."""
        below = [screen for screen in self.app.screen_stack if isinstance(screen, ConsoleScreen) and screen is not self]
        return next((screen for screen in reversed(below) if screen.in_the_open()), self)

    def action_page(self, by: int) -> None:
        self._beneath.turn_page(by)

    def action_ask(self) -> None:
        if self.field.display:
            return
        self._last_key = self.console.workplace.clock.monotonic()
        self.field.display = True
        self.field.clear()
        self.field.focus()
        self._say("")

    def action_close_field(self) -> None:
        if not self.field.disabled:
            self.field.clear()
            self.field.display = False
            self.set_focus(None)

    @on(Input.Changed, "#passphrase")
    def stay_open(self) -> None:
        self._last_key = self.console.workplace.clock.monotonic()

    @on(LineInput.Noticed)
    def say_what_was_not_taken(self, event: LineInput.Noticed) -> None:
        event.stop()
        self._say(event.sentence)

    @on(Input.Submitted, "#passphrase")
    def try_what_was_typed(self) -> None:
        if self.field.value and not self.field.disabled:
            self._try(self.field.value)

    @work(exclusive=True)
    async def _try(self, secret: str) -> None:
        self.field.disabled = True
        self._say(_("One moment…"))
        try:
            unlocked = await asyncio.to_thread(self._unlock, secret)
        except AgendaError as error:
            words = error_words(error)
            self._again(f"{words.message} {words.hint}")
            return
        record = self.record
        if record.raw_key is None or not hmac.compare_digest(unlocked.raw_key, record.raw_key):
            self._again(_("This opens another record."))
            return
        if self.tried(lambda: take_over(record, unlocked.facilitator)):
            self._opened_by = unlocked
            self.dismiss(None)
        else:
            self._again("")

    def _again(self, words: str) -> None:
        self.field.disabled = False
        self.field.clear()
        self.field.focus()
        self._last_key = self.console.workplace.clock.monotonic()
        self._say(words)

    def _idle(self) -> float:
        return self.console.workplace.clock.monotonic() - self._last_key

    def _say(self, words: str) -> None:
        self.answer.update(Text(words))
        self.answer.set_class(bool(words), "problem")
