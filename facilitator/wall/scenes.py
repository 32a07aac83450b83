"""What each scene says: a public state becomes the words of one wall page.

Words only: where they stand at which size is for ``layout``, their colours for ``wall.tcss``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import assert_never

from agenda.public import Dots, PublicState, Scene, WorkSign
from facilitator.language import _, clock_time, ngettext
from facilitator.wall.letter import LETTERS
from facilitator.wall.typography import typographic
from legible import one_line

DONE, NOW, LATER = "✓ ", "► ", "  "
DOT, NO_DOT = "●", "○"
DISC_STEPS = 120
"""In how many steps the disc of an exercise empties: at eight minutes one each four seconds, which nobody sees jump."""
_NUMBERED = re.compile(r"(\d{1,2})  (\S.*)")
"""A line with its number, as options and steps are written: two spaces part them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: a sign before it, its text, and its part.

    ``plain``, and on the agenda ``now`` and ``done``; around a ``hero``, which is read from the last row, ``lead``
    before it and ``small`` after it.
    """

    text: str
    part: str = "plain"
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Everything one wall page says. ``ground`` is the kind of page: open, curtain or holding."""

    title: str
    lines: tuple[Line, ...] = ()
    dots: str = ""
    clock: str = ""
    left: str = ""
    """Of an exercise: how long it still goes on."""
    disc: int | None = None
    """Of an exercise: how much of ``DISC_STEPS`` is still to come."""
    qr: str | None = None
    big: str = ""
    """A letter to be drawn as large as the wall allows, in place of the title."""
    is_title_hero: bool = False
    """The title is all there is to read."""
    sign: WorkSign | None = None
    drawing: str = ""
    """The name of a drawing of the pack; where there is none, the lines have the whole width."""
    hint: str = ""
    """For whoever sets up a wall in a terminal."""
    ground: str = "open"


def words(state: PublicState | None, now: datetime) -> Words:
    """The words for this state; without one, the holding page. ``now`` is what the wall's own clock says."""
    if state is None:
        return holding()
    if state.curtain:
        return curtain()
    if state.scene is Scene.HOLDING:
        return holding()
    return replace(_SCENES[state.scene](state, now), clock=hour(now, state.zone) if state.clock else "")


def holding() -> Words:
    """Nobody publishes: calm, no clock, no reason."""
    return Words(_("One moment, please"), _plain(_("We will go on soon.")), ground="holding")


def curtain() -> Words:
    """What covers everything at one key; never black, no clock."""
    return Words(_("A quiet moment"), _plain(_("We will go on together.")), ground="curtain")


def hour(moment: datetime, zone: str) -> str:
    """``14:05`` in this zone; nothing at all for a zone unknown here, because a wrong hour is worse."""
    try:
        return clock_time(moment, zone)
    except (LookupError, ValueError, OSError, OverflowError):
        return ""


def sign_word(sign: WorkSign) -> str:
    """How the group works on this page, in one or two words."""
    match sign:
        case WorkSign.LISTEN:
            return _("Listen")
        case WorkSign.PAIRS:
            return _("Talk in pairs")
        case WorkSign.WRITE:
            return _("Write")
        case WorkSign.MOVE:
            return _("Move")
        case _:
            assert_never(sign)


def _page(state: PublicState, now: datetime) -> Words:
    return _with_code(replace(_titled(state), dots=_dots(state.dots)), state.qr)


def _agenda(state: PublicState, now: datetime) -> Words:
    at = state.dots.at if state.dots else 0
    lines = tuple(_part(_set(text, state), place, at) for place, text in enumerate(state.page.lines, start=1))
    return Words(_set(state.page.title, state) or _("Today"), lines)


def _part(text: str, place: int, at: int) -> Line:
    if place == at:
        return Line(text, "now", NOW)
    return Line(text, "done", DONE) if place < at else Line(text, "plain", LATER)


def _welcome(state: PublicState, now: datetime) -> Words:
    return _with_code(_or_ours(state, _("Welcome"), _("Good to see you.")), state.qr)


def _pause(state: PublicState, now: datetime) -> Words:
    return _or_ours(state, _("A short pause"), _("We take our time."))


def _break(state: PublicState, now: datetime) -> Words:
    said = _or_ours(state, _("Break"))
    back = hour(state.until, state.zone) if state.until else ""
    if not back:
        return said
    others = tuple(replace(line, part="small") for line in said.lines)
    return replace(said, lines=(Line(_("We come back at"), "lead"), Line(back, "hero"), *others))


