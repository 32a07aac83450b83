"""Who is here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LATE_STEP = timedelta(minutes=5)
"""Pressing late again moves the arrival this much earlier."""
GRACE = timedelta(minutes=5)
"""Who checks in up to so long after the session began is here; later is late."""


class Status(StrEnum):
    """Attendance of one member at one session."""

    UNKNOWN = "unknown"
    HERE = "here"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"

    @property
    def present(self) -> bool:
        return self in (Status.HERE, Status.LATE)


class Mode(StrEnum):
    """How somebody takes part."""

    ROOM = "room"
    VIDEO = "video"
    PHONE = "phone"


class Source(StrEnum):
    """Where a mark comes from; a check-in at the kiosk is to be confirmed."""

    CONSOLE = "console"
    KIOSK = "kiosk"


@dataclass(frozen=True, slots=True)
class Attendance:
    """One member at one session; ``out_since`` is set while they are out of the room."""

    id: str
    session: str
    member: str
    digit: int
    name: str
    status: Status
    arrived_at: datetime | None
    mode: Mode
    reason: str
    source: Source | None
    confirmed: bool
    out_since: datetime | None = None


def arrival(status: Status, started_at: datetime, now: datetime, before: Attendance) -> datetime | None:
    """When they arrived: here means since the start, late means now, late again means five minutes earlier."""
    if status is Status.HERE:
        return started_at
    if status is Status.LATE:
        if before.status is Status.LATE and before.arrived_at is not None:
            return max(started_at, before.arrived_at - LATE_STEP)
        return now
    return None


def checked_in_as(started_at: datetime, arrived_at: datetime) -> Status:
    """What a check-in at this instant means."""
    return Status.HERE if arrived_at - started_at <= GRACE else Status.LATE


def heads(roster: Iterable[Attendance]) -> int:
    """How many must be counted in the room: present and not out; those on video or phone cannot be seen."""
    return sum(1 for a in roster if a.status.present and a.out_since is None and a.mode is Mode.ROOM)


def counts_match(roster: tuple[Attendance, ...], seen: int) -> bool:
    """Whether marking every unknown member here gives the number of people seen (docs/design.md 6)."""
    unknown = sum(1 for a in roster if a.status is Status.UNKNOWN and a.mode is Mode.ROOM)
    return heads(roster) + unknown == seen
