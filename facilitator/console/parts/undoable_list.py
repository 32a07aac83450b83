"""A list of what the record holds, written line by line; what was written is taken back and done again by key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from agenda.record import undo as undoing
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.language import _


class UndoableList(ConsoleScreen[None]):
    """``session`` is the one whose actions are taken back; without one, the last of the record."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u,U", "undo", _("undo"), id="list.undo", tooltip=_("Takes the last change back")),
        Binding("ctrl+r", "redo", _("redo"), id="list.redo", tooltip=_("Does what was undone again")),
        Binding("escape", "leave", _("back"), id="list.leave", tooltip=_("Back to where you were; all is written")),
    ]

    option_list = query_one(".list", OptionList)

    def __init__(self, session: str | None) -> None:
        super().__init__()
        self.session = session

    def on_mount(self) -> None:
        self.read_again()

    def lines(self) -> Iterable[Option]:
        """What the record holds now."""
        return ()

    @property
    def place(self) -> int:
        """Where the cursor is; past the end of an empty list."""
        return self.option_list.highlighted or 0

    def write(self, work: Callable[[], object]) -> None:
        """Do it, or say why it is refused; then show what is so."""
        self.tried(work)
        self.read_again()

    def read_again(self) -> None:
        """Show what the record holds now, the cursor where it was."""
        place = self.place
        self.option_list.clear_options()
        self.option_list.add_options(self.lines())
        count = self.option_list.option_count
        self.option_list.highlighted = min(place, count - 1) if count else None

    def action_undo(self) -> None:
        self.write(lambda: undoing.undo(self.record, self.session))

    def action_redo(self) -> None:
        self.write(lambda: undoing.redo(self.record, self.session))

    def action_leave(self) -> None:
        self.dismiss(None)
