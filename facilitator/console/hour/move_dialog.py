"""``m``: where to go next, phases by digit, the rest by letter; the cursor on the next phase, for Enter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.console.parts.colour import KEY, QUIET
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _


class MoveKind(StrEnum):
    """What ``m`` can do."""

    PHASE = "phase"
    BREAK = "break"
    CATCH_UP = "catch-up"
    EARLIER = "earlier"
    MINUTE = "minute"
    SMALLER_STEP = "smaller-step"
    EXERCISE = "exercise"
    APPLAUSE = "applause"
    CODE = "code"
    CHART = "chart"
    LESSON = "lesson"
    NEWCOMER = "newcomer"
    TAKE_BACK = "take-back"
    MORE = "more"
    SCRIPT = "script"
    CLOCK = "clock"
    BROWSER = "browser"
    TELEPHONE = "telephone"
    KIOSK = "kiosk"
    PAPER = "paper"
    END = "end"


@dataclass(frozen=True, slots=True)
class Move:
    """One way to go on; ``what`` is the id of a phase, or the key of the phase that gives a minute.

    ``key`` takes it at once; ``amount`` says what is left of a phase, as the strip does.
    """

    kind: MoveKind
    what: str
    words: str
    is_now: bool = False
    key: str = ""
    amount: str = ""


class MoveDialog(ConsoleDialog[Move]):
    """A way's own key takes it, and Enter the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m,M", "close", _("back"), id="move.close", show=False, tooltip=_("Stay in this phase")),
    ]
    ways = query_one(OptionList)

    def __init__(self, moves: tuple[Move, ...], cursor: int, title: str = "", *, hint: str = "") -> None:
        super().__init__()
        self._title = title or _("Move on to")
        self._moves = moves
        self._cursor = cursor
        self._hint = hint or _("Its key, or Enter. Esc stays.")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(self._title), classes="question", markup=False)
            yield OptionList(*self._options(), markup=False)
            yield Static(Text(self._hint), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.ways.highlighted = self._cursor
        self.ways.focus()

    def _options(self) -> list[Option | None]:
        options: list[Option | None] = []
        for place, move in enumerate(self._moves):
            if place and move.kind is not MoveKind.PHASE and self._moves[place - 1].kind is MoveKind.PHASE:
                options.append(None)
            options.append(Option(_line(move), id=str(place)))
        return options

    def on_key(self, event: Key) -> None:
        letter = (event.character or "").lower()
        found = next((move for move in self._moves if letter and move.key == letter), None)
        if found is not None:
            event.stop()
            self.dismiss(found)

    @on(OptionList.OptionSelected)
    def go(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._moves[int(event.option.id or 0)])


def _line(move: Move) -> Text:
    sign = "▸ " if move.is_now else "  "
    line = Text.assemble((f"{move.key or ' '} ", KEY), sign + move.words)
    return line.append(f"   {move.amount}", QUIET) if move.amount else line
