"""The goal-tracking sheet of one member, edited by keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.access import Access
from agenda.goal import Achieved
from agenda.record.rows import goal as goals
from facilitator.console.goals.fields import doubt_about, faults_in, line_words, save_line
from facilitator.console.goals.lines import GoalLine, goal_lines
from facilitator.console.parts.ask_words import ask_for_words
from facilitator.console.parts.colour import GREEN, QUIET, RED, STRONG, WORDS
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.journalled import write_down
from facilitator.console.parts.undoable_list import UndoableList
from facilitator.console.projector.hour_bar import HourBar
from facilitator.language import _

INDENT, UNTIL, CAME_OF = 3, 22, 12
"""Columns of each step in, of the day, and of how far it got."""
MARKED = frozenset({"goal", "short-term", "step"})
"""Lines of which it is said how far they got; the others are there to be written."""
BY_DIGIT = {1: Achieved.FULLY, 2: Achieved.PARTIALLY, 3: Achieved.NOT_AT_ALL}


class GoalSheetScreen(UndoableList):
    """Enter writes or changes the line under the cursor; 1, 2, 3 say how far it got."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"achieved({digit})", _("achieved"), id=f"goal.{digit}", show=False,
                  tooltip=_("How far it got: 1 fully, 2 partially, 3 not at all")) for digit in BY_DIGIT),
    ]  # fmt: skip
    AUTO_FOCUS = "#goal-lines"

    def __init__(self, member: str, name: str, *, session: str | None, today: date) -> None:
        super().__init__(session)
        self._member, self._who, self._today = member, name, today
        self._shown: tuple[GoalLine, ...] = ()

    def compose(self) -> ComposeResult:
        yield HourBar(self._who, [_("goal-tracking sheet")])
        yield Static(_("How will we know when this goal or step has been achieved?"), id="goal-question", markup=False)
        yield OptionList(id="goal-lines", classes="list", markup=False)
        yield Static(id="goal-message", markup=False)
        yield KeyFooter(
            [("b", _("curtain")), ("Enter", _("write")), ("1 2 3", _("fully, partially, not at all")),
             ("u", _("undo")), ("Esc", _("back")), ("F1", _("keys"))]
        )  # fmt: skip

    def on_mount(self) -> None:
        write_down(self.console, Access.GOAL_SHEET, self._member, session=self.session)

    @property
    def line(self) -> GoalLine | None:
        """The line under the cursor."""
        return self._shown[self.place] if self.place < len(self._shown) else None

    @on(OptionList.OptionSelected, "#goal-lines")
    def write_line(self) -> None:
        if self.line is not None:
            self.console.begin(self._write_line(self.line))

    async def _write_line(self, line: GoalLine) -> None:
        asked = ask_for_words(
            self.console,
            line.words,
            line_words(line, self._today),
            f"goal/{line.kind}/{line.row}",
            lambda texts: save_line(self.record, self.session, self._member, self._today, line, texts),
            lambda texts: faults_in(line, texts, self._today),
            doubt=lambda texts: doubt_about(line, texts, self._today),
        )
        await self.answered(asked)
        self.read_again()

    def action_achieved(self, digit: int) -> None:
        line = self.line
        if line is None:
            return
        if line.kind not in MARKED:
            self.console.say(_("Nothing is written on this line yet."))
            return
        achieved = BY_DIGIT[digit]
        self.write(lambda: self._mark(line, achieved))
        if line.kind == "goal" and achieved is not Achieved.FULLY:
            self.console.say(_("A goal is reached or not yet. How far it got is said of its steps."))

    def _mark(self, line: GoalLine, achieved: Achieved) -> None:
        record, session = self.record, self.session
        if line.kind == "goal":
            day = self._today if achieved is Achieved.FULLY else None
            goals.achieve_goal(record, line.row, on=day, session=session)
        elif line.kind == "short-term":
            goals.review_short_term_goal(
                record, line.row, achieved, on=self._today, method=line.method, session=session
            )
        elif line.kind == "step":
            goals.change_step(record, line.row, text=line.text, achieved=achieved, session=session)

    def lines(self) -> Iterable[Option]:
        self._shown = goal_lines(goals.goal_of(self.record, self._member), self._member, self._today)
        return [Option(_row(line)) for line in self._shown]


def _row(line: GoalLine) -> Padding:
    """Words, day, and what came of it, each in its column; what else is known stands below, quiet."""
    row = Table.grid(padding=0, expand=True)
    row.add_column(ratio=1)
    row.add_column(width=UNTIL, no_wrap=True, justify="right")
    row.add_column(width=CAME_OF, no_wrap=True, justify="right")
    style = QUIET if line.kind.startswith("new-") else STRONG if line.kind == "goal" else WORDS
    until = Text(line.until, RED if line.is_overdue else QUIET)
    row.add_row(Text(line.words, style), until, Text(line.came_of, GREEN))
    for more in line.more:
        row.add_row(Text(more, QUIET), Text(), Text())
    return Padding(row, (0, 0, 0, INDENT * line.depth))
