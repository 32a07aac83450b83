"""Days, times and zones are read as people type them."""

from __future__ import annotations

from datetime import date, time

import pytest

from facilitator.console.parts.reading import date_of, number_of, time_of
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
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_day(typed: str, day: date | None) -> None:
    assert date_of(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("14:05", time(14, 5)),
        ("14.05", time(14, 5)),
        ("1405", time(14, 5)),
        ("9", time(9)),
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
