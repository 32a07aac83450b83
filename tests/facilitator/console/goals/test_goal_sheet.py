"""The goal sheet, opened from the member's sheet and written by keyboard."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.goal import SHORT_TERM_GOAL_LASTS, STEP_LASTS, Achieved, Goal, six_months_after
from agenda.record.rows import goal as goals
from agenda.record.rows import turn as turns
from facilitator.console.goals.fields import doubt_about
from facilitator.console.goals.lines import GoalLine
from facilitator.console.goals.screen import GoalSheetScreen
from facilitator.language import long_date
from tests.builders import TODAY
from tests.facilitator.console.hour.hour import NARROW, AnHour, an_hour

ONE = ("Ana",)
OPEN = ("1", "h", "enter", "down", "enter")
MARKUP = "[red]x[/] *a* #b <i>"


def typed(words: str) -> tuple[str, ...]:
    return tuple(words)


def goal(hour: AnHour) -> Goal:
    found = goals.goal_of(hour.workplace.record, hour.roster()[0].member)
    assert found is not None
    return found


@pytest.mark.slow
async def test_the_whole_sheet_is_written_by_keyboard(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ONE, size=NARROW) as hour:
        await hour.press(*OPEN)
        assert isinstance(hour.on_top, GoalSheetScreen)
        await hour.press("enter", *typed("bakery"), "tab", *typed("a job"), "enter", "enter")
        assert (goal(hour).text, goal(hour).how_known) == ("bakery", "a job")
        for part in ("one", "two", "three"):
            await hour.press("end", "enter", *typed(part), *["enter"] * 4)
        assert [part.text for part in goal(hour).short_term_goals] == ["one", "two", "three"]
        await hour.press("end")  # the last short-term goal's room for a step
        for step in "abcd":
            await hour.press("end", "enter", *typed(step), "enter", "enter")
        assert [step.text for step in goal(hour).short_term_goals[2].steps] == list("abcd")
        assert "+ a short-term goal" not in hour.text()
        await hour.press("end", "2")
        assert goal(hour).short_term_goals[2].steps[3].achieved is Achieved.PARTIALLY
        await hour.press("u")
        assert goal(hour).short_term_goals[2].steps[3].achieved is None
        await hour.press("ctrl+r", "escape")
        assert goal(hour).short_term_goals[2].steps[3].achieved is Achieved.PARTIALLY
        assert not hour.screen.is_room


async def test_a_digit_on_a_short_term_goal_keeps_how_it_goes_on(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ONE) as hour:
        record, member = hour.workplace.record, hour.roster()[0].member
        part = goals.add_short_term_goal(record, goals.set_goal(record, member, "a", on=TODAY), "b", starts=TODAY)
        goals.review_short_term_goal(record, part, Achieved.PARTIALLY, on=TODAY, method="twice a week")
        await hour.press(*OPEN, "home", "down", "1")
        found = goal(hour).short_term_goals[0]
        assert (found.achieved, found.method) == (Achieved.FULLY, "twice a week")


@pytest.mark.slow
async def test_an_empty_goal_is_refused_at_the_field_and_nothing_else_typed_is_lost(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ONE) as hour:
        await hour.press(*OPEN, "enter", "tab", *typed("a key of my own"), "enter", "enter")
        assert "Write it down in the member's own words." in hour.text()
        assert goals.goal_of(hour.workplace.record, hour.roster()[0].member) is None
        await hour.press(*typed("a flat"), "ctrl+s")
        assert (goal(hour).text, goal(hour).how_known) == ("a flat", "a key of my own")


@pytest.mark.slow
async def test_days_are_suggested_by_the_rule_of_sixes_and_can_be_others(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ONE) as hour:
        await hour.press(*OPEN, "enter")
        assert six_months_after(TODAY).isoformat() in hour.text()
        await hour.press(*typed("a flat"), "ctrl+s", "end", "enter")
        assert (TODAY + SHORT_TERM_GOAL_LASTS).isoformat() in hour.text()
        await hour.press(*typed("see three"), "tab", "tab", *typed("with my cousin"), "tab", *["backspace"] * 10)
        before, later = TODAY - timedelta(days=1), TODAY + timedelta(days=10)
        await hour.press(*typed(before.isoformat()), "enter")
        assert "Choose a later day." in hour.text()
        await hour.press(*["backspace"] * 10, *typed("soon"), "enter")
        assert "Write the day as in 2026-12-24" in hour.text()
        await hour.press(*["backspace"] * 4, *typed(later.isoformat()), "enter")
        found = goal(hour).short_term_goals[0]
        assert (found.due, found.method) == (later, "with my cousin")
        assert "how: with my cousin" in hour.text()
        await hour.press("home", "down", "down", "enter", *typed("ring one"), "ctrl+s")
        assert goal(hour).short_term_goals[0].steps[0].due == TODAY + STEP_LASTS


@pytest.mark.slow
async def test_ten_thousand_characters_are_kept_whole(tmp_path: Path) -> None:
    text = " ".join(["bakery"] * 1428) + " end"
    async with an_hour(tmp_path, ONE, size=NARROW) as hour:
        await hour.press("1", "h")
        goals.set_goal(hour.workplace.record, hour.roster()[0].member, text, on=TODAY)
        await hour.press("enter")
        assert "bakery" in hour.text()
        assert "Goal sheet" in hour.text()
        await hour.press("down", "enter", "enter", "end", "x", *["enter"] * 3)
        assert goal(hour).text == text + "x"


@pytest.mark.slow
async def test_markup_is_literal(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ONE) as hour:
        await hour.press("1", "h")
        goals.set_goal(hour.workplace.record, hour.roster()[0].member, MARKUP, on=TODAY)
        await hour.press("enter")
        assert MARKUP in hour.text()
        await hour.press("down", "enter")
        assert MARKUP in hour.text()
        await hour.press("enter")
        assert MARKUP in hour.text()


async def test_the_one_small_step_is_written(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ONE) as hour:
        await hour.press("1", "h", "enter", "down", "down", "enter", *typed("walk"), "enter")
        steps = turns.small_steps(hour.workplace.record, hour.screen.session_id)
        assert list(steps.values()) == ["walk"]


async def test_a_day_is_said_back_with_its_weekday(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ONE) as hour:
        day = TODAY + timedelta(days=40)
        await hour.press(*OPEN, "enter", *typed("a flat"), "tab", "tab", *typed(day.isoformat()))
        assert f"= {long_date(day)} {day.year}" in hour.text()
        await hour.press("enter")
        assert goal(hour).due == day


def test_only_a_new_day_that_is_over_is_asked_about() -> None:
    over, due = TODAY - timedelta(days=9), TODAY - timedelta(days=3)
    line = GoalLine("step", "row", "", begins=TODAY - timedelta(days=30), due=due)
    asked = [doubt_about(line, {"due": day.isoformat()}, TODAY) for day in (over, due, TODAY)]
    assert asked == [f"{long_date(over)} {over.year} is over. Is it meant?", "", ""]
    assert doubt_about(line, {"due": ""}, TODAY) == ""
