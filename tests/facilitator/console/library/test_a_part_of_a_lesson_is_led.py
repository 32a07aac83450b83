"""A session meant for a part of a lesson shows those pages and no others, in Room and on the wall."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.record.rows import session as sessions
from agenda.session import LessonPart, PhaseKey
from content.load import load_lesson
from facilitator.console.calendar import next_session as planning
from tests.facilitator.console.hour.hour import EIGHT, AnHour, a_record_ready, an_hour
from tests.facilitator.console.library.lessons import LESSONS

LESSON = load_lesson(LESSONS[0])
TITLES = [page.title for page in LESSON.pages]


async def shown(tmp_path: Path, part: LessonPart | None) -> tuple[list[str], list[dict[str, object]]]:
    """The titles on the wall through the whole lesson, the clicker pressed to its end; and what the record keeps."""
    record = a_record_ready(EIGHT)
    (upcoming,) = record.rows("SELECT id FROM sessions")
    sessions.choose_lesson(record, upcoming["id"], planning.given(LESSONS[0]), part)
    async with an_hour(tmp_path, record=record) as hour:
        await hour.press("c", "enter")
        await hour.goes_to(PhaseKey.LESSON)
        titles = await turned(hour)
        rows = record.rows("SELECT pages_from, pages_to FROM session_lessons")
    return titles, rows


async def turned(hour: AnHour) -> list[str]:
    titles = []
    for _page in hour.screen.led.pages:
        title = hour.state().page.title
        assert title in " ".join(hour.text().split())
        titles.append(title)
        await hour.press("space")
    return titles


@pytest.mark.slow
async def test_without_a_part_every_page_is_shown(tmp_path: Path) -> None:
    titles, _rows = await shown(tmp_path, None)
    assert titles[1:-2] == TITLES


async def test_the_first_part_ends_where_it_was_split(tmp_path: Path) -> None:
    titles, rows = await shown(tmp_path, LessonPart(1, 2))
    assert titles[1:-1] == TITLES[:2]
    assert rows == [{"pages_from": 1, "pages_to": 2}]


@pytest.mark.slow
async def test_the_rest_begins_there_and_its_pages_keep_their_numbers_and_questions(tmp_path: Path) -> None:
    titles, rows = await shown(tmp_path, LessonPart(3))
    assert titles[1:-2] == TITLES[2:]
    assert rows == [{"pages_from": 3, "pages_to": len(TITLES)}]


async def test_what_to_ask_is_that_of_the_page(tmp_path: Path) -> None:
    record = a_record_ready(EIGHT)
    (upcoming,) = record.rows("SELECT id FROM sessions")
    sessions.choose_lesson(record, upcoming["id"], planning.given(LESSONS[0]), LessonPart(3))
    async with an_hour(tmp_path, record=record) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("space")
        assert hour.screen.led.page.ask == LESSON.ask(2)
