"""What stands in front of a phase's page for a while: applause, the flip chart; an exercise or code out of its place.

The page behind it stays where it was; the next turn of a page takes the interlude away. A console started again is
back at the page, so nothing here is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from agenda.flip_chart import ChartLine
from agenda.public import MOST_DOTS, Dots, PublicPage, Scene
from content.lesson import Lesson
from facilitator.console.hour.pages import EXERCISE_MINUTES, chart_page, code_page, exercise_page, public_page
from facilitator.language import _


@dataclass(frozen=True, slots=True)
class Interlude:
    """A scene with its page. ``ask`` is for the facilitator alone."""

    scene: Scene
    page: PublicPage
    ask: tuple[str, ...] = ()
    dots: Dots | None = None
    until: datetime | None = None
    qr: str | None = None
    since: datetime | None = None
    is_parking: bool = False
    """Of a flip chart: the page of what must wait."""


def applause() -> Interlude:
    """Well done, and no name."""
    return Interlude(Scene.APPLAUSE, public_page(_("Well done")), (_("Applaud together. Mean it."),))


def exercise(lesson: Lesson, now: datetime) -> Interlude:
    """The lesson's practice with a quiet countdown, where its page is not among those of today."""
    page = exercise_page(lesson)
    ends = now + timedelta(minutes=EXERCISE_MINUTES)
    return Interlude(Scene.EXERCISE, page.public, page.ask, until=ends, since=now)


def lesson_code(lesson: Lesson, payload: str | None) -> Interlude:
    """The code of the lesson's handout, the one that is printed on it."""
    page = code_page(lesson)
    return Interlude(Scene.CODE, page.public, page.ask, qr=payload)


def chart_interlude(lines: tuple[ChartLine, ...], heading: str, *, is_parking: bool = False) -> Interlude:
    """The last page of the chart; an empty one with its question before the first line."""
    mine = [line for line in lines if line.parked is is_parking]
    if is_parking:
        last_page = mine[-1].page if mine else 0
        page = chart_page(_("For another time"), (line.text for line in mine if line.page == last_page))
        return Interlude(Scene.FLIP_CHART, page, _ask(), is_parking=True)
    if not mine or mine[-1].heading != heading:
        return Interlude(Scene.FLIP_CHART, chart_page(heading, ()), _ask())
    last = mine[-1]
    page = chart_page(last.heading, (line.text for line in mine if line.page == last.page))
    return Interlude(Scene.FLIP_CHART, page, _ask(), _dots(last.page))


def _dots(page: int) -> Dots | None:
    return Dots(page, page) if 1 < page <= MOST_DOTS else None


def _ask() -> tuple[str, ...]:
    return (_("Write what they say in their own words, and no names."), _("Read each line out once it is up."))
