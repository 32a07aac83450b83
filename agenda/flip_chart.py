"""The flip chart of a session: what the group collects, line by line, for everybody to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_LINE = 40
"""Characters of one line, so that a projector shows it large."""
MOST_LINES = 8
"""Lines on one page."""
_SHORTEST_NAME = 3
"""Letters of a part of a full name that is looked for; shorter ones are words of every day."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line; ``page`` counts from 1, ``heading`` is the question its page is about."""

    id: str
    page: int
    heading: str
    text: str


def next_page(lines: tuple[ChartLine, ...], heading: str) -> int:
    """The page a further line stands on: a new one for another heading, and when the last one is full."""
    if not lines:
        return 1
    last = lines[-1]
    on_it = sum(1 for line in lines if line.page == last.page)
    return last.page if last.heading == heading and on_it < MOST_LINES else last.page + 1


def names_said(text: str, names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The display names whose owner a line seems to speak of; ``names`` are display and full names in pairs."""
    words = set(re.findall(r"\w+", text.casefold()))
    return tuple(name for name, full in names if words & _parts(name, full))


def _parts(name: str, full: str) -> set[str]:
    own = set(re.findall(r"\w+", name.casefold()))
    return own | {part for part in re.findall(r"\w+", full.casefold()) if len(part) >= _SHORTEST_NAME}
