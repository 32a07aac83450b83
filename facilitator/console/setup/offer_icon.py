"""The last question of the guided set-up: shall there be a start icon?"""

from __future__ import annotations

from pathlib import Path

from agenda.error import Refused
from facilitator.console.console import Console
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.setup.start_icon import make, usual_icons
from facilitator.language import _, ngettext
from facilitator.own_record import own_record


async def offer_icon(console: Console, record: Path) -> None:
    """Ask once, where this system has a place for one and nobody else's file is in the way."""
    wanted = usual_icons(None if _is_usual(record) else record)
    if not wanted:
        return
    question = _("Make a start icon for Facilitator?")
    hint = _("A click then starts the console. It stands on the desktop or in the menu, and names nobody.")
    if await console.ask(ConfirmDialog(question, hint=hint)):
        count = make(wanted)
        words = ngettext("{n} start icon was made.", "{n} start icons were made.", count).format(n=count)
        console.say(words if count else _("No start icon could be made."))


def _is_usual(record: Path) -> bool:
    try:
        return record == own_record()
    except Refused:
        return False
