"""The keys of a running session. Letters work in either case; no key means something else with Shift."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from facilitator.language import _


def letter(key: str, action: str, words: str, tooltip: str) -> Binding:
    """A key that works as a small and as a capital letter."""
    return Binding(f"{key},{key.upper()}", action, words, id=f"session.{key}", tooltip=tooltip, show=False)


SESSION_KEYS: list[BindingType] = [
    *(
        Binding(str(digit), f"choose({digit})", _("member"), id=f"session.digit{digit}", show=False,
                tooltip=_("Everyone") if digit == 0 else _("Choose the member with this digit"))
        for digit in range(10)
    ),
    Binding("up", "up", _("member above"), id="session.up", show=False, tooltip=_("Choose the member above")),
    Binding("down", "down", _("member below"), id="session.down", show=False, tooltip=_("Choose the member below")),
    letter("h", "mark('here')", _("here"), _("Here since the start; with 0, all who are not marked")),
    letter("l", "mark('late')", _("late"), _("Late, arrived now; again: five minutes earlier")),
    letter("e", "excuse", _("excused"), _("Excused; a digit gives the reason, Enter none")),
    letter("x", "mark('absent')", _("absent"), _("Absent")),
    letter("o", "out_or_back", _("out, back"), _("Steps out of the room, and is back")),
    Binding("backspace", "mark('unknown')", _("unknown"), id="session.unknown", show=False,
            tooltip=_("Takes the mark away: not known yet")),
    Binding("space,right", "next_page", _("next page"), id="session.next", show=False, priority=True,
            tooltip=_("The next page of this phase")),
    Binding("left", "previous_page", _("page before"), id="session.previous", show=False, priority=True,
            tooltip=_("The page before in this phase")),
    Binding("pagedown", "clicker_next", _("next page or phase"), id="session.pagedown", show=False, priority=True,
            tooltip=_("The next page; past the last one the next phase, whose clock starts after 10 seconds")),
    Binding("pageup", "clicker_back", _("back"), id="session.pageup", show=False, priority=True,
            tooltip=_("The page before; within a minute also back into the phase before")),
    letter("m", "move_on", _("move on"), _("Go to another phase, take a break, end the session")),
    Binding("plus,equals_sign", "minutes(1)", _("a minute more"), id="session.plus", show=False,
            tooltip=_("A minute more for this phase")),
    Binding("minus,underscore", "minutes(-1)", _("a minute less"), id="session.minus", show=False,
            tooltip=_("A minute less for this phase")),
    letter("c", "uncover", _("raise the curtain"), _("Shows what will appear; Enter raises the curtain")),
    Binding("exclamation_mark", "came_up", _("something came up"), id="session.came-up", show=False,
            tooltip=_("The clock stands, the wall shows Pause; again: go on")),
    Binding("tab", "other_face", _("other face"), id="session.tab", show=False, priority=True,
            tooltip=_("Room and People")),
    letter("u", "undo", _("undo"), _("Takes the last mark back")),
    Binding("ctrl+r", "redo", _("redo"), id="session.redo", show=False, tooltip=_("Does what was undone again")),
    Binding("enter", "enter", _("more"), id="session.enter", show=False,
            tooltip=_("The chosen member; with nobody chosen, the round of this phase")),
]  # fmt: skip
