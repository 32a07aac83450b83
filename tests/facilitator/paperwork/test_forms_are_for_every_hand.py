"""Room for a hand that shakes, one sheet for the plan that must be found, and words for who hears a form."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest

from content.worksheet import ChoiceField, ListField, Section, Worksheet
from content.worksheet_shelf import load_worksheet, worksheets_of
from facilitator.crisis_help import CrisisHelp
from facilitator.paperwork.circle_sheet import circle_sheet
from facilitator.paperwork.goal_sheet import goal_sheet
from facilitator.paperwork.paper import Paper, PaperSize
from facilitator.paperwork.supporter_copy import supporter_copy
from facilitator.paperwork.worksheet_form import CELL_MM, worksheet_document
from tests.facilitator.paperwork.every_lesson import PACK
from tests.facilitator.paperwork.looked_at import POINTS_A_MM
from tests.facilitator.paperwork.members import a_circle, a_goal_sheet
from tests.facilitator.paperwork.opened import alternatives_of, pages_of, pressed, shipped_lesson

PAPERS = [Paper(is_large=is_large, size=size) for size in PaperSize for is_large in (False, True)]
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
