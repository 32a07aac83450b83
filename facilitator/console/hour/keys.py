"""The keys of a running session. Letters work in either case; no key means something else with Shift."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from facilitator.console.parts.letter_key import letter
from facilitator.language import _

HOUR_KEYS: list[BindingType] = [
    *(
        Binding(str(digit), f"choose({digit})", _("member"), id=f"session.digit{digit}", show=False,
                tooltip=_("Everyone") if digit == 0 else _("Choose the member with this digit"))
        for digit in range(10)
    ),
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
    letter("j", "remedy", _("catch up"), _("Goes without the phase that is named when minutes are missing")),
    letter("c", "preview", _("raise the curtain"), _("Shows what will appear; Enter raises the curtain")),
    Binding("tab", "other_face", _("other face"), id="session.tab", show=False, priority=True,
            tooltip=_("Room and People")),
    Binding("enter", "round", _("round"), id="session.enter", show=False,
            tooltip=_("The round of this phase")),
]  # fmt: skip
