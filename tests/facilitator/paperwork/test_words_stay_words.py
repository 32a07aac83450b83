"""Whatever somebody typed: it is printed as it stands, wrapped, in its place, and nothing of it is carried out."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from agenda.homework import Plan
from facilitator.paperwork.certificate import Reached, Taken, goal_certificate, taken_part_certificate
from facilitator.paperwork.circle_sheet import CircleRow, CircleSheet, circle_sheet
from facilitator.paperwork.code_card import CodeCard, code_cards
from facilitator.paperwork.goal_sheet import GoalSheet, GoalStep, ShortTermGoal, goal_sheet
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import PlanSlip, plan_slip
from facilitator.paperwork.tree import Document, beside, heading, paragraph, picture, run, spring, strip
from tests.facilitator.paperwork.looked_at import outside, overlapping, places_of
from tests.facilitator.paperwork.opened import pages_of, pressed, words_of

DAY = date(2026, 12, 1)
WORDS = {
    "typst": '#emph[x] $x^2$ @ref #read("/etc/passwd") = none #let a = 1 <label> \\ ~ ',
    "html": "<script>alert(1)</script> <b>bold</b> &amp; <img src=x> ",
    "markdown": "# head **bold** [there](https://example.org) `code` | a | b | ",
    "right to left": "שלום עולם مرحبا بالعالم ",
}
LETTERS = 5000
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9" stroke="black"/></svg>'


def long(words: str) -> str:
    return (words * (LETTERS // len(words) + 1))[:LETTERS]


def sheets(words: str, paper: Paper) -> dict[str, Document]:
    """Every sheet that holds somebody's words, with them in each place; names are as long as they may be."""
    name = words[:200].strip()
    text = long(words)
    goal = ShortTermGoal(text, how_known=text, steps=(GoalStep(text, DAY),), next_steps=text)
    return {
        "plan": plan_slip(PlanSlip(name, Plan(text, text, text, text, text), name), paper),
        "goals": goal_sheet(GoalSheet(name, text, short_term=(goal,)), paper),
        "circle": circle_sheet(CircleSheet(name, (CircleRow(1, name, text), CircleRow(2, name, text))), paper),
        "codes": code_cards([CodeCard(name, "0417"), CodeCard(name, "9921"), CodeCard(name, "1234")], paper),
        "taken part": taken_part_certificate(Taken(name, 3, 2, DAY, DAY, DAY), paper),
        "achieved": goal_certificate(Reached(name, text, DAY, DAY), paper),
    }


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*WORDS, "no spaces"])
@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("sheet", sheets("x", Paper()))
def test_five_thousand_letters_stay_inside_the_margins_and_never_overlap(sheet: str, is_large: bool, kind: str) -> None:
    paper = Paper(is_large=is_large)
    document = sheets(WORDS.get(kind, "Wort"), paper)[sheet]
    side = 15 if document.is_wide else 18 if is_large else 22
    for page in pypdfium2.PdfDocument(pressed(document, paper=paper).pdf):
        assert outside(page, side, 14) == []
        assert overlapping(places_of(page)) == []


@pytest.mark.parametrize("kind", ["typst", "html", "markdown"])
@pytest.mark.parametrize("sheet", sheets("x", Paper()))
def test_markup_is_literal(sheet: str, kind: str) -> None:
    printed = words_of(pressed(sheets(WORDS[kind], Paper())[sheet]).pdf)
    assert "".join(WORDS[kind].split()) in "".join(printed.split())  # a line may break inside an address


def test_a_strip_to_tear_off_is_never_parted() -> None:
    said = [paragraph(run("Next session")), paragraph(run("Tuesday", is_strong=True, is_large=True))]
    torn = strip([beside([*said, paragraph(run("Amina"))], picture(SVG, "A sign", 16))])
    for lines_above in range(14, 24):
        above = [paragraph(run("Words")) for _line in range(lines_above)]
        document = Document("Sheet", [heading("Sheet", 1), *above, spring(), torn], is_large=True)
        assert all(("Next session" in page) == ("Amina" in page) for page in pages_of(pressed(document).pdf))


def test_control_characters_leave_no_trace() -> None:
    spoilt = "A\x00m\x1bi\x07n\u202ea\u2066"
    printed = words_of(pressed(plan_slip(PlanSlip(spoilt, Plan(spoilt)), Paper())).pdf)
    assert printed.count("Amina") == 2
    assert not any(sign in printed for sign in "\x00\x1b\x07\u202e\u2066")


@pytest.mark.parametrize("kind", [*WORDS, "no spaces"])
def test_all_of_five_thousand_letters_are_there(kind: str) -> None:
    text = long(WORDS.get(kind, "Wort"))
    printed = words_of(pressed(plan_slip(PlanSlip("Amina", Plan(text)), Paper())).pdf)
    for letter in set(text) - set(" 0123456789"):
        assert printed.count(letter) >= text.count(letter), letter
