"""Days, times and zones are read as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest

from facilitator.console.parts.reading import date_of, doubted_day, heard_day, number_of, time_of
from facilitator.console.setup.steps import is_zone

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        (" 24.12.2026 ", date(2026, 12, 24)),
        ("24/12/2026", date(2026, 12, 24)),
        ("24 December", date(2026, 12, 24)),
        ("24 dec", date(2026, 12, 24)),
        ("3 feb", date(2027, 2, 3)),
        ("3.2.", date(2027, 2, 3)),
        ("24.12", date(2026, 12, 24)),
        ("24 Nov", date(2026, 11, 24)),
        ("3 ju", None),
        ("31 feb", None),
        ("2026-13-01", None),
        ("December 24", date(2026, 12, 24)),
        ("dec 24, 2026", date(2026, 12, 24)),
        ("12/24", date(2026, 12, 24)),
        ("12/8", date(2027, 8, 12)),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_day(typed: str, day: date | None) -> None:
    assert date_of(typed, TODAY) == day


@pytest.mark.parametrize(("tag", "day"), [
    ("en_GB", date(2027, 8, 12)), ("en_US", date(2026, 12, 8)), ("en_AU", date(2027, 8, 12)),
])  # fmt: skip
def test_where_both_could_be_the_month_the_locale_decides(tag: str, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", tag)
    assert date_of("12/8", TODAY) == day
    assert date_of("24.12.", TODAY) == date(2026, 12, 24)
    assert date_of("2026-12-08", TODAY) == date(2026, 12, 8)


def test_a_day_is_said_back_with_its_weekday() -> None:
    assert heard_day("24.12.", TODAY) == "Thursday 24 December 2026"
    assert heard_day("31 feb", TODAY) == ""


def test_a_day_that_is_over_or_not_the_groups_is_asked_about() -> None:
    assert "is over" in doubted_day(date(2026, 11, 17), TODAY, 1)
    assert "meets on Tuesday. Is Wednesday 2 December meant?" in doubted_day(date(2026, 12, 2), TODAY, 1)
    assert doubted_day(TODAY, TODAY, 1) == ""


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("14:05", time(14, 5)),
        ("14.05", time(14, 5)),
        ("1405", time(14, 5)),
        ("9", time(9)),
        ("14h", time(14)),
        ("14 h", time(14)),
        ("14h30", time(14, 30)),
        ("14:30 h", time(14, 30)),
        ("2 pm", time(14)),
        ("2PM", time(14)),
        ("2.30 p.m.", time(14, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("9.15 am", time(9, 15)),
        ("930", time(9, 30)),
        ("2.30", time(14, 30)),
        ("02:30", time(2, 30)),
        ("14 pm", None),
        ("2:5", None),
        ("2.75", None),
        ("24:00", None),
        ("x", None),
    ],
)
def test_a_time(typed: str, moment: time | None) -> None:
    assert time_of(typed) == moment


def test_a_number_that_is_none_counts_as_nothing() -> None:
    assert [number_of(text) for text in ("12", "", "x", "-1", "²")] == [12, 0, 0, 0, 0]


@pytest.mark.parametrize("text", ["", "Europe", "../etc/passwd", "Rome", "\0", "Europe/Rome" * 99])
def test_what_is_no_zone(text: str) -> None:
    assert not is_zone(text)
