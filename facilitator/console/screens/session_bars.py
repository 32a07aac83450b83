"""The first and the last line of a running session."""

from __future__ import annotations

from rich.text import Text

from facilitator.console.broadcast import Broadcast
from facilitator.console.leading import Leading
from facilitator.console.rounds import ROUNDS
from facilitator.console.widgets.title import TitleBar
from facilitator.language import _, clock_time

Pair = tuple[str, str]


def show_title(bar: TitleBar, leading: Leading, wall: Broadcast) -> None:
    """Group, session and lesson on the left; the wall and the time on the right."""
    number = leading.session.number
    parts = [_("session {number}").format(number=number)] if number else []
    if leading.given is not None:
        parts.append(leading.given.title)
    bar.show(leading.group.name, parts, _right(leading, wall))


def _right(leading: Leading, wall: Broadcast) -> Text:
    time = clock_time(leading.desk.clock.now(), leading.session.zone)
    return Text.assemble(badge(wall), "  ", (time, "bold"))


def badge(wall: Broadcast) -> Text:
    """Whether the wall shows the page, the curtain, or belongs to another console: a word, not a colour alone."""
    if not wall.has_wall:
        return Text(" " + _("ANOTHER CONSOLE HAS THE WALL") + " ", "bold #171920 on #f0a193")
    if wall.problem:
        return Text(" " + _("NO WALL") + " ", "bold #171920 on #f0a193")
    if wall.curtain:
        return Text(" " + _("CURTAIN") + " ", "bold #171920 on #e8c37e")
    return Text(" " + _("WALL ON") + " ", "bold #171920 on #a3cf85")


def footer_pairs(leading: Leading, is_room: bool, curtain: bool) -> tuple[Pair, ...]:
    """The keys of this phase, curtain first."""
    first = ("c", _("curtain up")) if curtain else ("b", _("curtain"))
    last = ("F1", _("keys"))
    if not is_room:
        return (
            first,
            ("1-9", _("who")),
            ("h", _("here")),
            ("l", _("late")),
            ("e", _("excused")),
            ("x", _("absent")),
            ("Tab", _("room")),
            ("o", _("out, back")),
            ("u", _("undo")),
            ("Enter", _("more")),
            last,
        )
    round_key = (("Enter", _("round")),) if leading.phase.key in ROUNDS else ()
    return (
        first,
        (_("space"), _("next")),
        ("m", _("move on")),
        *round_key,
        ("Tab", _("people")),
        ("!", _("pause")),
        ("+ -", _("minute")),
        last,
    )
