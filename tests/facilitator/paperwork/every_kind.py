"""One of every kind of sheet, as it comes from the press, for those who look at PDFs with programs of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from agenda.homework import Plan
from content.load import load_lesson
from content.worksheet_shelf import load_worksheet, worksheets_of
from facilitator.curriculum import drawing_of_lesson, drawings_named
from facilitator.paperwork.circle_sheet import circle_sheet
from facilitator.paperwork.cover_page import cover_page
from facilitator.paperwork.goal_sheet import goal_sheet
from facilitator.paperwork.handout import Enclosed, lesson_handout
from facilitator.paperwork.missed import you_were_missed
from facilitator.paperwork.my_appointment import MyAppointment, my_appointment
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import DRAWN, PlanSlip, plan_slips
from facilitator.paperwork.supporter_copy import supporter_copy
from facilitator.paperwork.tree import Document
from facilitator.paperwork.wall_card import wall_cards
from facilitator.paperwork.welcome import welcome
from facilitator.paperwork.worksheet_form import worksheet_document
from tests.facilitator.paperwork.every_lesson import ADDRESS, CRISIS, DAY, MODULE, NEXT, PACK
from tests.facilitator.paperwork.leaves import a_cover_page, a_letter, a_welcome
from tests.facilitator.paperwork.members import a_circle, a_goal_sheet

LESSON = load_lesson(PACK.lesson_named("up-and-down"))
PLAN = PlanSlip(
    "Amina",
    Plan("Ask at the garden centre", "9:30", "Hill Road", "It rains", "my sister",
         day=date(2026, 11, 28), remedy="ring my sister"),
    "", DAY, date(2026, 12, 1), "A job with plants", NEXT, "Europe/Rome", CRISIS,
    drawings=drawings_named(PACK, DRAWN),
)  # fmt: skip
WORKSHEETS = tuple(entry.slug for entry in worksheets_of(PACK))
LEAVES = ("cover page", "welcome", "missed", "my appointment")
KINDS = (*LEAVES, "handout", "plans", "goal sheet", "circle sheet", "cards", "supporter", *WORKSHEETS)


def sheets(kind: str, paper: Paper) -> Sequence[Document]:
    """The documents of this kind."""
    if kind in WORKSHEETS:
        return [worksheet_document(load_worksheet(PACK, kind), paper)]
    if kind in LEAVES:
        return [_leaf(kind, paper)]
    if kind == "plans":
        return plan_slips(
            [
                PLAN,
                *(
                    PlanSlip(name, agreed_on=DAY, next_session=date(2026, 12, 1), crisis=CRISIS)
                    for name in ("Bruno", "Carla")
                ),
            ],
            paper,
        )
    if kind == "handout":
        enclosed = Enclosed(CRISIS, drawing_of_lesson(PACK, LESSON), DAY, NEXT)
        return [lesson_handout(LESSON, paper, MODULE, ADDRESS, date(2026, 12, 1), enclosed)]
    if kind == "goal sheet":
        return [goal_sheet(a_goal_sheet(), paper)]
    if kind == "circle sheet":
        return [circle_sheet(a_circle(8), paper)]
    if kind == "cards":
        return [wall_cards(LESSON.pages, LESSON.entry.title)]
    return [supporter_copy(LESSON, paper, CRISIS)]


def _leaf(kind: str, paper: Paper) -> Document:
    if kind == "cover page":
        return cover_page(replace(a_cover_page(), crisis=CRISIS), paper)
    if kind == "welcome":
        return welcome(replace(a_welcome(), crisis=CRISIS), paper)
    if kind == "missed":
        return you_were_missed(replace(a_letter(), crisis=CRISIS), paper)
    return my_appointment(MyAppointment("A job with plants"), paper)
