"""A worksheet as values: what paper prints with room to write, and what a screen could ask one by one.

The fields are typed, so that whoever draws one knows how much room an answer needs and a date stays a date.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from content.error import Problem
from content.pack import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Something to fill in. ``key`` is unique in its worksheet and never changes, for answers are kept under it."""

    key: str
    label: str
    hint: str = ""
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineField(Field):
    """A few words on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphField(Field):
    """A few sentences; ``rows`` is the room for them in lines."""

    rows: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field):
    """One of at most five options, or several of them."""

    options: tuple[str, ...]
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleField(Field):
    """A whole number between two ends, with a word for each end."""

    lowest: int
    highest: int
    low: str = ""
    high: str = ""

    @property
    def numbers(self) -> range:
        """Every number that can be marked."""
        return range(self.lowest, self.highest + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(Field):
    """A day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListField(Field):
    """So many rows to fill in; with ``columns`` each row has a cell for each of them."""

    rows: int
    columns: tuple[str, ...] = ()


AnyField = LineField | ParagraphField | ChoiceField | ScaleField | DateField | ListField


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, under one heading; ``text`` is to be read before them."""

    title: str
    text: str = ""
    fields: tuple[AnyField, ...] = ()
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One form of a pack. ``problems`` names what was malformed and left out."""

    slug: str
    title: str
    intro: str
    sections: tuple[Section, ...]
    file: str = ""
    origin: Origin = Origin.OURS
    problems: tuple[Problem, ...] = field(default=(), compare=False)

    def fields(self) -> tuple[AnyField, ...]:
        """Every field, in the order of the sheet."""
        return tuple(one for section in self.sections for one in section.fields)
