"""The facilitator's language, for notes: its sentences, its days and times, the titles of its modules."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

from facilitator.language import _, clock_time, locale, ngettext, short_date


class FacilitatorWording:
    """What ``agenda.notes.note`` asks of a language (its ``Wording``)."""

    def say(self, text: str) -> str:
        return _(text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return ngettext(one, many, count)

    def date(self, day: date) -> str:
        return short_date(day)

    def time(self, moment: datetime, zone: str) -> str:
        return clock_time(moment, zone)

    def module(self, slug: str) -> str:
        return _titles(locale()).get(slug, slug)


@cache
def _titles(tag: str) -> dict[str, str]:
    from facilitator.curriculum import curriculum

    return {module.slug: module.title for module in curriculum(tag).modules}
