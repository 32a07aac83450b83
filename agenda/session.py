"""A session: its kind, the phases planned for it, and what was really on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import assert_never


class SessionKind(StrEnum):
    """What sort of hour it is."""

    FIRST = "first"
    USUAL = "usual"
    SMALL = "small"
    ONE = "one"
    CLOSING = "closing"
    CANCELLED = "cancelled"

    @property
    def of_a_group(self) -> bool:
        """Whether more than one member is meant to be there."""
        match self:
            case (
                SessionKind.FIRST | SessionKind.USUAL | SessionKind.SMALL | SessionKind.CLOSING | SessionKind.CANCELLED
            ):
                return True
            case SessionKind.ONE:
                return False
            case _:
                assert_never(self)


class PhaseKey(StrEnum):
    """A timed part of the hour, in the order of docs/domain.md 3."""

    WELCOME = "welcome"
    LAST_SESSION = "last-session"
    HOMEWORK = "homework"
    GOALS = "goals"
    AGENDA = "agenda"
    LESSON = "lesson"
    BREAK = "break"
    NEW_HOMEWORK = "new-homework"
    SUMMARY = "summary"


GUARDED = frozenset({PhaseKey.NEW_HOMEWORK, PhaseKey.SUMMARY})
"""Phases nobody takes minutes from unless they are named: agreeing homework is the weakest part in practice (J)."""

SHORTEST_LESSON = 5

MAY_BE_SKIPPED = (PhaseKey.AGENDA, PhaseKey.LAST_SESSION)
"""What an hour that is late can go without, first what is missed least. Looking back on homework and goals is the work
itself, and New homework and Summary are guarded."""

_STANDARD: dict[SessionKind, dict[PhaseKey, int]] = {
    SessionKind.FIRST: {
        PhaseKey.WELCOME: 10, PhaseKey.AGENDA: 3, PhaseKey.LESSON: 0, PhaseKey.NEW_HOMEWORK: 10, PhaseKey.SUMMARY: 5,
    },
    SessionKind.USUAL: {
        PhaseKey.WELCOME: 5, PhaseKey.LAST_SESSION: 2, PhaseKey.HOMEWORK: 10, PhaseKey.GOALS: 10, PhaseKey.AGENDA: 2,
        PhaseKey.LESSON: 0, PhaseKey.NEW_HOMEWORK: 10, PhaseKey.SUMMARY: 5,
    },
    SessionKind.SMALL: {
        PhaseKey.WELCOME: 5, PhaseKey.LAST_SESSION: 2, PhaseKey.HOMEWORK: 8, PhaseKey.GOALS: 10, PhaseKey.AGENDA: 2,
        PhaseKey.LESSON: 0, PhaseKey.NEW_HOMEWORK: 10, PhaseKey.SUMMARY: 5,
    },
    SessionKind.ONE: {
        PhaseKey.WELCOME: 5, PhaseKey.HOMEWORK: 8, PhaseKey.GOALS: 10, PhaseKey.LESSON: 0,
        PhaseKey.NEW_HOMEWORK: 10, PhaseKey.SUMMARY: 5,
    },
    SessionKind.CLOSING: {
        PhaseKey.WELCOME: 5, PhaseKey.HOMEWORK: 10, PhaseKey.GOALS: 10, PhaseKey.LESSON: 0, PhaseKey.SUMMARY: 15,
    },
    SessionKind.CANCELLED: {},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """A phase as planned; ``minutes`` of the lesson are what the other phases leave."""

    id: str
    key: PhaseKey
    minutes: int

    @property
    def guarded(self) -> bool:
        return self.key in GUARDED

    @property
    def skipped(self) -> bool:
        """Whether the group goes without it today; a phase that is planned has at least a minute."""
        return self.minutes == 0


@dataclass(frozen=True, slots=True)
class PhaseRun:
    """One time a phase was on."""

    id: str
    phase: str
    began_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Something came up: the clock stood."""

    id: str
    began_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MinuteChange:
    """A minute more or less for a phase; ``taken_from`` is the phase that pays, none means the end moves."""

    phase: str
    minutes: int
    taken_from: str | None


@dataclass(frozen=True, slots=True)
class LessonGiven:
    """The lesson of a session, copied so that the record stays true when the pack changes; pages count from 1."""

    id: str
    lesson: str
    module: str
    title: str
    pages_from: int | None = None
    pages_to: int | None = None


@dataclass(frozen=True, slots=True)
class LessonPart:
    """The pages of a split lesson meant for one session: from 1, and to its end if ``pages_to`` is none."""

    pages_from: int
    pages_to: int | None = None

    def holds(self, page: int) -> bool:
        """Whether this page, counted from 1, is meant for the session."""
        return self.pages_from <= page and (self.pages_to is None or page <= self.pages_to)


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting. ``planned_at`` is the agreed start; ``started_at`` none means not yet."""

    id: str
    group: str
    number: int | None
    kind: SessionKind
    day: date
    planned_at: datetime
    minutes: int
    zone: str
    locale: str
    started_at: datetime | None
    ended_at: datetime | None
    clock_shift: timedelta = timedelta()
    """By how much the laptop's clock was set back while the session ran; negative where it was set forward. All
    instants of a session are counted on the clock it started by: what the laptop says now plus this."""

    @property
    def running(self) -> bool:
        return self.started_at is not None and self.ended_at is None

    def by_its_clock(self, now: datetime) -> datetime:
        """This instant of the laptop's clock on the clock this session counts by."""
        return now + self.clock_shift


def standard_minutes(
    kind: SessionKind, total: int, chosen: Mapping[PhaseKey, int] | None = None
) -> dict[PhaseKey, int]:
    """Minutes for each phase of this kind, in order, adding up to ``total``.

    ``chosen`` are the group's own minutes. The lesson gets what the others leave; where that is under the shortest
    lesson, the phases that are not guarded shrink, the longest first. The guarded ones do so last, and only where
    the hour could not hold them at all.
    """
    minutes = {key: (chosen or {}).get(key, usual) for key, usual in _STANDARD[kind].items()}
    if PhaseKey.LESSON not in minutes:
        return minutes
    minutes[PhaseKey.LESSON] = 0
    left = total - sum(minutes.values())
    left = _shrink(minutes, [key for key in minutes if key not in GUARDED], left, SHORTEST_LESSON)
    left = _shrink(minutes, [key for key in minutes if key in GUARDED], left, 1)
    minutes[PhaseKey.LESSON] = max(left, 1)
    return minutes


def _shrink(minutes: dict[PhaseKey, int], keys: list[PhaseKey], left: int, wanted: int) -> int:
    """Take minutes from the longest of these phases until so many are left; none goes below one minute."""
    while left < wanted:
        longest = max(keys, key=lambda key: minutes[key])
        if minutes[longest] <= 1:
            break
        minutes[longest] -= 1
        left += 1
    return left
