"""Whether facts are still the same, and which words in them somebody typed.

What a hash is made of is written out here and stays as it is: a review holds for as long as its hash comes out the
same, and no later version may let it lapse while nobody changed a word. ``VERSION_1`` names what the first version
hashed; all of that goes in always, empty or not. A field that a class got later goes in only where it says something,
that is, where it differs from its default. Such a default is then part of the hash and does not change again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

from agenda.homework import Plan
from agenda.instant import to_text
from agenda.notes.facts import (
    FACTS_OF,
    Away,
    ContactFacts,
    Facts,
    FollowUpFacts,
    GoalFacts,
    HomeworkAgreed,
    HomeworkReviewed,
    NoShow,
    NoteFacts,
    Presence,
    ReviewFacts,
    SectionKey,
    SessionFacts,
    ShortTermGoalFacts,
    Staff,
)
from agenda.session import LessonGiven

VERSION_1: dict[type, tuple[str, ...]] = {
    NoteFacts: (
        "session", "presence", "goals", "review", "small_step", "techniques", "chips", "words", "reviewed", "agreed",
        "follow_ups",
    ),
    NoShow: ("session", "presence", "contact", "agreed", "follow_ups"),
    SessionFacts: ("day", "started_at", "ended_at", "zone", "kind", "present", "unknown", "staff", "lesson"),
    Staff: ("name", "credentials", "role"),
    LessonGiven: ("id", "lesson", "module", "title", "pages_from", "pages_to"),
    Presence: ("status", "mode", "arrived_at", "reason", "confirmed", "away"),
    Away: ("out_at", "back_at"),
    GoalFacts: ("text", "is_new", "is_reworded", "is_achieved", "short_term"),
    ShortTermGoalFacts: ("text", "achieved", "method"),
    ReviewFacts: ("achieved", "helped", "next_step"),
    HomeworkReviewed: ("what", "status", "obstacle", "differently"),
    HomeworkAgreed: ("plan", "is_for_a_missed_lesson"),
    Plan: ("what", "when", "where", "obstacle", "helper"),
    FollowUpFacts: ("what", "who", "by"),
    ContactFacts: ("kind", "at"),
}  # fmt: skip
"""The fields of each class that a hash has held from the first version on. Nothing is added here and nothing leaves."""

_CALLED: dict[type, str] = {NoteFacts: "NoteFacts", NoShow: "NoShow"}
"""What the facts are called in a hash, whatever the classes are called."""


def facts_hash(facts: Facts, section: SectionKey | None = None) -> str:
    """SHA-256 over the facts as canonical JSON: all of them, or those of one section."""
    wanted = {name for key, names in FACTS_OF.items() if section in (None, key) for name in names}
    plain = {name: value for name, value in _fields(facts).items() if name in wanted}
    return digest({"what": _CALLED[type(facts)], **plain})


def digest(value: dict[str, Any]) -> str:
    """SHA-256 of plain values, whatever order they come in."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, datetime):
        return to_text(value)
    return value.isoformat() if isinstance(value, date) else value


def _fields(value: Any) -> dict[str, Any]:
    """The fields that count, those of the first version and later ones that say something."""
    always, later = _counting(value.__class__)
    added = {name: getattr(value, name) for name, default in later if getattr(value, name) != default}
    return {name: _plain(one) for name, one in ({name: getattr(value, name) for name in always} | added).items()}


@cache
def _counting(kind: type) -> tuple[tuple[str, ...], tuple[tuple[str, Any], ...]]:
    """The names of the fields of the first version, and of those added since with their defaults."""
    first = VERSION_1.get(kind, ())
    return first, tuple((one.name, _default(one)) for one in fields(kind) if one.name not in first)


def _default(field: Field[Any]) -> Any:
    """What the field is where nobody says anything; a field without default equals nothing, so it always counts."""
    return field.default if field.default_factory is MISSING else field.default_factory()


OURS = frozenset({"names", "session", "chips"})
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
            if field.name not in OURS:
                yield from typed_words(getattr(value, field.name))
