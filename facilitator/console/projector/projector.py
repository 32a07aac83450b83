"""What the projector shows today, as the facilitator answered before the passphrase."""

from __future__ import annotations

from enum import StrEnum


class Projector(StrEnum):
    """Where the wall is."""

    WALL = "wall"
    """On the projector, in a window of its own: also what holds where nobody was asked."""
    SAME = "same"
    """On the projector is this very screen: F4 makes it the wall and back."""
    NOTHING = "nothing"
    """Nowhere yet."""
    NONE = "none"
    """Nowhere today: nothing speaks of the wall."""
