"""Making backups from the screen: when somebody asks, and by itself after a session."""

from __future__ import annotations

from pathlib import Path

from agenda.error import AgendaError
from facilitator.backups.second_place import choose
from facilitator.backups.words import second_place_words
from facilitator.console.console import Console
from facilitator.console.parts.form_dialog import FormDialog, FormField
from facilitator.error_words import error_words
from facilitator.language import _
from facilitator.settings import second_place

STAYS = 12.0
"""Seconds the sentence stays: it names a folder somebody may want to read twice."""


async def back_up_now(console: Console) -> None:
    """Somebody asked: say that it is under way, then what was written where."""
    backups, clock = console.workplace.backups, console.workplace.clock
    if backups.path is None:
        console.say(_("There is nothing to back up: this record is for practice and is thrown away."))
        return
    console.say(_("Backing up… You can go on working."))
    standing = await console.beside(lambda: backups.make(clock.now()))
    if standing is None or standing.newest is None:
        return
    words = _("Backed up, opened and checked: {folder}.").format(folder=standing.newest.path.parent)
    console.say(" ".join((words, second_place_words(standing))).strip(), seconds=STAYS)


async def back_up_by_itself(console: Console) -> None:
    """After a session, beside the goodbye: silent, whatever comes of it. Home says what kept it from being made."""
    backups, clock = console.workplace.backups, console.workplace.clock
    if not backups.is_due:
        return
    try:
        await console.beside(lambda: backups.make(clock.now()))
    except AgendaError:
        return  # kept with the backups, and said on Home, where somebody has time for it


async def ask_second_place(console: Console) -> None:
    """Name a stick or share that gets a copy of each backup; an empty line names none any more."""
    known = second_place()
    dialog = FormDialog(
        _("A second place for backups"),
        (FormField("place", _("Folder"), "" if known is None else str(known)),),
        hint=_("A stick or a share: its folder. Empty: none. Enter saves. Esc: back."),
    )
    texts = await console.ask(dialog)
    if texts is None:
        return
    typed = texts["place"].strip()
    place = place_of(typed) if typed else None
    await console.beside(lambda: choose(place))
    if place is None:
        console.say(_("Backups have no second place any more."))
        return
    backups = console.workplace.backups
    await console.beside(backups.look)
    said = second_place_words(backups.standing) if backups.standing is not None else ""
    console.say(said or _("Copies of backups will go to {place}.").format(place=place))


def place_of(typed: str) -> Path:
    """The folder typed; ``~`` is the home folder."""
    path = Path(typed)
    try:
        return path.expanduser().absolute()
    except RuntimeError:  # nobody's home
        return path.absolute()


def problem_words(problem: AgendaError) -> str:
    """A backup that could not be made, as a line on Home."""
    words = error_words(problem)
    return _("The last backup was not made. {why} {what}").format(why=words.message, what=words.hint)
