"""How a sheet is printed: in which language, how large, on which paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from facilitator.language import day_in_short, day_names, locale, locale_of, short_date, spoken, weekday_date


class PaperSize(Enum):
    """The sheets that printers hold."""

    A4 = "a4"
    LETTER = "us-letter"


LETTER_COUNTRIES = ("US", "CA")


def usual_size() -> PaperSize:
    """The sheets that are sold where this laptop stands, by the country of its language."""
    country = locale().partition("_")[2][:2]
    return PaperSize.LETTER if country in LETTER_COUNTRIES else PaperSize.A4


@dataclass(frozen=True, slots=True)
class Paper:
    """The settings of one print-out. ``language`` is the curriculum's: members read it, not the facilitator."""

    language: str = "en"
    is_large: bool = False
    size: PaperSize = PaperSize.A4
    is_on_both_sides: bool = True
    """Whether a sheet is printed on both sides: then each document begins on a sheet of its own."""

    @property
    def tag(self) -> str:
        """The language with its country, such as ``en_GB``."""
        return locale_of(self.language)

    def says(self, text: str) -> str:
        """A marked sentence in the language of the paper."""
        return spoken(text, self.tag)

    def day(self, day: date | None) -> str:
        """A date as people of this language write it; nothing for no date, so that a line stands there."""
        return "" if day is None else short_date(day, self.tag)

    def weekday(self, day: date) -> str:
        """A date with its weekday, for a calendar."""
        return weekday_date(day, self.tag)

    def box_day(self, day: date) -> str:
        """A day in short, as it stands under its box: ``Tue 24``."""
        return day_in_short(day, self.tag)

    def week(self) -> tuple[str, ...]:
        """The seven days in short, from the one that begins a week."""
        return day_names(self.tag)
