"""How the letters of this terminal are made larger: each has keys of its own, and none can be told to from inside."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.language import _

MANY_COLUMNS = 72
"""A wall that has more columns than this has small letters."""


def how(environment: Mapping[str, str]) -> str:
    """What to press, in one sentence."""
    if environment.get("TERM_PROGRAM") in ("Apple_Terminal", "iTerm.app"):
        return _("Larger letters: Cmd and +")
    if "KITTY_WINDOW_ID" in environment or environment.get("TERM_PROGRAM") == "WezTerm":
        return _("Larger letters: Ctrl, Shift and +")
    if environment.get("TERM") == "linux":
        return _("Larger letters: setfont -d, before the wall is started")
    return _("Larger letters: Ctrl and +")
