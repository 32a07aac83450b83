"""Room for a hand that shakes, one sheet for the plan that must be found, and words for who hears a form."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from PIL.Image import Image

from content.worksheet import ChoiceField, DateField, LineField, ListField, ParagraphField, Section, Worksheet
from content.worksheet_shelf import load_worksheet, worksheets_of
from facilitator.crisis_help import CrisisHelp
from facilitator.paperwork.circle_sheet import circle_sheet
from facilitator.paperwork.goal_sheet import goal_sheet
from facilitator.paperwork.paper import Paper, PaperSize
from facilitator.paperwork.supporter_copy import supporter_copy
from facilitator.paperwork.tree import Document
from facilitator.paperwork.worksheet_form import CELL_MM, worksheet_document
from tests.facilitator.paperwork.every_lesson import PACK
from tests.facilitator.paperwork.looked_at import MORE_THAN_HALF_FULL, POINTS_A_MM, crossing, lowest
from tests.facilitator.paperwork.members import a_circle, a_goal_sheet
from tests.facilitator.paperwork.opened import alternatives_of, pages_of, pictures_of, pressed, shipped_lesson

PAPERS = [Paper(is_large=is_large, size=size) for size in PaperSize for is_large in (False, True)]
SLUGS = tuple(entry.slug for entry in worksheets_of(PACK))
ON_TWO_SHEETS = ("plan-for-coping-with-stress", "plan-for-persistent-symptoms", "sobriety-plan")
"""Forms with more to fill in than two sides hold; in large print any form may take two sheets."""
papers = pytest.mark.parametrize("paper", PAPERS, ids=[f"{one.size.value}-{one.is_large}" for one in PAPERS])


def a_table(rows: int) -> Worksheet:
    field = ListField(key="k", label="A table", rows=rows, columns=("One", "Two", "Three", "Four"))
    return Worksheet("form", "Form", "", (Section("", fields=(field,)),))


def rules_of(page: pypdfium2.PdfPage) -> list[float]:
    """The heights of all lines that lie, from top to bottom, in millimetres; the line over the foot left out."""
    boxes = [one.get_bounds() for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    lying = {round(bottom / POINTS_A_MM, 1) for left, bottom, right, top in boxes if top - bottom < 2 < right - left}
    return sorted(lying, reverse=True)[:-1]


@papers
def test_a_cell_to_write_in_is_at_least_twenty_millimetres_high(paper: Paper) -> None:
    (page,) = pypdfium2.PdfDocument(pressed(worksheet_document(a_table(5), paper), paper=paper).pdf)
    heights = [upper - lower for upper, lower in pairwise(rules_of(page))]
    assert len(heights) == 6
    assert all(height >= CELL_MM - 0.2 for height in heights[1:])


@papers
def test_the_relapse_prevention_plan_is_one_sheet_on_both_sides(paper: Paper) -> None:
    sheet = load_worksheet(PACK, "relapse-prevention-plan")
    front, back = pages_of(pressed(worksheet_document(sheet, paper), paper=paper).pdf)
    assert "From trigger to helper" in front
    assert back.startswith("Part five: In an emergency")


@papers
def test_no_table_leaves_one_row_or_its_heads_alone(paper: Paper) -> None:
    for entry in worksheets_of(PACK):
        sheet = load_worksheet(PACK, entry.slug)
        pages = pages_of(pressed(worksheet_document(sheet, paper), paper=paper).pdf)
        short = [one for one in sheet.fields() if isinstance(one, ListField) and one.columns and one.rows <= 4]
        for field in short:
            heads = " ".join(field.columns)
            assert sum(heads in page for page in pages) == 1, (entry.slug, field.label)


@papers
@pytest.mark.parametrize("slug", SLUGS)
def test_no_page_of_a_form_is_half_empty(slug: str, paper: Paper) -> None:
    pages = _pages(worksheet_document(load_worksheet(PACK, slug), paper), paper)
    assert len(pages) <= (4 if paper.is_large or slug in ON_TWO_SHEETS else 2)
    for page in pages:
        assert lowest(page) < MORE_THAN_HALF_FULL


@papers
def test_no_word_touches_the_line_of_a_cell(paper: Paper) -> None:
    forms = [worksheet_document(load_worksheet(PACK, slug), paper) for slug in SLUGS]
    sheets = [circle_sheet(a_circle(8), paper), *forms]
    for page in pypdfium2.PdfDocument(pressed(*sheets, paper=paper).pdf):
        assert crossing(page) == []


@papers
@pytest.mark.parametrize("slug", SLUGS)
def test_no_page_is_there_for_lines_that_only_fill_it(slug: str, paper: Paper) -> None:
    full = worksheet_document(load_worksheet(PACK, slug), paper)
    bare = replace(full, blocks=[{**one, "grows": False} for one in full.blocks if one["kind"] != "more"])
    assert len(_pages(bare, paper)) == len(_pages(full, paper))
    assert all(lowest(page) < 0.8 for page in _pages(bare, paper))


def _pages(document: Document, paper: Paper) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(pressed(document, paper=paper).pdf))


@pytest.mark.parametrize("above", range(1, 20))
def test_no_row_of_a_long_table_stands_alone_on_a_page(above: int) -> None:
    lines = ParagraphField(key="lines", label="Lines", rows=above)
    (section,) = a_table(7).sections
    sheet = Worksheet("form", "Form", "", (Section("", fields=(lines, *section.fields)),))
    rows = [_rows(page) for page in _pages(worksheet_document(sheet, Paper()), Paper())]
    assert sum(rows) == 7
    assert 1 not in rows


def _rows(page: pypdfium2.PdfPage) -> int:
    """How many cells stand under one another: lines to write on are closer, and what is between blocks is wider."""
    return sum(abs(upper - lower - CELL_MM) < 0.5 for upper, lower in pairwise(rules_of(page)))


@pytest.mark.parametrize("above", range(18, 24))
def test_a_line_is_not_parted_from_the_boxes_about_it(above: int) -> None:
    fields = (
        ListField(key="list", label="List", rows=above),
        LineField(key="line", label="Other, one"),
        ChoiceField(key="choice", label="How I find it", options=("I wish it were different", "so-so", "I am content")),
    )
    document = worksheet_document(Worksheet("form", "Form", "", (Section("", fields=fields),)), Paper())
    pages = pages_of(pressed(document).pdf)
    assert all(("Other, one" in page) == ("How I find it" in page) for page in pages)


def test_lines_become_more_where_the_page_has_room() -> None:
    fields = (LineField(key="line", label="A line with a label of its own"), ParagraphField(key="text", label="Text"))
    sheet = Worksheet("form", "Form", "", (Section("", fields=fields),))
    (page,) = _pages(worksheet_document(sheet, Paper()), Paper())
    assert len(rules_of(page)) > 20
    assert lowest(page) < 0.1


@papers
def test_two_dates_stand_side_by_side(paper: Paper) -> None:
    dates = tuple(DateField(key=label, label=label) for label in ("Achieved on", "Changed on"))
    (page,) = _pages(worksheet_document(Worksheet("form", "Form", "", (Section("", fields=dates),)), paper), paper)
    assert len(rules_of(page)) == 1


def test_a_short_choice_stands_on_the_line_of_its_label() -> None:
    field = ChoiceField(key="achieved", label="Achieved", options=("fully", "partially", "not at all"))
    document = worksheet_document(Worksheet("form", "Form", "", (Section("", fields=(field,)),)), Paper())
    (page,) = pages_of(pressed(document).pdf)
    assert "Achieved fully partially not at all" in page


def test_a_box_in_a_table_is_told_by_its_row_and_its_column() -> None:
    fields = [ChoiceField(key=name, label=name, options=("often", "seldom")) for name in ("Friends", "Money")]
    sheet = Worksheet("form", "Form", "", (Section("", fields=tuple(fields)),))
    assert list(alternatives_of(pressed(worksheet_document(sheet, Paper())).pdf)) == [
        "Friends, often: not ticked",
        "Friends, seldom: not ticked",
        "Money, often: not ticked",
        "Money, seldom: not ticked",
    ]
    said = alternatives_of(pressed(circle_sheet(a_circle(2), Paper())).pdf)
    assert {"Amina, Here: not ticked", "Björn, Turn: not ticked"} <= set(said)


def names_of(pdf: bytes) -> list[str]:
    return [mark.get_title() for mark in pypdfium2.PdfDocument(pdf).get_toc()]


def test_the_bookmarks_of_several_sheets_are_their_names() -> None:
    paper = Paper()
    sheets = [goal_sheet(a_goal_sheet(), paper), circle_sheet(a_circle(2), paper)]
    assert names_of(pressed(*sheets).pdf) == ["My goals", "Circle sheet"]


def test_the_bookmarks_of_one_sheet_are_its_headings() -> None:
    names = names_of(pressed(supporter_copy(shipped_lesson(), Paper(), CrisisHelp())).pdf)
    assert names[0] == "What recovery means"
    assert "How you can help" in names


@pytest.mark.parametrize("slug", ["sobriety-plan", "step-by-step-problem-solving"])
def test_the_lines_of_a_table_stand_on_a_copy_that_knows_black_and_white_only(slug: str) -> None:
    pdf = pressed(worksheet_document(load_worksheet(PACK, slug), Paper()), paper=Paper()).pdf
    for picture in pictures_of(pdf, 144):
        grey = picture.convert("L")
        copy = grey.point(lambda value: 255 if value > 128 else 0)
        faint = [column for column in range(copy.width) if _is_a_line(grey, column) and not _is_a_line(copy, column)]
        assert not [one for one in faint if not _is_a_line(copy, one - 1) and not _is_a_line(copy, one + 1)]


def _is_a_line(picture: Image, column: int) -> bool:
    """Whether ink stands in this column of dots without a gap for at least 25 mm."""
    strip = picture.crop((column, 0, column + 1, picture.height)).tobytes()
    return any(len(run) >= 140 for run in re.split(rb"[\xe0-\xff]+", strip))
