"""Reading days, times and numbers as people type them."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from facilitator.language import month_names

_PARTS = re.compile(r"(\d{1,2})[\s./-]+([^\W\d_]+|\d{1,2})\.?(?:[\s./-]+(\d{4}))?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def date_of(text: str, today: date) -> date | None:
    """A day as in 2026-12-24, 24.12.2026 or 24 December; without a year the next such day; none if it is none."""
    typed = text.strip()
    try:
        if _ISO.fullmatch(typed):
            return date.fromisoformat(typed)
        found = _PARTS.fullmatch(typed)
        return None if found is None else _day(int(found[1]), _month(found[2]), found[3], today)
    except ValueError:
        return None


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year), month, day)
    return next(
        found
        for found in (date(today.year + later, month, day) for later in (0, 1))
        if found >= today - timedelta(days=1)
    )


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    known = [number for number, name in month_names().items() if name.casefold().startswith(text.casefold())]
    if len(known) != 1:
        raise ValueError("no month")
    return known[0]


def time_of(text: str) -> time | None:
    """A time of day as people type it: 14:00, 14.00, 1400, 14; none if it is none."""
    typed = text.strip().replace(".", ":")
    if len(typed) == len("1400") and typed.isdecimal():
        typed = f"{typed[:2]}:{typed[2:]}"
    hours, _colon, minutes = typed.partition(":")
    try:
        return time(int(hours), int(minutes or "0"))
    except ValueError:
        return None


def number_of(text: str) -> int:
    """A whole number, or 0."""
    return int(text) if text.isdecimal() else 0
