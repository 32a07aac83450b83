"""Whether facts are still the same, and which words in them somebody typed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from agenda.instant import to_text
from agenda.notes.facts import FACTS_OF, Facts, SectionKey


def facts_hash(facts: Facts, section: SectionKey | None = None) -> str:
    """SHA-256 over the facts as canonical JSON: all of them, or those of one section."""
    wanted = {name for key, names in FACTS_OF.items() if section in (None, key) for name in names}
    plain = {field.name: _plain(getattr(facts, field.name)) for field in fields(facts) if field.name in wanted}
    return digest({"what": type(facts).__name__, **plain})


def digest(value: dict[str, Any]) -> str:
    """SHA-256 of plain values, whatever order they come in."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime):
        return to_text(value)
    return value.isoformat() if isinstance(value, date) else value


_OURS = frozenset({"names", "session", "chips"})
"""Fields without words that somebody typed about this member."""


def typed_words(value: Any) -> Iterator[str]:
    """All words in the facts that somebody typed, where a name might stand."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from typed_words(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _OURS:
                yield from typed_words(getattr(value, field.name))
