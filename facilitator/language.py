"""Texts, dates and numbers for people: gettext for words, Babel for the rest."""

from __future__ import annotations

import gettext as _gettext
import os
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

DOMAIN = "facilitator"
CATALOGUES = Path(__file__).parent / "locale"
SOURCE_LOCALE = "en_GB"


def locale() -> str:
    """The language tag from the environment if we speak it, else English (24-hour clock, day before month)."""
    asked = os.environ
    return _spoken_of(asked.get("LC_ALL", ""), asked.get("LC_MESSAGES", ""), asked.get("LANG", ""))


@cache
def _spoken_of(*wishes: str) -> str:
    """The first of these we speak. Kept, because every sentence asks and looking for a catalogue reads the disk."""
    for wish in wishes:
        tag = wish.split(".")[0]
        if tag and (tag.startswith("en") or _gettext.find(DOMAIN, CATALOGUES, [tag])):
            return SOURCE_LOCALE if tag == "en" else tag
    return SOURCE_LOCALE


def locale_of(language: str) -> str:
    """The tag for texts in this language (``en``, ``it_IT``): the one from the environment if it is that language."""
    tag = language.replace("-", "_")
    if locale().split("_")[0] == tag.split("_")[0]:
        return locale()
    return SOURCE_LOCALE if tag == "en" else tag


def spoken(text: str, tag: str) -> str:
    """This sentence in the language of what it stands in, which need not be the facilitator's."""
    return catalogue(tag).gettext(text) if text else ""


@cache
def catalogue(tag: str) -> _gettext.NullTranslations:
    """The sentences of one language, for whoever needs many of them."""
    return _gettext.translation(DOMAIN, CATALOGUES, [tag], fallback=True)


def _(text: str) -> str:
    """This sentence in the facilitator's language."""
    return catalogue(locale()).gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """One sentence or the other, by how many there are."""
    return catalogue(locale()).ngettext(one, many, count)


def clock_time(moment: datetime, zone: str) -> str:
    """Hour and minute in the group's zone, as in ``14:05``."""
    return spoken_time(moment, zone, locale())


def spoken_time(moment: datetime, zone: str, tag: str) -> str:
    """The same as people of this tag write it."""
    from zoneinfo import ZoneInfo  # a list of lessons tells no time

    from babel.dates import format_time

    return format_time(moment.astimezone(ZoneInfo(zone)), "HH:mm", locale=_known(tag))


def length_of_time(length: timedelta) -> str:
    """About how long, as in ``3 hours``."""
    from babel.dates import format_timedelta

    return format_timedelta(length, threshold=1, locale=_babel())


def long_date(day: date) -> str:
    """A day as in ``Tuesday 24 November``."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMMEEEEd", day, locale=_babel())


def near_date(day: date) -> str:
    """A day of the coming weeks as in ``24 Nov``, where a column is narrow."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMd", day, locale=_babel())


def short_date(day: date, tag: str | None = None) -> str:
    """A day as in ``24 Nov 2026``, as the facilitator writes it or as people of this tag do."""
    from babel.dates import format_date

    return format_date(day, "medium", locale=_known(tag) if tag else _babel())


def weekday_date(day: date, tag: str) -> str:
    """A day as in ``Tuesday 1 December``, as people of this tag write it."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMMEEEEd", day, locale=_known(tag))


def day_in_short(day: date, tag: str) -> str:
    """A day as in ``Tue 24``, as people of this tag write it."""
    from babel.dates import format_skeleton

    return format_skeleton("Ed", day, locale=_known(tag))


def day_names(tag: str) -> tuple[str, ...]:
    """The days of the week in short, from the one a week begins with for people of this tag."""
    speaker = _known(tag)
    names = speaker.days["stand-alone"]["abbreviated"]
    return tuple(names[(speaker.first_week_day + n) % 7] for n in range(7))


def month_and_day(day: date) -> str:
    """A day as in ``24 Nov``."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMd", day, locale=_babel())


def month_names() -> dict[int, str]:
    """The months as people write them in a date, by number."""
    from babel.dates import get_month_names

    return dict(get_month_names("wide", locale=_babel()))


def month_comes_first() -> bool:
    """Whether people here write the month before the day, where both are numbers."""
    pattern = _babel().date_formats["short"].pattern
    return bool(pattern.upper().index("M") < pattern.upper().index("D"))


@cache
def _known(tag: str) -> Locale:
    """How people of this tag write days and numbers; kept, because to take a tag apart costs more than to use it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(SOURCE_LOCALE)


def _babel() -> Locale:
    return _known(locale())
