"""What stands in front of a phase's page for a while: an exercise, applause, the lesson's code, the flip chart.

The page behind it stays where it was; the next turn of a page takes the interlude away. A console started again is
back at the page, so nothing here is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from agenda.flip_chart import ChartLine
from agenda.public import MOST_DOTS, Dots, PublicPage, Scene
from content.lesson import Lesson
from content.practice import steps_in_short
from facilitator.console.hour.pages import chart_page, public_page
from facilitator.language import _

_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+")
EXERCISE_MINUTES = 8
"""What a practice takes in most lessons; the minutes of the phase go on beside it."""


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


def applause() -> Interlude:
    """Well done, and no name."""
    return Interlude(Scene.APPLAUSE, public_page(_("Well done")), (_("Applaud together. Mean it."),))


def exercise(lesson: Lesson, now: datetime) -> Interlude:
    """The lesson's practice by its name, its steps in short and a quiet countdown; the console has them in full."""
    name, what = practice_of(lesson)
    page = public_page(name, (*((what,) if what else ()), *steps_in_short(lesson.practice[1:])))
    ends = now + timedelta(minutes=EXERCISE_MINUTES)
    return Interlude(Scene.EXERCISE, page, lesson.practice, until=ends, since=now)


def practice_of(lesson: Lesson) -> tuple[str, str]:
    """The name of the exercise and how it is done in one line: its first two sentences."""
    first = lesson.practice[0] if lesson.practice else ""
    name, what, *_more = [*_SENTENCE_END.split(first), "", ""]
    return name.rstrip("."), what


def lesson_code(lesson: Lesson, payload: str) -> Interlude:
    """The code of the lesson's handout, the one that is printed on it."""
    page = public_page(_("To read again at home"), (lesson.entry.title,))
    return Interlude(Scene.CODE, page, (_("Wait until nobody points a telephone at it any more."),), qr=payload)


def chart_interlude(lines: tuple[ChartLine, ...], heading: str) -> Interlude:
    """The last page of the chart; an empty one with its question before the first line."""
    if not lines or lines[-1].heading != heading:
        return Interlude(Scene.FLIP_CHART, chart_page(heading, ()), _ask())
    last = lines[-1]
    page = chart_page(last.heading, (line.text for line in lines if line.page == last.page))
    return Interlude(Scene.FLIP_CHART, page, _ask(), _dots(last.page))


def _dots(page: int) -> Dots | None:
    return Dots(page, page) if 1 < page <= MOST_DOTS else None


def _ask() -> tuple[str, ...]:
    return (_("Write what they say in their own words, and no names."), _("Read each line out once it is up."))
