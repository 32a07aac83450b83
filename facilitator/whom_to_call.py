"""Whom to call in a crisis, as values: what ``crisis_help`` keeps for this place, and pages and paper print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

LOOKED_AT_EVERY = timedelta(days=365)
"""Numbers change: once a year somebody looks whether they are still right."""


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One place to turn to: what it is called, its number, and when somebody answers."""

    name: str
    number: str = ""
    hours: str = ""

    @property
    def beside(self) -> str:
        """What stands beside the number."""
        return ", ".join(filter(None, (self.name, self.hours)))


@dataclass(frozen=True, slots=True)
class CrisisHelp:
    """Where to find help at once. ``in_danger`` says what to do when a life is in danger.

    ``words`` are a pack's own and stand instead of all else. ``looked_at`` is the day somebody last saw to it.
    """

    lines: tuple[CrisisLine, ...] = ()
    in_danger: CrisisLine | None = None
    words: tuple[str, ...] = ()
    looked_at: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.words or self.lines or self.in_danger)

    @property
    def rows(self) -> tuple[CrisisLine, ...]:
        """Every line in its order, the one for a life in danger first."""
        return (*((self.in_danger,) if self.in_danger else ()), *self.lines)

    @property
    def texts(self) -> tuple[str, ...]:
        """The same as sentences, for a screen that shows lines."""
        return self.words or tuple(" ".join(filter(None, (row.number, row.beside))) for row in self.rows)

    def is_due(self, today: date) -> bool:
        """Whether somebody should look at it again; a pack's own words have their own keeper."""
        return not self.words and (self.looked_at is None or today - self.looked_at >= LOOKED_AT_EVERY)
