"""Cards of every lesson fit one page each; worksheets have room for every field."""

from __future__ import annotations

import pypdfium2
import pytest

from agenda.homework import Plan
from content.lesson import Page
from content.load import load_lesson
from content.worksheet import ListField, ScaleField
from content.worksheet_shelf import load_worksheet, worksheets_of
from facilitator.paperwork.paper import Paper, PaperSize
from facilitator.paperwork.plan import PlanSlip, plan_slip
from facilitator.paperwork.press import press
from facilitator.paperwork.wall_card import (
    CARD_POINTS,
    LARGEST_POINTS,
    SMALLEST_POINTS,
    Part,
    agenda_poster,
    wall_cards,
)
from facilitator.paperwork.worksheet_form import worksheet_document
from tests.facilitator.paperwork.every_lesson import PACK, SLUGS
from tests.facilitator.paperwork.looked_at import outside, overlapping, places_of
from tests.facilitator.paperwork.opened import pages_of, pressed, tags_of

FOOT = 18
"""Points that the line at the foot of a page has at most."""
CLEAR = 14
"""Points that stay free over the line at the foot of a card, below the deepest stroke."""
POSTER_POINTS = 32
"""What a poster had before it lay."""
SHEETS = tuple(entry.slug for entry in worksheets_of(PACK))


@pytest.mark.slow
@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("slug", SLUGS)
def test_each_page_of_the_wall_is_one_card_in_very_large_letters(slug: str, size: PaperSize) -> None:
    lesson = load_lesson(PACK.lesson_named(slug))
    pdf = press([wall_cards(lesson.pages, lesson.entry.title)], Paper(size=size)).pdf
    pages = pages_of(pdf)
    assert len(pages) == len(lesson.pages)
    for words, page in zip(pages, lesson.pages, strict=True):
        assert words.startswith(" ".join(page.title.split()))
        assert all(" ".join(line.split()) in words for line in page.lines)
    for card in pypdfium2.PdfDocument(pdf):
        width, height = card.get_size()
        assert width > height
        assert smallest_letter(card) >= CARD_POINTS
        assert below_its_last_line(card) > CLEAR


def below_its_last_line(card: pypdfium2.PdfPage) -> float:
    """Points between the lowest stroke of its letters and the line over its foot."""
    found = list(card.get_objects())
    letters = [one.get_bounds()[1] for one in found if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT and is_large(one)]
    rules = [one.get_bounds()[3] for one in found if one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    return float(min(letters) - min(rules))


def is_large(text: pypdfium2.PdfObject) -> bool:
    return bool(round(text.get_font_size()) > FOOT)


def smallest_letter(card: pypdfium2.PdfPage) -> int:
    """In points, what stands at the foot of the card left out."""
    letters = [one for one in card.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
    sizes: list[int] = [round(one.get_font_size()) for one in letters]
    return min(size for size in sizes if size > FOOT)


def test_a_card_of_few_words_has_larger_letters_than_one_of_many() -> None:
    few, many = Page("Joy", ("Fun",)), Page("Joy", ("What else is part of your life, and what would you like?",) * 4)
    cards = pypdfium2.PdfDocument(pressed(wall_cards([few, many], "A lesson")).pdf)
    assert len(cards) == 2
    assert smallest_letter(cards[0]) == LARGEST_POINTS
    assert SMALLEST_POINTS <= smallest_letter(cards[1]) < LARGEST_POINTS / 2


def test_a_word_as_wide_as_a_card_stays_on_it() -> None:
    (card,) = pypdfium2.PdfDocument(pressed(wall_cards([Page("Selbsthilfegruppenleitung")], "A lesson")).pdf)
    assert outside(card, 15, 14) == []


@pytest.mark.parametrize("size", PaperSize)
def test_the_agenda_lies_on_one_side_however_many_parts_it_has(size: PaperSize) -> None:
    parts = [Part(f"Part {number}", "What recovery means" if number == 6 else "") for number in range(1, 10)]
    paper = Paper(size=size)
    (page,) = pypdfium2.PdfDocument(pressed(agenda_poster(parts, "Tuesday", paper), paper=paper).pdf)
    assert smallest_letter(page) >= POSTER_POINTS
    assert outside(page, 15, 14) == []


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("slug", SHEETS)
def test_a_worksheet_says_every_label_and_keeps_to_its_margins(slug: str, is_large: bool) -> None:
    sheet = load_worksheet(PACK, slug)
    paper = Paper(is_large=is_large)
    pdf = pressed(worksheet_document(sheet, paper), paper=paper).pdf
    words = " ".join(pages_of(pdf))
    for field in sheet.fields():
        assert field.label in words
        if isinstance(field, ScaleField):
            assert " ".join(map(str, field.numbers)) in words
    for page in pypdfium2.PdfDocument(pdf):
        assert outside(page, 18 if is_large else 22) == []
        assert overlapping(places_of(page)) == []
    tables = sum(isinstance(field, ListField) and bool(field.columns) for field in sheet.fields())
    assert tags_of(pdf).count("Table") >= tables


def test_a_plan_without_dates_has_a_box_for_each_of_the_seven_days() -> None:
    (words,) = pages_of(pressed(plan_slip(PlanSlip("Amina", Plan("Walk")), Paper())).pdf)
    assert "Done on Mon Tue Wed Thu Fri Sat Sun" in words
    (italian,) = pages_of(pressed(plan_slip(PlanSlip("Amina", Plan("Walk")), Paper("it_IT"))).pdf)
    assert "lun mar mer gio ven sab dom" in italian
