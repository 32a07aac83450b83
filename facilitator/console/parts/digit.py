"""Questions answered by one digit: why somebody is excused, how many are in the room."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from facilitator.console.parts.colour import KEY
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _


class DigitDialog(ConsoleDialog[int]):
    """Gives back the digit pressed; Enter gives 0 where that is allowed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"answer({digit})", _("answer"), id=f"digit.{digit}", show=False,
                  tooltip=_("Answer with this digit")) for digit in range(10)),
        Binding("enter", "nothing", _("none"), id="digit.nothing", show=False, tooltip=_("Answer without a digit")),
    ]  # fmt: skip

    def __init__(
        self,
        question: str,
        choices: tuple[str, ...] = (),
        hint: str = "",
        *,
        enter_is_zero: bool = False,
        most: int | None = None,
    ) -> None:
        super().__init__()
        self._question, self._choices, self._hint = question, choices, hint
        self._enter_is_zero, self._most = enter_is_zero, most

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(self._question), classes="question", markup=False)
            for digit, words in enumerate(self._choices, 1):
                yield Static(Text.assemble((f"{digit}  ", KEY), words), markup=False)
            yield Static(Text(self._hint), classes="hint", markup=False)

    def action_answer(self, digit: int) -> None:
        """Take the digit if it is one of the choices; any digit where there are none."""
        most = len(self._choices) or self._most
        if most is None or 1 <= digit <= most:
            self.dismiss(digit)

    def action_nothing(self) -> None:
        if self._enter_is_zero:
            self.dismiss(0)
