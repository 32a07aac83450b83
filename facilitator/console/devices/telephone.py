"""The facilitator's telephone: prompted with words of the curriculum, and three buttons that do what a clicker does.

One telephone at a time, paired for this session only: a new pairing ends the one before, and a console started again
knows none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from agenda.public import PromptState, PublicPage, Scene
from agenda.session import PhaseKey
from facilitator.console.devices.clicker import CALM
from facilitator.console.hour.led_hour import LedHour
from facilitator.language import _
from facilitator.stage.telephone import MOST_ASKS, Button, Presses, new_pairing, pairing_hash, prompt_json

LOOKS_EVERY = 0.1
"""Seconds between two looks for a button."""
SIGN_OF_LIFE = 2.0
"""Seconds between two files of the same words."""
COMPLAINS_AGAIN = 60.0
"""Seconds in which at most one line is said about what was no button."""


class Telephone:
    """The telephone of one running session. ``obey`` carries out a button."""

    def __init__(self, led: LedHour, obey: Callable[[Button], None], say: Callable[[str], None]) -> None:
        self._led = led
        self._wall = led.workplace.wall
        self._obey, self._say = obey, say
        self._presses: Presses | None = None
        self._pairing = ""
        self._revision = 0
        self._told: PromptState | None = None
        self._told_at = 0.0
        self._complained_at = self._covered_at = float("-inf")
        self._was_covered = True
        self._is_taken = False
        self._taken: Callable[[], None] | None = None
        self._wall.tell_telephone(None)  # what another session left

    @property
    def is_paired(self) -> bool:
        """Whether a telephone may press."""
        return self._presses is not None

    def pair(self, taken: Callable[[], None] | None = None) -> str:
        """The code for one telephone; the one before is paired no more. ``taken`` is called when it is there."""
        code = new_pairing()
        self._presses, self._pairing = Presses(self._wall.folder, code), pairing_hash(code)
        self._told, self._taken, self._is_taken = None, taken, False
        self.look()
        return code

    def end(self) -> None:
        """No telephone any more."""
        self._presses = None
        self._wall.tell_telephone(None)

    def look(self) -> None:
        """Obey what was pressed, then tell the telephone what is so."""
        if self._presses is None:
            return
        self._watch_curtain()
        presses = self._presses
        for button in presses.take(self._led.workplace.clock.now()):
            if button is Button.HERE:
                self._is_here()
            elif button is not Button.UNCOVER or self._is_calm:
                self._obey(button)
                self._watch_curtain()
        if presses.others:
            self._complain()
        if self._presses is not None and self._led.session.running:
            self._tell()

    def _is_here(self) -> None:
        self._is_taken = True
        taken, self._taken = self._taken, None
        if taken is not None:
            taken()

    @property
    def _is_calm(self) -> bool:
        """Whether the curtain has been down long enough for a second press to be meant: no double tap raises it."""
        return self._led.workplace.clock.monotonic() - self._covered_at >= CALM

    def _watch_curtain(self) -> None:
        if self._wall.curtain and not self._was_covered:
            self._covered_at = self._led.workplace.clock.monotonic()
        self._was_covered = self._wall.curtain

    def _complain(self) -> None:
        now = self._led.workplace.clock.monotonic()
        if now - self._complained_at >= COMPLAINS_AGAIN:
            self._complained_at = now
            self._say(_("Something in the telephone's folder was not from it. It was put away."))

    def _tell(self) -> None:
        state = replace(prompt(self._led, self._pairing, self._wall.curtain), taken=self._is_taken)
        now = self._led.workplace.clock.monotonic()
        is_same = self._told is not None and replace(state, published_at=self._told.published_at) == self._told
        if is_same and now - self._told_at < SIGN_OF_LIFE:
            return
        self._told, self._told_at = state, now
        self._revision += 1
        self._wall.tell_telephone(prompt_json(replace(state, revision=self._revision)))


def prompt(led: LedHour, pairing: str, curtain: bool) -> PromptState:
    """What the telephone may know now. Of the flip chart only its question: its lines are the group's own words."""
    interlude, page = led.interlude, led.page
    public, ask = (interlude.page, interlude.ask) if interlude else (page.public, page.ask)
    if interlude is not None and interlude.scene is Scene.FLIP_CHART:
        public = PublicPage(public.title)
    return PromptState(
        revision=0,
        published_at=led.workplace.clock.now(),
        pairing=pairing,
        heading=led.source.words.phase(led.phase.key.value).heading,
        page=PublicPage(public.title, public.lines),
        ask=ask[:MOST_ASKS],
        following=_following(led),
        until=_phase_ends(led),
        curtain=curtain,
        paused=led.timeline().paused,
    )


def _following(led: LedHour) -> str:
    """What the next button leads to: the page behind an exercise, the next page, or the next phase; at a break none."""
    if led.interlude is not None:
        return led.page.public.title
    place = led.page_index + 1
    if place < len(led.pages):
        return led.pages[place].public.title
    following = led.phase_after(led.phase)
    if following is None or led.running.key is PhaseKey.BREAK:
        return ""
    return led.pages_in(following)[0].public.title


def _phase_ends(led: LedHour) -> datetime | None:
    """When the minutes of the phase are over, to the second; none while the clock stands or before it runs."""
    timeline = led.timeline()
    if timeline.paused or timeline.current is None or led.phase.id != led.running.id:
        return None
    ends = led.workplace.clock.now() + timeline.left
    return ends.replace(microsecond=0) + timedelta(seconds=round(ends.microsecond / 1e6))
