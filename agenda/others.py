"""Words that are handed to one person, with the names of the others in their group taken out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from agenda.member import folded
from agenda.notes.fingerprint import OURS
from agenda.notes.note import as_word

Value = TypeVar("Value")


class Others:
    """Takes these names out wherever they stand as whole words, in any case, but where they are part of ``own``."""

    def __init__(self, names: Iterable[str], own: Iterable[str], instead: str) -> None:
        known = {folded(name): name for name in names if folded(name)}
        self._own = [folded(name) for name in own if folded(name)]
        longest_first = sorted(known.items(), key=lambda one: -len(one[0]))
        self._names = [(as_word(fold), _typed(name)) for fold, name in longest_first]
        self._instead = instead

    def out_of(self, text: str) -> str:
        """The text without them. Where one hides so that it cannot be cut out, nothing of the text is handed over."""
        if not text or not self._stand_in(text):
            return text
        left = unicodedata.normalize("NFC", text)
        for _folded, typed in self._names:
            left = self._cut(left, typed)
        return self._instead if self._stand_in(left.replace(self._instead, " ")) else left

    def _cut(self, text: str, name: re.Pattern[str]) -> str:
        own = [match.span() for one in self._own for match in re.finditer(re.escape(one), text, re.IGNORECASE)]
        inside: Callable[[re.Match[str]], bool] = lambda match: any(  # noqa: E731
            begins <= match.start() and match.end() <= ends for begins, ends in own
        )
        return name.sub(lambda match: match.group() if inside(match) else self._instead, text)

    def _stand_in(self, text: str) -> bool:
        whole = folded(text)
        own = [match.span() for one in self._own for match in as_word(one).finditer(whole)]
        return any(
            not any(begins <= match.start() and match.end() <= ends for begins, ends in own)
            for name, _typed_name in self._names
            for match in name.finditer(whole)
        )


def _typed(name: str) -> re.Pattern[str]:
    plain = unicodedata.normalize("NFC", name)
    return re.compile(as_word(plain).pattern, re.IGNORECASE)


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
