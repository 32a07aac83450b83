"""The Rule of Six's: a goal of about six months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agenda.goal import MOST_SHORT_TERM_GOALS, MOST_STEPS, SHORT_TERM_GOAL_LASTS, STEP_LASTS, six_months_after


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 8, 29), date(2027, 2, 28)),
        (date(2026, 5, 31), date(2026, 11, 30)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(2028, 2, 29), date(2028, 8, 29)),
    ],
)
def test_six_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: date, later: date) -> None:
    assert six_months_after(day) == later


def test_any_day_has_one_six_months_later() -> None:
    day = date(2026, 1, 1)
    while day < date(2030, 1, 1):
        later = six_months_after(day)
        assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == 6
        assert later.day == day.day or (later + timedelta(days=1)).day == 1
        day += timedelta(days=1)


def test_the_sheet_has_room_for_three_parts_of_four_steps_and_follows_the_rule_of_sixes() -> None:
    assert (MOST_SHORT_TERM_GOALS, MOST_STEPS) == (3, 4)
    assert (SHORT_TERM_GOAL_LASTS.days, STEP_LASTS.days) == (42, 6)
