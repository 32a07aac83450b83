"""How many sessions and lessons, in the right number, and never that somebody completed anything."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.paperwork.certificate import Taken, taken_part_certificate
from facilitator.paperwork.paper import Paper, PaperSize
from tests.facilitator.paperwork.opened import pages_of, pressed

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 24)


def words(sessions: int, lessons: int, last: date = LAST) -> str:
    taken = Taken("Ana", sessions, lessons, FIRST, last, LAST)
    (page,) = pages_of(pressed(taken_part_certificate(taken, Paper())).pdf)
    return page


@pytest.mark.parametrize(
    ("sessions", "lessons", "said"),
    [
        (12, 9, "Ana took part in 12 sessions and worked through 9 lessons."),
        (2, 1, "Ana took part in 2 sessions and worked through 1 lesson."),
        (1, 1, "Ana took part in 1 session and worked through 1 lesson."),
        (1, 0, "Ana took part in 1 session"),
    ],
)
def test_it_counts_sessions_and_lessons(sessions: int, lessons: int, said: str) -> None:
    page = words(sessions, lessons)
    assert said in page
    assert "1 Sept 2026 to 24 Nov 2026" in page


def test_no_lesson_is_not_counted() -> None:
    assert "lesson" not in words(1, 0)


def test_it_says_that_they_took_part_and_never_that_they_completed_it() -> None:
    page = words(40, 58)
    assert page.startswith("Certificate of taking part")
    assert "complet" not in page.lower()


def test_one_day_is_said_once() -> None:
    assert words(1, 1, FIRST).count("1 Sept 2026") == 1


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("size", PaperSize)
def test_it_is_one_side_in_every_size(size: PaperSize, is_large: bool) -> None:
    paper = Paper(is_large=is_large, size=size)
    taken = Taken("Ana", 12, 9, FIRST, LAST, LAST)
    assert len(pages_of(pressed(taken_part_certificate(taken, paper), paper=paper).pdf)) == 1
