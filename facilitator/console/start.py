"""Where the console is put together: record, key, stage and the first screen.

With a passphrase at hand the key is derived in a thread while the screens are loaded and all is prepared that needs no
record (the derivation leaves Python's lock alone), so that Home, not a question, is the first thing to see.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from agenda.error import N_, AgendaError, Damaged, Protected, RecordBusy, Refused, WrongKey
from agenda.record.backup.plan import refuse_half_restored
from agenda.record.keys.key_file import Unlocked, key_file_path, unlock
from facilitator.console.devices.awake import Awake
from facilitator.error_words import error_words
from facilitator.language import _
from facilitator.stage import stage_folder

if TYPE_CHECKING:
    from textual.screen import Screen

    from agenda.record.connection import Record
    from facilitator.console.app import ConsoleApp
    from facilitator.console.workplace import Workplace

REFUSED = 1


class NoTerminal(Exception):
    """There is no window to draw in."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__("no terminal")
        self.message = N_("The console needs a terminal window.")
        self.hint = N_("Without one, facilitator demo --tour DIR writes pictures of it into a folder.")


@dataclass(frozen=True, slots=True)
class Doorway:
    """How this console gets from a path and a key to a workplace."""

    path: Path
    stage: str
    practice: bool = False

    def unlock(self, secret: str) -> Unlocked:
        """The key for a passphrase or the recovery code; takes as long as the key file asks, right or wrong."""
        return unlock(self.path, secret)

    def enter(self, unlocked: Unlocked) -> Workplace:
        """The workplace on the record; one that another console writes, or nobody can, is opened to read only."""
        from agenda.record.opening import open_with_key  # the database: after the derivation has begun

        try:
            record = open_with_key(self.path, unlocked)
        except (Protected, RecordBusy):
            record = open_with_key(self.path, unlocked, read_only=True)
        return self.furnish(record)

    def furnish(self, record: Record) -> Workplace:
        """The workplace on a record that is open already."""
        from facilitator.console.workplace import make_workplace

        return make_workplace(record, stage=self.stage, practice=self.practice)


def run_console(record_path: Path, passphrase: str | None, *, practice: bool = False, stage: str | None = None) -> int:
    """Run the console to its end; its exit code. ``stage`` names the folder where it meets the wall.

    Raises:
        NoTerminal: if there is no window to draw in.
        Refused: if something that is no record lies at the path.
        Damaged: if record or key file are not what they should be.
        StageRefused: if this system has no place for the stage.
    """
    if not is_in_a_terminal():
        raise NoTerminal
    door = Doorway(record_path, str(stage_folder(Path(stage) if stage else None)), practice)
    refuse_half_restored(record_path)
    if not record_path.exists():
        if key_file_path(record_path).exists():
            raise Damaged(
                N_("The record is gone; only its key file is here."),
                N_("Put the record back beside it, or restore a backup. For another record: --record and a new name."),
            )
        return _run(lambda app: _set_up(door))
    if not record_path.is_file():
        raise Refused(N_("What lies at this place is no record."), N_("Name another place with --record."))
    if passphrase is None:
        return _run(lambda app: _ask(door))
    return _go_in(door, passphrase)


def is_in_a_terminal() -> bool:
    """Whether somebody can see and type; the screen is drawn on standard error, so that one counts as well."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _go_in(door: Doorway, passphrase: str) -> int:
    """Home at once; a passphrase that does not open the record is one line, and nothing was written."""
    derived = in_a_thread(lambda: door.unlock(passphrase))
    _load_screens()
    _prepare_words()
    awake = Awake()
    app = _app(lambda app: _home(), awake)
    _prepare_colours(app)
    try:
        app.workplace_or_none = door.enter(derived.result())
    except WrongKey as error:
        print(_(error.message), file=sys.stderr)  # noqa: T201 - there is no screen yet
        return REFUSED
    return _run_app(app, awake)


def in_a_thread(work: Callable[[], Unlocked]) -> Future[Unlocked]:
    """Start at once beside what else is to be done; asking for the result waits."""
    result: Future[Unlocked] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:
            result.set_exception(error)  # raised again where the result is asked for

    Thread(target=run, name="key", daemon=True).start()
    return result


def _load_screens() -> None:
    import facilitator.console.app
    import facilitator.console.home.screen
    import facilitator.console.workplace  # noqa: F401 - loaded while the key is derived


def _prepare_words() -> None:
    """The names of days and months, which Home begins with: read now, while there is time."""
    from facilitator.language import long_date

    long_date(date(2026, 11, 24))  # any day brings them


def _prepare_colours(app: ConsoleApp) -> None:
    """The style sheet is taken apart now; the application, once it runs, finds that done."""
    app.stylesheet.read_all(app.css_path)
    app.stylesheet.parse()


def _run(first: Callable[[ConsoleApp], Screen[Any]]) -> int:
    awake = Awake()
    return _run_app(_app(first, awake), awake)


def _app(first: Callable[[ConsoleApp], Screen[Any]], awake: Awake) -> ConsoleApp:
    from facilitator.console.app import ConsoleApp

    return ConsoleApp(first, awake=awake)


def _run_app(app: ConsoleApp, awake: Awake) -> int:
    from facilitator.crash import run_quietly

    try:
        return run_quietly(app)
    finally:
        awake.close()
        if app.workplace_or_none is not None:
            _close(app.workplace_or_none)


def _close(workplace: Workplace) -> None:
    """Leave the record; what changed since the last backup is in one before the program ends."""
    backups = workplace.backups
    record, now = workplace.record, workplace.clock.now()
    due = backups.is_due and record.is_in_place and not record.is_damaged  # otherwise the screen has said what is so
    workplace.close()
    if due:
        _tell(_("Backing up…"))
        try:
            standing = backups.make(now)
        except AgendaError as problem:
            _tell(str(error_words(problem)))
        else:
            if standing is not None and standing.newest is not None:
                said = _("Backed up to {file}; it was opened and checked.")
                _tell(said.format(file=standing.newest.path))


def _tell(words: str) -> None:
    """A line where the screen was; a window that was closed reads nothing any more, and the work goes on."""
    with suppress(OSError):
        print(words, file=sys.stderr)  # noqa: T201 - the screen is gone


def _home() -> Screen[Any]:
    from facilitator.console.home.screen import HomeScreen

    return HomeScreen(resume=True)


def _ask(door: Doorway) -> Screen[Any]:
    """First what the projector shows, while nothing private is on any screen; then the passphrase."""
    from agenda.clock import SystemClock
    from facilitator.console.door.passphrase import PassphraseScreen
    from facilitator.console.projector.letter_card import LetterCard
    from facilitator.console.projector.question import ProjectorScreen

    card = LetterCard(Path(door.stage), SystemClock())
    return ProjectorScreen(card, lambda: PassphraseScreen(door.unlock, door.enter))


def _set_up(door: Doorway) -> Screen[Any]:
    from facilitator.console.setup.screen import SetupScreen

    return SetupScreen(door.path, door.furnish)
