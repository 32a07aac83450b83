"""Members with goals and homework, in plain values, as paper gets them."""

from __future__ import annotations

from datetime import date

from facilitator.paperwork.circle_sheet import CircleRow, CircleSheet
from facilitator.paperwork.goal_sheet import Achieved, GoalSheet, GoalStep, ShortTermGoal

NAMES = ("Amina", "Björn", "علی رضا", "דוד כהן", "Ελένη", "Zoë", "Владимир", "J. R.")


def a_circle(members: int) -> CircleSheet:
    rows = (CircleRow(digit, NAMES[digit - 1], "Take a walk in the park") for digit in range(1, members + 1))
    return CircleSheet("Tuesday group", tuple(rows), date(2026, 11, 24), "What recovery means")


def a_goal_sheet(name: str = "Amina") -> GoalSheet:
    steps = (GoalStep("Call the coach", date(2026, 10, 12)), GoalStep("Write down three questions"))
    goal = ShortTermGoal(
        "I visit two places.",
        start=date(2026, 10, 5),
        reviewed=date(2026, 11, 16),
        how_known="I told the group about both.",
        steps=steps,
        achieved=Achieved.PARTIALLY,
        helped="Going with my sister.",
        next_steps="The second visit.",
    )
    return GoalSheet(name, "I work two days a week in a garden.", date(2026, 9, 1), short_term=(goal,))
