"""People and their places in a group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

LONGEST_NAME = 200


class MembershipStatus(StrEnum):
    """How somebody belongs to a group during a period (suspension: docs/domain.md 1: C)."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    LEFT = "left"

    @property
    def comes(self) -> bool:
        """Whether they are expected in the sessions of this time."""
        match self:
            case MembershipStatus.ACTIVE:
                return True
            case MembershipStatus.SUSPENDED | MembershipStatus.LEFT:
                return False
            case _:
                assert_never(self)

    @property
    def belongs(self) -> bool:
        """Whether their place in the group is theirs, be it that they do not come for a while."""
        match self:
            case MembershipStatus.ACTIVE | MembershipStatus.SUSPENDED:
                return True
            case MembershipStatus.LEFT:
                return False
            case _:
                assert_never(self)


COMING = tuple(status for status in MembershipStatus if status.comes)
BELONGING = tuple(status for status in MembershipStatus if status.belongs)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of belonging; ``ends`` is the first day of the next period, or none while it lasts."""

    id: str
    member: str
    status: MembershipStatus
    reason: str
    begins: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class Member:
    """A participant in one group, with the name they chose and a digit that stays theirs."""

    id: str
    group: str
    participant: str
    digit: int
    name: str
    full_name: str
    record_number: str
    status: MembershipStatus
    """As of the day asked about."""
    large_print: bool = False
    """Whether what they take home is in large letters."""
