"""Reading days, times and numbers as people type them."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from facilitator.console.parts.wording import weekday_words
from facilitator.language import _, long_date, month_comes_first, month_names

_PARTS = re.compile(r"(\d{1,2})[\s./-]+([^\W\d_]+|\d{1,2})\.?(?:[\s./-]+(\d{4}))?")
_WORD_FIRST = re.compile(r"([^\W\d_]+)\.?\s*(\d{1,2})\.?(?:,?[\s./-]+(\d{4}))?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.,h]\s*(\d{2})(?:\s*h)?|\s*h|(?<=\d)(\d{2}))?\s*([ap])?(?(4)\.?\s?m?\.?)")
_AFTERNOON = range(1, 7)
"""Hours that mean the afternoon where neither am nor pm nor a leading zero is written: no group meets at 2 at night."""
MONTHS = 12


def date_of(text: str, today: date) -> date | None:
    """A day as in 2026-12-24, 24.12.2026, 24 December or December 24; without a year the next such day.

    Where both numbers could be the month, the facilitator's locale decides; none if it is no day.
    """
    typed = text.strip()
    try:
        if _ISO.fullmatch(typed):
            return date.fromisoformat(typed)
        if found := _WORD_FIRST.fullmatch(typed):
            return _day(int(found[2]), _month(found[1]), found[3], today)
        if (found := _PARTS.fullmatch(typed)) is None:
            return None
        day, month = _in_order(int(found[1]), _month(found[2]), is_named=not found[2].isdecimal())
        return _day(day, month, found[3], today)
    except ValueError:
        return None


def day_hint() -> str:
    """How a day can be written; beside its field."""
    return _("As in 2026-12-24 or 24 December.")


def no_day() -> str:
    """What is said of words that are no day."""
    return _("Write the day as in 2026-12-24 or 24 December.")


def heard_day(text: str, today: date) -> str:
    """What is understood of a day that is being typed, with its day of the week; nothing while it is none."""
    day = date_of(text, today)
    return "" if day is None else _("{day} {year}").format(day=long_date(day), year=day.year)


def doubted_day(day: date, today: date, weekday: int) -> str:
    """A question about a day that is hardly meant: it is over, or the group meets on another; nothing if it is well."""
    said = long_date(day)
    if day < today:
        return _("{day} is over. Is it meant?").format(day=f"{said} {day.year}")
    if day.weekday() != weekday:
        usual = weekday_words()[weekday]
        return _("The group meets on {weekday}. Is {day} meant?").format(weekday=usual, day=said)
    return ""


def _in_order(first: int, second: int, *, is_named: bool) -> tuple[int, int]:
    """Day and month: one number above twelve says it, else the locale."""
    if is_named or (first > MONTHS >= second):
        return first, second
    if second > MONTHS >= first or month_comes_first():
        return second, first
    return first, second


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
    """A time of day as people type it: 14:00, 14.30, 1430, 14, 14h, 14h30, 2 pm, 2.30 p.m.; none if it is none.

    From 1 to 6 without a leading zero is the afternoon.
    """
    found = _TIME.fullmatch(text.strip().casefold())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or "0")
    half = found[4]
    if half and not 1 <= hour <= MONTHS:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif hour in _AFTERNOON and len(found[1]) == 1:
        hour += 12
    try:
        return time(hour, minute)
    except ValueError:
        return None


def heard_time(text: str) -> str:
    """What is understood of a time that is being typed; nothing while it is none."""
    found = time_of(text)
    return "" if found is None else f"{found:%H:%M}"


def number_of(text: str) -> int:
    """A whole number, or 0."""
    return int(text) if text.isdecimal() else 0
