"""Cover page, welcome, the letter to who was away, the sheet for an appointment: a leaf each, on every paper."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from agenda.homework import NO_PLAN
from facilitator.paperwork.cover_page import CoverPage, MembersPlans, Tonight, cover_page
from facilitator.paperwork.fitted import letters
from facilitator.paperwork.goal_sheet import goal_sheet
from facilitator.paperwork.missed import Missed, you_were_missed
from facilitator.paperwork.my_appointment import MyAppointment, my_appointment
from facilitator.paperwork.paper import Paper, PaperSize
from facilitator.paperwork.tree import Document
from facilitator.paperwork.welcome import Welcome, welcome
from tests.facilitator.paperwork.leaves import AGREEMENTS, PLAN, POINTS, a_cover_page, a_letter, a_welcome
from tests.facilitator.paperwork.looked_at import HALF_FULL, lowest, outside, overlapping, places_of
from tests.facilitator.paperwork.members import NAMES, a_goal_sheet
from tests.facilitator.paperwork.opened import pages_of, pressed, tags_of

PAPERS = [Paper(is_large=is_large, size=size) for size in PaperSize for is_large in (False, True)]
papers = pytest.mark.parametrize("paper", PAPERS, ids=[f"{one.size.value}-{letters(one)}" for one in PAPERS])
SHRED = "Confidential. Shred after the session."


def leaves(paper: Paper) -> dict[str, Document]:
    return {
        "cover page": cover_page(a_cover_page(), paper),
        "welcome": welcome(a_welcome(), paper),
        "missed": you_were_missed(a_letter(2), paper),
        "appointment": my_appointment(MyAppointment("I work two days a week in a garden."), paper),
    }


@papers
@pytest.mark.parametrize("name", list(leaves(PAPERS[0])))
def test_each_is_one_leaf_inside_its_margins(name: str, paper: Paper) -> None:
    pdf = pressed(leaves(paper)[name], paper=paper).pdf
    pages = pypdfium2.PdfDocument(pdf)
    assert len(pages) <= 2
    for page in pages:
        assert outside(page, 18 if paper.is_large else 22, 16) == []
        assert overlapping(places_of(page)) == []
    assert [tag for tag in tags_of(pdf) if tag == "H1"] == ["H1"]


@papers
def test_nothing_stands_alone_overleaf(paper: Paper) -> None:
    for name in ("cover page", "welcome"):
        for page in pages_of(pressed(leaves(paper)[name], paper=paper).pdf):
            assert len(page.split()) > 40, name


@papers
@pytest.mark.parametrize("name", [*leaves(PAPERS[0]), "goals"])
def test_no_page_is_less_than_half_full(name: str, paper: Paper) -> None:
    document = goal_sheet(a_goal_sheet(), paper) if name == "goals" else leaves(paper)[name]
    pages = list(pypdfium2.PdfDocument(pressed(document, paper=paper).pdf))
    for page in pages[:1] if name == "missed" else pages:  # the outside of a letter has two words in its middle
        assert lowest(page) < HALF_FULL


@papers
def test_what_goes_home_keeps_to_the_letters_that_were_chosen(paper: Paper) -> None:
    for name in ("welcome", "appointment"):
        pdf = pressed(leaves(paper)[name], paper=paper).pdf
        sizes = [
            round(one.get_font_size())
            for page in pypdfium2.PdfDocument(pdf)
            for one in page.get_objects()
            if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT
        ]
        assert max(set(sizes), key=sizes.count) >= letters(paper) - (2 if name == "welcome" else 0)


@papers
def test_a_colleague_finds_all_that_is_needed_and_that_it_is_to_be_shredded(paper: Paper) -> None:
    pages = pages_of(pressed(cover_page(a_cover_page(), paper), paper=paper).pdf)
    words = " ".join(pages)
    for text in (
        "Tuesday group",
        "pages 1-4 were shown; it goes on from page 5.",
        "Getting unstuck (from page 5)",
        "Look back at a step without blame.",
        *POINTS,
        "Amina, Zoë. If one of them would rather not: Björn.",
        "bring the bus timetable (Robin, by 24 Nov 2026)",
        "Call the housing office",
        "What about sleep?",
        *AGREEMENTS,
        "0800 123 456",
        "999",
    ):
        assert text in words
    assert words.count(PLAN.what) == len(NAMES)
    assert words.count("Thursday 26 November, after breakfast") == len(NAMES)
    assert words.count(PLAN.remedy) == len(NAMES)
    assert all(SHRED in page for page in pages)


def test_a_cover_page_says_what_there_is_not() -> None:
    people = (MembersPlans("Amina"), MembersPlans("Zoë", (NO_PLAN,)))
    (words,) = pages_of(pressed(cover_page(CoverPage("Group", "today", plans=people), Paper())).pdf)
    for text in (
        "This is the first session.",
        "No lesson is chosen.",
        "Nobody’s today.",
        "Without a plan: Amina.",
        "Zoë: something of their own; the words were not written down",
        "Nothing is open.",
        "Nothing waits.",
    ):
        assert text in words


def test_a_lesson_that_is_not_in_the_curriculum_any_more_stands_by_its_title() -> None:
    page = replace(a_cover_page(), tonight=Tonight("An old lesson"))
    assert "An old lesson Whose goal" in " ".join(pages_of(pressed(cover_page(page, Paper())).pdf))


def test_plans_of_any_length_are_all_printed() -> None:
    long = replace(PLAN, what="one step after the other " * 300)
    page = replace(a_cover_page(), plans=tuple(MembersPlans(name, (long,)) for name in NAMES))
    pages = pages_of(pressed(cover_page(page, Paper())).pdf)
    assert sum(words.count("step") for words in pages) >= 300 * len(NAMES)
    assert all(SHRED in words for words in pages)


@papers
def test_somebody_new_reads_when_what_and_that_they_may_just_listen(paper: Paper) -> None:
    words = " ".join(pages_of(pressed(welcome(a_welcome(), paper), paper=paper).pdf))
    for text in (
        "Your first day Tuesday 24 November, 14:00",
        "Place",
        "You may just listen",
        *AGREEMENTS,
        "What it will be about: Getting unstuck",
        "What did you do that helped?",
        "0800 123 456",
    ):
        assert text in words
    assert "illness" not in words


def test_a_welcome_of_a_group_that_has_planned_nothing_has_no_lesson() -> None:
    (words,) = pages_of(pressed(welcome(Welcome("Tuesday 1 December, 14:00"), Paper())).pdf)
    assert "What it will be about" not in words


@papers
def test_who_was_away_reads_what_we_did_and_their_own_plan(paper: Paper) -> None:
    inside, outside_ = pages_of(pressed(you_were_missed(a_letter(), paper), paper=paper).pdf)
    for text in (
        "Hello Amina.",
        "What we did: Your first step",
        *POINTS,
        "Your plan is still yours",
        PLAN.what,
        PLAN.remedy,
        "Tuesday 1 December, 14:00",
        "0800 123 456",
    ):
        assert text in inside
    assert outside_ == "For you"


def test_a_letter_without_a_plan_or_a_lesson_promises_neither() -> None:
    inside, _outside = pages_of(pressed(you_were_missed(Missed("Amina"), Paper())).pdf)
    assert "plan" not in inside
    assert "What we did" not in inside


def test_an_appointment_has_the_goal_in_own_words_and_room_for_the_rest() -> None:
    (words,) = pages_of(pressed(my_appointment(MyAppointment("I work in a garden."), Paper())).pdf)
    assert "My goal I work in a garden." in words
    for text in ("What helps me", "What troubles me", "My one question", "The answer", "Next appointment"):
        assert text in words


@papers
def test_a_goal_of_many_words_keeps_an_appointment_on_one_side(paper: Paper) -> None:
    known = MyAppointment("I want to work two days a week in a garden, and to see my sister. " * 4)
    assert len(pages_of(pressed(my_appointment(known, paper), paper=paper).pdf)) == 1
