"""A group is taken through every lesson of the pack: each page in console and on the smallest wall, whole."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agenda.clock import ManualClock
from agenda.public import PublicState
from agenda.record import session as sessions
from agenda.record.connection import Record
from agenda.session import PhaseKey, SessionKind
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.pack import LessonEntry
from facilitator.console.planning import given
from facilitator.wall.layout import compose
from facilitator.wall.scenes import words
from tests.builders import MEETS_AT, TODAY, a_clock, a_group, a_record, some_members
from tests.facilitator.console.session.hour import NARROW, AnHour, an_hour

SMALLEST_WALL = (48, 14)
ENTRIES = tuple(load_pack(builtin_pack_folder()).lessons())


def a_record_with(entry: LessonEntry) -> Record:
    """A group of two that has this lesson today."""
    record = a_record(a_clock())
    group = a_group(record)
    some_members(record, group, ("Ana", "Bruno"))
    sessions.plan(record, group, day=TODAY, kind=SessionKind.USUAL, lesson=given(entry))
    assert isinstance(record.clock, ManualClock)
    record.clock.advance(MEETS_AT - record.clock.now())
    return record


def letters(text: str) -> str:
    return "".join(text.split())


def on_the_wall(state: PublicState) -> str:
    """What the smallest wall shows of this, without the spaces."""
    width, height = SMALLEST_WALL
    rows = compose(words(state, datetime(2026, 1, 1, tzinfo=UTC)), width, height)
    assert len(rows) <= height
    assert all(piece.left + len(piece.text) <= width for row in rows for piece in row)
    return "".join(letters(piece.text) for row in rows for piece in row)


def look(hour: AnHour, title: str, lines: tuple[str, ...]) -> None:
    """The page is on console and wall with every word."""
    shown, state = letters(hour.text()), hour.state()
    assert letters(title) in shown
    assert (state.page.title, tuple(state.page.lines)) == (title, lines)
    wall = on_the_wall(state)
    for words_of_it in (title, *lines):
        assert letters(words_of_it) in wall


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.slug for entry in ENTRIES])
async def test_every_page_is_shown_and_the_homework_can_be_chosen(entry: LessonEntry, tmp_path: Path) -> None:
    lesson = load_lesson(entry)
    async with an_hour(tmp_path, size=NARROW, record=a_record_with(entry)) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        leading = hour.screen.leading
        assert leading.lesson is not None
        assert leading.lesson.entry.id == entry.id
        await hour.press("c", "enter")
        taught = []
        for page in leading.pages:
            if page.lesson_page is not None:
                look(hour, page.public.title, page.public.lines)
                taught.append((page.public.title, page.public.lines))
            await hour.press("space")
        assert taught == [(page.title, page.lines) for page in lesson.pages]
        await hour.goes_to(PhaseKey.NEW_HOMEWORK)
        said: set[str] = set()
        for _page in leading.pages:
            said |= {letters(line) for line in hour.state().page.lines}
            await hour.press("space")
        assert {letters(f"{n}{one.what}") for n, one in enumerate(lesson.homework, 1)} <= said
