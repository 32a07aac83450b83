"""Text as it may reach a screen, a file or paper: the floor below agenda, content and facilitator.

Whatever somebody typed, pasted or wrote into a lesson comes through here before it is kept or shown. What would steer
a terminal, turn the direction of the words around it, or could not be written at all is gone; every letter stays.
"""

from __future__ import annotations

import re

__all__ = ["legible", "one_line"]

_BREAK = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
"""What begins a new line for one reader or another."""

_NEVER = (
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, those of eight bits (C1) too: they steer terminals and end files
    "\u202a-\u202e\u2066-\u2069"  # direction overrides and isolates: what is read is not what is written
    "\u206a-\u206f\ufff9-\ufffb"  # what was once used for the same
    "\ud800-\udfff\ufffe\uffff"  # halves of characters and no characters: no file can hold them
    "]"
)


def legible(text: str) -> str:
    """The text with line breaks as ``\\n``; tabs stay, and so do the marks and joiners that writing needs."""
    if text.isprintable():  # nearly always, and it looks at each letter once
        return text
    return re.sub(_NEVER, "", re.sub(_BREAK, "\n", text))  # compiled at their first use: most commands never do


def one_line(text: str) -> str:
    """The same on one line, with single spaces in it and none around it."""
    return " ".join(legible(text).split())
