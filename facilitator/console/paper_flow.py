"""Paper from the console: the session pack before the hour, plan slips and missed handouts after it.

What stands on paper is read at once; setting it takes a moment and happens beside the screen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agenda.error import N_, AgendaError, Refused
from agenda.session import Session
from facilitator.console.dialogs.choice import ChoiceDialog
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp
    from facilitator.paperwork.press import Pressed, Progress

KINDS = ("before", "after")


def offer_paper(console: ConsoleApp, session: Session, folder: Path | None = None) -> None:
    """Ask which paper, then make it into a PDF in the person's documents folder and say where it is."""

    def chosen(place: int | None) -> None:
        if place is not None:
            _make(console, session, KINDS[place], folder or _documents_folder())

    options = (
        _("Session pack: handouts, goal sheets of those to be asked, circle sheet"),
        _("After the hour: plan slips, handouts for those who were not there"),
    )
    console.push_screen(ChoiceDialog(_("Paper"), options, chosen=1 if session.ended_at else 0), chosen)


def _documents_folder() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path() / "Facilitator"


def _make(console: ConsoleApp, session: Session, kind: str, folder: Path) -> None:
    from facilitator.paperwork.paper import Paper
    from facilitator.paperwork.press import press
    from facilitator.session_paper import documents_after, documents_before

    paper = Paper(language=session.locale)
    read = documents_after if kind == "after" else documents_before
    try:
        documents = read(console.desk.record, session, paper)
    except AgendaError as refused:
        console.refuse(refused)
        return
    target = folder / f"session-{session.number or 0}-{kind}.pdf"

    def told(ready: int, count: int) -> None:
        words = _("Paper: {ready} of {count}").format(ready=ready, count=count)
        console.call_from_thread(console.notify, words, timeout=2, markup=False)

    def work() -> None:
        try:
            pressed = press(documents, paper, _("Session pack"), _in_quarters(told))
            _write(target, pressed)
        except AgendaError as refused:
            console.call_from_thread(console.refuse, refused)
            return
        console.call_from_thread(_say, console, target, pressed)

    console.run_worker(work, thread=True, exclusive=True, exit_on_error=False, group="paper")


def _in_quarters(tell: Progress) -> Progress:
    """Progress that does not fill the screen."""

    def told(ready: int, count: int) -> None:
        if ready == count or ready % max(1, count // 4) == 0:
            tell(ready, count)

    return told


def _write(target: Path, pressed: Pressed) -> None:
    from facilitator.cli.export import write_whole

    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Refused(N_("The folder for paper cannot be made."), N_("Use: facilitator pack -o FILE")) from None
    write_whole(target, pressed.pdf)


def _say(console: ConsoleApp, target: Path, pressed: Pressed) -> None:
    console.notify(str(target), title=_("Paper is ready to print; delete it afterwards"), timeout=12, markup=False)
    if pressed.replaced:
        names = ", ".join(pressed.replaced)
        console.notify(_("Printed as □: {names}.").format(names=names), severity="warning", markup=False)
