"""What the keys of homework, turns, responses and techniques do."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from agenda.homework import HomeworkStatus
from facilitator.console.hour.session_actions import SessionActions
from facilitator.console.people.attendance_marks import EVERYONE
from facilitator.console.people.homework_marks import HomeworkMarks
from facilitator.console.people.keys import WORK_KEYS
from facilitator.console.people.turn_marks import TurnMarks
from facilitator.console.people.work_dialogs import WorkDialogs
from facilitator.language import _


class WorkActions(SessionActions):
    """The actions of ``WORK_KEYS``, on top of those of the hour itself."""

    BINDINGS: ClassVar[list[BindingType]] = WORK_KEYS

    homework: HomeworkMarks
    turns: TurnMarks
    work: WorkDialogs

    def action_review(self, status: str) -> None:
        if self.somebody_is_chosen():
            self.write(lambda: self.homework.review(HomeworkStatus(status)))

    def action_turn(self) -> None:
        if self.somebody_is_chosen():
            self.write(self.turns.answer)

    def action_hold(self) -> None:
        if self.somebody_is_chosen():
            self.write(self.turns.hold)

    def action_agree(self) -> None:
        if self.marking.chosen == EVERYONE or self.somebody_is_chosen():
            self.work.agree()

    def action_respond(self) -> None:
        if self.somebody_is_chosen():
            self.work.respond()

    def action_techniques(self) -> None:
        if self.is_room:
            self.say(_("Tab shows the people; k there marks techniques and skills."))
        else:
            self.work.techniques()
