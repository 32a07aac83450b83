"""Paper from the console: the session pack before the hour, plan slips and missed handouts after it.

What stands on paper is read at once; setting it takes a moment and happens beside the screen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agenda.error import AgendaError
from agenda.session import Session
from facilitator.console.dialogs.choice import ChoiceDialog
from facilitator.console.printing_flow import offer_to_print
from facilitator.language import _
from facilitator.printing.kept import keep, paper_folder

if TYPE_CHECKING:
    from textual.screen import Screen

    from facilitator.console.app import ConsoleApp
    from facilitator.paperwork.press import Pressed, Progress

KINDS = ("before", "after")


def offer_paper(console: ConsoleApp, session: Session, folder: Path | None = None) -> None:
    """Ask which paper, then make it into a PDF in the person's documents folder, say where it is, offer to print it."""
    before = console.screen

    def chosen(place: int | None) -> None:
        if place is not None:
            _make(console, session, KINDS[place], folder or paper_folder(), before)

    options = (
        _("Session pack: handouts, goal sheets of those to be asked, circle sheet"),
        _("After the hour: plan slips, handouts for those who were not there"),
    )
    console.push_screen(ChoiceDialog(_("Paper"), options, chosen=1 if session.ended_at else 0), chosen)


def _make(console: ConsoleApp, session: Session, kind: str, folder: Path, before: Screen[object]) -> None:
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
            keep(target, pressed.pdf)
        except AgendaError as refused:
            console.call_from_thread(console.refuse, refused)
            return
        console.call_from_thread(_say, console, target, pressed)
        offer_to_print(console, target, before)

    console.run_worker(work, thread=True, exclusive=True, exit_on_error=False, group="paper")


def _in_quarters(tell: Progress) -> Progress:
    """Progress that does not fill the screen."""

    def told(ready: int, count: int) -> None:
        if ready == count or ready % max(1, count // 4) == 0:
            tell(ready, count)

    return told


def _say(console: ConsoleApp, target: Path, pressed: Pressed) -> None:
    console.notify(str(target), title=_("Paper is ready to print; delete it afterwards"), timeout=12, markup=False)
    if pressed.replaced:
        names = ", ".join(pressed.replaced)
        console.notify(_("Printed as □: {names}.").format(names=names), severity="warning", markup=False)
