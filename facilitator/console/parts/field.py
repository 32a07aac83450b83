"""One line to type: its label, the field, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import Key
from textual.getters import query_one
from textual.timer import Timer
from textual.widgets import Input, Static

from facilitator.console.parts.line import LineInput

NOT_KEPT = " •"


@dataclass(frozen=True, slots=True)
class FormField:
    """One line to type. ``digits`` takes nothing else; ``draft_key`` is where its draft is kept, none if nowhere.

    ``heard`` says what is understood of what stands there; while it says nothing, the hint is shown.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    draft_key: str = ""
    secret: bool = False
    digits: bool = False
    longest: int = 400
    heard: Callable[[str], str] | None = None


class DigitInput(LineInput):
    """Takes digits; every other key means what it means elsewhere instead of vanishing."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and character.isdecimal()

    async def _on_key(self, event: Key) -> None:
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()  # not stopped: it goes on to the screen's keys


class FieldRow(Vertical):
    """A label, the field, and below it what is wrong with it."""

    line = query_one(Input)
    label = query_one(".field-label", Static)
    hint = query_one(".field-hint", Static)
    problem = query_one(".problem", Static)

    def __init__(self, field: FormField, value: str) -> None:
        super().__init__(classes="field-row")
        self.field = field
        self.timer: Timer | None = None
        self._value = value
        self.noticed_at: str | None = None
        """What stood in the field when something was said about it, which holds until something else stands there."""

    def compose(self) -> ComposeResult:
        kind = DigitInput if self.field.digits else LineInput
        with Container(classes="field-line"):
            yield Static(Text(self.field.label), classes="field-label label", markup=False)
            yield kind(
                self._value,
                password=self.field.secret,
                max_length=self.field.longest,
                id=f"field-{self.field.name}",
                # What stands there is replaced by typing; an unfinished draft is gone on with.
                select_on_focus=self._value == self.field.value,
            )
        yield Static(Text(self._hint), classes="field-hint quiet", markup=False)
        yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        self.label.display = bool(self.field.label)
        self.hint.display = bool(self._hint)
        self.problem.display = False

    @on(LineInput.Noticed)
    def say_it_here(self, event: LineInput.Noticed) -> None:
        event.stop()
        self.noticed_at = event.line.value
        self.refuse(event.sentence)

    @property
    def _hint(self) -> str:
        heard = self.field.heard(self._value) if self.field.heard else ""
        return f"= {heard}" if heard else self.field.hint

    def changed(self, value: str) -> None:
        """Another text stands in the field: what was said about the one before goes, what is understood is said."""
        self._value = value
        if value != self.noticed_at:
            self.refuse("")
        if self.field.heard:
            self.hint.update(Text(self._hint))
            self.hint.display = bool(self._hint)

    def settle(self) -> None:
        """No draft is waited for any more."""
        if self.timer is not None:
            self.timer.stop()
            self.timer = None

    def mark(self, is_kept: bool) -> None:
        """A dot stands beside the label until what was typed is kept."""
        self.label.display = bool(self.field.label) or not is_kept
        self.label.update(Text(self.field.label + ("" if is_kept else NOT_KEPT)))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, at the field; an empty sentence takes it away."""
        self.problem.update(Text(sentence))
        self.problem.display = bool(sentence)
