"""Telling rows of the record in one language, with the names that their ids stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agenda.error import N_
from facilitator.language import locale, short_date, spoken, spoken_time
from facilitator.record_words import Telling


@dataclass(frozen=True, slots=True)
class Names:
    """What is called how: sessions by number and day, lessons by title, facilitators by name."""

    sessions: Mapping[str, tuple[int | None, date]]
    lessons: Mapping[str, str]
    facilitators: Mapping[str, str]


def telling(names: Names, zone: str, tag: str | None = None) -> Telling:
    """How fields are said in this language (the facilitator's, if none is named), on the clock of this zone."""
    language = tag or locale()
    say: Callable[[str], str] = lambda text: spoken(text, language)  # noqa: E731
    return Telling(
        say=say,
        moment=lambda moment: moment_words(moment, zone, language),
        day=lambda day: short_date(day, language),
        session=lambda session: _session(names, session, say, language),
        lesson=lambda lesson: names.lessons.get(lesson, lesson),
        facilitator=lambda one: facilitator_words(names, one, say),
    )


def moment_words(moment: datetime, zone: str, tag: str) -> str:
    """Day and time as in ``24 Nov 2026 14:05``."""
    day = short_date(moment.astimezone(ZoneInfo(zone)).date(), tag)
    return spoken(N_("{day} {time}"), tag).format(day=day, time=spoken_time(moment, zone, tag))


def facilitator_words(names: Names, facilitator: str | None, say: Callable[[str], str]) -> str:
    """Who it was; the recovery code, where the record was opened with it."""
    if facilitator is None:
        return say(N_("recovery code"))
    return names.facilitators.get(facilitator) or say(N_("nobody named"))


def _session(names: Names, session: str, say: Callable[[str], str], tag: str) -> str:
    number, day = names.sessions.get(session, (None, None))
    if day is None:
        return say(N_("a session taken back since"))
    if number is None:
        return say(N_("the session of {day}")).format(day=short_date(day, tag))
    return say(N_("session {number}, {day}")).format(number=number, day=short_date(day, tag))
