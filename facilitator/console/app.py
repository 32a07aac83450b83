"""The console's application: what holds on every screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, Key, MouseEvent
from textual.notifications import SeverityLevel
from textual.reactive import reactive
from textual.screen import Screen

from agenda.error import AgendaError, Damaged, DamagedBackup
from agenda.record.fault import parted
from agenda.record.keys.slot import RECOVERY
from agenda.record.rows import draft as drafts
from facilitator.console.devices.awake import Awake, keep_awake
from facilitator.console.devices.servers import Servers
from facilitator.console.in_order import InOrder
from facilitator.console.parts.in_sight import InSight
from facilitator.console.parts.layout import LOWERS
from facilitator.console.parts.line import LineInput
from facilitator.console.parts.screen import ConsoleScreen, LedScreen, ours
from facilitator.console.projector.broadcast import HEARTBEAT
from facilitator.console.projector.curtain import CurtainKeys
from facilitator.console.projector.projector import Projector
from facilitator.console.projector.shared_screen import ON, SILENT
from facilitator.console.rooms import Doors
from facilitator.console.workplace import Workplace
from facilitator.crash import QuietCrash
from facilitator.error_words import error_words
from facilitator.language import _
from facilitator.palette import in_terminal
from facilitator.settings import locks_after

NOT_LOCKED = frozenset({"came_up", "command_palette", "one_screen", "screenshot", "help_quit", "show_help_panel"})
"""Actions that wait until the console is unlocked."""

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from agenda.record.connection import Record
    from agenda.record.keys.key_file import Unlocked

A_MINUTE = 60.0
TIME_TO_READ = 12.0
"""Seconds for which stands what cannot be done, and what to do instead."""


class ConsoleApp(QuietCrash, InOrder, CurtainKeys, InSight):
    """Opens on whatever screen it is handed. ``workplace`` is none until a record is open."""

    TITLE = "Facilitator"
    CSS_PATH = "console.tcss"
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False  # dragging over a name must not put it on the clipboard
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b,B,full_stop", "clicker_curtain", _("curtain"), id="curtain-letter", show=False,
                tooltip=_("Cover the wall at once, everywhere but in a text field; the same key, a second or more "
                          "later, uncovers a page again")),
        Binding(",".join(LOWERS), "curtain", show=False, id="curtain-other-letters",
                tooltip=_("Where the keyboard is set to other letters: cover the wall at once")),
        Binding("f9,ctrl+@,ctrl+at,ctrl+space", "curtain", _("curtain"), id="curtain", priority=True,
                tooltip=_("Cover the wall at once")),
        Binding("p,P", "came_up", _("pause"), id="came-up", show=False,
                tooltip=_("Something came up: the clock stands and the wall says Pause")),
        Binding("f4", "one_screen", _("wall"), id="one-screen", priority=True, show=False,
                tooltip=_("Where the projector repeats this screen: this screen becomes the wall, and back")),
        Binding("f1,question_mark", "help", _("keys"), id="help", tooltip=_("What every key does here")),
        Binding("ctrl+l", "lock", _("lock"), id="lock", priority=True, show=False,
                tooltip=_("Nothing private is drawn until a passphrase is typed; hour, wall and curtain go on")),
        Binding("ctrl+q", "leave", _("quit"), id="quit", tooltip=_("Close the console"), show=False, priority=True),
    ]  # fmt: skip

    AT_ONCE = frozenset({"f9", "ctrl+@", "ctrl+at", "ctrl+space"})  # the curtain waits for nothing

    curtain: reactive[bool] = reactive(True, init=False)
    """Whether the wall is covered; screens watch it for their badge."""

    def __init__(
        self,
        first: Callable[[ConsoleApp], Screen[Any]],
        workplace: Workplace | None = None,
        awake: Awake | None = None,
    ) -> None:
        super().__init__()
        self.workplace_or_none = workplace
        self.projector = Projector.WALL
        self._awake = awake
        self._was_in_place = True
        self._first = first
        self._last_key = 0.0
        self._held: list[tuple[str, str, bool, float | None]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return in_terminal()

    @property
    def workplace(self) -> Workplace:
        """The open record and what stands around it."""
        if self.workplace_or_none is None:
            raise RuntimeError("no record is open")
        return self.workplace_or_none

    def on_mount(self) -> None:
        if self._driver is not None:
            self._driver.write(f"\x1b]2;{self.TITLE}\x07")
        self._last_key = self._monotonic()
        self.set_interval(HEARTBEAT, self._beat)
        self.push_screen(self._first(self))

    def _beat(self) -> None:
        if self.workplace_or_none is not None:
            self.workplace_or_none.wall.beat()
            self._look_at(self.workplace_or_none.record)
        if self._awake is not None:
            keep_awake(self._awake, self.screen_stack)
        idle = self._monotonic() - self._last_key
        if idle >= A_MINUTE and not self.is_locked:  # the settings are a file: it is read only where they may matter
            minutes = locks_after()
            if minutes and idle >= minutes * A_MINUTE:
                self.action_lock()

    def _monotonic(self) -> float:
        return 0.0 if self.workplace_or_none is None else self.workplace_or_none.clock.monotonic()

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key | MouseEvent):
            self._last_key = self._monotonic()
        await super().on_event(event)

    def is_led_from_elsewhere(self) -> None:
        """A button of the paired telephone counts as a key."""
        self._last_key = self._monotonic()

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase stands between the record and whoever sits here."""
        return not self.may_show.is_set()

    def action_lock(self) -> None:
        """Lock; what is written in a field stays there, and whatever would open waits."""
        workplace = self.workplace_or_none
        if workplace is None or self.is_locked or self.is_the_wall or not self.is_at_rest:
            return
        path = workplace.record.path
        if path is None or workplace.practice:
            self.say(_("The practice group has no lock: everybody in it is made up."))
            return
        from agenda.record.keys.key_file import unlock
        from facilitator.console.door.lock import LockScreen

        self.may_show.clear()
        self.clear_notifications()
        self.push_screen(LockScreen(lambda secret: unlock(path, secret), self._unlocked))

    def _unlocked(self, unlocked: Unlocked | None) -> None:
        self._last_key = self._monotonic()
        self.may_show.set()
        held, self._held = self._held, []
        for words, title, is_problem, seconds in held:
            self.say(words, title=title, is_problem=is_problem, seconds=seconds)
        if unlocked is not None and unlocked.kind == RECOVERY:
            from facilitator.console.door.new_passphrase import after_the_recovery_code

            self.begin(after_the_recovery_code(self))

    def _look_at(self, record: Record) -> None:
        """Whether the open file is still where it was, said once; and what the disk has not taken is tried again."""
        was_in_place, self._was_in_place = self._was_in_place, record.is_in_place
        if was_in_place and not self._was_in_place:
            self.refuse(parted())
        elif self._was_in_place and not was_in_place:
            self.say(_("The record is back at its place."))
        if self._was_in_place:
            record.remember_keys()
            if record.held:
                drafts.save_what_is_held(record)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Carry out what a key means; what it is refused is said in words, by whichever screen it was pressed on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except AgendaError as refused:
            if isinstance(self.screen, ConsoleScreen):
                self.screen.refused(refused)
            else:
                self.refuse(refused)
            return True

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: nothing that makes a picture of a screen full of names."""
        yield SystemCommand(_("Curtain"), _("Cover the wall at once"), self.action_curtain)
        yield SystemCommand(_("Keys"), _("What every key does here"), self.action_help)
        yield SystemCommand(
            _("Projector"), _("What it shows today: the wall, this screen, nothing"), self.ask_projector
        )
        if self.workplace_or_none is not None:
            yield SystemCommand(
                _("Back up now"), _("The record and its keys into one file, opened and checked"), self.action_back_up
            )
            yield SystemCommand(
                _("Second place for backups"), _("A stick or share that gets a copy of each"), self.ask_second_place
            )
            yield SystemCommand(
                _("Save a copy"), _("The open record and its key file, whole, to another place"), self.save_a_copy
            )
        yield SystemCommand(_("Lock"), _("Until a passphrase is typed; the hour goes on"), self.action_lock)
        yield SystemCommand(_("Quit"), _("Close the console"), self.action_leave)

    def action_one_screen(self) -> None:
        """This screen becomes the wall; from the wall, ask before the console comes back."""
        from facilitator.console.hour.move_dialog import MoveDialog
        from facilitator.console.hour.one_screen import (
            OneScreen,  # the wall's parts: most consoles never need them
        )

        if isinstance(self.screen, MoveDialog) and self.is_the_wall:
            self.screen.dismiss(None)  # its hint says that all else is on the console, by this key
        if isinstance(self.screen, OneScreen):
            self.screen.come_back()
        elif self.workplace_or_none is not None and not self.is_the_wall:
            if self.projector is Projector.SAME:
                self.push_screen(OneScreen())
            else:
                self.notify(
                    _("F4 is for a projector that repeats this screen. Ctrl+P, then “projector”, says that it does.")
                )

    def ask_projector(self) -> None:
        """Another answer than the one before the passphrase."""
        from facilitator.console.projector.ask_again import ask_again

        self.begin(ask_again(self))

    def action_back_up(self) -> None:
        """A backup now."""
        from facilitator.console.backup.backing_up import back_up_now

        self.begin(back_up_now(self))

    def ask_second_place(self) -> None:
        """Where copies of backups go."""
        from facilitator.console.backup.backing_up import ask_second_place

        self.begin(ask_second_place(self))

    def save_a_copy(self) -> None:
        """The record to another place, even where its own file is gone."""
        from facilitator.console.parts.save_copy import save_a_copy  # once in a long while

        self.begin(save_a_copy(self))

    @property
    def is_the_wall(self) -> bool:
        """Whether this screen is the wall just now; then the app's own keys are silent, but for the curtain."""
        return self.has_class(ON)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.is_locked and action in NOT_LOCKED:
            return False
        if action == "came_up" and self.hour is None:
            return False
        return not (self.is_the_wall and action in SILENT) and super().check_action(action, parameters)

    @property
    def hour(self) -> LedScreen | None:
        """The screen of the hour that runs, whatever lies over it."""
        found = (screen for screen in self.screen_stack if isinstance(screen, LedScreen))
        return next((screen for screen in found if screen.is_leading), None)

    def action_came_up(self) -> None:
        """Something came up, in whatever round, sheet or dialog."""
        if self.hour is not None:
            self.hour.action_pause()

    def action_help(self) -> None:
        from facilitator.console.parts.key_help import KeysDialog

        if not isinstance(self.screen, KeysDialog):
            self.push_screen(KeysDialog(self.screen))

    @cached_property
    def servers(self) -> Servers:
        """The servers of wall and telephone, which run once somebody asks for them."""
        return Servers(self.workplace.wall.folder)

    def on_unmount(self) -> None:
        if "servers" in self.__dict__:
            self.servers.end()

    def action_leave(self) -> None:
        """Quit; what the screen confirmed is on disk, and a running session goes on where it was."""
        self.exit()

    @cached_property
    def rooms(self) -> Doors:
        """The doors to the screens of the rooms."""
        return Doors()

    def enter(self, workplace: Workplace) -> None:
        """A record was opened."""
        self.workplace_or_none = workplace
        self._last_key = self._monotonic()

    def say(self, words: str, *, title: str = "", is_problem: bool = False, seconds: float | None = None) -> None:
        """A line that goes away by itself; while the console is locked it waits, for it may hold a name."""
        if self.is_locked:
            self._held.append((words, title, is_problem, seconds))
            return
        severity: SeverityLevel = "warning" if is_problem else "information"
        self.notify(words, title=title, severity=severity, timeout=seconds, markup=False)

    @on(LineInput.Noticed)
    def say_what_a_line_left_out(self, event: LineInput.Noticed) -> None:
        self.say(event.sentence, is_problem=True)

    def refuse(self, error: AgendaError) -> None:
        """Say what cannot be done and what to do instead; with a damaged record nothing goes on."""
        if isinstance(error, Damaged) and not isinstance(error, DamagedBackup):
            self._end_with(error)
            return
        words = error_words(error)
        self.say(words.hint, title=words.message, is_problem=True, seconds=TIME_TO_READ)

    def _end_with(self, error: AgendaError) -> None:
        """No number and nothing raw: the screen goes, its sentence stays, and the wall lets go."""
        words = error_words(error)
        if self.workplace_or_none is not None:
            self.workplace_or_none.wall.close()
        self.exit(return_code=words.exit_code, message=Text(str(words)))

    def _handle_exception(self, error: Exception) -> None:
        """Where a screen could not even be opened: in words if they are ours, else one sentence and a number."""
        refused = ours(error)
        if refused is None:
            super()._handle_exception(error)
        else:
            self._end_with(refused)

    def failed(self, error: Exception) -> None:
        """A flow was refused something, or met what nobody foresaw."""
        if isinstance(error, AgendaError):
            self.refuse(error)
        else:
            self._handle_exception(error)

    def on_crash(self, number: str) -> str:
        if self.workplace_or_none is not None:
            self.workplace_or_none.wall.close()
        return _(
            "Something went wrong that should not have (error number {number}). What you saw is saved. "
            "Start Facilitator again: it opens where it was, with the curtain down."
        ).format(number=number)
