"""Goal sheet, circle sheet, plan slip and session pack: what is known stands there, what is not has room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
import pytest

from agenda.homework import PLAN_WORDS, Plan
from facilitator.curriculum import drawings_named
from facilitator.paperwork.circle_sheet import LONGEST_HOMEWORK, CircleRow, circle_sheet
from facilitator.paperwork.cover_page import CoverPage, MembersPlans, cover_page
from facilitator.paperwork.goal_sheet import GoalSheet, GoalStep, ShortTermGoal, goal_sheet
from facilitator.paperwork.paper import Paper, PaperSize
from facilitator.paperwork.plan import DRAWN, KINDS, PlanSlip, plan_slip, plan_slips
from facilitator.paperwork.session_pack import SPARE, SessionPack, session_pack
from tests.facilitator.paperwork.every_lesson import CRISIS, PACK
from tests.facilitator.paperwork.looked_at import overlapping, places_of
from tests.facilitator.paperwork.members import NAMES, a_circle, a_goal_sheet
from tests.facilitator.paperwork.opened import pages_of, pressed, shipped_lesson, words_of

PAPER = Paper()
LONG = "one step after the other " * 400


def test_a_goal_sheet_says_what_is_known_of_one_member() -> None:
    words = words_of(pressed(goal_sheet(a_goal_sheet(), PAPER)).pdf)
    known = ["Amina", "1 Sept 2026", "I work two days a week", "I visit two places.", "5 Oct 2026", "16 Nov 2026"]
    known += [
        "I told the group",
        "1. Call the coach (by 12 Oct 2026)",
        "2. Write down",
        "3.",
        "4.",
        "Going with my sister.",
    ]
    for text in [
        *known,
        "The second visit.",
        "How will we know?",
        "fully",
        "partially",
        "not at all",
        "Short-term goal 2",
    ]:
        assert text in words
    assert "Short-term goal 3" not in words


def test_a_goal_sheet_has_room_for_one_more_and_never_for_a_fourth() -> None:
    empty = words_of(pressed(goal_sheet(GoalSheet("Björn"), PAPER)).pdf)
    assert "Short-term goal 1" in empty
    assert "Short-term goal 2" not in empty
    full = GoalSheet("Björn", short_term=(ShortTermGoal("One"), ShortTermGoal("Two"), ShortTermGoal("Three")))
    assert "Short-term goal 4" not in words_of(pressed(goal_sheet(full, PAPER)).pdf)


def test_more_steps_than_the_sheet_has_are_all_printed() -> None:
    steps = tuple(GoalStep(f"Step called {name}") for name in NAMES)
    words = words_of(pressed(goal_sheet(GoalSheet("Zoë", short_term=(ShortTermGoal("G", steps=steps),)), PAPER)).pdf)
    assert "8. Step called J. R." in words


def test_eight_members_fit_on_one_wide_page_without_a_goal() -> None:
    for paper in (PAPER, Paper(size=PaperSize.LETTER)):
        pdf = pressed(circle_sheet(a_circle(8), paper), paper=paper).pdf
        (words,) = pages_of(pdf)
        for text in ("Amina", "Владимир", "Take a walk in the park", "done", "some", "not yet", "Turn", "New homework"):
            assert text in words
        assert "Shred after use" in words
        width, height = pypdfium2.PdfDocument(pdf)[0].get_size()
        assert width > height


def test_the_circle_sheet_holds_no_more_than_the_start_of_a_long_homework() -> None:
    sheet = replace(a_circle(1), rows=(CircleRow(1, "Amina", LONG),))
    (words,) = pages_of(pressed(circle_sheet(sheet, PAPER)).pdf)
    assert "…" in words
    assert words.count("one step") <= LONGEST_HOMEWORK // len("one step")


PLAN = Plan(
    "Take a walk", "after lunch", "in the park", "It rains.", "my sister",
    day=date(2026, 11, 26), remedy="take my umbrella",
)  # fmt: skip
SLIP = PlanSlip("Amina", PLAN, "Hope", date(2026, 11, 24), date(2026, 12, 1), "A job with plants")


OPEN = PlanSlip("Amina", agreed_on=SLIP.agreed_on, next_session=SLIP.next_session, goal=SLIP.goal)


def test_a_plan_is_one_page_with_the_goal_on_top_and_all_that_was_agreed() -> None:
    (words,) = pages_of(pressed(plan_slip(SLIP, PAPER)).pdf)
    place = 0
    for text in (
        "My goal", "A job with plants", "Until next time I will", "Take a walk", "Thursday 26 November, after lunch",
        "in the park", "my sister", "Tue 24", "Mon 30", "If It rains, then I will take my umbrella",
        "If you need help at once", "Amina · Next session", "Tuesday 1 December",
    ):  # fmt: skip
        place = words.index(text, place)
    assert "Hope" not in words


def test_no_part_of_a_plan_is_left_off_the_page_or_the_cover() -> None:
    """A later part is printed as well: what is agreed and not on the fridge is forgotten."""
    texts: dict[str, Any] = {part: f"{part} as agreed" for part in PLAN_WORDS}
    plan = Plan(**texts)
    page = words_of(pressed(plan_slip(PlanSlip("Amina", plan), PAPER)).pdf)
    cover = CoverPage("Group", "today", plans=(MembersPlans("Amina", (plan,)),))
    assert [text for text in texts.values() if text not in page] == []
    assert [text for text in texts.values() if text not in words_of(pressed(cover_page(cover, PAPER)).pdf)] == []


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("is_large", [False, True])
def test_a_plan_with_its_drawings_is_one_page(size: PaperSize, is_large: bool) -> None:
    paper = Paper(size=size, is_large=is_large)
    drawn = replace(
        SLIP, agreed=replace(PLAN, when="9:30"), drawings=drawings_named(PACK, DRAWN), crisis=CRISIS, zone="Europe/Rome"
    )
    for plan in (drawn, replace(drawn, goal="Move into a flat of my own and have people round for dinner")):
        assert len(pages_of(pressed(plan_slip(plan, paper), paper=paper).pdf)) == 1
    (words,) = pages_of(pressed(plan_slip(replace(OPEN, drawings=drawn.drawings), paper), paper=paper).pdf)
    place = 0
    for kind in KINDS.values():
        place = words.index(kind, place)


def test_what_is_torn_off_never_stands_alone_on_a_page() -> None:
    long = replace(SLIP, agreed=replace(PLAN, what="Take a walk. " * 110, obstacle="It rains and it is cold. " * 12))
    first, second = pages_of(pressed(plan_slip(long, PAPER)).pdf)
    assert "If you need help at once" not in first
    assert second.index("If you need help at once") < second.index("Next session")


def test_what_then_was_not_asked_has_a_line_to_write_it() -> None:
    words = words_of(pressed(plan_slip(replace(SLIP, agreed=replace(PLAN, remedy="")), PAPER)).pdf)
    assert "If It rains, then I will ____" in words
    nothing = replace(SLIP, agreed=replace(PLAN, obstacle="", remedy=""))
    assert "then I will" not in words_of(pressed(plan_slip(nothing, PAPER)).pdf)


def test_their_own_words_are_left_to_be_written_beside_the_day_and_place_that_were_agreed() -> None:
    (words,) = pages_of(pressed(*plan_slips([replace(SLIP, agreed=replace(PLAN, what=""))], PAPER)).pdf)
    for known in ("Thursday 26 November, after lunch", "in the park", "my sister", "If It rains"):
        assert known in words
    assert "Until next time I will When" in words
    assert "own words" not in words


def test_two_weeks_have_two_rows_of_boxes() -> None:
    words = words_of(pressed(plan_slip(replace(SLIP, next_session=date(2026, 12, 8)), PAPER)).pdf)
    assert "Tue 24 Wed 25 Thu 26 Fri 27 Sat 28 Sun 29 Mon 30 Tue 1 Wed 2 Thu 3 Fri 4 Sat 5 Sun 6 Mon 7" in words


@pytest.mark.parametrize("size", PaperSize)
def test_who_has_no_plan_yet_gets_half_a_page_with_room_and_nobody_shares_it_overleaf(size: PaperSize) -> None:
    paper = Paper(size=size)
    open_ones = [replace(OPEN, name=name) for name in ("Bruno", "Carla", "Davide")]
    pages = pages_of(pressed(*plan_slips([SLIP, *open_ones], paper), paper=paper).pdf)
    assert ["Amina" in page for page in pages] == [True, False, False, False, False]
    assert "Bruno" in pages[2]
    assert "Carla" in pages[2]
    assert "Davide" in pages[4]
    assert pages[2].count("If you need help at once") == 2
    for page in pypdfium2.PdfDocument(pressed(*plan_slips(open_ones, paper), paper=paper).pdf):
        assert overlapping(places_of(page)) == []


def test_half_a_page_that_would_not_hold_it_is_a_whole_one() -> None:
    long = replace(OPEN, goal="A goal in many words. " * 9)
    assert len(plan_slips([long, long], PAPER)) == 2
    assert len(plan_slips([replace(long, goal="", is_large=True)] * 2, PAPER)) == 2


def test_ten_thousand_letters_are_all_printed() -> None:
    slip = words_of(pressed(plan_slip(PlanSlip("Amina", Plan(LONG, obstacle=LONG)), PAPER)).pdf)
    assert slip.count("one") >= 800
    goal = GoalSheet("Amina", LONG, short_term=(ShortTermGoal(LONG, next_steps=LONG),))
    assert words_of(pressed(goal_sheet(goal, PAPER)).pdf).count("one") >= 1200


def test_lines_of_free_text_stay_lines() -> None:
    pdf = pressed(plan_slip(PlanSlip("Amina", Plan("First\n\nSecond\r\nThird")), PAPER)).pdf
    lines = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded().splitlines()
    assert {"Second", "Third"} <= {line.strip() for line in lines}


@pytest.mark.parametrize("name", ["דוד כהן", "שָׂרָה"])
def test_a_right_to_left_name_prints_right_to_left(name: str) -> None:
    page = pypdfium2.PdfDocument(pressed(plan_slip(PlanSlip(name, Plan(name)), PAPER)).pdf)[0]
    text = page.get_textpage()
    first, last = (text.search(letter).get_next() for letter in (name[0], name[-1]))
    assert first is not None
    assert last is not None
    assert text.get_charbox(first[0])[0] > text.get_charbox(last[0])[0]


def pack(goal_sheets: int = 2, with_lesson: bool = True) -> SessionPack:
    sheets = tuple(a_goal_sheet(NAMES[number]) for number in range(goal_sheets))
    return SessionPack(a_circle(8), shipped_lesson() if with_lesson else None, "Recovery Strategies", sheets)


def test_a_session_pack_has_handouts_for_all_and_two_more_goal_sheets_and_one_circle_sheet() -> None:
    pages = pages_of(pressed(*session_pack(pack(), PAPER)).pdf)
    first_pages = [page for page in pages if " 1 of " in page]
    assert sum(page.startswith("Recovery Strategies") for page in first_pages) == 8 + SPARE
    assert sum(page.startswith("My goals") for page in first_pages) == 2
    assert sum("Circle sheet" in page for page in first_pages) == 1
    assert len(first_pages) == 8 + SPARE + 2 + 1


def test_printed_on_both_sides_no_sheet_holds_the_papers_of_two_people() -> None:
    pages = pages_of(pressed(*session_pack(pack(), PAPER)).pdf)
    starts = [number for number, page in enumerate(pages) if " 1 of " in page]
    assert all(start % 2 == 0 for start in starts)


def test_a_pack_without_a_lesson_has_no_handouts() -> None:
    titles = [document.title for document in session_pack(pack(1, with_lesson=False), PAPER)]
    assert titles == ["Goal sheet: Amina", "Circle sheet"]


def test_what_people_say_stays_off_the_circle_sheet_and_the_handouts() -> None:
    pages = pages_of(pressed(*session_pack(pack(), PAPER)).pdf)
    with_goals = [page for page in pages if "garden" in page]
    assert len(with_goals) == 2
    assert not any("Amina" in page for page in pages if "What is recovery?" in page)


def test_the_next_session_stands_on_each_handout_of_a_pack() -> None:
    words = words_of(pressed(*session_pack(replace(pack(0), next_session=date(2026, 12, 1)), PAPER)).pdf)
    assert words.count("Next session: Tuesday 1 December") == 8 + SPARE
