"""Printing from the console: once a PDF is there, it goes to a printer, or it is only kept.

The queue is asked beside the screen; it answers within seconds, and until then everything else goes on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.error import N_, AgendaError, Refused
from facilitator.console.console import Console
from facilitator.console.parts.choice import NUMBERS, ChoiceDialog
from facilitator.console.parts.form import FormField
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.error_words import error_words
from facilitator.language import _
from facilitator.printing.choice import likely, print_on
from facilitator.printing.kept import keep_a_copy
from facilitator.printing.queue import Handed, NotPrinted, Printers, printers
from facilitator.printing.viewer import Open, viewer
from facilitator.printing.words import in_words

if TYPE_CHECKING:
    from textual.screen import Screen


MOST_OFFERED = len(NUMBERS) - 2
"""Printers with a number of their own; the last two keep the PDF or save it."""


async def offer_to_print(console: Console, pdf: Path, before: Screen[Any], counted: str) -> None:
    """``before`` is what was on top when the paper was ordered; ``counted`` says what it is.

    Whoever has gone on to something else meanwhile is not interrupted: the PDF is there, and where it is was said.
    """
    opens = viewer()
    try:
        found = Printers() if opens else await console.beside(printers)
    except NotPrinted:  # without a queue the PDF is what there is, and its place is on the screen already
        return
    if console.screen is not before:
        return
    try:
        if opens is not None:
            await _ask_to_open(console, pdf, opens, counted)
        elif found.names:
            await _ask_which(console, pdf, found, counted)
    except AgendaError as refused:
        _say(console, str(error_words(refused)), pdf)


async def _ask_which(console: Console, pdf: Path, found: Printers, counted: str) -> None:
    first = likely(found)
    names = sorted(found.names, key=lambda name: name != first)[:MOST_OFFERED]
    options = (*(_("Print on {printer}").format(printer=name) for name in names), *_without_printing())
    place = await console.ask(ChoiceDialog(_ready(counted), options, chosen=0 if first else len(names)))
    if place is not None and place < len(names):
        await _print(console, pdf, names[place])
    elif place == len(names) + 1:
        await _save(console, pdf)


async def _ask_to_open(console: Console, pdf: Path, opens: Open, counted: str) -> None:
    place = await console.ask(ChoiceDialog(_ready(counted), (_("Open it to print"), *_without_printing())))
    if place == 0:
        await console.beside(lambda: opens(pdf))
    elif place == 2:
        await _save(console, pdf)


def _ready(counted: str) -> str:
    return _("Paper is ready: {what}").format(what=counted)


def _without_printing() -> tuple[str, str]:
    return _("Only keep the PDF, for a day"), _("Save it in a folder of yours")


async def _save(console: Console, pdf: Path) -> None:
    """A copy where the person says; then ours is gone."""
    from platformdirs import user_documents_path

    field = FormField("place", _("Folder, or the name of a new file"), str(user_documents_path()))
    hint = _("The PDF holds names and is not encrypted: a folder that others see is no place for it.")
    texts = await console.ask(FormDialog(_("Save the PDF"), (field,), hint=hint))
    if texts is None or not texts["place"].strip():
        return
    saved = keep_a_copy(pdf, Path(texts["place"].strip()).expanduser())
    pdf.unlink(missing_ok=True)
    console.say(_("Saved: {file}").format(file=saved), seconds=12)


async def _print(console: Console, pdf: Path, printer: str) -> None:
    console.say(_("Handing it to the printer “{printer}” …").format(printer=printer), seconds=5)
    handed = await console.beside(lambda: _handed(pdf, printer))
    words = in_words(handed)
    if handed.trouble:
        _say(console, words, pdf)
    else:
        pdf.unlink(missing_ok=True)  # it holds names, and can be made again
        console.say(words, seconds=12)


def _handed(pdf: Path, printer: str) -> Handed:
    try:
        return print_on(pdf.read_bytes(), printer)
    except OSError:  # somebody took it away meanwhile
        raise Refused(N_("The PDF is not there any more."), N_("Make it once more.")) from None


def _say(console: Console, words: str, pdf: Path) -> None:
    kept = _("The PDF is kept: {file}").format(file=pdf)
    console.say(kept, title=words, is_problem=True, seconds=20)
