"""Another answer about the projector in the middle of the day: it was found, or its lamp went out."""

from __future__ import annotations

from facilitator.console.console import Console
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.projector.projector import Projector
from facilitator.language import _

ANSWERS = tuple(Projector)


async def ask_again(console: Console) -> None:
    """From the palette; no letter is shown now, because something else may be on the wall."""
    options = (
        _("the wall, in a window of its own"),
        _("this same screen"),
        _("nothing"),
        _("no projector today"),
    )
    here = ANSWERS.index(console.projector)
    place = await console.ask(ChoiceDialog(_("What does the projector show?"), options, chosen=here))
    if place is not None:
        console.projector = ANSWERS[place]
