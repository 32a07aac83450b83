"""What every dialog of the console has in common."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from facilitator.console.parts.layout import LOWERS
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.language import _

Answer = TypeVar("Answer")


class ConsoleDialog(ModalScreen[Answer | None], ConsoleScreen[Answer | None]):
    """A dialog: Esc closes it without an answer, and the curtain and the list of keys work in it as anywhere.

    Textual leaves the app's bindings out while a modal screen is open, so the letters stand here again. What was
    typed in a field is a draft by then and is offered again (docs/design.md 6).
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b,B,full_stop", "app.clicker_curtain", _("curtain"), id="dialog.curtain", show=False,
                tooltip=_("Cover the wall at once, everywhere but in a text field")),
        Binding(",".join(LOWERS), "app.curtain", show=False, id="dialog.curtain-other-letters",
                tooltip=_("Where the keyboard is set to other letters: cover the wall at once")),
        Binding("p,P", "app.came_up", _("pause"), id="dialog.came-up", show=False,
                tooltip=_("Something came up: the clock stands and the wall says Pause")),
        Binding("f1,question_mark", "app.help", _("keys"), id="dialog.help", show=False,
                tooltip=_("What every key does here")),
        Binding("escape", "close", _("back"), id="dialog.close", tooltip=_("Close without an answer")),
    ]  # fmt: skip

    def action_close(self) -> None:
        self.dismiss(None)
