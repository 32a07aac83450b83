"""The running session: two faces, Room and People, and the keys that lead the hour."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar, TypeVar, assert_never

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one
from textual.widgets import ContentSwitcher

from agenda.error import AgendaError, Refused
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey
from facilitator.console.backup.backing_up import back_up_by_itself
from facilitator.console.devices.browser import offer_browser
from facilitator.console.devices.clicker import RAISED
from facilitator.console.devices.kiosk import Kiosk
from facilitator.console.devices.kiosk_dialogs import ask_for_kiosk
from facilitator.console.devices.telephone import LOOKS_EVERY, Telephone
from facilitator.console.devices.telephone_pairing import offer_telephone
from facilitator.console.hour.bars import footer_pairs, sheet_heading, show_title
from facilitator.console.hour.clock_watch import ClockWatch
from facilitator.console.hour.ending import catch_up, end, everyone_has_left, private_work, really_end
from facilitator.console.hour.flip_chart import chart_of
from facilitator.console.hour.flip_chart_dialog import FlipChartDialog
from facilitator.console.hour.keys import HOUR_KEYS
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.hour.move_dialog import Move, MoveDialog, MoveKind
from facilitator.console.hour.move_on import interlude_of, more, moves
from facilitator.console.hour.newcomer import ask_for_newcomer
from facilitator.console.hour.pause import stay_paused
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.hour.room_face import RoomFace
from facilitator.console.hour.scripts import offer_scripts
from facilitator.console.hour.strip import PhaseStrip
from facilitator.console.hour.uncover_dialog import UncoverDialog
from facilitator.console.hour.view import minutes_left, room_view, skipped_words, strip
from facilitator.console.paper.paper import offer_paper
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.screen import ConsoleScreen, HourNow
from facilitator.console.parts.title import TitleBar
from facilitator.console.people.face import PeopleFace
from facilitator.console.people.table import PeopleTable
from facilitator.console.projector.broadcast import Shown
from facilitator.console.projector.projector import Projector
from facilitator.console.rounds.rounds import ROUNDS
from facilitator.error_words import error_words
from facilitator.language import _, clock_time
from facilitator.stage.telephone import Button

BEAT = 1.0
"""Seconds between two looks at the clock."""
BACK_TO_ROOM = 30.0
"""Seconds after the last key in People until the Room face returns."""
TOLD = 10.0
"""Of those, how many are counted down on the screen."""
BREAK_MINUTES = 10
STARTED_EARLIER = 5


Result = TypeVar("Result")


class SessionScreen(ConsoleScreen[None]):
    """Leads one session. It holds no state of its own but which face is up and when a key was last pressed.

    What keys about members do is the People face's; what the hour is, is ``led``'s, which reads the record after an
    action and not before.
    """

    AUTO_FOCUS = "#room"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = HOUR_KEYS

    room = query_one(RoomFace)
    people = query_one(PeopleFace)
    faces = query_one(ContentSwitcher)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id

    def compose(self) -> ComposeResult:
        self.led = LedHour(self.console.workplace, self.session_id)
        self.clock_watch = ClockWatch(self.led)
        self.kiosk = Kiosk(self.led)
        self.telephone = Telephone(self.led, self.obey, self.say)
        self.last_key = self.console.workplace.clock.monotonic()
        yield TitleBar()
        yield PhaseStrip()
        with ContentSwitcher(initial="room"):
            yield RoomFace(id="room")
            yield PeopleFace(self.led, id="people")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.watch(self.app, "curtain", self.draw)
        self.set_interval(BEAT, self.beat)
        self.set_interval(LOOKS_EVERY, self.telephone.look)
        self.draw()
        if self.led.timeline().paused:
            self.action_pause()

    def on_screen_resume(self) -> None:
        """A dialog was closed: there are again thirty seconds to read what it did."""
        self.last_key = self.console.workplace.clock.monotonic()

    # What is shown

    @property
    def is_leading(self) -> bool:
        """Whether the session is still on."""
        return self.led.session.running

    @property
    def is_room(self) -> bool:
        """Whether the Room face is up."""
        return self.faces.current == "room"

    def draw(self) -> None:
        """Bring both bars, the face that is up, and the wall in line with what is so."""
        if not self.is_leading:
            return
        wall, projector = self.console.workplace.wall, self.console.projector
        wall.show(self.led.shown())
        show_title(self.query_one(TitleBar), self.led, wall, projector)
        self.query_one(PhaseStrip).items = strip(self.led)
        if self.is_room:
            view = room_view(self.led)
            self.room.show(view, sheet_heading(view.position, wall, projector))
        else:
            self.people.show(self._back_in())
        self.query_one(KeyFooter).show(footer_pairs(self.led, self.is_room, wall.curtain, projector))

    def say(self, sentence: str) -> None:
        """A line for the facilitator on People; it may hold a name, so the Room face never shows it."""
        self.people.say(sentence)
        self.room.say("" if not self.is_room else sentence)

    def whisper(self, sentence: str) -> bool:
        """A line that can wait, on the Room face where nothing else is said; whether it was said."""
        return self.is_room and self.room.whisper(sentence)

    def show_room(self) -> None:
        """The Room face, with nobody chosen and nothing said about anybody."""
        self.faces.current = "room"
        self.room.focus()
        self.people.marks.chosen.nobody()
        self.people.say("")
        self.room.say("")
        self.draw()

    def show_people(self) -> None:
        """The People face."""
        self.last_key = self.console.workplace.clock.monotonic()
        if self.is_room:  # asking for the focus again would draw the whole face again
            self.faces.current = "people"
            self.people.focus()
        self.draw()

    def beat(self) -> None:
        """Time passes: the laptop's clock is looked at, a phase paged into begins, People closes by itself."""
        if not self.is_leading:
            return
        self.console.workplace.wall.look()
        told = self._write(lambda: self.clock_watch.look() or self.kiosk.look())
        if told:
            self.say(told)
        self._write(self.led.settle)
        if not self.is_room and self.is_active and self._idle() >= BACK_TO_ROOM:
            self.show_room()
        else:
            self.draw()

    def _idle(self) -> float:
        return self.console.workplace.clock.monotonic() - self.last_key

    def _back_in(self) -> str:
        left = BACK_TO_ROOM - self._idle()
        return _("back to Room in {seconds} s").format(seconds=int(left)) if left <= TOLD else ""

    # People

    @on(PeopleFace.Acted)
    def show_what_was_done(self, event: PeopleFace.Acted) -> None:
        self.show_people()
        self.say(event.sentence)

    @on(PeopleTable.Touched)
    def choose_touched(self, event: PeopleTable.Touched) -> None:
        self.action_choose(event.digit)

    def action_choose(self, digit: int) -> None:
        sentence = self.people.marks.chosen.choose(digit)
        self.show_people()
        self.say(sentence)

    def action_round(self) -> None:
        """The round of the phase on the wall: one question asked of each member in turn."""
        self._flow(self._round(self.led.phase.key))

    async def _round(self, phase: PhaseKey) -> str:
        found = ROUNDS.get(phase)
        if found is None:
            return (
                _("This phase has no round. Tab shows the people.")
                if self.is_room
                else self.people.marks.chosen.missing
            )
        if not found.asked(self.record, self.led.id, self.people.marks.homework.options):
            return _("There is nobody to ask in this round.")
        self.led.settle(at_once=True)  # a round of what was only paged into: now it is on
        after = self.led.phase_to_go_on_with()
        going_on = _("end the session")
        if after is not None:
            going_on = _("on to {phase}").format(phase=self.led.source.words.phase(after.key.value).heading)
        goes_on = await self.console.ask(self.console.rooms.round(self.led.id, phase, going_on))
        self.show_people()
        if not goes_on:
            return self.people.marks.homework.smaller_step
        kind, what = (MoveKind.END, "") if after is None else (MoveKind.PHASE, after.id)
        return await self.go(Move(kind, what, going_on))

    def action_other_face(self) -> None:
        if self.is_room:
            self.show_people()
        else:
            self.show_room()

    # The hour

    def action_next_page(self) -> None:
        self._turn(self.led.next_page, _("This is the last page of the phase. m moves on."))

    def action_previous_page(self) -> None:
        self._turn(self.led.previous_page, _("This is the first page of the phase. m goes elsewhere."))

    def action_clicker_next(self) -> None:
        if not self.console.is_a_bounce:
            self._turn(self.led.clicker_next, _("This is the last page of the hour. m ends the session."))

    def action_clicker_back(self) -> None:
        if not self.console.is_a_bounce:
            self._turn(self.led.clicker_back, _("This is the first page of the phase. m goes elsewhere."))

    def _turn(self, turn: Callable[[], bool], sentence: str) -> None:
        try:
            told = "" if turn() else sentence
        except Refused as refused:
            told = _refusal(refused)
        self.show_room()
        if told:
            self.say(told)

    def turn_page(self, by: int) -> None:
        """Page on or back from behind the lock; what would be said waits for whoever opens it."""
        if self.is_leading and not self.led.timeline().paused:
            self._write(self.led.clicker_next if by > 0 else self.led.clicker_back)
            self.draw()

    def in_the_open(self) -> str:
        if not self.is_leading:
            return ""
        room = room_view(self.led)
        return f"{room.heading}: {' '.join(filter(None, (room.minutes, room.minutes_words)))}"

    def hour_now(self) -> HourNow:
        time = clock_time(self.console.workplace.clock.now(), self.led.session.zone)
        return HourNow(minutes_left(self.led) if self.is_leading else "", time)

    def action_minutes(self, minutes: int) -> None:
        is_changed = self._write(lambda: self.led.change_minutes(minutes))
        self.draw()
        if is_changed:
            end_at = clock_time(self.led.timeline().end_at, self.led.session.zone)
            self.say(_("The hour ends at {time}.").format(time=end_at))
        elif is_changed is False:
            self.say(_("This phase has no minute to give."))

    def action_remedy(self) -> None:
        """Go without what the Room face names, where minutes are missing."""
        remedy = self.led.timeline().remedy
        if remedy is None:
            self.say(_("Nothing to make good: the hour is on time, or no phase can be left out."))
            return
        self._write(lambda: self.led.skip(remedy))
        self.draw()
        said = _("Skipped: {phases}. u in People takes it back.")
        self.say(said.format(phases=skipped_words(remedy, self.led)))

    def action_preview(self) -> None:
        """Show what will appear, then raise the curtain."""
        self._flow(self._preview())

    async def _preview(self) -> str:
        self.console.workplace.wall.look()
        warning = ""
        if not self.console.workplace.wall.is_seen and self.console.projector is Projector.WALL:
            warning = _("No wall is open. To open one: facilitator wall, in a second window.")
        if await self.console.ask(UncoverDialog(self.led.shown().page, warning)):
            self.console.uncover()
        return ""

    def action_pause(self) -> None:
        """Something came up: the clock stands, whatever lies over the hour."""
        if self.is_leading and not any(isinstance(screen, PauseDialog) for screen in self.app.screen_stack):
            self._flow(stay_paused(self.console, self.people.marks, self.draw, self._end))

    def action_move_on(self) -> None:
        """Where to?"""
        self._flow(self._move_on())

    async def _move_on(self) -> str:
        move = await self.console.ask(MoveDialog(*moves(self.led)))
        return "" if move is None else await self.go(move)

    async def go(self, move: Move) -> str:
        """Carry out a way to go on; what to say about it."""
        match move.kind:
            case MoveKind.PHASE:
                self.led.move_to(move.what)
                self.show_room()
            case MoveKind.BREAK:
                self.led.take_break(BREAK_MINUTES)
                self.show_room()
            case MoveKind.SMALLER_STEP:
                self.led.show_smaller_step()
                self.show_room()
            case MoveKind.MINUTE:
                self.led.change_minutes(1, PhaseKey(move.what))
            case MoveKind.EARLIER:
                self.led.started_earlier(STARTED_EARLIER)
            case MoveKind.CATCH_UP:
                if not await catch_up(self.console, self.led, self.people.marks.homework.options):
                    return _("Nothing is open.")
                self.show_people()
            case MoveKind.EXERCISE if self.led.show_exercise():
                self.show_room()
            case MoveKind.EXERCISE | MoveKind.APPLAUSE | MoveKind.CODE:
                self.led.show_interlude(interlude_of(move.kind, self.led))
                self.show_room()
            case MoveKind.CHART:
                self.show_room()
                await self.console.ask(FlipChartDialog(chart_of(self.console, self.led, self.draw)))
            case MoveKind.LESSON:
                return await self._another_lesson()
            case MoveKind.NEWCOMER:
                said = await ask_for_newcomer(self.console, self.people.marks)
                if said:
                    self.show_people()
                return said
            case MoveKind.TAKE_BACK:
                self._take_back_start()
            case MoveKind.CLOCK:
                self.led.show_clock(not self.led.now.shows_clock)
                return _("The wall shows the hour.") if self.led.now.shows_clock else _("The wall hides the hour.")
            case MoveKind.MORE:
                further = await self.console.ask(MoveDialog(more(self.led, self.kiosk.mode), 0, _("More")))
                return "" if further is None else await self.go(further)
            case MoveKind.SCRIPT:
                await offer_scripts(self.console, self.led.source.words)
            case MoveKind.BROWSER:
                await offer_browser(self.console)
            case MoveKind.TELEPHONE:
                await offer_telephone(self.console, self.telephone)
            case MoveKind.KIOSK:
                return await ask_for_kiosk(self.console, self.kiosk)
            case MoveKind.PAPER:
                await offer_paper(self.console, self.led.session)
            case MoveKind.END:
                await self._end()
            case _:
                assert_never(move.kind)
        return ""

    async def _another_lesson(self) -> str:
        """The library, for today; what was shown of the lesson before stays in the record."""
        await self.console.ask(self.console.rooms.library(self.led.group.id, self.led.id))
        if not self.led.look_at_the_lesson():
            return ""
        self.show_room()
        title = self.led.given.title if self.led.given else ""
        return _("The lesson of today is now: {title}.").format(title=title)

    def _take_back_start(self) -> None:
        """Begun by mistake: the session is planned as before, the wall lets go, and Home is back."""
        sessions.take_back_start(self.record, self.led.id)
        self._let_go()
        self.dismiss(None)

    async def _end(self) -> bool:
        """Ask; the wall says goodbye at once, private things wait until everyone has left. Whether it has ended."""
        if not await really_end(self.console, self.led):
            return False
        self._come_to_the_top()
        self.show_room()
        had_kiosk = self.kiosk.mode is not None
        self.end_session()
        self.console.begin(back_up_by_itself(self.console))
        if not await everyone_has_left(self.console):
            sessions.reopen(self.record, self.led.id)
            self.show_room()
            self.say(_("The hour goes on where it was.") + (" " + _("The kiosk is off.") if had_kiosk else ""))
            return True
        await private_work(self.console, self.led, self.people.marks.homework.options)
        self.console.workplace.wall.show(Shown())
        self.dismiss(None)
        return True

    def _come_to_the_top(self) -> None:
        """Close whatever lies over the hour: a round, a sheet, a dialog; what was typed in it is a draft."""
        stack = list(self.app.screen_stack)
        for screen in reversed(stack[stack.index(self) + 1 :] if self in stack else []):
            screen.dismiss(None)

    def _let_go(self) -> None:
        self.kiosk.switch(None)
        self.telephone.end()
        self.console.workplace.wall.show(Shown())

    def end_session(self) -> None:
        """The hour is over: the next one is planned, and the wall says when it is."""
        self.kiosk.look()
        self.console.workplace.wall.show(end(self.led))
        self.kiosk.switch(None)
        self.telephone.end()

    # The telephone

    def obey(self, button: Button) -> None:
        """What a button does. The face of the console stays: one leads with the telephone, the other records."""
        self.console.is_led_from_elsewhere()
        match button:
            case Button.CURTAIN:
                self.console.lower()
            case Button.UNCOVER:
                if self.led.shown().scene in RAISED:  # what others wrote is uncovered at the console alone
                    self.console.uncover()
            case Button.NEXT | Button.BACK:
                if not self.led.timeline().paused:  # while something has come up, no page turns behind the pause
                    self._write(self.led.clicker_next if button is Button.NEXT else self.led.clicker_back)
            case Button.PAUSE:
                if not self.led.timeline().paused:
                    self.action_pause()
            case Button.HERE:
                pass
            case _:
                assert_never(button)
        self.draw()

    # Writing

    def _write(self, work: Callable[[], Result]) -> Result | None:
        """Do it; what is refused is said in words."""
        try:
            return work()
        except Refused as refused:
            self.refused(refused)
            return None

    def refused(self, error: AgendaError) -> None:
        """In the line of the face that is up, where it stands until the next key."""
        if isinstance(error, Refused):
            self.say(_refusal(error))
        else:
            super().refused(error)

    def _flow(self, flow: Coroutine[Any, Any, str]) -> None:
        """Begin something that asks; then the screen is in line with what is so, and says the sentence."""
        self.console.begin(self._carried_out(flow))

    async def _carried_out(self, flow: Coroutine[Any, Any, str]) -> None:
        try:
            sentence = await flow
        except Refused as refused:
            sentence = _refusal(refused)
        if self.is_attached and self.is_leading:
            self.draw()
            if sentence:
                self.say(sentence)


def _refusal(refused: Refused) -> str:
    words = error_words(refused)
    return f"{words.message} {words.hint}".strip()
