"""The language a note is written in, handed in by whoever shows it: this package knows none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from agenda.error import N_


class Wording(Protocol):
    """Sentences, numbers of things, days, times, and the titles of modules.

    One of them always says the same, so that what it said may be kept.
    """

    def __hash__(self) -> int: ...

    def say(self, text: str) -> str: ...

    def ngettext(self, one: str, many: str, count: int) -> str: ...

    def date(self, day: date) -> str: ...

    def time(self, moment: datetime, zone: str) -> str: ...

    def module(self, slug: str) -> str: ...


class PlainWording:
    """As the sentences stand in the source, days as in 2026-11-24."""

    def say(self, text: str) -> str:
        return text

    def ngettext(self, one: str, many: str, count: int) -> str:
        return one if count == 1 else many

    def date(self, day: date) -> str:
        return day.isoformat()

    def time(self, moment: datetime, zone: str) -> str:
        return moment.astimezone(ZoneInfo(zone)).strftime("%H:%M")

    def module(self, slug: str) -> str:
        return slug


PLAIN = PlainWording()


_DOUBLED = tuple(f"{end}{closing}." for end in ".!?…" for closing in "”»“")
"""A full stop that ends a sentence whose last word, in quotation marks, has ended already."""


def told(w: Wording, template: str, **values: object) -> str:
    """A marked sentence with its values; no full stop after quoted words that end with one."""
    said = w.say(template).format(**values)
    return said[:-1] if said.endswith(_DOUBLED) else said


def sentence(w: Wording, template: str, **values: object) -> str:
    """The same, and nothing where any of the values is empty."""
    return told(w, template, **values) if "" not in values.values() else ""


def together(*sentences: str) -> str:
    """Sentences about one thing, one after the other, those left out skipped."""
    return " ".join(filter(None, sentences))


def in_lines(lines: Iterable[str]) -> str:
    """One thing a line."""
    return "\n".join(filter(None, lines))


def listed(w: Wording, things: Iterable[str]) -> str:
    """Things in a row, as in ``a, b and c``."""
    *first, last = things
    if not first:
        return last
    return w.say(N_("{first} and {last}")).format(first=", ".join(first), last=last)
