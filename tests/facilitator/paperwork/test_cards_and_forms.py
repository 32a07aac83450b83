"""Cards of every lesson fit one page each; worksheets have room for every field."""

from __future__ import annotations

import pypdfium2
import pytest

from content.load import load_lesson
from content.worksheet import ListField, ScaleField
from content.worksheet_shelf import load_worksheet, worksheets_of
from facilitator.paperwork.paper import Paper, PaperSize
from facilitator.paperwork.plan import PlanSlip, plan_slip
from facilitator.paperwork.press import press
from facilitator.paperwork.wall_card import CARD_POINTS, wall_cards
from facilitator.paperwork.worksheet_form import worksheet_document
from tests.facilitator.paperwork.every_lesson import PACK, SLUGS
from tests.facilitator.paperwork.looked_at import outside, overlapping, places_of
from tests.facilitator.paperwork.opened import pages_of, pressed, tags_of

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
    first = pypdfium2.PdfDocument(pdf)[0]
    sizes = {round(one.get_font_size()) for one in first.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT}
    assert CARD_POINTS in sizes


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
    (words,) = pages_of(pressed(plan_slip(PlanSlip("Amina", "Walk"), Paper())).pdf)
    assert "Done on Mon Tue Wed Thu Fri Sat Sun" in words
    (italian,) = pages_of(pressed(plan_slip(PlanSlip("Amina", "Walk"), Paper("it_IT"))).pdf)
    assert "lun mar mer gio ven sab dom" in italian
