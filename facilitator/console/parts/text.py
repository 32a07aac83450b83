"""Several lines of the facilitator's own words: a section of a note."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.timer import Timer
from textual.widgets import Static, TextArea

from agenda.record.rows import draft as drafts
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _

SETTLES_AFTER = 1.0
"""Seconds after the last key until what was typed is kept as a draft."""


class TextDialog(ConsoleDialog[str]):
    """Gives back the text. Esc leaves without; the draft stays and is offered again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", _("save"), id="text.save", tooltip=_("Save what is written"), priority=True),
        Binding("escape", "close", _("back"), id="dialog.close", tooltip=_("Back; the text is kept as a draft"),
                priority=True),
    ]  # fmt: skip
    area = query_one(TextArea)
    dot = query_one("#text-dot", Static)

    def __init__(self, title: str, text: str, draft_key: str) -> None:
        super().__init__()
        self._title, self._text, self._key = title, text, draft_key
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        draft = drafts.draft(self.record, self._key)
        with Vertical(classes="dialog"):
            yield Static(Text(self._title), classes="question", markup=False)
            yield TextArea(self._text if draft is None else draft, id="text-area", soft_wrap=True)
            yield Static("", id="text-dot", markup=False)
            yield Static(_("Ctrl+S saves. Esc: back, the text is kept."), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.area.focus()

    @on(TextArea.Changed)
    def wait_for_the_last_key(self) -> None:
        self.dot.update("•" if self.area.text != self._text else "")
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SETTLES_AFTER, self._keep)

    def _keep(self) -> None:
        if self.record.read_only:
            return
        if self.area.text == self._text:
            self.tried(self.drop_draft)
            return
        if self.tried(lambda: drafts.save(self.record, self._key, self.area.text)):
            self.dot.update("")

    def action_save(self) -> None:
        if self.area.text != self._text and not self.record.read_only:
            drafts.hold(self.record, self._key, self.area.text)
        self.dismiss(self.area.text)

    def action_close(self) -> None:
        self._keep()
        self.dismiss(None)

    def drop_draft(self) -> None:
        """The text is in the record."""
        drafts.drop(self.record, self._key)
