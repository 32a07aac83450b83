"""The goal-tracking sheet of one member, edited by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.goal import Achieved
from agenda.record import undo as undoing
from agenda.record.rows import goal as goals
from facilitator.console.goals.fields import faults_in, line_words, save_line
from facilitator.console.goals.lines import GoalLine, goal_lines
from facilitator.console.parts.ask_words import ask_for_words
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.language import _

BY_DIGIT = {1: Achieved.FULLY, 2: Achieved.PARTIALLY, 3: Achieved.NOT_AT_ALL}


class GoalSheetScreen(ConsoleScreen[None]):
    """Enter writes or changes the line under the cursor; 1, 2, 3 say how far it got."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"achieved({digit})", _("achieved"), id=f"goal.{digit}", show=False,
                  tooltip=_("How far it got: 1 fully, 2 partially, 3 not at all")) for digit in BY_DIGIT),
        Binding("u,U", "undo", _("undo"), id="goal.undo", tooltip=_("Takes the last change back")),
        Binding("ctrl+r", "redo", _("redo"), id="goal.redo", tooltip=_("Does what was undone again")),
        Binding("escape", "leave", _("back"), id="goal.back", tooltip=_("Back to where you were")),
    ]  # fmt: skip
    AUTO_FOCUS = "#goal-lines"

    lines = query_one("#goal-lines", OptionList)

    def __init__(self, member: str, name: str, *, session: str | None, today: date) -> None:
        super().__init__()
        self._member, self._who, self._session, self._today = member, name, session, today
        self._shown: tuple[GoalLine, ...] = ()

    def compose(self) -> ComposeResult:
        yield TitleBar(self._who, [_("goal-tracking sheet")])
        yield Static(_("How will we know when this goal or step has been achieved?"), id="goal-question", markup=False)
        yield OptionList(id="goal-lines", markup=False)
        yield Static(id="goal-message", markup=False)
        yield KeyFooter(
            [("b", _("curtain")), ("Enter", _("write")), ("1 2 3", _("fully, partially, not at all")),
             ("u", _("undo")), ("Esc", _("back")), ("F1", _("keys"))]
        )  # fmt: skip

    def on_mount(self) -> None:
        self._refresh()

    @property
    def line(self) -> GoalLine | None:
        """The line under the cursor."""
        place = self.lines.highlighted
        return None if place is None or place >= len(self._shown) else self._shown[place]

    @on(OptionList.OptionSelected, "#goal-lines")
    def write_line(self) -> None:
        if self.line is not None:
            self.console.begin(self._write_line(self.line))

    async def _write_line(self, line: GoalLine) -> None:
        asked = ask_for_words(
            self.console,
            line.words,
            line_words(line),
            f"goal/{line.kind}/{line.row}",
            lambda texts: save_line(self.record, self._session, self._member, self._today, line, texts),
            lambda texts: faults_in(line, texts, self._today),
        )
        await self.answered(asked)
        self._refresh()

    def action_achieved(self, digit: int) -> None:
        line = self.line
        if line is not None:
            self._write(lambda: self._mark(line, BY_DIGIT[digit]))

    def _mark(self, line: GoalLine, achieved: Achieved) -> None:
        record, session = self.record, self._session
        if line.kind == "goal":
            day = self._today if achieved is Achieved.FULLY else None
            goals.achieve_goal(record, line.row, on=day, session=session)
        elif line.kind == "short-term":
            goals.review_short_term_goal(
                record, line.row, achieved, on=self._today, method=line.method, session=session
            )
        elif line.kind == "step":
            goals.change_step(record, line.row, text=line.text, achieved=achieved, session=session)

    def action_undo(self) -> None:
        self._write(lambda: undoing.undo(self.record, self._session))

    def action_redo(self) -> None:
        self._write(lambda: undoing.redo(self.record, self._session))

    def action_leave(self) -> None:
        self.dismiss(None)

    def _write(self, work: Callable[[], object]) -> None:
        self.tried(work)
        self._refresh()

    def _refresh(self) -> None:
        place = self.lines.highlighted or 0
        self._shown = goal_lines(goals.goal_of(self.record, self._member), self._member, self._today)
        self.lines.clear_options()
        self.lines.add_options([Option(Text("    " * line.depth + line.words)) for line in self._shown])
        self.lines.highlighted = min(place, len(self._shown) - 1)
