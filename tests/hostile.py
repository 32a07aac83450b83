"""Text that nobody should type, and what must never reach a screen, a file or paper."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = (
    "\x00", "\x07", "\x08", "\x1b[2J", "\x1b]52;c;aGk=\x07", "\x7f", "\x85", "\x90", "\x9b31m", "\x9d", "\r", "\x0b",
    "\x0c", "\u2028", "\u2029", "\ud83d", "\udc00", *TURNING, "\ufffe", "\uffff", "\u206a", "\ufff9",
)  # fmt: skip
"""Each steers a terminal, ends a text, turns it round or cannot be written."""


def any_text(longest: int = 60) -> st.SearchStrategy[str]:
    """Any text at all, halves of characters too, and the hostile signs much more often than by chance."""
    letters = st.characters(codec=None, categories=None) | st.sampled_from(HOSTILE)
    return st.lists(letters, max_size=longest).map("".join)


def is_legible(text: str) -> bool:
    """Whether nothing in it steers, turns or cannot be written; said in other words than the function that cleans."""
    kinds = {unicodedata.category(sign) for sign in text if sign not in "\n\t"}
    return not kinds & {"Cc", "Cs", "Zl", "Zp"} and not set(text) & {*TURNING, *"\u206a\ufff9\ufffe\uffff"}
