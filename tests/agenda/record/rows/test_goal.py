"""The goal-tracking sheet: in the member's own words, with the days of the Rule of Six's and room for so much."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agenda.goal import Achieved
from agenda.member import MembershipStatus
from agenda.record.rows import goal, member
from agenda.record.undo import undo
from tests.builders import TODAY, Room, a_session, assert_refused, tables

YESTERDAY = TODAY - timedelta(days=1)
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def room() -> Room:
    return a_session(members=2)


def a_goal(room: Room, text: str = "A flat of my own", on: date = TODAY) -> str:
    return goal.set_goal(room.record, room.members[0], text, on=on, how_known="I have a key")


def test_a_goal_is_kept_in_their_own_words_and_due_in_six_months(room: Room) -> None:
    a_goal(room, "  A flat of my own ")
    found = goal.goal_of(room.record, room.members[0])
    assert found is not None
    assert (found.text, found.how_known) == ("A flat of my own", "I have a key")
    assert (found.set_on, found.due) == (date(2026, 11, 24), date(2027, 5, 24))
    assert goal.goal_of(room.record, room.members[1]) is None


def test_the_days_are_suggestions(room: Room) -> None:
    goal.set_goal(room.record, room.members[0], "A flat", on=TODAY, due=LATER)
    found = goal.goal_of(room.record, room.members[0])
    assert found is not None
    assert found.due == LATER
    assert_refused(
        "before it began",
        lambda: goal.set_goal(room.record, room.members[0], "A flat", on=TODAY, due=YESTERDAY),
    )


def test_a_goal_said_differently_keeps_its_day_and_the_day_it_was_modified(room: Room) -> None:
    first = a_goal(room)
    goal.change_goal(room.record, first, text="A room", how_known="", on=LATER)
    found = goal.goal_of(room.record, room.members[0])
    assert found is not None
    assert (found.text, found.set_on, found.modified_on) == ("A room", TODAY, LATER)


def test_a_goal_achieved_gives_way_to_the_next_and_can_be_taken_back(room: Room) -> None:
    first = a_goal(room)
    goal.achieve_goal(room.record, first, on=LATER)
    found = goal.goal_of(room.record, room.members[0])
    assert found is not None
    assert (found.id, found.achieved_on) == (first, LATER)
    second = a_goal(room, "A job", on=LATER)
    assert [one.id for one in goal.goals_of(room.record, room.members[0])] == [first, second]
    assert goal.goal_of(room.record, room.members[0]).id == second  # type: ignore[union-attr]
    goal.achieve_goal(room.record, second, on=LATER)
    goal.achieve_goal(room.record, first, on=None)
    assert goal.goal_of(room.record, room.members[0]).id == first  # type: ignore[union-attr]


def test_of_goals_achieved_the_last_one_achieved_is_shown(room: Room) -> None:
    first, second = a_goal(room), a_goal(room, "A job", on=LATER)
    goal.achieve_goal(room.record, second, on=LATER)
    goal.achieve_goal(room.record, first, on=LATER + timedelta(days=1))
    assert goal.goal_of(room.record, room.members[0]).id == first  # type: ignore[union-attr]


def test_a_sheet_has_room_for_three_short_term_goals_due_in_six_weeks(room: Room) -> None:
    first = a_goal(room)
    for number in range(3):
        goal.add_short_term_goal(room.record, first, f"Part {number}", starts=TODAY)
    assert_refused("room for three", lambda: goal.add_short_term_goal(room.record, first, "One more", starts=TODAY))
    found = goal.goals_of(room.record, room.members[0])[0].short_term_goals
    assert [part.text for part in found] == ["Part 0", "Part 1", "Part 2"]
    assert {part.due for part in found} == {TODAY + timedelta(weeks=6)}


def test_a_short_term_goal_has_room_for_four_steps_due_in_six_days(room: Room) -> None:
    part = goal.add_short_term_goal(room.record, a_goal(room), "Save", starts=TODAY)
    for number in range(4):
        goal.add_step(room.record, part, f"Step {number}", starts=TODAY)
    assert_refused("room for four", lambda: goal.add_step(room.record, part, "One more", starts=TODAY))
    found = goal.goals_of(room.record, room.members[0])[0].short_term_goals[0].steps
    assert [step.text for step in found] == ["Step 0", "Step 1", "Step 2", "Step 3"]
    assert {step.due for step in found} == {TODAY + timedelta(days=6)}


def test_a_new_line_stands_last_also_after_one_above_was_undone(room: Room) -> None:
    first = a_goal(room)
    goal.add_short_term_goal(room.record, first, "Undone", starts=TODAY, session=room.session)
    goal.add_short_term_goal(room.record, first, "Second", starts=TODAY)
    undo(room.record, room.session)
    goal.add_short_term_goal(room.record, first, "Third", starts=TODAY)
    found = goal.goals_of(room.record, room.members[0])[0].short_term_goals
    assert [part.text for part in found] == ["Second", "Third"]


@pytest.mark.parametrize("achieved", Achieved)
def test_a_short_term_goal_is_looked_at_and_that_can_be_taken_back(room: Room, achieved: Achieved) -> None:
    part = goal.add_short_term_goal(room.record, a_goal(room), "Save", starts=TODAY)
    goal.review_short_term_goal(room.record, part, achieved, on=LATER, method=" small sums ")
    found = goal.goals_of(room.record, room.members[0])[0].short_term_goals[0]
    assert (found.achieved, found.reviewed_on, found.method) == (achieved, LATER, "small sums")
    goal.review_short_term_goal(room.record, part, None, on=LATER, method="small sums")
    found = goal.goals_of(room.record, room.members[0])[0].short_term_goals[0]
    assert (found.achieved, found.reviewed_on, found.method) == (None, None, "small sums")


def test_a_short_term_goal_can_be_said_differently_or_get_another_day(room: Room) -> None:
    part = goal.add_short_term_goal(room.record, a_goal(room), "Save", starts=TODAY)
    goal.change_short_term_goal(room.record, part, text="Save more", how_known="500", due=LATER)
    goal.change_short_term_goal(room.record, part, text="Save much", how_known="600")
    found = goal.goals_of(room.record, room.members[0])[0].short_term_goals[0]
    assert (found.text, found.how_known, found.due) == ("Save much", "600", LATER)
    assert_refused(
        "before it began", lambda: goal.change_short_term_goal(room.record, part, text="Save", due=YESTERDAY)
    )


def test_a_step_in_other_words_stays_achieved(room: Room) -> None:
    part = goal.add_short_term_goal(room.record, a_goal(room), "Save", starts=TODAY)
    step = goal.add_step(room.record, part, "Open an account", starts=TODAY)
    goal.change_step(room.record, step, text="Open an account", achieved=Achieved.PARTIALLY)
    goal.change_step(room.record, step, text="Ask at the bank")
    found = goal.goals_of(room.record, room.members[0])[0].short_term_goals[0].steps[0]
    assert (found.text, found.achieved) == ("Ask at the bank", Achieved.PARTIALLY)


def test_a_day_before_they_joined_is_refused(room: Room) -> None:
    first = a_goal(room)
    part = goal.add_short_term_goal(room.record, first, "Save", starts=TODAY)
    before = tables(room.record)
    assert_refused(
        "before they joined",
        lambda: a_goal(room, on=YESTERDAY),
        lambda: goal.add_short_term_goal(room.record, first, "Save", starts=YESTERDAY),
        lambda: goal.add_step(room.record, part, "Ask", starts=YESTERDAY),
    )
    assert_refused(
        "before it began",
        lambda: goal.change_goal(room.record, first, text="A flat", how_known="", on=YESTERDAY),
        lambda: goal.achieve_goal(room.record, first, on=YESTERDAY),
        lambda: goal.review_short_term_goal(room.record, part, Achieved.FULLY, on=YESTERDAY),
    )
    assert tables(room.record) == before


def test_the_sheet_outlives_suspension(room: Room) -> None:
    a_goal(room)
    member.change_status(room.record, room.members[0], MembershipStatus.SUSPENDED, begins=LATER)
    goal.set_goal(room.record, room.members[0], "A job", on=LATER)
    assert len(goal.goals_of(room.record, room.members[0])) == 2


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_line_without_words_is_refused(room: Room, text: str) -> None:
    first = a_goal(room)
    part = goal.add_short_term_goal(room.record, first, "Save", starts=TODAY)
    step = goal.add_step(room.record, part, "Ask", starts=TODAY)
    assert_refused(
        "own words",
        lambda: a_goal(room, text),
        lambda: goal.change_goal(room.record, first, text=text, how_known="", on=TODAY),
        lambda: goal.add_short_term_goal(room.record, first, text, starts=TODAY),
        lambda: goal.change_short_term_goal(room.record, part, text=text),
        lambda: goal.add_step(room.record, part, text, starts=TODAY),
        lambda: goal.change_step(room.record, step, text=text),
    )


def test_what_is_not_on_the_sheet_is_refused(room: Room) -> None:
    assert_refused(
        "not on the sheet",
        lambda: goal.change_goal(room.record, "none", text="A", how_known="", on=TODAY),
        lambda: goal.achieve_goal(room.record, "none", on=TODAY),
        lambda: goal.add_short_term_goal(room.record, "none", "A", starts=TODAY),
        lambda: goal.review_short_term_goal(room.record, "none", Achieved.FULLY, on=TODAY),
        lambda: goal.add_step(room.record, "none", "A", starts=TODAY),
        lambda: goal.change_step(room.record, "none", text="A"),
    )
    assert_refused("no such member", lambda: goal.set_goal(room.record, "nobody", "A", on=TODAY))


@pytest.mark.parametrize("text", ["g" * 10_000, "**b** [red]x[/] <i>y</i> #let x = 1", "שלום 🙂"])
def test_free_text_is_kept_whole_and_literal(room: Room, text: str) -> None:
    first = a_goal(room, text)
    part = goal.add_short_term_goal(room.record, first, text, starts=TODAY, how_known=text)
    goal.add_step(room.record, part, text, starts=TODAY)
    found = goal.goals_of(room.record, room.members[0])[0]
    [part_found] = found.short_term_goals
    assert {found.text, part_found.text, part_found.how_known, part_found.steps[0].text} == {text}
