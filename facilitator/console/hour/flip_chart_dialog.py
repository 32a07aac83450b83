"""The flip chart: a line appears on the wall only on Enter, and one that seems to name a member asks first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from agenda.flip_chart import LONGEST_LINE, MOST_LINES, ChartLine
from facilitator.console.parts.colour import BLUE, KEY, QUIET, RED
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.console.parts.line import LineInput
from facilitator.language import _, ngettext

NEARLY_FULL = 8
"""Letters of room from which on it is said how many are left."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What the dialog works on; each of the functions writes and gives back the lines there are then, none if refused.

    ``likely`` are the answers put up by digit; ``names_said`` tells whom a line seems to speak of.
    """

    heading: str
    lines: tuple[ChartLine, ...]
    likely: tuple[str, ...]
    write: Callable[[str], tuple[ChartLine, ...] | None]
    take_back: Callable[[], tuple[ChartLine, ...] | None]
    names_said: Callable[[str], tuple[str, ...]]
    other: Callable[[], Chart]
    """The parking place beside the chart of this page, and back."""


class ChartInput(LineInput):
    """A line to type. In an empty one a digit puts up a likely answer and Backspace takes the last line away."""

    class Chosen(Message):
        """A digit was pressed in an empty line."""

        def __init__(self, digit: int) -> None:
            super().__init__()
            self.digit = digit

    class TakenBack(Message):
        """Backspace was pressed in an empty line."""

    digits: str = ""
    """The digits that stand for an answer; every other one is typed."""

    async def _on_key(self, event: Key) -> None:
        if self.value or not (event.key == "backspace" or (event.character and event.character in self.digits)):
            return
        event.prevent_default()
        event.stop()
        self.post_message(self.TakenBack() if event.key == "backspace" else self.Chosen(int(event.key)))


class FlipChartDialog(ConsoleDialog[None]):
    """Stays open while the group collects; Esc leaves the chart on the wall until a page is turned."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", _("back"), id="dialog.close", priority=True,
                tooltip=_("Back; the chart stays on the wall until a page is turned")),
        Binding("tab", "other", _("parking place"), id="chart.other", priority=True,
                tooltip=_("What comes up and must wait: a page of its own, which is offered next time; and back")),
    ]  # fmt: skip
    line = query_one(ChartInput)
    page = query_one("#chart-page", Static)

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart = chart
        self._lines = chart.lines

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._heading(), classes="question", id="chart-heading", markup=False)
            yield Static(self._written(), id="chart-page", markup=False)
            yield ChartInput(id="chart-line", select_on_focus=False)  # too long is said, not cut
            yield Static("", id="chart-room", markup=False)
            yield Static(self._likely(), id="chart-likely", markup=False)
            hint = _(
                "Enter puts it on the wall. Backspace in an empty line takes the last one off. Tab: the parking place, "
                "for what must wait, and back. Esc: back."
            )
            yield Static(Text(hint), classes="hint", markup=False)

    def on_mount(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.query_one("#chart-heading", Static).update(self._heading())
        self.query_one("#chart-likely", Static).update(self._likely())
        self.query_one("#chart-likely").display = bool(self._chart.likely)
        self.page.update(self._written())
        self.line.digits = "123456789"[: len(self._chart.likely)]
        self.line.focus()

    def _heading(self) -> Text:
        return Text(self._chart.heading or _("Flip chart"))

    def action_other(self) -> None:
        """The other chart; what was typed and not put up stays in the line."""
        self._chart = self._chart.other()
        self._lines = self._chart.lines
        self._begin()

    @on(Input.Changed)
    def say_how_much_room_is_left(self) -> None:
        left = LONGEST_LINE - len(self.line.value.strip())
        words = ""
        if left < 0:
            words = ngettext(
                "One letter too many: a line holds {most}.", "{n} letters too many: a line holds {most}.", -left
            ).format(n=-left, most=LONGEST_LINE)
        elif left <= NEARLY_FULL:
            words = ngettext("Room for one letter more.", "Room for {n} letters more.", left).format(n=left)
        self.query_one("#chart-room", Static).update(Text(words, RED if left < 0 else QUIET))

    @on(Input.Submitted)
    def put_up_typed(self) -> None:
        text = self.line.value.strip()
        if text and len(text) <= LONGEST_LINE:
            self._ask_about_names(text)

    @on(ChartInput.Chosen)
    def put_up_likely(self, event: ChartInput.Chosen) -> None:
        self._put_up(self._chart.likely[event.digit - 1])

    @on(ChartInput.TakenBack)
    def take_last_off(self) -> None:
        self._show(self._chart.take_back())

    def _ask_about_names(self, text: str) -> None:
        names = self._chart.names_said(text)
        if not names:
            self._put_up(text)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._put_up(text)

        question = _("This line may speak of {names}. Show it to everybody?").format(names=", ".join(names))
        self.app.push_screen(ConfirmDialog(question, careful=True), answered)

    def _put_up(self, text: str) -> None:
        if self._show(self._chart.write(text)):
            self.line.value = ""

    def _show(self, lines: tuple[ChartLine, ...] | None) -> bool:
        if lines is not None:
            self._lines = lines
            self.page.update(self._written())
        return lines is not None

    def _written(self) -> Text:
        last = self._lines[-1].page if self._lines else 1
        on_it = [line.text for line in self._lines if line.page == last]
        where = _("on the wall, page {page}: {count} of {most} lines")
        head = where.format(page=last, count=len(on_it), most=MOST_LINES)
        return Text("\n").join([Text(head, BLUE), *(Text(f"  {line}") for line in on_it)])

    def _likely(self) -> Text:
        lines = (Text.assemble((f"{n}  ", KEY), words) for n, words in enumerate(self._chart.likely, 1))
        return Text("\n").join(lines)
