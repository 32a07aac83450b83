"""Another answer about the projector in the middle of the day: it was found, or its lamp went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.projector.projector import Projector
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp

ANSWERS = tuple(Projector)


def ask_again(console: ConsoleApp) -> None:
    """From the palette; no letter is shown now, because something else may be on the wall."""

    def answered(place: int | None) -> None:
        if place is not None:
            console.projector = ANSWERS[place]

    options = (
        _("the wall, in a window of its own"),
        _("this same screen"),
        _("nothing"),
        _("no projector today"),
    )
    here = ANSWERS.index(console.projector)
    console.push_screen(ChoiceDialog(_("What does the projector show?"), options, chosen=here), answered)
