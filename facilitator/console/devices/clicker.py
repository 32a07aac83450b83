"""Presentation clickers: one press counts once, and the key that lowered the curtain may raise it again.

A clicker is held in a pocket or a lap. Its keys bounce, are held down and pressed by mistake; so what lies within a
moment is one press, and a curtain comes up again only after a calm second press of the very same key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from agenda.public import Scene

BOUNCE = 0.15
"""Seconds of silence after which the same key counts anew."""
CALM = 1.0
"""Seconds without that key after which a second press may raise the curtain."""
REACH = 60.0
"""Seconds after lowering within which it may."""


def _is_expected(scene: Scene) -> bool:
    match scene:
        case (
            Scene.WELCOME
            | Scene.AGENDA
            | Scene.PAGE
            | Scene.EXERCISE
            | Scene.APPLAUSE
            | Scene.CODE
            | Scene.FEEDBACK
            | Scene.PAUSE
            | Scene.BREAK
            | Scene.GOODBYE
        ):
            return True
        case Scene.FLIP_CHART | Scene.HOLDING | Scene.LETTER:
            return False
        case _:
            assert_never(scene)


RAISED = frozenset(scene for scene in Scene if _is_expected(scene))
"""What a clicker may uncover: pages everyone expects. The words of the group on a flip chart are raised by ``c``."""


class Clicker:
    """Remembers when which key was heard last. ``monotonic`` is in seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._key = ""
        self._heard = self._before = float("-inf")
        self._lowered: tuple[str, float] | None = None

    def hear(self, key: str) -> None:
        """Every key that reaches the console, whatever it does."""
        key, now = key.lower(), self._monotonic()
        self._before = self._heard if key == self._key else float("-inf")
        self._key, self._heard = key, now
        if self._lowered is not None and self._lowered[0] != key:
            self._lowered = None

    @property
    def is_a_bounce(self) -> bool:
        """Whether the key heard now is still the press before."""
        return self._heard - self._before < BOUNCE

    def lowered(self) -> None:
        """The key heard now covered the wall."""
        self._lowered = (self._key, self._heard)

    def may_raise(self, scene: Scene) -> bool:
        """Whether the key heard now is the second calm press, and nothing but a page waits behind the curtain."""
        if self._lowered is None or scene not in RAISED:
            return False
        _key, since = self._lowered
        return self._heard - self._before >= CALM and self._heard - since <= REACH

    def forget(self) -> None:
        """The wall was covered or uncovered by other means."""
        self._lowered = None
