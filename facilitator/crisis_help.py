"""Whom to turn to in a crisis, where this service is: a setting of the place, not of a record.

No number is built in. A pack of the site's own that says it in its words (its part ``crisis``) is followed to the
letter; else what was asked at set-up stands on every sheet and page, and where nothing was, there is room to write.
"""

from __future__ import annotations

from datetime import date

from agenda.error import N_
from facilitator import settings
from facilitator.whom_to_call import LOOKED_AT_EVERY, CrisisHelp, CrisisLine

UNSET = N_(
    "Nobody has written down whom to call in a crisis here: h on Home asks. Until then sheets have a line for it."
)
"""For a terminal, in one line."""
MOST_LINES = 5
LONGEST = 120
"""Characters of a name, a number or hours."""
_KEY = "crisis_help"


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


__all__ = ["LOOKED_AT_EVERY", "UNSET", "CrisisHelp", "CrisisLine", "crisis_help", "of_this_place", "remember"]
