"""Text fields drawn from a list that says what they are: the one form of the console."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input

from facilitator.console.parts.field import FieldRow, FormField
from facilitator.language import _

SETTLES_AFTER = 1.0
"""Seconds after the last key until what was typed is kept as a draft."""
NUMBER = 1
"""Letters of a label that is a number and needs no wide column."""

Texts = dict[str, str]
Check = Callable[[Texts], Mapping[str, str]]
"""Sentences by field for what cannot stay so; none if everything can."""


__all__ = ["Check", "Form", "FormField", "Texts"]


class Form(VerticalScroll, can_focus=False):
    """Enter goes to the next field and, on the last one, finishes if everything is right.

    ``typed`` is what stood in the fields before, by name; ``beside`` puts short labels on the line of their field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", _("field before"), id="form.before", show=False, tooltip=_("The field before")),
        Binding("down", "go(1)", _("next field"), id="form.next", show=False, tooltip=_("The next field")),
        Binding("ctrl+s", "finish", _("save"), id="form.save", show=False, tooltip=_("Save from any field")),
    ]

    class Typed(Message):
        """What stands in a field should be kept as a draft."""

        def __init__(self, form: Form, field: FormField, text: str) -> None:
            super().__init__()
            self.form, self.field, self.text = form, field, text

        @property
        def control(self) -> Form:
            return self.form

    class Finished(Message):
        """Everything was right."""

        def __init__(self, form: Form, texts: Texts) -> None:
            super().__init__()
            self.form, self.texts = form, texts

        @property
        def control(self) -> Form:
            return self.form

    def __init__(
        self,
        fields: Sequence[FormField],
        check: Check | None = None,
        *,
        typed: Mapping[str, str] | None = None,
        beside: bool = False,
    ) -> None:
        super().__init__(classes="form -beside" if beside else "form")
        self.set_class(all(len(field.label) <= NUMBER for field in fields), "-numbered")
        self._check = check
        before = typed or {}
        self._rows = [FieldRow(field, before.get(field.name, field.value)) for field in fields]

    def compose(self) -> ComposeResult:
        yield from self._rows

    @on(Input.Changed)
    def wait_until_it_settles(self, event: Input.Changed) -> None:
        row = self._row_of(event.input)
        if row is None or event.value == row._value:
            return
        row.changed(event.value)
        if row.field.draft_key:
            row.mark(is_kept=False)
            row.settle()
            row.timer = self.set_timer(SETTLES_AFTER, lambda: self._keep(row))

    @on(Input.Blurred)
    def keep_what_was_left(self, event: Input.Blurred) -> None:
        row = self._row_of(event.input)
        if row is not None and row.timer is not None:
            self._keep(row)

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self._rows[-1].line:
            self.action_finish()
        else:
            self.action_go(1)

    def action_go(self, step: int) -> None:
        """To the field so many further down."""
        place = next((i for i, row in enumerate(self._rows) if row.line.has_focus), 0)
        self._rows[max(0, min(len(self._rows) - 1, place + step))].line.focus()

    def action_finish(self) -> None:
        """Say what is wrong at each field, or that everything is right."""
        wrong = self._check(self.texts) if self._check else {}
        if wrong:
            self.refuse(wrong)
            return
        for row in self._rows:
            row.settle()
        self.post_message(self.Finished(self, self.texts))

    @property
    def texts(self) -> Texts:
        """What stands in the fields now."""
        return {row.field.name: row.line.value for row in self._rows}

    def begin(self) -> None:
        """Ready to type in the first field."""
        self._rows[0].line.focus()

    def refuse(self, wrong: Mapping[str, str]) -> None:
        """Show sentences at their fields and go to the first of them."""
        for row in self._rows:
            row.refuse(wrong.get(row.field.name, ""))
        first = next((row for row in self._rows if wrong.get(row.field.name)), None)
        if first is not None:
            first.line.focus()

    def kept(self, field: FormField) -> None:
        """The draft of this field is safe."""
        for row in self._rows:
            if row.field is field:
                row.mark(is_kept=True)

    def _keep(self, row: FieldRow) -> None:
        row.settle()
        self.post_message(self.Typed(self, row.field, row.line.value))

    def _row_of(self, line: Input) -> FieldRow | None:
        return next((row for row in self._rows if row.is_mounted and row.line is line), None)
