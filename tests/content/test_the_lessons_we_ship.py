"""Our own texts: complete, plain, respectful, and about the goals that people choose."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from content.check import check
from content.fit import ROWS, rows_needed
from content.lesson import Lesson, Page
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.reading import HIGHEST, reading_of
from content.words import load_words

PACK = load_pack(builtin_pack_folder())
FILES = sorted(builtin_pack_folder().rglob("*.md"))
EMERGENCIES = ("If nobody speaks", "If one person talks for all", "If someone is upset")


def is_airy(page: Page) -> bool:
    """Whether there is room for an empty row between the lines, too, on the smallest wall."""
    return rows_needed(page) + max(0, len(page.lines) - 1) <= ROWS


@pytest.fixture(params=list(PACK.lessons()), ids=lambda entry: entry.slug)
def lesson(request: pytest.FixtureRequest) -> Lesson:
    """Each of our lessons in turn."""
    return load_lesson(request.param)


@pytest.mark.slow
def test_they_pass_their_own_check() -> None:
    assert [str(one) for one in check(PACK).problems] == []


def test_they_begin_with_the_orientation() -> None:
    assert [module.slug for module in PACK.modules][:2] == ["orientation", "recovery-strategies"]
    assert next(PACK.lessons()).slug == "welcome-to-imr"


@pytest.mark.slow
def test_a_lesson_has_four_to_eight_pages(lesson: Lesson) -> None:
    assert 4 <= len(lesson.pages) <= 8


@pytest.mark.slow
def test_the_lines_of_a_page_stand_apart(lesson: Lesson) -> None:
    assert [page.title for page in lesson.pages if not is_airy(page)] == []


def test_the_handout_is_read_with_ease_by_both_formulas(lesson: Lesson) -> None:
    reading = reading_of(lesson.handout)
    assert len(reading.grades) == 2
    assert max(reading.grades) <= HIGHEST


def test_what_is_to_be_remembered_is_said_in_sentences_that_need_no_heading(lesson: Lesson) -> None:
    for point in lesson.points:
        assert not point.lstrip("\"“'").startswith(tuple("abcdefghijklmnopqrstuvwxyz")), point
        assert point.endswith((".", "?", "!", '"')), point


def test_the_guide_says_what_to_do_when_it_gets_hard(lesson: Lesson) -> None:
    for beginning in EMERGENCIES:
        assert any(text.startswith(beginning) for text in lesson.advice), beginning


def test_each_page_has_something_to_ask_and_at_most_five_steps(lesson: Lesson) -> None:
    for place, page in enumerate(lesson.pages):
        steps = lesson.ask(place)
        assert 2 <= len(steps) <= 5, page.title
        assert any("Ask" in step or "?" in step for step in steps), page.title


@pytest.mark.slow
def test_a_step_is_short_enough_to_be_read_from_the_circle(lesson: Lesson) -> None:
    long = [text for place in range(len(lesson.pages)) for text in lesson.ask(place) if len(text) > 280]
    assert long == []


def test_a_lesson_leads_to_personal_goals(lesson: Lesson) -> None:
    steps = [step for place in range(len(lesson.pages)) for step in lesson.ask(place)]
    assert any("goal" in step for step in steps)


def test_the_practice_is_shown_before_it_is_tried(lesson: Lesson) -> None:
    assert any(re.search(r"\bshow|\bfacilitators play\b", text, re.IGNORECASE) for text in lesson.practice)


def test_a_supporter_reads_it_in_a_minute(lesson: Lesson) -> None:
    words = " ".join(lesson.supporters).split()
    assert 40 <= len(words) <= 150


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_no_text_holds_an_address_or_a_picture(file: Path) -> None:
    assert re.findall(r"https?:|www\.|!\[|<[a-z]", file.read_text("utf-8")) == []


def test_the_words_between_lessons_stand_apart_too() -> None:
    pages = load_words(PACK).all_pages()
    assert [page.title for page in pages if not is_airy(page)] == []


def test_ids_are_unique_among_all_lessons() -> None:
    ids = [entry.id for entry in PACK.lessons()]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[a-z2-7]{8}", one) for one in ids)
