"""A form in a dialog: what was typed is a draft until Enter saves it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Static

from agenda.record.connection import Record
from agenda.record.rows import draft as drafts
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.console.parts.form import Check, Form, FormField, Texts
from facilitator.language import _

__all__ = ["Check", "FormDialog", "FormField", "Texts"]


class FormDialog(ConsoleDialog[Texts]):
    """Gives back the texts by field name. Esc leaves without; the drafts stay and are offered again.

    They stay on Enter as well, until whoever writes the texts drops them. ``typed`` is what stood here a moment ago.
    """

    form = query_one(Form)

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        check: Check | None = None,
        *,
        hint: str = "",
        beside: bool = False,
        typed: Texts | None = None,
    ) -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self._fields = tuple(fields)
        self._check = check
        self._beside = beside
        self._typed = typed or {}
        self._handed_over = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(self._title), classes="question", markup=False)
            yield Form(self._fields, self._check, typed={**self._drafts(), **self._typed}, beside=self._beside)
            yield Static(Text(self._hint or self._keys()), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.form.begin()

    @on(Form.Typed)
    def keep_draft(self, event: Form.Typed) -> None:
        if not self._handed_over and self._keep(event.field, event.text):
            self.form.kept(event.field)

    @on(Form.Finished)
    def hand_over(self, event: Form.Finished) -> None:
        self._handed_over = True
        for field in self._fields:
            if field.draft_key and event.texts[field.name] != field.value:
                drafts.hold(self.record, field.draft_key, event.texts[field.name])
        self.dismiss(event.texts)

    def action_close(self) -> None:
        """Leave: what is in the fields stays as drafts."""
        texts = self.form.texts
        for field in self._fields:
            if texts[field.name] != field.value:
                self._keep(field, texts[field.name])
        self.dismiss(None)

    def drop_drafts(self, record: Record) -> None:
        """For whoever writes the texts, in the same transaction: at no moment are they in neither place."""
        for field in self._fields:
            if field.draft_key and not record.read_only:
                drafts.drop(record, field.draft_key)

    def _drafts(self) -> Texts:
        found = {f.name: drafts.draft(self.record, f.draft_key) for f in self._fields if f.draft_key}
        return {name: text for name, text in found.items() if text is not None}

    def _keep(self, field: FormField, text: str) -> bool:
        """Whether it is on disk; what the disk does not take is held, and the dot beside it stays."""
        if not field.draft_key or self.record.read_only:
            return True
        return self.tried(lambda: drafts.save(self.record, field.draft_key, text))

    def _keys(self) -> str:
        if len(self._fields) > 1:
            return _("Enter: next field, on the last one save. Ctrl+S saves at once. Esc: back.")
        return _("Enter saves. Esc: back.")
