"""The phases of each kind of session and their minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.session import (
    GUARDED,
    SHORTEST_LESSON,
    LessonPart,
    PhaseKey,
    PlannedPhase,
    Session,
    SessionKind,
    standard_minutes,
)
from tests.builders import MEETS_AT, TODAY

HELD = [kind for kind in SessionKind if kind is not SessionKind.CANCELLED]


def test_a_usual_hour_has_the_order_of_the_manuals() -> None:
    assert list(standard_minutes(SessionKind.USUAL, 60)) == [
        PhaseKey.WELCOME,
        PhaseKey.LAST_SESSION,
        PhaseKey.HOMEWORK,
        PhaseKey.GOALS,
        PhaseKey.AGENDA,
        PhaseKey.LESSON,
        PhaseKey.NEW_HOMEWORK,
        PhaseKey.SUMMARY,
    ]


def test_the_first_session_reviews_nothing_and_the_closing_one_agrees_no_homework() -> None:
    first = standard_minutes(SessionKind.FIRST, 60)
    assert not {PhaseKey.HOMEWORK, PhaseKey.GOALS, PhaseKey.LAST_SESSION} & set(first)
    assert PhaseKey.NEW_HOMEWORK not in standard_minutes(SessionKind.CLOSING, 60)


def test_a_cancelled_session_has_no_phases() -> None:
    assert standard_minutes(SessionKind.CANCELLED, 60) == {}


@pytest.mark.parametrize("kind", HELD)
def test_the_usual_minutes_of_an_hour_are_kept_and_the_lesson_has_the_rest(kind: SessionKind) -> None:
    hour, longer = standard_minutes(kind, 60), standard_minutes(kind, 75)
    assert longer == {**hour, PhaseKey.LESSON: hour[PhaseKey.LESSON] + 15}


@given(st.sampled_from(HELD), st.integers(20, 180), st.dictionaries(st.sampled_from(PhaseKey), st.integers(1, 90)))
def test_the_minutes_add_up_whatever_the_group_has_chosen(
    kind: SessionKind, total: int, chosen: dict[PhaseKey, int]
) -> None:
    chosen.pop(PhaseKey.LESSON, None)
    minutes = standard_minutes(kind, total, chosen)
    assert sum(minutes.values()) == total
    assert min(minutes.values()) >= 1


@given(st.sampled_from(HELD), st.integers(20, 180))
def test_the_guarded_phases_keep_theirs_while_any_other_can_give(kind: SessionKind, total: int) -> None:
    usual, minutes = standard_minutes(kind, 120), standard_minutes(kind, total)
    others = [minutes[key] for key in minutes if key not in GUARDED]
    if max(others) > 1:
        assert all(minutes[key] == usual[key] for key in minutes if key in GUARDED)


def test_a_short_hour_still_has_a_lesson_and_the_longest_phases_gave_for_it() -> None:
    minutes = standard_minutes(SessionKind.USUAL, 45)
    assert minutes[PhaseKey.LESSON] == SHORTEST_LESSON
    assert minutes[PhaseKey.HOMEWORK] == minutes[PhaseKey.GOALS] == 8
    assert minutes[PhaseKey.WELCOME] == 5


def test_a_groups_own_minutes_replace_the_usual_ones() -> None:
    minutes = standard_minutes(SessionKind.USUAL, 60, {PhaseKey.GOALS: 4, PhaseKey.BREAK: 10})
    assert minutes[PhaseKey.GOALS] == 4
    assert minutes[PhaseKey.LESSON] == standard_minutes(SessionKind.USUAL, 60)[PhaseKey.LESSON] + 6
    assert PhaseKey.BREAK not in minutes


def test_agreeing_homework_and_the_summary_are_guarded() -> None:
    assert PlannedPhase("p", PhaseKey.NEW_HOMEWORK, 10).guarded
    assert PlannedPhase("p", PhaseKey.SUMMARY, 5).guarded
    assert not PlannedPhase("p", PhaseKey.LESSON, 20).guarded


@pytest.mark.parametrize(
    ("kind", "minutes"),
    [
        (SessionKind.FIRST, (10, 3, 32, 10, 5)),
        (SessionKind.USUAL, (5, 2, 10, 10, 2, 16, 10, 5)),
        (SessionKind.SMALL, (5, 2, 8, 10, 2, 18, 10, 5)),
        (SessionKind.ONE, (5, 8, 10, 22, 10, 5)),
        (SessionKind.CLOSING, (5, 10, 10, 20, 15)),
    ],
)
def test_an_hour_of_each_kind_has_these_minutes(kind: SessionKind, minutes: tuple[int, ...]) -> None:
    assert tuple(standard_minutes(kind, 60).values()) == minutes


def test_only_a_session_with_one_member_is_not_of_a_group() -> None:
    assert [kind for kind in SessionKind if not kind.of_a_group] == [SessionKind.ONE]


@pytest.mark.parametrize(
    ("part", "held"),
    [
        (LessonPart(2, 3), [2, 3]),
        (LessonPart(3), [3, 4, 5]),
        (LessonPart(1, 1), [1]),
        (LessonPart(1, 5), [1, 2, 3, 4, 5]),
    ],
)
def test_a_part_of_a_lesson_holds_its_first_and_its_last_page(part: LessonPart, held: list[int]) -> None:
    assert [page for page in range(1, 6) if part.holds(page)] == held


@pytest.mark.parametrize(("begun", "ended", "runs"), [(False, False, False), (True, False, True), (True, True, False)])
def test_a_session_runs_from_its_start_to_its_end(begun: bool, ended: bool, runs: bool) -> None:
    end = MEETS_AT + timedelta(hours=1) if ended else None
    started = MEETS_AT if begun else None
    found = Session("s", "g", 1, SessionKind.USUAL, TODAY, MEETS_AT, 60, "UTC", "en", started, end)
    assert found.running is runs
