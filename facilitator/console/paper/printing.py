"""Printing from the console: once a PDF is there, it goes to a printer, or it is only kept.

The queue is asked beside the screen; it answers within seconds, and until then everything else goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.error import N_, AgendaError, Refused
from facilitator.console.parts.choice import NUMBERS, ChoiceDialog
from facilitator.error_words import error_words
from facilitator.language import _
from facilitator.printing.choice import likely, print_on
from facilitator.printing.queue import NotPrinted, Printers, printers
from facilitator.printing.viewer import Open, viewer
from facilitator.printing.words import in_words

if TYPE_CHECKING:
    from textual.screen import Screen

    from facilitator.console.app import ConsoleApp

MOST_OFFERED = len(NUMBERS) - 1
"""Printers with a number of their own; the last number keeps the PDF."""


def offer_to_print(console: ConsoleApp, pdf: Path, before: Screen[object]) -> None:
    """Called beside the screen, from a worker. ``before`` is what was on top when the paper was ordered.

    Whoever has gone on to something else meanwhile is not interrupted: the PDF is there, and where it is was said.
    """
    opens = viewer()
    try:
        found = Printers() if opens else printers()
    except NotPrinted:  # without a queue the PDF is what there is, and its place is on the screen already
        return
    if opens is not None:
        console.call_from_thread(_ask_to_open, console, pdf, before, opens)
    elif found.names:
        console.call_from_thread(_ask_which, console, pdf, before, found)


def _ask_which(console: ConsoleApp, pdf: Path, before: Screen[object], found: Printers) -> None:
    first = likely(found)
    names = sorted(found.names, key=lambda name: name != first)[:MOST_OFFERED]

    def chosen(place: int | None) -> None:
        if place is not None and place < len(names):
            _print(console, pdf, names[place])

    options = (*(_("Print on {printer}").format(printer=name) for name in names), _("Only keep the PDF"))
    if console.screen is before:
        console.push_screen(ChoiceDialog(_("Paper is ready"), options, chosen=0 if first else len(names)), chosen)


def _ask_to_open(console: ConsoleApp, pdf: Path, before: Screen[object], opens: Open) -> None:
    def chosen(place: int | None) -> None:
        if place == 0:
            _beside(console, pdf, lambda: opens(pdf))

    options = (_("Open it to print"), _("Only keep the PDF"))
    if console.screen is before:
        console.push_screen(ChoiceDialog(_("Paper is ready"), options), chosen)


def _print(console: ConsoleApp, pdf: Path, printer: str) -> None:
    def work() -> None:
        try:
            handed = print_on(pdf.read_bytes(), printer)
        except OSError:  # somebody took it away meanwhile
            raise Refused(N_("The PDF is not there any more."), N_("Make it once more.")) from None
        words = in_words(handed)
        if handed.trouble:
            console.call_from_thread(_say, console, words, pdf)
        else:
            pdf.unlink(missing_ok=True)  # it holds names, and can be made again
            console.call_from_thread(console.notify, words, timeout=12, markup=False)

    console.notify(_("Handing it to the printer “{printer}” …").format(printer=printer), timeout=5, markup=False)
    _beside(console, pdf, work)


def _say(console: ConsoleApp, words: str, pdf: Path) -> None:
    kept = _("The PDF is kept: {file}").format(file=pdf)
    console.notify(kept, title=words, severity="warning", timeout=20, markup=False)


def _beside(console: ConsoleApp, pdf: Path, work: Callable[[], None]) -> None:
    """Off the screen's thread; a refusal is said, and where the PDF is that it leaves."""

    def said() -> None:
        try:
            work()
        except AgendaError as refused:
            console.call_from_thread(_say, console, str(error_words(refused)), pdf)

    console.run_worker(said, thread=True, exclusive=True, exit_on_error=False, group="printing")
