"""The flip chart of a session: what the group collects, line by line, for everybody to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from agenda.name import stands_in

LONGEST_LINE = 40
"""Characters of one line, so that a projector shows it large."""
MOST_LINES = 8
"""Lines on one page."""
_WORD = re.compile(r"[^\s\-‐‑–,.;:()]+")
_SHORTEST_NAME = 3
"""Letters of a part of a full name that is looked for; shorter ones are words of every day."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line; ``page`` counts from 1, ``heading`` is the question its page is about."""

    id: str
    page: int
    heading: str
    text: str
    parked: bool = False
    """On the parking place: it came up and must wait."""


def next_page(lines: tuple[ChartLine, ...], heading: str, *, parked: bool = False) -> int:
    """The page a further line stands on: a new one for another heading, and when the last one is full.

    What is parked has pages of its own among the others.
    """
    same = [line for line in lines if line.parked is parked]
    new = max((line.page for line in lines), default=0) + 1
    if not same:
        return new
    last = same[-1]
    on_it = sum(1 for line in same if line.page == last.page)
    return last.page if last.heading == heading and on_it < MOST_LINES else new


def names_said(text: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The display names whose owner a line seems to speak of; ``names`` are display and full names in pairs."""
    return tuple(name for name, full in names if any(stands_in(part, text) for part in _parts(name, full)))


def _parts(name: str, full: str) -> list[str]:
    """What somebody may be called: each part of the display name, of the full name the longer ones."""
    return [*_WORD.findall(name), *(part for part in _WORD.findall(full) if len(part) >= _SHORTEST_NAME)]
