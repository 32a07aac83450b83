"""The one place where text becomes a page of the wall: pack pages, session words and a group's settings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from agenda.public import LONGEST_TEXT, MOST_CHART_LINES, MOST_LINES, PublicPage, Scene, WorkSign
from agenda.session import LessonPart, PhaseKey, PlannedPhase
from content.fit import fits
from content.lesson import Lesson, Page
from content.phase import SessionWords
from content.practice import steps_in_short
from facilitator.language import _

_SENTENCE_END = re.compile(r"(?<=[.?!…])\s+")
EXERCISE_MINUTES = 8
"""What a practice takes in most lessons; the minutes of the phase go on beside it."""


@dataclass(frozen=True, slots=True)
class LedPage:
    """A page as the wall shows it, and beside it what the facilitator may say or ask."""

    public: PublicPage
    ask: tuple[str, ...] = ()
    scene: Scene = Scene.PAGE
    lesson_page: int | None = None
    """Which page of the lesson this is, from 1; none for pages around it."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """All that pages of one session are made from."""

    words: SessionWords
    lesson: Lesson | None
    lesson_title: str
    agreements: tuple[str, ...]
    phases: tuple[PlannedPhase, ...]
    part: LessonPart | None = None
    """The pages of the lesson meant for this session; none: all of them."""
    last_time: tuple[str, ...] = ()
    """What to say of the session before, beside what the pack has to say."""


def public_page(title: str, lines: Iterable[str] = ()) -> PublicPage:
    """A page that keeps to what a wall can show, whatever a site's own pack says."""
    kept = tuple(line[:LONGEST_TEXT] for line in lines)[:MOST_LINES]
    return PublicPage(title[:LONGEST_TEXT], kept)


def wall_page(page: Page) -> PublicPage:
    """A page of a pack, with the sign for how the group works and the name of its drawing."""
    sign = WorkSign(page.sign) if page.sign else None
    return replace(public_page(page.title, page.lines), sign=sign, drawing=page.drawing)


def with_hero(page: PublicPage, place: int) -> PublicPage:
    """The page with this line, counted from 1, to be read from the last row."""
    return replace(page, hero=place)


def chart_page(title: str, lines: Iterable[str] = ()) -> PublicPage:
    """A page of the flip chart, which may have more lines than any other."""
    return PublicPage(title[:LONGEST_TEXT], tuple(line[:LONGEST_TEXT] for line in lines)[:MOST_CHART_LINES])


def pages_of(phase: PlannedPhase, source: PageSource) -> tuple[LedPage, ...]:
    """The pages of a phase, at least one; the first is its title page."""
    words = source.words.phase(phase.key.value)
    if phase.key is PhaseKey.LESSON:
        return _lesson_pages(source)
    pages = tuple(_own_agreements(page, source) for page in words.pages)
    led = tuple(LedPage(wall_page(page), words.ask, _scene(phase.key, i)) for i, page in enumerate(pages))
    if phase.key is PhaseKey.LAST_SESSION and source.last_time:
        led = tuple(replace(page, ask=(*page.ask[:1], *source.last_time, *page.ask[1:])) for page in led)
    if phase.key is PhaseKey.NEW_HOMEWORK:
        led = (*led, *_option_pages(source, words.ask))
    if phase.key is PhaseKey.AGENDA:
        led = (LedPage(agenda_page(source), words.ask, Scene.AGENDA), *led)
    return led or (LedPage(public_page(words.heading), words.ask),)


def agenda_page(source: PageSource) -> PublicPage:
    """The hour in at most five lines: what the group does, not how the facilitator counts it."""
    return public_page(source.words.phase("agenda").heading, (line for _key, line in agenda_lines(source)))


def agenda_lines(source: PageSource) -> tuple[tuple[PhaseKey, str], ...]:
    """The phases that make a line of the agenda; arriving and looking back are no items, nor is the agenda."""
    lines = []
    for phase in source.phases:
        if _is_an_item(phase.key):
            title = source.words.phase(phase.key.value).title
            lines.append((phase.key, source.lesson_title if phase.key is PhaseKey.LESSON else title))
    return tuple(lines[:MOST_LINES])


def _is_an_item(key: PhaseKey) -> bool:
    match key:
        case PhaseKey.WELCOME | PhaseKey.LAST_SESSION | PhaseKey.AGENDA | PhaseKey.BREAK:
            return False
        case PhaseKey.HOMEWORK | PhaseKey.GOALS | PhaseKey.LESSON | PhaseKey.NEW_HOMEWORK | PhaseKey.SUMMARY:
            return True
        case _:
            assert_never(key)


def pause_page(source: PageSource) -> PublicPage:
    """What the wall says while something came up."""
    return public_page(source.words.pause.title, source.words.pause.lines)


