"""Who is here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

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
        """Whether they were there: the one place that says so, also for what is asked of the database."""
        match self:
            case Status.HERE | Status.LATE:
                return True
            case Status.UNKNOWN | Status.EXCUSED | Status.ABSENT:
                return False
            case _:
                assert_never(self)

    @property
    def away(self) -> bool:
        """Whether they are known not to be there, so that nothing of the hour is about them."""
        return self is not Status.UNKNOWN and not self.present


PRESENT = tuple(status for status in Status if status.present)
"""Of somebody who was there."""


class Mode(StrEnum):
    """How somebody takes part."""

    ROOM = "room"
    VIDEO = "video"
    PHONE = "phone"

    @property
    def in_the_room(self) -> bool:
        """Whether they can be counted there."""
        match self:
            case Mode.ROOM:
                return True
            case Mode.VIDEO | Mode.PHONE:
                return False
            case _:
                assert_never(self)


class Excuse(StrEnum):
    """Why somebody is excused, as it is offered; any other reason is words."""

    WORK = "work"
    APPOINTMENT = "appointment"
    UNWELL = "unwell"
    FAMILY = "family"
    COULD_NOT_COME = "could-not-come"
    HOLIDAY = "holiday"


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
    excuse: Excuse | None = None
    """One of the reasons offered; ``reason`` is what was typed."""


def arrival(status: Status, started_at: datetime, now: datetime, before: Attendance) -> datetime | None:
    """When they arrived: here means since the start, late means now, late again means five minutes earlier."""
    match status:
        case Status.HERE:
            return started_at
        case Status.LATE if before.status is Status.LATE and before.arrived_at is not None:
            return max(started_at, before.arrived_at - LATE_STEP)
        case Status.LATE:
            return now
        case Status.UNKNOWN | Status.EXCUSED | Status.ABSENT:
            return None
        case _:
            assert_never(status)


def told_of(
    status: Status, arrived_at: datetime | None, reason: str, excuse: Excuse | None
) -> tuple[datetime | None, str, Excuse | None]:
    """Arrival, reason and excuse, as far as they belong to this status; the rest is left from a mark before it."""
    match status:
        case Status.UNKNOWN | Status.HERE:
            return None, "", None
        case Status.LATE:
            return arrived_at, reason, None
        case Status.EXCUSED:
            return None, reason, excuse
        case Status.ABSENT:
            return None, reason, None
        case _:
            assert_never(status)


def checked_in_as(started_at: datetime, arrived_at: datetime) -> Status:
    """What a check-in at this instant means."""
    return Status.HERE if arrived_at - started_at <= GRACE else Status.LATE


def heads(roster: Iterable[Attendance]) -> int:
    """How many must be counted in the room: present and not out; those on video or phone cannot be seen."""
    return sum(1 for a in roster if a.status.present and a.out_since is None and a.mode.in_the_room)


def counts_match(roster: tuple[Attendance, ...], seen: int) -> bool:
    """Whether marking every unknown member here gives the number of people seen (docs/design.md 6)."""
    unknown = sum(1 for a in roster if a.status is Status.UNKNOWN and a.mode.in_the_room)
    return heads(roster) + unknown == seen
