"""The days a group meets, and the instants those are."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from agenda.group import first_date, next_date
from tests.builders import a_group_value

TUESDAY = date(2026, 11, 24)
NONE_CLOSED: frozenset[date] = frozenset()
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def test_the_first_meeting_is_the_next_such_weekday_today_included() -> None:
    group = a_group_value(weekday=1)
    assert first_date(group, TUESDAY, NONE_CLOSED) == TUESDAY
    assert first_date(group, TUESDAY + timedelta(days=1), NONE_CLOSED) == TUESDAY + timedelta(days=7)


def test_closed_dates_are_skipped_in_whole_intervals() -> None:
    week, fortnight = a_group_value(), a_group_value(interval_days=14)
    closed = frozenset({TUESDAY + timedelta(days=7), TUESDAY + timedelta(days=14)})
    assert next_date(week, TUESDAY, closed) == TUESDAY + timedelta(days=21)
    assert next_date(fortnight, TUESDAY, closed) == TUESDAY + timedelta(days=28)
    assert first_date(week, TUESDAY + timedelta(days=1), closed) == TUESDAY + timedelta(days=21)


def test_after_an_extra_session_the_group_goes_back_to_its_own_weekday() -> None:
    group = a_group_value(weekday=1)
    friday = TUESDAY + timedelta(days=3)
    assert next_date(group, friday, NONE_CLOSED) == TUESDAY + timedelta(days=7)


def test_a_group_that_moved_to_another_weekday_meets_there_next_week() -> None:
    assert next_date(a_group_value(weekday=3), TUESDAY, NONE_CLOSED) == TUESDAY + timedelta(days=9)
    assert next_date(a_group_value(weekday=0), TUESDAY, NONE_CLOSED) == TUESDAY + timedelta(days=6)


def test_a_group_that_does_not_meet_in_whole_weeks_counts_days() -> None:
    assert next_date(a_group_value(interval_days=3), TUESDAY, NONE_CLOSED) == TUESDAY + timedelta(days=3)


def test_the_hour_stays_the_same_on_the_clock_when_summer_time_ends() -> None:
    group = a_group_value(zone="Europe/Rome", starts=time(14, 30))
    assert group.starts_at(date(2026, 10, 20)) == datetime(2026, 10, 20, 12, 30, tzinfo=UTC)
    assert group.starts_at(date(2026, 10, 27)) == datetime(2026, 10, 27, 13, 30, tzinfo=UTC)


def test_an_hour_that_does_not_exist_that_night_is_still_an_instant() -> None:
    group = a_group_value(zone="Europe/Rome", starts=time(2, 30))
    assert group.starts_at(date(2026, 3, 29)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_the_groups_day_is_that_of_its_zone() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert a_group_value(zone="Europe/Rome").local_date(late) == date(2026, 11, 25)
    assert a_group_value(zone="America/New_York").local_date(late) == date(2026, 11, 24)


@given(DAYS, st.integers(0, 6), st.sampled_from([7, 14, 21]), st.frozensets(DAYS, max_size=30))
def test_the_next_date_is_later_open_and_on_the_weekday(
    last: date, weekday: int, interval: int, closed: frozenset[date]
) -> None:
    following = next_date(a_group_value(weekday=weekday, interval_days=interval), last, closed)
    assert following > last
    assert following not in closed
    assert following.weekday() == weekday
