"""Records to measure on: the practice group, a new group without a past, and ten years of forty groups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from agenda.clock import SystemClock
from agenda.instant import to_text
from agenda.record import opening
from agenda.record.action import action
from agenda.record.connection import Record
from agenda.record.keys.key_file import USUAL_COST, KdfCost
from agenda.record.practice.group import make_practice_record
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey, SessionKind
from facilitator.practice.lessons import practice_lessons
from facilitator.practice.texts import practice_texts
from tests.benchmarks.measuring import PASSPHRASE

GROUP = "Practice group"
GROUPS, MEMBERS, SESSIONS = 40, 8, 520
NAMES = ("Ana", "Bruno", "Carla", "Davide", "Elif", "Farah", "Goran", "Hanna")
STATUSES = ("here", "here", "here", "here", "late", "excused", "here", "absent")
WEEK = timedelta(weeks=1)

Rows = Iterator[tuple[Any, ...]]


def a_practice_record(folder: Path, cost: KdfCost = USUAL_COST) -> Path:
    """The practice group, today's session ready to start; the key as costly as in use if nothing else is said."""
    path = folder / "practice"
    if not path.exists():
        today = datetime.now(UTC).date()
        make_practice_record(
            path, PASSPHRASE, practice_texts(), practice_lessons(), seed=1, today=today, zone="UTC", cost=cost
        ).close()
    return path


def an_empty_record(folder: Path) -> Path:
    """One group with its members, who meet for the first time next week."""
    path = folder / "empty"
    record, _code = opening.create_record(path, PASSPHRASE, name="Robin")
    group, _people = _a_group(record, GROUP)
    sessions.plan(record, group, day=datetime.now(UTC).date() + WEEK, kind=SessionKind.FIRST)
    record.close()
    return path


def a_record_of_ten_years(folder: Path) -> Path:
    """Forty groups that met every week, journal included; each has a session planned for next week."""
    path = folder / "ten years"
    record, _code = opening.create_record(path, PASSPHRASE, name="Robin")
    for number in range(GROUPS):
        group, people = _a_group(record, GROUP if number == 0 else f"Group {number}")
        with action(record, "benchmark.history", undoable=False):
            for table, rows in _history(group, people).items():
                values = list(rows)
                marks = ", ".join("?" * len(values[0]))
                columns = ", ".join(f'"{name}"' for name in _COLUMNS[table])
                record.db.conn.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', values)
    record.close()
    return path


def _a_group(record: Record, name: str) -> tuple[str, list[str]]:
    today = SystemClock().now().date()
    group = groups.create(
        record, name, weekday=today.weekday(), starts=time(14), zone="UTC", module="recovery-strategies"
    )
    return group, [members.add(record, group, person, begins=today - SESSIONS * WEEK) for person in NAMES]


_COLUMNS = {
    "sessions": ("id", "group_id", "number", "kind", "day", "planned_at", "minutes", "zone", "locale", "started_at",
                 "ended_at"),
    "session_lessons": ("id", "session_id", "lesson", "module", "title", "pages_from", "pages_to"),
    "session_phases": ("id", "session_id", "position", "key", "minutes"),
    "phase_runs": ("id", "session_id", "phase_id", "began_at", "ended_at"),
    "session_roster": ("id", "session_id", "member_id", "position"),
    "attendance": ("id", "session_id", "member_id", "status", "arrived_at", "source", "confirmed"),
}  # fmt: skip


def _history(group: str, people: list[str]) -> dict[str, Rows]:
    """The rows of ten years of weekly hours; the last session is still to come."""
    first = datetime.now(UTC).replace(hour=14, minute=0, second=0, microsecond=0) - (SESSIONS - 1) * WEEK
    days = [(number, f"{group}-{number:04}", first + number * WEEK) for number in range(1, SESSIONS + 1)]
    held = days[:-1]
    phases = [key for key in PhaseKey if key is not PhaseKey.BREAK]

    def at(day: datetime, minutes: int) -> str:
        return to_text(day + timedelta(minutes=minutes))

    return {
        "sessions": (
            (s, group, n, "usual", f"{day:%Y-%m-%d}", at(day, 0), 60, "UTC", "en",
             at(day, 0) if n < SESSIONS else None, at(day, 60) if n < SESSIONS else None)
            for n, s, day in days
        ),
        "session_lessons": (
            (f"{s}-l", s, "abcdefgh", "recovery-strategies", "What recovery means", 1, 4) for _n, s, _day in days
        ),
        "session_phases": (
            (f"{s}-p{place}", s, place, key.value, 7) for _n, s, _day in days for place, key in enumerate(phases)
        ),
        "phase_runs": (
            (f"{s}-r{place}", s, f"{s}-p{place}", at(day, 7 * place), at(day, 7 * place + 7))
            for _n, s, day in held for place in range(len(phases))
        ),
        "session_roster": (
            (f"{s}-m{place}", s, person, place) for _n, s, _day in held for place, person in enumerate(people)
        ),
        "attendance": (
            (f"{s}-a{place}", s, person, STATUSES[(n + place) % len(STATUSES)], at(day, 0), "console", 1)
            for n, s, day in held for place, person in enumerate(people)
        ),
    }  # fmt: skip
