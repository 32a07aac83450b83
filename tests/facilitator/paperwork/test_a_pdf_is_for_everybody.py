"""PDF/UA as another program sees it: tags, language, title, headings in steps, tables with heads, no outside fonts."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from facilitator.paperwork.circle_sheet import circle_sheet
from facilitator.paperwork.goal_sheet import goal_sheet
from facilitator.paperwork.handout import lesson_handout
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import PlanSlip, plan_slip
from facilitator.paperwork.tree import Document
from tests.facilitator.paperwork.members import a_circle, a_goal_sheet
from tests.facilitator.paperwork.opened import alternatives_of, pressed, shipped_lesson, tags_of

PAPER = Paper()
SHEETS = {
    "handout": lesson_handout(shipped_lesson(), PAPER),
    "goal sheet": goal_sheet(a_goal_sheet(), PAPER),
    "circle sheet": circle_sheet(a_circle(8), PAPER),
    "plan slip": plan_slip(PlanSlip("Amina", next_session=date(2026, 12, 1)), PAPER),
}
sheets = pytest.mark.parametrize("document", SHEETS.values(), ids=SHEETS)


@sheets
def test_it_is_tagged_and_says_its_language_and_title(document: Document) -> None:
    with pikepdf.open(BytesIO(pressed(document).pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.docinfo["/Title"] == document.title
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == document.title


@sheets
def test_headings_go_down_in_steps_and_begin_with_one(document: Document) -> None:
    levels = [int(tag[1:]) for tag in tags_of(pressed(document).pdf) if tag[:1] == "H" and tag[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


@sheets
def test_its_letters_are_in_it(document: Document) -> None:
    with pikepdf.open(BytesIO(pressed(document).pdf)) as pdf:
        fonts = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts)
        assert not any("Italic" in str(one.FontName) for one in fonts)


@sheets
def test_every_drawing_that_means_something_says_it(document: Document) -> None:
    pdf = pressed(document).pdf
    assert tags_of(pdf).count("Figure") == len(alternatives_of(pdf))


def test_the_table_of_the_circle_sheet_has_heads() -> None:
    tags = tags_of(pressed(SHEETS["circle sheet"]).pdf)
    assert tags.count("TH") == 8
    assert tags.count("TR") == 9
    assert "THead" in tags


def test_lists_are_lists() -> None:
    tags = tags_of(pressed(SHEETS["handout"]).pdf)
    assert tags.count("L") >= 3
    assert tags.count("LI") == tags.count("LBody")


def test_a_ticked_box_is_told_from_an_empty_one() -> None:
    said = list(alternatives_of(pressed(SHEETS["goal sheet"]).pdf))
    assert said.count("ticked") == 1
    assert said.count("not ticked") == 5


@pytest.mark.parametrize(
    ("language", "said"), [("it", "it"), ("it_IT", "it-IT"), ("pt-BR", "pt-BR"), ("nonsense", "en")]
)
def test_the_language_is_the_curriculums(language: str, said: str) -> None:
    paper = Paper(language)
    with pikepdf.open(BytesIO(pressed(lesson_handout(shipped_lesson(), paper), paper=paper).pdf)) as pdf:
        assert str(pdf.Root.Lang) == said


def test_the_same_values_make_the_same_file() -> None:
    assert pressed(SHEETS["handout"]).pdf == pressed(SHEETS["handout"]).pdf
