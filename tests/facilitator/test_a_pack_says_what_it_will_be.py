"""Before it is printed a pack says how many documents it has, in which size, and on how many sheets."""

from __future__ import annotations

from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import press
from facilitator.paperwork.tree import Document, heading, new_page, paragraph, run
from facilitator.session_paper.counted import pack_words


def a_document(pages: int, *, is_large: bool | None = None) -> Document:
    blocks = [heading("A title", 1)]
    for number in range(pages):
        blocks += [*([new_page()] if number else []), paragraph(run(f"Page {number}"))]
    return Document("A title", blocks, is_large=is_large)


def said(*documents: Document, paper: Paper) -> str:
    return pack_words(documents, press(documents, paper), paper)


def test_sheets_are_counted_as_they_will_come_out() -> None:
    pack = (a_document(4), a_document(4), a_document(5, is_large=True), a_document(1))
    assert said(*pack, paper=Paper()) == "4 documents, 1 of them large; 8 sheets, both sides"
    assert said(*pack, paper=Paper(is_on_both_sides=False)) == "4 documents, 1 of them large; 14 sheets, one side each"
    assert said(a_document(1), paper=Paper(is_large=True)) == "1 document; 1 sheet, both sides"
