"""The phases of each kind of session and their minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.session import GUARDED, SHORTEST_LESSON, PhaseKey, PlannedPhase, SessionKind, standard_minutes

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
