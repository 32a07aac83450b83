"""The welcome, the letter to who was away and the sheet for an appointment hold what the record knows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.follow_up import ContactKind
from agenda.homework import Plan
from agenda.record.rows import follow_up
from agenda.record.rows import goal as goals
from agenda.record.rows import homework as homeworks
from agenda.record.rows import session as sessions
from content.load import builtin_pack_folder, load_lesson, load_pack
from facilitator.paperwork.paper import Paper
from facilitator.session_paper.letters import (
    held_last,
    is_reached,
    missed_of,
    my_appointment_of,
    welcome_of,
    write_contact,
)
from tests.builders import TODAY, a_session, assert_refused
from tests.facilitator.session_paper.a_group import PLAN, TwoWeeks, two_weeks

PAPER = Paper()


def lesson_points(slug: str) -> tuple[str, ...]:
    return load_lesson(load_pack(builtin_pack_folder()).lesson_named(slug)).points


@pytest.fixture
def weeks() -> TwoWeeks:
    return two_weeks()


def test_who_was_away_reads_three_things_we_did_and_when_we_meet_next(weeks: TwoWeeks) -> None:
    letter = missed_of(weeks.record, weeks.session(weeks.held), weeks.member(weeks.bruno), PAPER)
    assert letter.name == "Bruno"
    assert letter.lesson == "What recovery means"
    assert letter.did == lesson_points("what-recovery-means")[:3]
    assert letter.next_time == "Tuesday 24 November, 14:00"
    assert letter.plans == ()


def test_their_plan_is_still_theirs_word_for_word(weeks: TwoWeeks) -> None:
    homeworks.agree(weeks.record, weeks.held, weeks.bruno, PLAN)
    (plan,) = missed_of(weeks.record, weeks.session(weeks.held), weeks.member(weeks.bruno), PAPER).plans
    assert (plan.what, plan.when, plan.where, plan.obstacle, plan.remedy, plan.helper) == (
        PLAN.what, PLAN.when, PLAN.where, PLAN.obstacle, PLAN.remedy, PLAN.helper,
    )  # fmt: skip


def test_a_plan_whose_words_nobody_wrote_down_is_not_promised(weeks: TwoWeeks) -> None:
    homeworks.agree(weeks.record, weeks.held, weeks.bruno, Plan("", in_own_words=True))
    assert missed_of(weeks.record, weeks.session(weeks.held), weeks.member(weeks.bruno), PAPER).plans == ()


def test_without_a_session_planned_the_next_date_is_that_of_the_groups_rhythm(weeks: TwoWeeks) -> None:
    sessions.cancel(weeks.record, weeks.coming, "")
    letter = missed_of(weeks.record, weeks.session(weeks.held), weeks.member(weeks.bruno), PAPER)
    assert letter.next_time.endswith(", 14:00")
    assert "17 November" not in letter.next_time


def test_whoever_was_there_gets_no_such_letter(weeks: TwoWeeks) -> None:
    held = weeks.session(weeks.held)
    assert_refused("not marked as away", lambda: missed_of(weeks.record, held, weeks.member(weeks.ana), PAPER))


def test_what_can_be_missed_is_the_session_held_last(weeks: TwoWeeks) -> None:
    assert held_last(weeks.record, weeks.session(weeks.coming)).id == weeks.held
    assert held_last(weeks.record, weeks.session(weeks.held)).id == weeks.held
    room = a_session(started=False)
    waiting = sessions.session(room.record, room.session)
    assert_refused("held no session yet", lambda: held_last(room.record, waiting))


def test_a_letter_is_a_message_and_a_call_stays_a_call(weeks: TwoWeeks) -> None:
    held, bruno = weeks.session(weeks.held), weeks.member(weeks.bruno)
    assert not is_reached(weeks.record, held, bruno)
    follow_up.record_contact(weeks.record, weeks.held, weeks.bruno, ContactKind.NONE)
    assert not is_reached(weeks.record, held, bruno)
    write_contact(weeks.record, held, bruno)
    assert [one.kind for one in follow_up.contacts(weeks.record, weeks.held)] == [ContactKind.MESSAGE]
    assert is_reached(weeks.record, held, bruno)


def test_somebody_new_is_welcomed_to_the_next_session_and_reads_how_it_begins(weeks: TwoWeeks) -> None:
    page = welcome_of(weeks.record, weeks.session(weeks.coming), PAPER)
    assert page.when == "Tuesday 24 November, 14:00"
    lesson = load_lesson(load_pack(builtin_pack_folder()).lesson_named("areas-of-life"))
    assert (page.lesson, page.idea, page.lines) == (
        lesson.entry.title,
        lesson.entry.in_a_sentence,
        lesson.pages[0].lines,
    )
    assert "Ana" not in str(page)
    assert welcome_of(weeks.record, weeks.session(weeks.held), PAPER) == page


def test_a_welcome_while_an_hour_runs_is_to_the_one_after_it(weeks: TwoWeeks) -> None:
    weeks.clock.advance(timedelta(days=7))
    sessions.start(weeks.record, weeks.coming)
    page = welcome_of(weeks.record, weeks.session(weeks.coming), PAPER)
    assert page.when == "Tuesday 1 December, 14:00"
    assert page.lesson == ""


def test_an_appointment_has_the_goal_in_own_words(weeks: TwoWeeks) -> None:
    assert my_appointment_of(weeks.record, weeks.member(weeks.ana)).goal == ""
    goals.set_goal(weeks.record, weeks.ana, "I have a garden.", on=TODAY)
    assert my_appointment_of(weeks.record, weeks.member(weeks.ana)).goal == "I have a garden."
