"""Names in a narrow column: shortened in the middle, and never two that look the same."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import count

from rich.cells import cell_len

GAP = "…"
HEAD = 3
"""Columns of the beginning that are kept where only the middle tells two names apart."""


def told_apart(names: Sequence[str], width: int) -> tuple[str, ...]:
    """The names in at most so many columns each, six at least; different names stay different."""
    seen: dict[str, str] = {}
    for make in (_middle, _where_they_differ):
        left = [name for name in dict.fromkeys(names) if name not in seen]
        made = {name: make(name, left, width) for name in left}
        times = Counter([*made.values(), *seen.values()])
        seen.update({name: short for name, short in made.items() if times[short] == 1})
    for name in dict.fromkeys(names):
        if name not in seen:
            seen[name] = _numbered(name, width, set(seen.values()))
    return tuple(seen[name] for name in names)


def _middle(name: str, _others: Sequence[str], width: int) -> str:
    if cell_len(name) <= width:
        return name
    tail = _end(name, (width - 1) // 2)
    return _beginning(name, width - 1 - cell_len(tail)) + GAP + tail


def _where_they_differ(name: str, others: Sequence[str], width: int) -> str:
    """The beginning, and then from where it is no longer like the one most like it."""
    if cell_len(name) <= width:
        return name
    alike = max((_common(name, other) for other in others if other != name), default=0)
    head = _beginning(name, HEAD) + GAP
    room = width - cell_len(head)
    rest = name[alike:].lstrip()
    if cell_len(rest) > room:
        rest = _beginning(rest, room - 1) + GAP
    return head + rest


def _numbered(name: str, width: int, taken: set[str]) -> str:
    for number in count(1):
        short = _beginning(name, width - 1 - len(str(number))) + GAP + str(number)
        if short not in taken:
            return short
    raise AssertionError("there is always another number")


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _beginning(text: str, width: int) -> str:
    kept = ""
    for letter in text:
        if cell_len(kept + letter) > width:
            break
        kept += letter
    return kept


def _end(text: str, width: int) -> str:
    """The last columns; a mark is not parted from its letter."""
    kept = ""
    for letter in reversed(text):
        if cell_len(letter + kept) > width:
            break
        kept = letter + kept
    while kept and unicodedata.combining(kept[0]):
        kept = kept[1:]
    return kept
