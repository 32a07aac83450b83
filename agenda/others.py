"""Words that are handed to one person, with the names of the others in their group taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from agenda.name import folded, places_of
from agenda.notes.fingerprint import OURS

Value = TypeVar("Value")


class Others:
    """Takes these names out wherever they stand as whole words, in any case, but where they are part of ``own``."""

    def __init__(self, names: Iterable[str], own: Iterable[str], instead: str) -> None:
        known = {folded(name): name for name in names if folded(name)}
        self._names = sorted(known.values(), key=lambda name: -len(name))
        self._own = tuple(own)
        self._instead = instead

    def out_of(self, text: str) -> str:
        """The text without them."""
        for name in self._names:
            for begins, ends in reversed(list(places_of(name, text, (*self._own, self._instead)))):
                text = text[:begins] + self._instead + text[ends:]
        return text


def changed_words(value: Value, change: Callable[[str], str]) -> Value:
    """The same facts with every word that somebody typed put through ``change``."""
    return _changed(value, change)  # type: ignore[no-any-return]


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        said = {f.name: _changed(getattr(value, f.name), change) for f in fields(value) if f.name not in OURS}
        return replace(value, **said)
    return value
