"""The sheets of one leaf, as full as they usually are."""

from __future__ import annotations

from datetime import date

from agenda.homework import Plan
from facilitator.paperwork.cover_page import CoverPage, MembersPlans, Tonight
from facilitator.paperwork.missed import Missed
from facilitator.paperwork.welcome import Welcome
from facilitator.whom_to_call import CrisisHelp, CrisisLine
from tests.facilitator.paperwork.members import NAMES

HELP = CrisisHelp(
    (CrisisLine("Crisis line", "0800 123 456", "day and night"), CrisisLine("Our team", "020 7946 0018")),
    CrisisLine("Ambulance", "999"),
)
PLAN = Plan(
    "Call the coach and ask for a trial lesson",
    "after breakfast",
    "at the kitchen table",
    "I do not dare to",
    "my sister",
    day=date(2026, 11, 26),
    remedy="ask my sister to sit with me",
)
AGREEMENTS = (
    "What is said here stays here.",
    "You may pass.",
    "You may step out and come back.",
    "We listen. We do not judge.",
    "We let each other finish.",
)
POINTS = ("A good step is small.", "It is yours to do.", "Give it a day and a time.")


def a_cover_page() -> CoverPage:
    return CoverPage(
        group="Tuesday group",
        when="Tuesday 24 November, 14:00",
        stopped=("Your first step, Tuesday 17 November: pages 1-4 were shown; it goes on from page 5.",),
        tonight=Tonight("Getting unstuck", "Look back at a step without blame.", "from page 5", POINTS),
        agreements=AGREEMENTS,
        turns=("Amina", "Zoë"),
        spare="Björn",
        plans=tuple(MembersPlans(name, (PLAN,)) for name in NAMES),
        promised=("Zoë: bring the bus timetable (Robin, by 24 Nov 2026)", "Call the housing office"),
        parked=("What about sleep?", "Who pays for the bus?"),
        crisis=HELP,
    )


def a_welcome() -> Welcome:
    return Welcome(
        when="Tuesday 24 November, 14:00",
        agreements=AGREEMENTS,
        lesson="Getting unstuck",
        idea="Look back at a step without blame, and solve a problem on your road, one move after another.",
        lines=("Fully, partly, or not at all?", "Whichever it is, we learn from it.", "What did you do that helped?"),
        crisis=HELP,
    )


def a_letter(plans: int = 1) -> Missed:
    return Missed("Amina", "Your first step", POINTS, (PLAN,) * plans, "Tuesday 1 December, 14:00", HELP)
