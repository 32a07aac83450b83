"""How a supporter can help stands sentence by sentence, and no word is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from content.load import load_lesson
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.supporter_copy import sentences, supporter_copy
from facilitator.whom_to_call import CrisisHelp
from tests.facilitator.paperwork.every_lesson import CRISIS, PACK, SLUGS
from tests.facilitator.paperwork.looked_at import HALF_FULL, lowest
from tests.facilitator.paperwork.opened import a_lesson, pressed, tags_of, words_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One thing. Another one!", ["One thing.", "Another one!"]),
        (
            'Describe it: "Your shoulders are up. Shall we sit?" Better not to say "Calm down"; it never helps.',
            [
                'Describe it: "Your shoulders are up. Shall we sit?"',
                'Better not to say "Calm down"; it never helps.',
            ],
        ),
        ('Ask "Which moment are we in?" and do no more.', ['Ask "Which moment are we in?" and do no more.']),
        ("Sag: “Du bist da. Gut.” Dann warte.", ["Sag: “Du bist da. Gut.”", "Dann warte."]),
        ("Without an end", ["Without an end"]),
    ],
)
def test_what_somebody_says_is_not_parted_from_its_sentence(text: str, said: list[str]) -> None:
    assert sentences(text) == said


@pytest.mark.parametrize("slug", SLUGS)
def test_every_lesson_keeps_its_words_in_several_points(slug: str) -> None:
    for text in load_lesson(PACK.lesson_named(slug)).supporters:
        found = sentences(text)
        assert " ".join(found) == " ".join(text.split())
        assert len(found) > 1
        assert all(one.count('"') % 2 == 0 for one in found)


def test_the_points_are_a_list_on_paper() -> None:
    lesson = replace(a_lesson(), supporters=("Ask once. Then wait.",))
    pdf = pressed(supporter_copy(lesson, Paper(), CrisisHelp())).pdf
    assert "How you can help • Ask once. • Then wait." in words_of(pdf)
    assert tags_of(pdf).count("LI") == 2


@pytest.mark.parametrize("slug", SLUGS[::6])
@pytest.mark.parametrize("is_large", [False, True])
def test_what_is_left_of_its_last_page_is_room_to_write(slug: str, is_large: bool) -> None:
    paper = Paper(is_large=is_large)
    lesson = load_lesson(PACK.lesson_named(slug))
    for page in pypdfium2.PdfDocument(pressed(supporter_copy(lesson, paper, CRISIS), paper=paper).pdf):
        assert lowest(page) < HALF_FULL


def test_one_sentence_is_no_list() -> None:
    lesson = replace(a_lesson(), supporters=("Ask once.",))
    assert "LI" not in tags_of(pressed(supporter_copy(lesson, Paper(), CrisisHelp())).pdf)
