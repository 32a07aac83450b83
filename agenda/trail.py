"""What the journal says of one confirmed intent: who, what, when, about whom, and what became of each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One row as it was and as it became; ``about`` is the member it is about, if there is one."""

    table: str
    row: str
    operation: str
    before: Row | None
    after: Row | None
    about: str | None

    @property
    def columns(self) -> tuple[str, ...]:
        """Those whose value became another one, or all of a row that came or went."""
        old, new = self.before, self.after
        if old is None or new is None:
            return tuple(new or old or {})
        return tuple(name for name in new if name not in old or old[name] != new[name])


@dataclass(frozen=True, slots=True)
class Entry:
    """One confirmed intent. ``replayed`` is the verb that was taken back or done again."""

    action: str
    verb: str
    replayed: str | None
    at: datetime
    facilitator: str | None
    session: str | None
    members: tuple[str, ...]
    changes: tuple[Change, ...]
