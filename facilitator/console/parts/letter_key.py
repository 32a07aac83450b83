"""Keys that are letters: in either case, because no key means something else with Shift."""

from __future__ import annotations

from textual.binding import Binding


def letter(key: str, action: str, words: str, tooltip: str, *, room: str = "session") -> Binding:
    """A key that works as a small and as a capital letter."""
    return Binding(f"{key},{key.upper()}", action, words, id=f"{room}.{key}", tooltip=tooltip, show=False)
