"""The sentences of a note: right for one and for many, and silent where nothing was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from agenda.attendance import Mode, Status
from agenda.follow_up import ContactKind
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus, Plan
from agenda.notes.facts import (
    Away,
    ContactFacts,
    FollowUpFacts,
    GoalFacts,
    HomeworkAgreed,
    HomeworkReviewed,
    Presence,
    ReviewFacts,
    ShortTermGoalFacts,
)
from agenda.notes.note import SectionKey, compose
from agenda.response import Chip
from agenda.session import SessionKind
from agenda.technique import Family
from tests.agenda.notes.note_examples import ANA, HERE, LESSON, NAMES, NOT_THERE, SESSION, told
from tests.builders import MEETS_AT, TODAY


def test_the_header_holds_what_payers_ask() -> None:
    assert told(ANA, SectionKey.HEADER).splitlines() == [
        "Name: Ana Ferri (called Ana)",
        "Record number: P-1",
        "Date: 2026-11-24",
        "Time: 15:00 to 16:00, 60 minutes",
        "Service: Illness Management and Recovery, group session.",
        "Group: Tuesday",
        "6 members were present.",
        "Staff (2): Robin, RN (lead); Kim (co-facilitator)",
        "Topic: “Signs of stress” (coping-stress), pages 1 to 4",
    ]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"present": 1}, "1 member was present."),
        ({"present": 0}, "0 members were present."),
        ({"unknown": 1}, "6 members were present. The attendance of 1 member was not recorded."),
        ({"unknown": 2}, "6 members were present. The attendance of 2 members was not recorded."),
        ({"ended_at": None}, "Time: from 15:00; the end is not recorded"),
        ({"started_at": None}, "Time: not recorded"),
        ({"ended_at": MEETS_AT + timedelta(seconds=61)}, "Time: 15:00 to 15:01, 1 minute"),
        ({"lesson": None}, "Topic: not recorded"),
        ({"lesson": replace(LESSON, pages_to=1)}, "Topic: “Signs of stress” (coping-stress), page 1"),
        ({"staff": ()}, "Staff: not recorded"),
        ({"kind": SessionKind.FIRST}, "Service: Illness Management and Recovery, first group session."),
        ({"kind": SessionKind.CLOSING}, "Service: Illness Management and Recovery, closing group session."),
    ],
)
def test_the_header_is_right_for_few_and_for_what_is_not_known(change: dict[str, Any], line: str) -> None:
    assert line in told(replace(ANA, session=replace(SESSION, **change)), SectionKey.HEADER).splitlines()


def test_the_minutes_agree_with_the_times_beside_them() -> None:
    begun, ended = MEETS_AT + timedelta(seconds=50), MEETS_AT + timedelta(minutes=60, seconds=10)
    session = replace(SESSION, started_at=begun, ended_at=ended)
    assert "Time: 15:00 to 16:00, 60 minutes" in told(replace(ANA, session=session), SectionKey.HEADER)


def test_an_individual_session_has_no_word_of_a_group() -> None:
    session = replace(SESSION, kind=SessionKind.ONE, present=1)
    note = "\n".join(section.text for section in compose(replace(ANA, session=session)))
    assert "individual session" in note
    for word in ("group", "Group", "member", "Tuesday"):
        assert word not in note


LATE_AT = MEETS_AT + timedelta(minutes=10)
OUT = Away(MEETS_AT + timedelta(minutes=20), MEETS_AT + timedelta(minutes=25))


@pytest.mark.parametrize(
    ("presence", "sentences"),
    [
        (HERE, "Ana took part in person, from the start."),
        (replace(HERE, mode=Mode.VIDEO), "Ana took part by video, from the start."),
        (Presence(Status.LATE, Mode.PHONE, LATE_AT), "Ana took part by phone, and joined late, at 15:10."),
        (replace(HERE, away=(OUT,)), "Ana took part in person, from the start. Ana was out from 15:20 to 15:25."),
        (
            replace(HERE, away=(replace(OUT, back_at=None),)),
            "Ana took part in person, from the start. Ana left at 15:20; no return is recorded.",
        ),
        (
            replace(HERE, confirmed=False),
            "Ana took part in person, from the start. This is from self check-in; no facilitator has confirmed it.",
        ),
        (Presence(Status.UNKNOWN), "Attendance: not recorded."),
    ],
)
def test_attendance_says_when_and_how(presence: Presence, sentences: str) -> None:
    assert told(replace(ANA, presence=presence), SectionKey.ATTENDANCE) == sentences


CALLED = ContactFacts(ContactKind.CALLED, MEETS_AT + timedelta(hours=10))


def test_a_no_show_is_a_line_and_the_contact() -> None:
    assert told(NOT_THERE, SectionKey.ATTENDANCE) == "Ana did not attend."
    called = replace(NOT_THERE, contact=CALLED)
    assert told(called, SectionKey.ATTENDANCE) == "Ana did not attend.\nContact: called on 2026-11-25 at 01:00."
    nobody = replace(NOT_THERE, contact=replace(CALLED, kind=ContactKind.NONE))
    assert told(nobody, SectionKey.ATTENDANCE) == "Ana did not attend.\nContact: none."


def test_a_reason_is_given_only_if_there_is_one() -> None:
    excused = replace(NOT_THERE, presence=Presence(Status.EXCUSED))
    assert told(excused, SectionKey.ATTENDANCE) == "Ana was excused."
    ill = replace(excused, presence=Presence(Status.EXCUSED, reason="a visit to the doctor"))
    assert told(ill, SectionKey.ATTENDANCE) == "Ana was excused. Reason: “a visit to the doctor”."


def test_a_no_show_claims_nothing_about_the_hour() -> None:
    keys = [section.key.value for section in compose(NOT_THERE)]
    assert keys == ["header", "attendance", "homework-agreed", "plan"]
    assert told(NOT_THERE, SectionKey.PLAN) == ""


def test_what_payers_ask_is_said_to_be_missing_and_the_rest_left_out() -> None:
    assert [(section.key.value, section.text) for section in compose(ANA)][2:] == [
        ("goal", "Personal recovery goal: none recorded."),
        ("interventions", ""),
        ("response", "Response: not recorded."),
        ("homework-reviewed", ""),
        ("homework-agreed", ""),
        ("plan", "Plan: not recorded."),
    ]


def test_a_goal_without_review_says_that_no_progress_was_recorded() -> None:
    goal = told(replace(ANA, goals=(GoalFacts("A job"),)), SectionKey.GOAL)
    assert goal == "Personal recovery goal: “A job”.\nProgress toward the goal: not recorded in this session."


@pytest.mark.parametrize(
    ("achieved", "sentence"),
    [
        (Achieved.FULLY, "The goal was reviewed; it is fully achieved."),
        (Achieved.PARTIALLY, "The goal was reviewed; it is partially achieved."),
        (Achieved.NOT_AT_ALL, "The goal was reviewed; it is not achieved so far."),
        (None, "The goal was reviewed."),
    ],
)
def test_a_review_says_how_far_it_got(achieved: Achieved | None, sentence: str) -> None:
    review = ReviewFacts(achieved, "Asking early", "Call on Thursday.")
    goal = told(replace(ANA, goals=(GoalFacts("A job"),), review=review), SectionKey.GOAL).splitlines()[1]
    assert goal == f"{sentence} What helped Ana: “Asking early”. Next step: “Call on Thursday.”"


def test_a_next_step_is_a_plan() -> None:
    assert told(replace(ANA, review=ReviewFacts(next_step="Call")), SectionKey.PLAN) == ""
    assert told(replace(ANA, review=ReviewFacts()), SectionKey.PLAN) == "Plan: not recorded."


def test_interventions_stand_by_family_and_skills_by_number() -> None:
    used = ((Family.SKILL, "coping"), (Family.MOTIVATIONAL, "promote hope"), (Family.MOTIVATIONAL, "reframe"))
    lines = told(replace(ANA, techniques=used), SectionKey.INTERVENTIONS).splitlines()
    assert lines == ["Motivational: promote hope; reframe.", "Skill taught: coping."]
    more = (*used, (Family.SKILL, "relapse prevention"))
    assert told(replace(ANA, techniques=more), SectionKey.INTERVENTIONS).endswith(
        "Skills taught: coping; relapse prevention."
    )


@pytest.mark.parametrize(
    ("chips", "sentence"),
    [
        ((Chip.QUIET,), "Ana was quiet today."),
        ((Chip.LISTENED, Chip.SHARED), "Ana listened and shared."),
        ((Chip.LISTENED, Chip.SHARED, Chip.HELPED), "Ana listened, shared and helped another."),
    ],
)
def test_a_response_is_what_was_seen_and_said(chips: tuple[Chip, ...], sentence: str) -> None:
    assert told(replace(ANA, chips=chips), SectionKey.RESPONSE) == sentence
    said = replace(ANA, chips=chips, words="I can ask!")
    assert told(said, SectionKey.RESPONSE) == f"{sentence} What Ana said or did: “I can ask!”"


def test_homework_is_told_with_what_got_in_the_way_and_with_its_plan() -> None:
    walk = HomeworkReviewed("Walk", HomeworkStatus.NOT_YET, "Rain", "An umbrella")
    gone = HomeworkReviewed("Call", None)
    assert told(replace(ANA, reviewed=(walk, gone)), SectionKey.HOMEWORK_REVIEWED).splitlines() == [
        "Homework from before: “Walk”. Ana has not done it yet. What got in the way: “Rain”. "
        "What Ana could do differently: “An umbrella”.",
        "Homework from before: “Call”. It was let go, by choice.",
    ]
    plan = HomeworkAgreed(Plan("Walk", "Tuesday", "the park", "rain", "my sister"))
    missed = HomeworkAgreed(Plan("Read"), is_for_a_missed_lesson=True)
    assert told(replace(ANA, agreed=(plan, missed)), SectionKey.HOMEWORK_AGREED).splitlines() == [
        "Ana agreed on this homework: “Walk”. When: “Tuesday”. Where: “the park”. "
        "What could get in the way: “rain”. Who can help: “my sister”.",
        "Ana agreed on this homework for a missed lesson: “Read”.",
    ]


def test_follow_ups_are_told_with_who_and_by_when() -> None:
    facts = replace(ANA, follow_ups=(FollowUpFacts("Call", "Robin", TODAY), FollowUpFacts("")))
    assert told(facts, SectionKey.PLAN).splitlines() == [
        "Follow-up: “Call”. By whom: “Robin”. By when: 2026-11-24.",
        "Follow-up: not described.",
    ]


def test_what_somebody_typed_is_never_a_template() -> None:
    words = "{name} {0} %s \n <b>“x”</b> אנה"
    assert f"“{words}”" in told(replace(ANA, words=words), SectionKey.RESPONSE)
    assert "Name: {name}" in told(replace(ANA, names=replace(NAMES, name="{name}", full_name="")), SectionKey.HEADER)


@pytest.mark.parametrize(
    ("goal", "line"),
    [
        (GoalFacts("A job"), "Personal recovery goal: “A job”."),
        (GoalFacts("A job", is_new=True), "Personal recovery goal, set on this day: “A job”."),
        (GoalFacts("A job", is_reworded=True), "Personal recovery goal, reworded on this day: “A job”."),
        (GoalFacts("A job", is_new=True, is_reworded=True), "Personal recovery goal, set on this day: “A job”."),
    ],
)
def test_a_goal_says_whether_it_is_of_this_day(goal: GoalFacts, line: str) -> None:
    said = told(replace(ANA, goals=(goal,)), SectionKey.GOAL)
    assert said == f"{line}\nProgress toward the goal: not recorded in this session."


def test_progress_is_recorded_where_the_goal_or_one_of_its_parts_was_looked_at() -> None:
    parts = (ShortTermGoalFacts("Call", Achieved.PARTIALLY, "weekly"), ShortTermGoalFacts("Write"))
    in_part = told(replace(ANA, goals=(GoalFacts("A flat"), GoalFacts("A job", short_term=parts))), SectionKey.GOAL)
    assert in_part.splitlines() == [
        "Personal recovery goal: “A flat”.",
        "Personal recovery goal: “A job”.",
        "Short-term goal: “Call”. It was reviewed; it is partially achieved. How it goes on: “weekly”.",
        "Short-term goal: “Write”.",
    ]
    whole = told(replace(ANA, goals=(GoalFacts("A job", is_achieved=True),)), SectionKey.GOAL)
    assert whole == "Personal recovery goal: “A job”. It was achieved on this day."


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [(None, None, ""), (2, None, ""), (None, 3, ""), (2, 2, ", page 2"), (2, 3, ", pages 2 to 3")],
)
def test_the_topic_says_which_pages_were_shown_if_it_is_known(first: int | None, last: int | None, pages: str) -> None:
    lesson = replace(LESSON, pages_from=first, pages_to=last)
    lines = told(replace(ANA, session=replace(SESSION, lesson=lesson)), SectionKey.HEADER).splitlines()
    assert lines[-1] == f"Topic: “Signs of stress” (coping-stress){pages}"


@pytest.mark.parametrize(("present", "told_so"), [(0, False), (1, False), (2, True)])
def test_how_many_were_there_is_said_of_one_member_alone_only_where_more_came(present: int, told_so: bool) -> None:
    alone = replace(SESSION, kind=SessionKind.ONE, present=present)
    said = told(replace(ANA, session=alone), SectionKey.HEADER)
    assert ("present." in said) is told_so
