"""Every lesson, standard and large: codes, tags, words in order, margins, contrast, as other programs see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from markdown_it.token import Token
from PIL import ImageFilter
from PIL.Image import Image

from facilitator.paperwork.appointment import event
from facilitator.paperwork.code import lesson_address
from facilitator.paperwork.handout import QUESTIONS
from facilitator.paperwork.paper import PaperSize
from tests.facilitator.paperwork.every_lesson import ADDRESS, MODULE, NEXT, SLUGS, Handed, handed
from tests.facilitator.paperwork.looked_at import (
    MORE_THAN_HALF_FULL,
    contrasts_of,
    lowest,
    outside,
    overlapping,
    places_of,
)
from tests.facilitator.paperwork.opened import POINTS, pages_of, tags_of

SCAN = 150 / POINTS
FIXED = (
    "• 1. 2. 3. 4. 5. 6. To remember My plan until next time I will When Where Who can help Done on Tue 24 "
    "Wed 25 Thu 26 Fri 27 Sat 28 Sun 29 Mon 30 If you need help at once "
    "Next session: Ideas for my plan Questions to think about "
    "This lesson on the web Add the next session to your calendar"
)
OURS = frozenset(FIXED.split())
"""Words that every handout has beside those of its lesson."""

every = pytest.mark.parametrize(
    ("slug", "is_large"), [(slug, is_large) for slug in SLUGS for is_large in (False, True)]
)


@pytest.mark.slow
@every
def test_each_code_is_read_from_a_scan_and_from_a_bad_picture(slug: str, is_large: bool) -> None:
    made = handed(slug, is_large)
    entry = made.lesson.entry
    wanted = {lesson_address(entry.id, ADDRESS), event(NEXT.starts_at, "Appointment", NEXT.minutes)}
    scan = _page_with_codes(made)
    assert _read(scan) == wanted
    assert _read(scan.rotate(11, expand=True, fillcolor="white").filter(ImageFilter.GaussianBlur(1))) == wanted


def _page_with_codes(made: Handed) -> Image:
    document = pypdfium2.PdfDocument(made.pdf)
    (page,) = (page for page in document if page.get_textpage().search("Add the next session").get_next())
    picture: Image = page.render(scale=SCAN, grayscale=True).to_pil()
    return picture


def _read(picture: Image) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(picture)}


@pytest.mark.slow
@every
def test_it_is_tagged_in_its_language_with_headings_in_steps(slug: str, is_large: bool) -> None:
    made = handed(slug, is_large)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.docinfo["/Title"] == made.lesson.entry.title
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    levels = [int(tag[1:]) for tag in tags_of(made.pdf) if tag[:1] == "H" and tag[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


@pytest.mark.slow
@every
def test_its_words_are_those_of_the_lesson_in_their_order_and_no_others(slug: str, is_large: bool) -> None:
    made = handed(slug, is_large)
    rest = _without(_words(made), _source(made))
    address = lesson_address(made.lesson.entry.id, ADDRESS)
    assert address in "".join(rest.split())  # it may go on in a second line, with the whole code of the lesson
    assert made.lesson.entry.id in rest
    assert {word for word in rest.split() if word not in address} <= OURS


def _words(made: Handed) -> str:
    """The words of all pages without their feet."""
    pages = pages_of(made.pdf)
    feet = [f"{made.lesson.entry.title} {number} of {len(pages)}" for number in range(1, len(pages) + 1)]
    assert all(foot in page for foot, page in zip(feet, pages, strict=True))
    parts = ("".join(page.rsplit(foot, 1)) for foot, page in zip(feet, pages, strict=True))
    return " ".join(" ".join(parts).split())


def _source(made: Handed) -> list[str]:
    lesson, entry = made.lesson, made.lesson.entry
    plan = ["My plan until next time", "Who can help"]
    crisis = [
        "If you need help at once",
        "112",
        "when a life is in danger",
        "0900 555 010",
        "Crisis line, day and night",
    ]
    crisis.append("Tuesday 1 December, 15:00–16:00")
    ideas = ["Ideas for my plan", *(one.what for one in lesson.homework)]
    front = [*crisis, *plan, *ideas] if made.paper.is_large else [*plan, *crisis]
    return [
        *(MODULE, entry.title, entry.idea, "To remember", *lesson.points, *front, *_flat(lesson.reading)),
        *([] if made.paper.is_large else ideas),
        *(*lesson.questions[:QUESTIONS], "This lesson on the web", "Add the next session to your calendar"),
        "Appointment: Tuesday 1 December, 15:00–16:00",
    ]


def _flat(tokens: Sequence[Token]) -> list[str]:
    """Every heading, paragraph and item, read from the Markdown itself."""
    return ["".join(map(_said, one.children or ())) for one in tokens if one.type == "inline"]


def _said(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _without(words: str, wanted: Iterable[str]) -> str:
    """What is left when these texts, one after the other, are taken out."""
    rest, place = [], 0
    for text in filter(None, (" ".join(text.split()) for text in wanted)):
        found = words.find(text, place)
        assert found >= 0, f"not there, or not in its place: {text}"
        rest.append(words[place:found])
        place = found + len(text)
    return " ".join((*rest, words[place:]))


@pytest.mark.slow
@every
def test_nothing_stands_in_a_margin_or_over_something_else(slug: str, is_large: bool) -> None:
    for page in pypdfium2.PdfDocument(handed(slug, is_large).pdf):
        assert outside(page, 18 if is_large else 22) == []
        assert overlapping(places_of(page)) == []


@pytest.mark.slow
@every
def test_every_letter_stands_out_seven_to_one(slug: str, is_large: bool) -> None:
    for page in pypdfium2.PdfDocument(handed(slug, is_large).pdf):
        assert min(contrasts_of(page)) >= 7


@pytest.mark.slow
@pytest.mark.parametrize("size", PaperSize)
@every
def test_it_is_two_sheets_and_in_large_print_three_and_no_page_is_half_empty(
    slug: str, is_large: bool, size: PaperSize
) -> None:
    document = pypdfium2.PdfDocument(handed(slug, is_large, size).pdf)
    assert len(document) in ((5, 6) if is_large else (4,))
    for page in document:
        assert lowest(page) < MORE_THAN_HALF_FULL
    assert "If you need help at once" in document[0].get_textpage().get_text_bounded()
