"""Whom to turn to in a crisis, where this service is: a setting of the place, not of a record.

No number is built in. A pack of the site's own that says it in its words (its part ``crisis``) is followed to the
letter; else what was asked at set-up stands on every sheet and page, and where nothing was, there is room to write.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from facilitator import settings

LOOKED_AT_EVERY = timedelta(days=365)
"""Numbers change: once a year somebody looks whether they are still right."""
MOST_LINES = 5
LONGEST = 120
"""Characters of a name, a number or hours."""
_KEY = "crisis_help"


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


def crisis_help(words: tuple[str, ...] = ()) -> CrisisHelp:
    """What this place has; ``words`` are those of its pack."""
    return CrisisHelp(words=words) if words else of_this_place()


def of_this_place() -> CrisisHelp:
    """What was written down here; nothing that is damaged is passed on."""
    found = settings.remembered(_KEY)
    if not isinstance(found, dict):
        return CrisisHelp()
    lines = found.get("lines")
    known = tuple(line for one in lines if (line := _line(one))) if isinstance(lines, list) else ()
    return CrisisHelp(known[:MOST_LINES], _line(found.get("in_danger")), looked_at=_day(found.get("looked_at")))


def remember(help_: CrisisHelp) -> bool:
    """Keep it for every sheet and page from now on; whether it is on disk."""
    value = {
        "lines": [_as_dict(line) for line in help_.lines],
        "in_danger": _as_dict(help_.in_danger) if help_.in_danger else None,
        "looked_at": help_.looked_at.isoformat() if help_.looked_at else None,
    }
    return settings.remember(_KEY, value)


def _as_dict(line: CrisisLine) -> dict[str, str]:
    return {"name": line.name, "number": line.number, "hours": line.hours}


def _line(found: object) -> CrisisLine | None:
    if not isinstance(found, dict):
        return None
    name, number, hours = (_words(found.get(key)) for key in ("name", "number", "hours"))
    return CrisisLine(name, number, hours) if name or number else None


def _words(found: object) -> str:
    return found.strip()[:LONGEST] if isinstance(found, str) else ""


def _day(found: object) -> date | None:
    try:
        return date.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        return None
