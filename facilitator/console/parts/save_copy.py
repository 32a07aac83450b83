"""The open record to another place: also where its own file was moved, replaced or removed meanwhile."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from agenda.error import Refused
from facilitator.console.console import Console
from facilitator.console.parts.form_dialog import FormDialog, FormField, Texts
from facilitator.language import _


async def save_a_copy(console: Console) -> None:
    """Ask where to, until it is written there or nobody wants it any more. Nothing is overwritten."""
    record = console.workplace.record
    typed = {"place": str(Path.home() / f"{'record' if record.path is None else record.path.name}-copy")}
    fields = [FormField("place", _("Where to"), longest=4096)]
    hint = _("Record and key file, whole as they are now, under a new name. Enter saves. Esc: back.")
    while True:
        texts = await console.ask(FormDialog(_("Save a copy of the record"), fields, _missing, hint=hint, typed=typed))
        if texts is None:
            return
        typed = texts
        place = _place(texts["place"])
        try:
            record.copy_to(place)
        except Refused as refused:
            console.refuse(refused)
        else:
            console.say(_("To open it: facilitator --record {path}").format(path=place), title=_("The copy is there."))
            return


def _missing(texts: Texts) -> dict[str, str]:
    place = texts["place"].strip()
    return {} if place and "\0" not in place else {"place": _("Please name a file.")}


def _place(text: str) -> Path:
    path = Path(text.strip())
    with suppress(RuntimeError):  # nobody's home: then it is a folder of this name
        path = path.expanduser()
    return path.absolute()
