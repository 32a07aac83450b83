"""The facilitator's language, for notes: its sentences, its days and times, the titles of its modules."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from agenda.notes import sentences
from agenda.notes.note import Note
from facilitator.language import _, catalogue, locale, short_date, spoken_time


class FacilitatorWording:
    """What ``agenda.notes.note`` asks of a language (its ``Wording``).

    One language for as long as it is used, asked for once. Days and times are kept as they were said: the notes of one
    hour all say the same few.
    """

    def __init__(self) -> None:
        self._tag = locale()
        self._catalogue = catalogue(self._tag)
        self._days: dict[date, str] = {}
        self._times: dict[tuple[datetime, str], str] = {}

    def say(self, text: str) -> str:
        return self._catalogue.gettext(text) if text else ""

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self._catalogue.ngettext(one, many, count)

    def date(self, day: date) -> str:
        if day not in self._days:
            self._days[day] = short_date(day, self._tag)
        return self._days[day]

    def time(self, moment: datetime, zone: str) -> str:
        key = moment, zone
        if key not in self._times:
            self._times[key] = spoken_time(moment, zone, self._tag)
        return self._times[key]

    def module(self, slug: str) -> str:
        return _titles(self._tag).get(slug, slug)


@cache
def _titles(tag: str) -> dict[str, str]:
    from facilitator.curriculum import curriculum

    return {module.slug: module.title for module in curriculum(tag).modules}


def away_word(note: Note) -> str:
    """What the line about somebody who was not there is called. Empty for a note."""
    word = sentences.away_word(note.facts.presence.status) if note.no_show else ""
    return _(word) if word else ""
