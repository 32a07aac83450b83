"""The People face: who is here and what they took home, by one key each."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar, cast

from rich.cells import cell_len
from rich.text import Text
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from agenda.attendance import Attendance, Status
from agenda.error import Refused
from agenda.homework import HomeworkStatus
from facilitator.console.console import Console
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.parts.colour import BLUE, GOLD, GREEN, QUIET, WORDS
from facilitator.console.people import agreeing, responding, undo
from facilitator.console.people.keys import PEOPLE_KEYS
from facilitator.console.people.marks import Marks
from facilitator.console.people.member_sheet import open_goal_sheet, open_member, open_rest
from facilitator.console.people.table import PeopleTable
from facilitator.console.people.turn_marks import goal_first_words, held_words, rests_words
from facilitator.console.people.view import people_view
from facilitator.error_words import error_words

Flow = Coroutine[Any, Any, str]


class PeopleFace(Vertical, can_focus=True):
    """Its keys write about the chosen member; each posts ``Acted`` when what it did is in the record."""

    BINDINGS: ClassVar[list[BindingType]] = PEOPLE_KEYS

    class Acted(Message):
        """A key did something, or could not; ``sentence`` says what and may hold a name."""

        def __init__(self, face: PeopleFace, sentence: str) -> None:
            super().__init__()
            self.face, self.sentence = face, sentence

        @property
        def control(self) -> PeopleFace:
            return self.face

    def __init__(self, led: LedHour, *, id: str) -> None:
        super().__init__(id=id)
        self.led = led
        self.marks = Marks(led)

    def compose(self) -> ComposeResult:
        yield Static(id="people-summary", markup=False)
        yield PeopleTable()
        yield Static(id="people-message", markup=False)

    def action_move(self, step: int) -> None:
        self.post_message(self.Acted(self, self.marks.chosen.move(step)))

    def action_mark(self, status: str) -> None:
        if self.marks.chosen.is_everyone and status == Status.HERE:
            self._ask(agreeing.everyone_here(self._application, self.marks))
        else:
            self._write(lambda: self.marks.attendance.mark(Status(status)))

    def action_excuse(self) -> None:
        if self._somebody_is_chosen():
            self._ask(agreeing.excuse(self._application, self.marks))

    def action_out_or_back(self) -> None:
        self._write(self.marks.attendance.out_or_back)

    def action_review(self, status: str) -> None:
        self._write(lambda: self.marks.homework.review(HomeworkStatus(status)))

    def action_turn(self) -> None:
        self._write(self.marks.turns.answer)

    def action_spoke(self) -> None:
        self._write(self.marks.spoke)

    def action_hold(self) -> None:
        self._write(self.marks.turns.hold)

    def action_agree(self) -> None:
        if self.marks.chosen.is_everyone or self._somebody_is_chosen():
            self._ask(agreeing.agree(self._application, self.marks))

    def action_respond(self) -> None:
        if self._somebody_is_chosen():
            self._ask(responding.respond(self._application, self.marks))

    def action_techniques(self) -> None:
        self._ask(responding.techniques(self._application, self.marks))

    def action_open_member(self) -> None:
        member = self.marks.chosen.member
        if member is None:
            raise SkipAction  # the round of the phase, which belongs to the hour
        self._ask(self._enter_leads_to(member)(self._application, self.marks))

    def _enter_leads_to(self, member: Attendance) -> Callable[[Console, Marks], Flow]:
        """The member's sheet, or what the sentence that stands there says Enter does."""
        said = str(self.query_one("#people-message", Static).content)
        until = self.led.now.resting.get(member.member)
        if said == held_words(member.name) or said.endswith(goal_first_words()):
            return open_goal_sheet
        if until is not None and said == rests_words(member.name, until):
            return open_rest
        return open_member

    def action_undo(self) -> None:
        self._write(lambda: undo.undo(self.led))

    def action_redo(self) -> None:
        self._write(lambda: undo.redo(self.led))

    def show(self, back_in: str = "") -> None:
        """Put what is so on the screen; only lines that differ are drawn again. ``back_in`` counts down to Room."""
        view = people_view(self.marks)
        summary = Text(view.here, f"bold {GREEN}", no_wrap=True, overflow="ellipsis")
        for words, style in ((view.open, ""), (view.homework, ""), (view.turns, GOLD), (back_in, QUIET)):
            if words:
                summary.append("    ").append(words, style or f"not bold {WORDS}")
        self.query_one("#people-summary", Static).update(summary, layout=False)
        self.query_one(PeopleTable).show(view.rows, view.told)

    def say(self, sentence: str) -> None:
        """One line about what a key did."""
        message = self.query_one("#people-message", Static)
        # A new layout of the whole screen takes longer than the key itself: only where the line needs more rows.
        needs_rows = cell_len(sentence) > message.size.width or message.size.height > 1
        message.update(Text(sentence, BLUE), layout=needs_rows)

    @property
    def _application(self) -> Console:
        return cast("Console", self.app)

    def _somebody_is_chosen(self) -> bool:
        missing = self.marks.chosen.missing
        if missing:
            self.post_message(self.Acted(self, missing))
        return not missing

    def _write(self, work: Callable[[], str]) -> None:
        try:
            sentence = work()
        except Refused as refused:
            sentence = _refusal(refused)
        self.post_message(self.Acted(self, sentence))

    def _ask(self, flow: Flow) -> None:
        self._application.begin(self._told(flow))

    async def _told(self, flow: Flow) -> None:
        try:
            sentence = await flow
        except Refused as refused:
            sentence = _refusal(refused)
        self.post_message(self.Acted(self, sentence))


def _refusal(refused: Refused) -> str:
    words = error_words(refused)
    return f"{words.message} {words.hint}".strip()
