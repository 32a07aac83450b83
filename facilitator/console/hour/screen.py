"""The running session: two faces, Room and People, and what its keys do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widgets import ContentSwitcher

from agenda.error import AgendaError
from agenda.public import Scene
from agenda.record.rows import session as sessions
from facilitator.console.devices.kiosk import Kiosk
from facilitator.console.devices.telephone import LOOKS_EVERY, Telephone, carry_out
from facilitator.console.hour.bars import footer_pairs, show_title
from facilitator.console.hour.clock_watch import ClockWatch
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.hour.pages import goodbye_page
from facilitator.console.hour.room_face import RoomFace
from facilitator.console.hour.session_dialogs import SessionDialogs
from facilitator.console.hour.strip import PhaseStrip
from facilitator.console.hour.view import people_view, room_view, strip
from facilitator.console.parts.ask_words import ask_for_words
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.title import TitleBar
from facilitator.console.people.attendance_marks import Marking
from facilitator.console.people.face import MemberRow, PeopleFace
from facilitator.console.people.homework_marks import HomeworkMarks
from facilitator.console.people.member_facts import next_time
from facilitator.console.people.member_sheet import MemberFlow
from facilitator.console.people.turn_marks import TurnMarks
from facilitator.console.people.work_actions import WorkActions
from facilitator.console.people.work_dialogs import WorkDialogs
from facilitator.console.projector.broadcast import Shown
from facilitator.console.projector.projector import Projector
from facilitator.console.rounds.question import Words
from facilitator.error_words import error_words
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp
    from facilitator.console.parts.form import Check

BEAT = 1.0
"""Seconds between two looks at the clock."""
BACK_TO_ROOM = 30.0
"""Seconds after the last key in People until the Room face returns."""
TOLD = 10.0
"""Of those, how many are counted down on the screen."""

Result = TypeVar("Result")


class SessionScreen(WorkActions):
    """Leads one session. It holds no state of its own but which face is up and when a key was last pressed."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    room = query_one(RoomFace)
    people = query_one(PeopleFace)
    faces = query_one(ContentSwitcher)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id

    def compose(self) -> ComposeResult:
        self.led = LedHour(self.console.workplace, self.session_id)
        self.marking = Marking(self.led)
        self.homework = HomeworkMarks(self.led, self.marking)
        self.turns = TurnMarks(self.led, self.marking)
        self.dialogs = SessionDialogs(self)
        self.work = WorkDialogs(self)
        self.member_flow = MemberFlow(self)
        self.clock_watch = ClockWatch(self.led)
        self.kiosk = Kiosk(self.led)
        self.telephone = Telephone(self.led, lambda button: carry_out(self, button), self.say)
        self.last_key = self.console.workplace.clock.monotonic()
        yield TitleBar()
        yield PhaseStrip()
        with ContentSwitcher(initial="room"):
            yield RoomFace(id="room")
            yield PeopleFace(len(self.led.roster), id="people")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.watch(self.app, "curtain", self.refresh_view)
        self.set_interval(BEAT, self.beat)
        self.set_interval(LOOKS_EVERY, self.telephone.look)
        self.refresh_view()
        if self.led.timeline().paused:
            self.dialogs.came_up()

    def on_screen_resume(self) -> None:
        """A dialog was closed: there are again thirty seconds to read what it did."""
        self.last_key = self.console.workplace.clock.monotonic()

    # What is shown

    @property
    def console(self) -> ConsoleApp:
        """The application, with its workplace."""
        return cast("ConsoleApp", self.app)

    @property
    def is_room(self) -> bool:
        """Whether the Room face is up."""
        return self.faces.current == "room"

    def refresh_view(self) -> None:
        """Bring both bars, the face that is up, and the wall in line with the record."""
        if not self.is_leading:
            return
        self.console.workplace.wall.show(self.led.shown())
        show_title(self.query_one(TitleBar), self.led, self.console.workplace.wall, self.console.projector)
        self.query_one(PhaseStrip).items = strip(self.led)
        if self.is_room:
            self.room.show(room_view(self.led), has_wall=self.console.projector is not Projector.NONE)
        else:
            self.people.show(people_view(self.led, self.marking.chosen, self.homework, self.turns), self._back_in())
        curtain, projector = self.console.workplace.wall.curtain, self.console.projector
        self.query_one(KeyFooter).show(footer_pairs(self.led, self.is_room, curtain, projector))

    def say(self, sentence: str) -> None:
        """A line for the facilitator on People; it may hold a name, so the Room face never shows it."""
        self.people.say(sentence)
        self.room.say("" if not self.is_room else sentence)

    def whisper(self, sentence: str) -> bool:
        """A line that can wait, on the Room face where nothing else is said; whether it was said."""
        return self.is_room and self.room.whisper(sentence)

    def beat(self) -> None:
        """Time passes: the laptop's clock is looked at, a phase paged into begins, People closes by itself."""
        if not self.is_leading:
            return
        told = self.clock_watch.look() or self.kiosk.look(self.read_again)
        if told:
            self.say(told)
        self.led.settle()
        if not self.is_room and self.is_active and self._idle() >= BACK_TO_ROOM:
            self.show_room()
        self.refresh_view()

    def _idle(self) -> float:
        return self.console.workplace.clock.monotonic() - self.last_key

    def _back_in(self) -> str:
        left = BACK_TO_ROOM - self._idle()
        return _("back to Room in {seconds} s").format(seconds=int(left)) if left <= TOLD else ""

    def show_room(self) -> None:
        """The Room face, with nobody chosen and nothing said about anybody."""
        self.faces.current = "room"
        self.marking.chosen = None
        self.people.say("")
        self.room.say("")
        self.refresh_view()

    def show_people(self) -> None:
        """The People face."""
        self.last_key = self.console.workplace.clock.monotonic()
        self.faces.current = "people"
        self.refresh_view()

    def came_back(self) -> None:
        """From a round or the catch-up: read again what was written there."""
        self.read_again()
        self.show_people()

    def read_again(self) -> None:
        """Bring everything in line with the record."""
        self.led.changed()
        self.homework.changed()
        self.turns.changed()

    # Writing

    def tried(self, work: Callable[[], Result]) -> Result | None:
        """Do it and show what is so afterwards; what is refused is said in words."""
        try:
            return work()
        except AgendaError as refused:
            words = error_words(refused)
            self.say(f"{words.message} {words.hint}".strip())
            return None
        finally:
            self.homework.changed()
            self.turns.changed()
            self.refresh_view()

    def write(self, work: Callable[[], object]) -> None:
        """The same, saying the sentence that comes back."""
        sentence = self.tried(work)
        if isinstance(sentence, str):
            self.say(sentence)

    def ask_text(
        self, *, title: str, key: str, value: str, write: Callable[[str], object], check: Check | None = None
    ) -> None:
        """A line of the facilitator's own words, kept as a draft while it is typed."""
        line = (Words("text", "", value),)
        ask_for_words(self.console, title, line, key, lambda texts: write(texts["text"]), self.write, check)

    def end_session(self) -> None:
        """The hour is over: the next one is planned, and the wall says when it is."""
        workplace = self.console.workplace
        ended = self.led
        self.kiosk.look(self.read_again)
        sessions.end(workplace.record, self.session_id)
        page = goodbye_page(ended.source, next_time(workplace, ended.group.id))
        workplace.wall.show(Shown(Scene.GOODBYE, page, zone=ended.session.zone, locale=ended.session.locale))
        ended.changed()
        self.kiosk.switch(None)
        self.telephone.end()

    def close(self) -> None:
        """Back to Home; the wall holds."""
        self.console.workplace.wall.show(Shown())
        self.dismiss(None)

    def scroll_asks(self, rows: int) -> None:
        self.room.scroll_asks(rows)

    @on(MemberRow.Touched)
    def choose_touched(self, event: MemberRow.Touched) -> None:
        self.action_choose(event.digit)
