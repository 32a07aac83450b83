"""The thinning law."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from agenda.record.backup.folder import backups_in, thin
from agenda.record.backup.name import Backup, backup_name
from agenda.record.backup.thinning import DAYS, LAST, MONTHS, WEEKS, kept
from tests.agenda.record.backup.kept import names

FIRST = datetime(2024, 1, 1, tzinfo=UTC)
FOUR_YEARS = 4 * 365 * 24 * 60 * 60
MOMENTS = st.lists(st.integers(0, FOUR_YEARS).map(lambda passed: FIRST + timedelta(seconds=passed)), max_size=120)
RECORD = "0123456789abcdef"


@given(MOMENTS)
def test_the_newest_are_kept_and_nothing_that_was_not_there(times: list[datetime]) -> None:
    keep = kept(times)
    assert keep <= set(times)
    assert keep >= set(sorted(set(times))[-LAST:])
    assert len(keep) <= LAST + DAYS + WEEKS + MONTHS


@given(MOMENTS)
def test_every_day_week_and_month_within_reach_of_the_newest_keeps_its_newest(times: list[datetime]) -> None:
    keep = kept(times)
    for days, period in (
        (DAYS - 1, lambda moment: moment.date()),
        (7 * (WEEKS - 1), lambda moment: moment.isocalendar()[:2]),
        (28 * (MONTHS - 1), lambda moment: (moment.year, moment.month)),
    ):
        for moment in times:
            if max(times) - moment <= timedelta(days=days):
                assert max(other for other in times if period(other) == period(moment)) in keep


@given(MOMENTS)
def test_thinning_after_each_backup_keeps_what_thinning_once_would_keep(times: list[datetime]) -> None:
    step_by_step: frozenset[datetime] = frozenset()
    for moment in sorted(times):
        step_by_step = kept({*step_by_step, moment})
    assert step_by_step == kept(times)
    assert kept(step_by_step) == step_by_step


def test_a_year_of_two_backups_a_week_keeps_days_weeks_and_months() -> None:
    first = datetime(2026, 1, 6, 15, tzinfo=UTC)
    times = [first + timedelta(days=7 * week + more) for week in range(52) for more in (0, 1)]
    keep = sorted(kept(times), reverse=True)
    assert keep[:14] == sorted(times, reverse=True)[:14]
    assert {(moment.year, moment.month) for moment in keep} == {(2026, month) for month in range(1, 13)}
    assert len(keep) < 35


def test_a_folder_is_thinned_of_backups_of_this_record_and_of_nothing_else(tmp_path: Path) -> None:
    first = datetime(2026, 1, 6, 15, tzinfo=UTC)
    for hour in range(30):
        (tmp_path / backup_name(first + timedelta(minutes=hour), RECORD)).touch()
        (tmp_path / backup_name(first + timedelta(minutes=hour), "f" * 16)).touch()
    (tmp_path / "20260106T150000Z-0123.facilitator-backup").touch()
    (tmp_path / "99999999T999999Z-01234567.facilitator-backup").touch()
    newest = backups_in(tmp_path, RECORD)[0]
    thin(tmp_path, newest)
    assert len(backups_in(tmp_path, RECORD)) == LAST
    assert len(names(tmp_path)) == LAST + 30 + 2


def test_the_one_just_made_stays_even_where_the_clock_was_wrong_before(tmp_path: Path) -> None:
    wrong = datetime(2099, 1, 1, tzinfo=UTC)
    for day in range(60):
        (tmp_path / backup_name(wrong + timedelta(days=31 * day), RECORD)).touch()
    path = tmp_path / backup_name(datetime(2026, 11, 24, tzinfo=UTC), RECORD)
    path.touch()
    thin(tmp_path, Backup(path, datetime(2026, 11, 24, tzinfo=UTC), RECORD[:8]))
    assert path.exists()


def test_a_folder_that_is_not_there_has_no_backups(tmp_path: Path) -> None:
    assert backups_in(tmp_path / "nowhere") == ()
