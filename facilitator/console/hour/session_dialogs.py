"""What a running session asks before it acts: each method opens a dialog and carries out its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.attendance import Status
from agenda.follow_up import FollowUpKind
from agenda.record.rows import group as groups
from agenda.session import PhaseKey
from content.lesson import Lesson
from facilitator.console.devices.kiosk_dialogs import ask_for_kiosk
from facilitator.console.devices.offers import offer_browser, offer_telephone
from facilitator.console.hour.flip_chart import offer_chart
from facilitator.console.hour.interlude import Interlude, applause, exercise, lesson_code
from facilitator.console.hour.move_dialog import Move, MoveDialog
from facilitator.console.hour.move_on import more, moves
from facilitator.console.hour.pause_dialog import CameUpDialog
from facilitator.console.hour.scripts import offer_scripts
from facilitator.console.paper.paper import offer_paper
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.people.attendance_marks import EXCUSE_WORDS
from facilitator.console.projector.projector import Projector
from facilitator.console.projector.uncover_dialog import UncoverDialog
from facilitator.console.rounds.catch_up import CatchUpScreen
from facilitator.console.rounds.rounds import ROUNDS, catch_up
from facilitator.console.rounds.screen import RoundScreen
from facilitator.language import _
from facilitator.paperwork.code import payload

if TYPE_CHECKING:
    from facilitator.console.hour.screen import SessionScreen

BREAK_MINUTES = 10
STARTED_EARLIER = 5


class SessionDialogs:
    """Works for one session screen."""

    def __init__(self, screen: SessionScreen) -> None:
        self.screen = screen
        self.led = screen.led
        self.marking = screen.marking

    def everyone_here(self) -> None:
        """Ask how many are in the room, and mark the others here if that number is right."""

        def counted(seen: int | None) -> None:
            if seen is None:
                self.screen.say(_("Nothing was marked."))
            elif self.screen.tried(lambda: self.marking.everyone_here(seen)):
                self.screen.say(_("All the others are here: {count} in the room.").format(count=seen))
            else:
                self.round()

        question = DigitDialog(_("How many members do you see?"), hint=_("Press the digit. Esc goes back."))
        self.screen.app.push_screen(question, counted)

    def excuse(self) -> None:
        """Why is the chosen member excused?"""

        def chosen(reason: int | None) -> None:
            if reason is not None:
                excuse = tuple(EXCUSE_WORDS)[reason - 1] if reason else None
                self.screen.write(lambda: self.marking.mark(Status.EXCUSED, excuse))

        hint = _("Press a digit. Enter: no reason given. Esc: not excused.")
        offered = tuple(_(words) for words in EXCUSE_WORDS.values())
        self.screen.app.push_screen(DigitDialog(_("Excused, because of"), offered, hint, enter_is_zero=True), chosen)

    def round(self, key: PhaseKey = PhaseKey.WELCOME) -> None:
        """The round of a phase: one question asked of each member in turn."""
        title, asked = ROUNDS[key]
        if not asked(self.led.workplace.record, self.led.id, self.screen.homework.options):
            self.screen.say(_("There is nobody to ask in this round."))
            return

        def came_back(_done: bool | None) -> None:
            self.screen.came_back()
            self.screen.say(self.screen.homework.smaller_step)

        self.screen.app.push_screen(RoundScreen(self.led.id, title, asked), came_back)

    def uncover(self) -> None:
        """Show what will appear, then raise the curtain."""

        def answered(yes: bool | None) -> None:
            if yes:
                self.screen.console.uncover()

        self.screen.app.push_screen(UncoverDialog(self.led.shown().page, self._no_wall()), answered)

    def _no_wall(self) -> str:
        if self.led.workplace.wall.is_seen or self.screen.console.projector is not Projector.WALL:
            return ""
        return _("No wall is open. To open one: facilitator wall, in a second window.")

    def move_on(self) -> None:
        """Where to?"""
        ways, cursor = moves(self.led)
        self.screen.app.push_screen(MoveDialog(ways, cursor), self.go)

    def go(self, move: Move | None) -> None:
        """Carry out the way chosen."""
        if move is None:
            return
        if move.kind == "phase":
            self.screen.write(lambda: self.led.move_to(move.what))
            self.screen.show_room()
        elif move.kind == "break":
            self.screen.write(lambda: self.led.take_break(BREAK_MINUTES))
            self.screen.show_room()
        elif move.kind == "minute":
            self.screen.write(lambda: self.led.change_minutes(1, PhaseKey(move.what)))
        elif move.kind == "earlier":
            self.screen.write(lambda: self.led.started_earlier(STARTED_EARLIER))
        elif move.kind == "smaller-step":
            self.screen.write(self.led.show_smaller_step)
            self.screen.show_room()
        elif move.kind == "catch-up":
            self.catch_up()
        elif move.kind == "chart":
            offer_chart(self.screen)
        elif move.kind == "clock":
            self.screen.write(self._show_or_hide_clock)
        elif move.kind == "interlude":
            self._show_interlude(move.what)
        elif move.kind == "more":
            others = more(self.led, self.screen.kiosk.mode)
            self.screen.app.push_screen(MoveDialog(others, 0, _("More")), self.go)
        elif move.kind == "script":
            offer_scripts(self.screen.console, self.led.source.words)
        elif move.kind == "browser":
            offer_browser(self.screen.console)
        elif move.kind == "telephone":
            offer_telephone(self.screen.console, self.screen.telephone)
        elif move.kind == "kiosk":
            ask_for_kiosk(self.screen.console, self.screen.kiosk, self.screen.say)
        elif move.kind == "paper":
            offer_paper(self.screen.console, self.led.session)
        elif move.kind == "end":
            self._end()

    def _show_interlude(self, what: str) -> None:
        lesson = self.led.lesson
        if what == "applause":
            self.led.interlude = applause()
        elif lesson is not None:
            now = self.led.workplace.clock.now()
            self.led.interlude = exercise(lesson, now) if what == "exercise" else self._code(lesson)
        self.screen.show_room()

    def _show_or_hide_clock(self) -> str:
        record, group = self.led.workplace.record, self.led.group.id
        groups.set_clock(record, group, not groups.shows_clock(record, group))
        self.led.changed()
        return _("The wall shows the hour.") if self.led.shows_clock else _("The wall hides the hour.")

    def _code(self, lesson: Lesson) -> Interlude:
        entry = lesson.entry
        address = groups.address(self.led.workplace.record, self.led.group.id) or None
        return lesson_code(lesson, payload(entry.id, entry.title, entry.aim, address))

    def catch_up(self) -> None:
        """What is still open, during a break."""
        if catch_up(self.led.workplace.record, self.led.id, self.screen.homework.options):
            self.screen.app.push_screen(CatchUpScreen(self.led.id), lambda _done: self.screen.came_back())
        else:
            self.screen.say(_("Nothing is open."))

    def came_up(self) -> None:
        """The clock stands; a follow-up for the chosen member is made at once."""
        if not self.led.timeline().paused:
            self.screen.write(self._pause)
        words = self.led.source.words

        def gone_on(_answer: bool | None) -> None:
            self.screen.write(self.led.resume)
            self.screen.say(_("The group goes on. The clock runs again."))

        self.screen.app.push_screen(CameUpDialog(words.grounding, words.crisis), gone_on)

    def _pause(self) -> None:
        with self.led.workplace.record.db.atomic():
            self.led.pause()
            self.marking.follow_up("", kind=FollowUpKind.CAME_UP)

    def _end(self) -> None:
        """The wall says goodbye at once; private things wait until everyone has left."""
        self.screen.show_room()
        self.screen.write(self.screen.end_session)
        self.ask_who_is_left()

    def ask_who_is_left(self) -> None:
        """Asked again until everyone has."""
        from facilitator.console.parts.confirm import ConfirmDialog  # needed once an hour

        def left(yes: bool | None) -> None:
            if not yes:
                self.ask_who_is_left()
            elif catch_up(self.led.workplace.record, self.led.id, self.screen.homework.options):
                self.screen.app.push_screen(CatchUpScreen(self.led.id), lambda _done: self._write_notes())
            else:
                self._write_notes()

        question = _("Notes hold private text. Has everyone left?")
        self.screen.app.push_screen(ConfirmDialog(question, _("Everyone has left"), _("Not yet")), left)

    def _write_notes(self) -> None:
        """Drafted already; read them, then home."""
        from facilitator.console.notes.screen import NotesScreen

        self.screen.app.push_screen(NotesScreen(self.led.id), lambda _done: self.screen.close())