def _goodbye(state: PublicState, now: datetime) -> Words:
    return _with_code(_or_ours(state, _("Thank you for coming"), _("See you next time.")), state.qr)


def _flip_chart(state: PublicState, now: datetime) -> Words:
    said = replace(_titled(state), dots=_dots(state.dots))
    return replace(said, title=said.title or _("What we collect"))


def _exercise(state: PublicState, now: datetime) -> Words:
    said = replace(_titled(state), dots=_dots(state.dots), left=_left(state.until, now), disc=_disc(state, now))
    return replace(said, title=said.title or _("Let us try it"), drawing="" if said.disc is not None else said.drawing)


def _left(until: datetime | None, now: datetime) -> str:
    """Whole minutes still to go, in quiet words; never below zero, and no more than a word at the end."""
    if until is None:
        return ""
    minutes = -(-(until - now) // timedelta(minutes=1))
    if minutes <= 0:
        return _("When you are ready")
    return ngettext("about {count} minute", "about {count} minutes", minutes).format(count=minutes)


def _disc(state: PublicState, now: datetime) -> int | None:
    if state.until is None or state.since is None or state.until <= state.since:
        return None
    share = (state.until - now) / (state.until - state.since)
    return round(DISC_STEPS * min(1.0, max(0.0, share)))


def _applause(state: PublicState, now: datetime) -> Words:
    said = _or_ours(state, _("Well done"))
    return replace(said, is_title_hero=not said.lines)


def _code(state: PublicState, now: datetime) -> Words:
    return _with_code(_or_ours(state, _("To read again at home")), state.qr)


def _letter(state: PublicState, now: datetime) -> Words:
    """By its letter the facilitator sees which screen is the projector."""
    said = _or_ours(state, _("This is the wall"))
    return replace(said, big=said.title if said.title in LETTERS else "")


def _feedback(state: PublicState, now: datetime) -> Words:
    return _or_ours(state, _("What was most useful?"))


_SCENES: dict[Scene, Callable[[PublicState, datetime], Words]] = {
    Scene.WELCOME: _welcome,
    Scene.AGENDA: _agenda,
    Scene.PAGE: _page,
    Scene.FLIP_CHART: _flip_chart,
    Scene.EXERCISE: _exercise,
    Scene.APPLAUSE: _applause,
    Scene.CODE: _code,
    Scene.FEEDBACK: _feedback,
    Scene.PAUSE: _pause,
    Scene.BREAK: _break,
    Scene.GOODBYE: _goodbye,
    Scene.LETTER: _letter,
}


def _titled(state: PublicState) -> Words:
    page = state.page
    lines = tuple(_line(text, state, place) for place, text in enumerate(page.lines, start=1))
    return Words(_set(page.title, state), lines, sign=page.sign, drawing=page.drawing)


def _line(text: str, state: PublicState, place: int) -> Line:
    numbered = _NUMBERED.fullmatch(text)
    sign, text = (f"{numbered[1]}  ", numbered[2]) if numbered else ("", text)
    return Line(_set(text, state), _role(place, state.page.hero), sign)


def _role(place: int, hero: int) -> str:
    if not hero:
        return "plain"
    return "hero" if place == hero else "lead" if place < hero else "small"


def _set(text: str, state: PublicState) -> str:
    return typographic(one_line(text), state.locale)


def _or_ours(state: PublicState, title: str, *lines: str) -> Words:
    """The page of this state, or our own words if it brings none."""
    said = _titled(state)
    if not said.title and not said.lines:
        said = Words(title, _plain(*lines))
    return replace(said, title=said.title or title)


def _with_code(said: Words, payload: str | None) -> Words:
    """A code, with its address in letters: paper and memory work without a camera (docs/domain.md 8)."""
    if not payload:
        return said
    address = one_line(payload).removeprefix("https://").removeprefix("http://")
    if not any(address.casefold() in line.text.casefold() for line in said.lines):
        said = replace(said, lines=(*said.lines, Line(address)))
    return replace(said, qr=payload)


def _plain(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(one_line(text)) for text in texts)


def _dots(dots: Dots | None) -> str:
    if dots is None or dots.of < 2:
        return ""
    return " ".join([DOT] * dots.at + [NO_DOT] * (dots.of - dots.at))
