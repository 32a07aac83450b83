"""Whether the wall shows the page, in a word that stands in the first line of every screen of the hour."""

from __future__ import annotations

from rich.text import Text

from facilitator.console.parts.colour import GOLD, GREEN, QUIET, RED, stamp
from facilitator.console.projector.broadcast import Broadcast
from facilitator.console.projector.projector import Projector
from facilitator.language import _


def badge(wall: Broadcast, projector: Projector) -> Text:
    """Whether the wall shows the page, the curtain, or belongs to another console: a word, not a colour alone."""
    if projector is Projector.NONE:
        return Text(" " + _("NO WALL") + " ", stamp(QUIET))
    if not wall.has_wall:
        return Text(" " + _("ANOTHER CONSOLE HAS THE WALL") + " ", stamp(RED))
    if wall.problem or not wall.is_seen:
        return Text(" " + _("NO WALL") + " ", stamp(RED))
    if wall.curtain:
        return Text(" " + _("CURTAIN") + " ", stamp(GOLD))
    return Text(" " + _("WALL ON") + " ", stamp(GREEN))
