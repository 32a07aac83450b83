"""What the keys of a running session do. Each is one step: a verb, or a dialog that ends in one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.screen import Screen

from agenda.attendance import Status
from facilitator.console.hour.keys import SESSION_KEYS
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.hour.session_dialogs import SessionDialogs
from facilitator.console.people.attendance_marks import EVERYONE, Marking
from facilitator.console.people.member_sheet import MemberFlow
from facilitator.console.rounds.rounds import ROUNDS
from facilitator.language import _, clock_time

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp


class SessionActions(Screen[None]):
    """The actions of ``SESSION_KEYS``; what they show is the business of the screen."""

    BINDINGS: ClassVar[list[BindingType]] = SESSION_KEYS

    led: LedHour
    marking: Marking
    dialogs: SessionDialogs
    member_flow: MemberFlow

    @property
    def is_room(self) -> bool:
        """Whether the Room face is up."""
        raise NotImplementedError

    @property
    def is_leading(self) -> bool:
        """Whether the session is still on."""
        return self.led.session.running

    @property
    def is_a_bounce(self) -> bool:
        """Whether the clicker's key heard now is still the press before."""
        clicker = cast("ConsoleApp", self.app).clicker
        return clicker is not None and clicker.is_a_bounce

    def say(self, sentence: str) -> None:
        """One line for the facilitator."""
        raise NotImplementedError

    def show_room(self) -> None:
        """The Room face."""
        raise NotImplementedError

    def show_people(self) -> None:
        """The People face."""
        raise NotImplementedError

    def write(self, work: Callable[[], object]) -> None:
        """Do it, say what came of it, show what is so."""
        raise NotImplementedError

    # People

    def action_choose(self, digit: int) -> None:
        sentence = self.marking.choose(digit)
        self.show_people()
        self.say(sentence)

    def action_up(self) -> None:
        self._move(-1)

    def action_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        if self.is_room:
            self.scroll_asks(step * 3)
            return
        sentence = self.marking.move(step)
        self.show_people()
        self.say(sentence)

    def scroll_asks(self, rows: int) -> None:
        """Move the questions of the Room face."""
        raise NotImplementedError

    def action_mark(self, status: str) -> None:
        if self.marking.chosen == EVERYONE and status == Status.HERE:
            self.dialogs.everyone_here()
        elif self.somebody_is_chosen():
            self.write(lambda: self.marking.mark(Status(status)))

    def action_excuse(self) -> None:
        if self.somebody_is_chosen():
            self.dialogs.excuse()

    def action_out_or_back(self) -> None:
        if self.somebody_is_chosen():
            self.write(self.marking.out_or_back)

    def action_enter(self) -> None:
        if self.marking.member is not None:
            self.member_flow.open()
        elif self.led.phase.key in ROUNDS:
            self.dialogs.round(self.led.phase.key)
        else:
            self.say(_("This phase has no round. Tab shows the people."))

    def action_undo(self) -> None:
        self._in_people(self.marking.undo)

    def action_redo(self) -> None:
        self._in_people(self.marking.redo)

    def _in_people(self, work: Callable[[], str]) -> None:
        if self.is_room:
            self.say(_("Undo works in People. Tab goes there."))
        else:
            self.show_people()
            self.write(work)

    def somebody_is_chosen(self) -> bool:
        """Whether a mark has a member to belong to; says so where it has none."""
        missing = self.marking.needs_member()
        if missing is not None:
            self.say(missing)
            return False
        self.show_people()
        return True

    # The hour

    def action_next_page(self) -> None:
        self._turned(self.led.next_page(), _("This is the last page of the phase. m moves on."))

    def action_previous_page(self) -> None:
        self._turned(self.led.previous_page(), _("This is the first page of the phase. m goes elsewhere."))

    def action_clicker_next(self) -> None:
        if self.is_a_bounce:
            return
        self._turned(self.led.clicker_next(), _("This is the last page of the hour. m ends the session."))

    def action_clicker_back(self) -> None:
        if self.is_a_bounce:
            return
        self._turned(self.led.clicker_back(), _("This is the first page of the phase. m goes elsewhere."))

    def _turned(self, is_turned: bool, sentence: str) -> None:
        self.show_room()
        if not is_turned:
            self.say(sentence)

    def action_move_on(self) -> None:
        self.dialogs.move_on()

    def action_minutes(self, minutes: int) -> None:
        self.write(lambda: self._minutes(minutes))

    def _minutes(self, minutes: int) -> str:
        if not self.led.change_minutes(minutes):
            return _("This phase has no minute to give.")
        end = clock_time(self.led.timeline().end_at, self.led.session.zone)
        return _("The hour ends at {time}.").format(time=end)

    def action_uncover(self) -> None:
        self.dialogs.uncover()

    def action_came_up(self) -> None:
        self.dialogs.came_up()

    def action_other_face(self) -> None:
        if self.is_room:
            self.show_people()
        else:
            self.show_room()
