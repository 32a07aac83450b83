"""The facilitator's telephone: prompted with words of the curriculum, and three buttons that do what a clicker does.

One telephone at a time, paired for this session only: a new pairing ends the one before, and a console started again
knows none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from agenda.public import PromptState, PublicPage, Scene
from facilitator.console.leading import Leading
from facilitator.stage.remote import MOST_ASKS, Button, Hand, new_pairing, pairing_hash, prompt_json

if TYPE_CHECKING:
    from facilitator.console.screens.session import SessionScreen

LOOKS_EVERY = 0.1
"""Seconds between two looks for a button."""
SIGN_OF_LIFE = 2.0
"""Seconds between two files of the same words."""


class Remote:
    """The telephone of one running session. ``obey`` carries out a button."""

    def __init__(self, leading: Leading, obey: Callable[[Button], None]) -> None:
        self._leading = leading
        self._wall = leading.desk.wall
        self._obey = obey
        self._hand: Hand | None = None
        self._pairing = ""
        self._revision = 0
        self._told: PromptState | None = None
        self._told_at = 0.0
        self._wall.tell_telephone(None)  # what another session left

    @property
    def is_paired(self) -> bool:
        """Whether a telephone may press."""
        return self._hand is not None

    def pair(self) -> str:
        """The code for one telephone; the one before is paired no more."""
        code = new_pairing()
        self._hand, self._pairing = Hand(self._wall.folder, code), pairing_hash(code)
        self._told = None
        self.look()
        return code

    def end(self) -> None:
        """No telephone any more."""
        self._hand = None
        self._wall.tell_telephone(None)

    def look(self) -> None:
        """Obey what was pressed, then tell the telephone what is so."""
        if self._hand is None:
            return
        for button in self._hand.take(self._leading.desk.clock.now()):
            self._obey(button)
        if self._hand is not None and self._leading.session.running:
            self._tell()

    def _tell(self) -> None:
        state = prompt(self._leading, self._pairing, self._wall.curtain)
        now = self._leading.desk.clock.monotonic()
        is_same = self._told is not None and replace(state, published_at=self._told.published_at) == self._told
        if is_same and now - self._told_at < SIGN_OF_LIFE:
            return
        self._told, self._told_at = state, now
        self._revision += 1
        self._wall.tell_telephone(prompt_json(replace(state, revision=self._revision)))


def prompt(leading: Leading, pairing: str, curtain: bool) -> PromptState:
    """What the telephone may know now. Of the flip chart only its question: its lines are the group's own words."""
    aside, page = leading.aside, leading.page
    public, ask = (aside.page, aside.ask) if aside else (page.public, page.ask)
    if aside is not None and aside.scene is Scene.FLIP_CHART:
        public = PublicPage(public.title)
    return PromptState(
        revision=0,
        published_at=leading.desk.clock.now(),
        pairing=pairing,
        heading=leading.source.words.phase(leading.phase.key.value).heading,
        page=public,
        ask=ask[:MOST_ASKS],
        following=_following(leading),
        until=_phase_ends(leading),
        curtain=curtain,
    )


def _following(leading: Leading) -> str:
    place = leading.page_index + 1
    return leading.pages[place].public.title if place < len(leading.pages) else ""


def _phase_ends(leading: Leading) -> datetime | None:
    """When the minutes of the phase are over, to the second; none while the clock stands or before it runs."""
    timeline = leading.timeline()
    if timeline.paused or timeline.current is None or leading.phase.id != leading.running.id:
        return None
    ends = leading.desk.clock.now() + timeline.left
    return ends.replace(microsecond=0) + timedelta(seconds=round(ends.microsecond / 1e6))


def carry_out(screen: SessionScreen, button: Button) -> None:
    """What a button does. The face of the console stays: one leads with the telephone, the other records."""
    leading = screen.leading
    if button is Button.NEXT:
        leading.clicker_next()
    elif button is Button.BACK:
        leading.clicker_back()
    elif not leading.desk.wall.curtain:
        screen.console.action_curtain()
    elif leading.shown().scene is not Scene.FLIP_CHART:  # what others wrote is uncovered at the console alone
        screen.console.uncover()
    screen.refresh_view()
