"""Enter on a member: their sheet, and what follows from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from agenda.attendance import Attendance, Mode
from agenda.record.rows import homework as homeworks
from agenda.record.rows import turn as turns
from facilitator.console.parts.ask_words import ask_for_words
from facilitator.console.people.member_dialog import MemberDialog
from facilitator.console.people.member_facts import member_sheet
from facilitator.console.rounds.work_question import plan_of_words, plan_words
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.hour.screen import SessionScreen


class MemberFlow:
    """Works for one session screen."""

    def __init__(self, screen: SessionScreen) -> None:
        self.screen = screen

    def open(self) -> None:
        """The chosen member's sheet."""
        member = self.screen.marking.member
        sheet = member_sheet(self.screen)
        if member is None or sheet is None:
            return
        ways = {
            "reason": self._reason,
            "follow-up": self._follow_up,
            "goal": self._goal,
            "homework": self._homework,
            "missed": self.screen.work.agree_for_missed,
            "rest": self._rest,
            "small-step": self._small_step,
        }

        def chosen(way: str | None) -> None:
            if way in ways:
                ways[way](member)
            elif way is not None:
                self.screen.write(lambda: self.screen.marking.set_mode(Mode(way)))

        self.screen.app.push_screen(MemberDialog(sheet), chosen)

    def _reason(self, member: Attendance) -> None:
        self.screen.ask_text(
            title=_("The reason, in a few words"),
            key=f"reason/{member.id}",
            value=member.reason,
            write=self.screen.marking.give_reason,
        )

    def _follow_up(self, member: Attendance) -> None:
        self.screen.ask_text(
            title=_("Something to do for them"),
            key=f"follow-up/{member.id}",
            value="",
            write=self.screen.marking.follow_up,
        )

    def _goal(self, member: Attendance) -> None:
        from facilitator.console.goals.screen import GoalSheetScreen

        led = self.screen.led
        sheet = GoalSheetScreen(member.member, member.name, session=led.id, today=led.session.day)
        self.screen.app.push_screen(sheet, lambda _done: self.screen.came_back())

    def _homework(self, member: Attendance) -> None:
        agreed = self.screen.homework.agreed[member.member]
        record, session = self.screen.led.workplace.record, self.screen.led.id
        ask_for_words(
            self.screen.console,
            _("{name}: homework from today").format(name=member.name),
            plan_words(agreed.plan),
            f"plan/{session}/{agreed.id}",
            lambda texts: homeworks.reword(record, session, agreed.id, plan_of_words(texts)),
            self.screen.write,
        )

    def _rest(self, member: Attendance) -> None:
        record, session = self.screen.led.workplace.record, self.screen.led.id
        until = self.screen.turns.resting[member.member]
        self.screen.ask_text(
            title=_("Resting until (year-month-day)"),
            key=f"rest/{session}/{member.member}",
            value=until.isoformat(),
            write=lambda text: turns.rest(record, session, member.member, date.fromisoformat(text)),
            check=_is_a_day,
        )

    def _small_step(self, member: Attendance) -> None:
        record, session = self.screen.led.workplace.record, self.screen.led.id
        self.screen.ask_text(
            title=_("Their one small step this week"),
            key=f"small-step/{session}/{member.member}",
            value=turns.small_steps(record, session).get(member.member, ""),
            write=lambda text: turns.small_step(record, session, member.member, text),
        )


def _is_a_day(texts: dict[str, str]) -> dict[str, str]:
    try:
        date.fromisoformat(texts["text"].strip())
    except ValueError:
        return {"text": _("Write the day as in 2026-12-01.")}
    return {}