def goodbye_page(source: PageSource, next_time: tuple[str, ...]) -> PublicPage:
    """The last page, with the day of the next session."""
    words = source.words.phase("goodbye")
    page = words.pages[0] if words.pages else Page(words.heading)
    lines = (*page.lines[: MOST_LINES - len(next_time)], *next_time)
    return with_hero(public_page(page.title, lines), len(lines) if next_time else 0)


def letter_page(letter: str) -> PublicPage:
    """One letter to find the projector by, and how to make letters larger."""
    return public_page(letter, (_("If the back row cannot read this, press Ctrl and + in this window."),))


def _option_pages(source: PageSource, ask: tuple[str, ...]) -> tuple[LedPage, ...]:
    """The lesson's homework options by number, on as few pages as they fit."""
    title = source.words.phase(PhaseKey.NEW_HOMEWORK.value).title
    options = source.lesson.homework if source.lesson else ()
    pages: list[Page] = []
    for number, option in enumerate(options, 1):
        line = f"{number}  {option.what}"
        wider = Page(title, (*pages[-1].lines, line)) if pages else None
        if wider is not None and len(wider.lines) <= MOST_LINES and fits(wider):
            pages[-1] = wider
        else:
            pages.append(Page(title, (line,)))
    return tuple(LedPage(public_page(page.title, page.lines), ask) for page in pages)


def smaller_step_page(source: PageSource) -> LedPage:
    """What got in the way, and what would be a smaller step: offered when half or more say not yet."""
    page = source.words.smaller_step
    return LedPage(public_page(page.title, page.lines), source.words.phase(PhaseKey.HOMEWORK.value).ask)


def _own_agreements(page: Page, source: PageSource) -> Page:
    is_agreements = page.title == source.words.agreements.title
    return Page(page.title, source.agreements) if is_agreements and source.agreements else page


def _scene(key: PhaseKey, place: int) -> Scene:
    match key:
        case PhaseKey.BREAK:
            return Scene.BREAK
        case PhaseKey.SUMMARY:
            return Scene.FEEDBACK
        case PhaseKey.WELCOME if place == 0:
            return Scene.WELCOME
        case (
            PhaseKey.WELCOME
            | PhaseKey.LAST_SESSION
            | PhaseKey.HOMEWORK
            | PhaseKey.GOALS
            | PhaseKey.AGENDA
            | PhaseKey.LESSON
            | PhaseKey.NEW_HOMEWORK
        ):
            return Scene.PAGE
        case _:
            assert_never(key)


def _lesson_pages(source: PageSource) -> tuple[LedPage, ...]:
    words = source.words.phase(PhaseKey.LESSON.value)
    title = LedPage(with_hero(public_page(words.heading, (source.lesson_title,)), 1), words.ask)
    if source.lesson is None:
        return (title,)
    return (title, *pages_of_lesson(source.lesson, source.part), *_after_the_pages(source.lesson, source.part))


def _after_the_pages(lesson: Lesson, part: LessonPart | None) -> tuple[LedPage, ...]:
    """The exercise, once the lesson has come to its end; and the code, to read again what there was of it."""
    is_whole = part is None or part.pages_to is None or part.pages_to >= len(lesson.pages)
    practice = (exercise_page(lesson),) if lesson.practice and is_whole else ()
    return (*practice, code_page(lesson))


def exercise_page(lesson: Lesson) -> LedPage:
    """The exercise by its name; of its steps as many as fit the smallest wall, all of them for the facilitator."""
    name, what = practice_of(lesson)
    lines = (what,) if what else ()
    for step in steps_in_short(lesson.practice[1:]):
        wider = (*lines, step)
        if len(wider) > MOST_LINES or not fits(Page(name, wider)):
            break
        lines = wider
    return LedPage(public_page(name, lines), lesson.practice, Scene.EXERCISE)


def practice_of(lesson: Lesson) -> tuple[str, str]:
    """The name of the exercise and how it is done in one line: its first two sentences."""
    first = lesson.practice[0] if lesson.practice else ""
    name, what, *_more = [*_SENTENCE_END.split(first), "", ""]
    return name.rstrip("."), what


def code_page(lesson: Lesson) -> LedPage:
    """The code of the lesson's handout, the one that is printed on it."""
    ask = (_("Wait until nobody points a telephone at it any more."),)
    return LedPage(public_page(_("To read again at home"), (lesson.entry.title,)), ask, Scene.CODE)


def pages_of_lesson(lesson: Lesson, part: LessonPart | None = None) -> tuple[LedPage, ...]:
    """The lesson's own pages, or those of a part of it; a page keeps its number in the lesson."""
    return tuple(
        LedPage(wall_page(page), lesson.ask(number - 1), Scene.PAGE, number)
        for number, page in enumerate(lesson.pages, 1)
        if part is None or part.holds(number)
    )
