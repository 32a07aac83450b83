"""What a member agreed to, and whether that still holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ConsentKind(StrEnum):
    """What can be agreed to: that family or a friend takes part (docs/domain.md 3: A)."""

    SUPPORTER = "supporter"


@dataclass(frozen=True, slots=True)
class Consent:
    """Given on a day, and taken back on another or not yet."""

    id: str
    member: str
    kind: ConsentKind
    given_on: date
    withdrawn_on: date | None = None

    @property
    def holds(self) -> bool:
        """Whether it was not taken back."""
        return self.withdrawn_on is None
