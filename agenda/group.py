"""A group and the days it meets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MOST_MEMBERS = 9
"""Digits there are. Eight members at most keep full fidelity (docs/domain.md 1: F)."""

FULL_GROUP = 8


@dataclass(frozen=True, slots=True)
class Group:
    """A weekly (or other) meeting: ``weekday`` 0 is Monday, ``starts`` is local time in ``zone``."""

    id: str
    name: str
    weekday: int
    starts: time
    minutes: int
    interval_days: int
    zone: str
    module: str
    agreements: tuple[str, ...] = ()
    """The group's own agreements; empty means those of the pack."""
    place: str = ""
    """Where it meets, as it stands on what members take home; empty where nobody has said."""

    def starts_at(self, day: date) -> datetime:
        """The UTC instant at which the group meets on this day."""
        return datetime.combine(day, self.starts, ZoneInfo(self.zone)).astimezone(UTC)

    def local_date(self, moment: datetime) -> date:
        """The day it is for this group."""
        return moment.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class ClosedDate:
    """A day on which the group does not meet."""

    id: str
    group: str
    day: date
    reason: str = ""


def first_date(group: Group, not_before: date, closed: frozenset[date]) -> date:
    """The first meeting day on or after ``not_before`` that is not closed."""
    day = not_before + timedelta(days=(group.weekday - not_before.weekday()) % 7)
    return _open_day(day, timedelta(days=7), closed)


def next_date(group: Group, last: date, closed: frozenset[date]) -> date:
    """The meeting day after ``last``, closed days skipped in whole intervals.

    After a session on another weekday (an extra one, or the group has moved) a group that meets in whole weeks goes
    back to its own weekday, the nearest one.
    """
    step = timedelta(days=group.interval_days)
    day = last + step
    if group.interval_days % 7 == 0:
        day += timedelta(days=(group.weekday - day.weekday() + 3) % 7 - 3)
    return _open_day(day, step, closed)


def _open_day(day: date, step: timedelta, closed: frozenset[date]) -> date:
    while day in closed:
        day += step
    return day
