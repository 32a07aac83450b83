"""What homework, responses and techniques ask before they write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from agenda.attendance import Attendance
from agenda.error import AgendaError
from agenda.record.connection import Record
from agenda.record.rows import taught
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.parts.tick import Tick, TickDialog
from facilitator.console.people.attendance_marks import EVERYONE
from facilitator.console.people.homework_marks import option_words
from facilitator.console.people.technique_words import CHIP_WORDS, FAMILY_WORDS, offered
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.hour.screen import SessionScreen


class WorkDialogs:
    """Works for one session screen."""

    def __init__(self, screen: SessionScreen) -> None:
        self.screen = screen

    @property
    def _record(self) -> Record:
        return self.screen.led.workplace.record

    @property
    def _session(self) -> str:
        return self.screen.led.id

    def agree(self) -> None:
        """Which of the lesson's options? Enter: something of their own."""
        homework = self.screen.homework

        def chosen(digit: int | None) -> None:
            if digit is None:
                return
            if digit == 0:
                self.screen.write(homework.agree_own_words)
            else:
                self.screen.write(lambda: homework.agree(digit))

        everyone = self.screen.marking.chosen == EVERYONE
        question = _("Agree with everyone here") if everyone else _("Agree for next time")
        hint = _("Press a digit. Esc: nothing agreed.")
        if not everyone:
            hint = _("Press a digit. Enter: own words, typed at catch-up. Esc: nothing agreed.")
        choices = option_words(homework.options)
        self.screen.app.push_screen(DigitDialog(question, choices, hint, enter_is_zero=not everyone), chosen)

    def agree_for_missed(self, member: Attendance) -> None:
        """Which option of the lesson they missed?"""
        lesson = self.screen.homework.missed_lesson(member.member)
        if lesson is None:
            return

        def chosen(digit: int | None) -> None:
            if digit:
                self.screen.write(lambda: self.screen.homework.agree_for_missed(member, lesson, digit))

        question = _("Agree for the lesson they missed: {lesson}").format(lesson=lesson.entry.title)
        hint = _("Press a digit. Esc: nothing agreed.")
        self.screen.app.push_screen(DigitDialog(question, option_words(lesson.homework), hint), chosen)

    def respond(self) -> None:
        """How did they take part? In what was seen or said."""
        member = self.screen.marking.member
        if member is None:
            return
        now = taught.responses(self._record, self._session).get(member.member, taught.Response())
        ticks = tuple(Tick(chip, _(words), chip in now.chips) for chip, words in CHIP_WORDS.items())

        def toggle(tick: Tick) -> Tick | None:
            before = taught.responses(self._record, self._session).get(member.member, taught.Response())
            chips = {*before.chips} ^ {tick.name}
            return self._written(
                tick, lambda: taught.set_chips(self._record, self._session, member.member, tuple(chips))
            )

        def closed(words: bool | None) -> None:
            self.screen.refresh_view()
            if words:
                self._write_words(member.member, now.words)

        title = _("{name}: how did they take part?").format(name=member.name)
        self.screen.app.push_screen(TickDialog(title, ticks, toggle, words=True), closed)

    def _write_words(self, member: str, words: str) -> None:
        self.screen.ask_text(
            title=_("What they said or did, in words"),
            key=f"response/{self._session}/{member}",
            value=words,
            write=lambda text: taught.set_words(self._record, self._session, member, text),
        )

    def techniques(self) -> None:
        """What was used today? What the guide of the lesson has comes first, nothing is ticked by itself."""
        used = set(taught.techniques(self._record, self._session))
        ticks = tuple(
            Tick(f"{family}/{name}", _(name), (family, name) in used, _(FAMILY_WORDS[family]))
            for family, name in offered(self.screen.led.lesson)
        )

        def toggle(tick: Tick) -> Tick | None:
            family, _slash, name = tick.name.partition("/")
            return self._written(
                tick,
                lambda: taught.mark_technique(self._record, self._session, family, name, used=not tick.is_ticked),
            )

        title = _("Techniques and skills used today")
        self.screen.app.push_screen(TickDialog(title, ticks, toggle), lambda _answer: self.screen.refresh_view())

    def _written(self, tick: Tick, work: Callable[[], None]) -> Tick | None:
        try:
            work()
        except AgendaError as refused:
            self.screen.console.refuse(refused)
            return None
        return replace(tick, is_ticked=not tick.is_ticked)
