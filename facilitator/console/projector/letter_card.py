"""The letter by which the facilitator sees, before the passphrase, which screen is the projector."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from secrets import choice

from agenda.clock import Clock
from agenda.public import PublicState, Scene, UnreadableState, from_json
from agenda.publish import publish
from facilitator.console.hour.pages import letter_page
from facilitator.language import locale
from facilitator.stage import Publisher, open_walls, read_raw
from facilitator.wall.letter import LETTERS

AN_HOUR_AGO = timedelta(hours=3)
"""A console that published within this may have led the hour that is still on."""


class LetterCard:
    """Shows one letter on every open wall, from its first ``show`` until ``close``.

    It stands before the passphrase: there is no record and no session, and it knows nothing but its letter. Where
    another console has the wall, that one's page stays. Where a session was on here a moment ago, the group may be
    sitting before the wall: it stays calm until the letter is asked for.
    """

    def __init__(self, stage: Path, clock: Clock, draw: Callable[[str], str] = choice) -> None:
        self.letter = draw(LETTERS)
        self._stage = stage
        self._clock = clock
        self._publisher: Publisher | None = None
        self._shown = 0
        self._closed = False
        self._is_asked_for = False

    @property
    def is_withheld(self) -> bool:
        """Whether the wall is left calm, because the group may look at it."""
        return not self._is_asked_for and self._publisher is None and _was_on(self._stage, self._clock.now())

    def ask_for(self) -> None:
        """Nobody is looking: the letter, please."""
        self._is_asked_for = True
        self.show()

    @property
    def has_wall(self) -> bool:
        """False while another console has the wall."""
        return self._publisher is not None and self._publisher.has_wall

    @property
    def is_seen(self) -> bool:
        """Whether any wall is open."""
        return open_walls(self._stage, self._clock.now()) > 0

    def show(self) -> None:
        """Show it, and again as a sign of life; after ``close`` nothing."""
        if self._closed or self.is_withheld:
            return
        if self._publisher is None:
            self._publisher = Publisher(self._stage, self._clock.now)
        self._publisher.publish(self._state(curtain=False))

    def close(self) -> None:
        """The question is answered: the curtain comes down, and the wall is free for the session."""
        self._closed = True
        publisher, self._publisher = self._publisher, None
        if publisher is not None:
            publisher.publish(self._state(curtain=True))
            publisher.close()

    def _state(self, *, curtain: bool) -> PublicState:
        self._shown += 1
        return publish(
            revision=self._shown,
            now=self._clock.now(),
            zone="UTC",
            locale=locale(),
            scene=Scene.LETTER,
            page=letter_page(self.letter),
            clock=False,
            curtain=curtain,
        )


def _was_on(stage: Path, now: datetime) -> bool:
    """Whether what was published last may be of the hour that is on; a letter card's own pages are not."""
    raw = read_raw(stage)
    try:
        last = from_json(raw) if raw is not None else None
    except UnreadableState:
        return False
    return last is not None and last.scene is not Scene.LETTER and abs(now - last.published_at) < AN_HOUR_AGO
