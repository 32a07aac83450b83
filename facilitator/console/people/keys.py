"""The keys of the People face: each marks the chosen member, or says that nobody is chosen."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from facilitator.console.parts.letter_key import letter
from facilitator.console.people.status import status_keys, status_word
from facilitator.language import _

PEOPLE_KEYS: list[BindingType] = [
    Binding("up", "move(-1)", _("member above"), id="people.up", show=False, tooltip=_("Choose the member above")),
    Binding("down", "move(1)", _("member below"), id="people.down", show=False, tooltip=_("Choose the member below")),
    *(letter(key, does, status_word(status), says) for status, (key, does, says) in status_keys().items()),
    letter("o", "out_or_back", _("out, back"), _("Steps out of the room, and is back")),
    Binding("backspace", "mark('unknown')", _("unknown"), id="session.unknown", show=False,
            tooltip=_("Takes the mark away: not known yet")),
    letter("y", "review('done')", _("done"), _("Homework from last time: done")),
    letter("s", "review('some')", _("some"), _("Homework from last time: some of it")),
    letter("n", "review('not yet')", _("not yet"), _("Homework from last time: not yet")),
    letter("t", "turn", _("turn"),
           _("Asked to take a turn: today; again: not today; again: not asked. With nobody chosen: who is asked next")),
    letter("g", "hold", _("goal review"), _("Goal review held; Enter opens the goal sheet")),
    letter("a", "agree", _("agree"), _("Agree homework: a digit takes the lesson's option, Enter own words")),
    letter("v", "spoke", _("has spoken"), _("Has spoken today; who has not bears a quiet sign. Kept nowhere")),
    letter("r", "respond", _("response"), _("How they took part today, and their words")),
    letter("k", "techniques", _("techniques"), _("Techniques and skills used today")),
    letter("u", "undo", _("undo"), _("Takes the last mark back")),
    Binding("ctrl+r", "redo", _("redo"), id="session.redo", show=False, tooltip=_("Does what was undone again")),
    Binding("enter", "open_member", _("more"), id="people.enter", show=False,
            tooltip=_("The chosen member; with nobody chosen, the round of this phase")),
]  # fmt: skip

_NOBODY_NEEDED = ("move(", "techniques", "undo", "redo", "open_member")
MARK_KEYS = ",".join(
    one.key for one in PEOPLE_KEYS if isinstance(one, Binding) and not one.action.startswith(_NOBODY_NEEDED)
)
"""The keys that are about somebody; where nobody can be chosen they say so."""
