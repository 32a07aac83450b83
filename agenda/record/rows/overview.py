"""What a first look at the record shows: groups, what comes next, and what was left open.

Plain questions over several tables. None of them reads the journal, and none grows with the years: what is open is
found through indexes that hold only what is open, and who was absent is asked for recent sessions only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from agenda.attendance import Status
from agenda.instant import from_text
from agenda.record.connection import Record
from agenda.session import SessionKind

RECENT = timedelta(days=28)
"""How far back somebody who was absent without a call is still asked about."""

_NEXT = f"""
SELECT g.id AS group_id, g.name, g.zone, s.id, s.number, s.kind, s.day, s.planned_at, s.started_at,
    (SELECT l.title FROM session_lessons l WHERE l.session_id = s.id ORDER BY l.rowid DESC LIMIT 1) AS lesson,
    EXISTS (SELECT 1 FROM sessions e WHERE e.group_id = g.id AND e.day = ? AND e.ended_at IS NOT NULL) AS ended_today,
    EXISTS (SELECT 1 FROM sessions h WHERE h.group_id = g.id AND h.ended_at IS NOT NULL) AS has_held
FROM groups g LEFT JOIN sessions s ON s.id =
    (SELECT n.id FROM sessions n INDEXED BY sessions_to_come
     WHERE n.group_id = g.id AND n.ended_at IS NULL AND n.kind <> '{SessionKind.CANCELLED}'
     ORDER BY n.started_at IS NULL, n.day, n.id LIMIT 1)
ORDER BY g.id
"""

_IS_NAMED = "EXISTS (SELECT 1 FROM members m WHERE m.id = a.member_id AND m.name <> '')"
"""Of somebody who was erased nothing is left open: nobody could say any more."""

_UNKNOWN = f"""
SELECT s.group_id, s.id, s.number, s.day, count(*) AS count
FROM attendance a CROSS JOIN sessions s ON s.id = a.session_id
WHERE a.status = '{Status.UNKNOWN}' AND s.ended_at IS NOT NULL AND {_IS_NAMED} GROUP BY s.id ORDER BY s.day, s.id
"""

_UNREACHED = f"""
SELECT s.group_id, s.id, s.number, s.day, count(*) AS count
FROM sessions s CROSS JOIN attendance a ON a.session_id = s.id
WHERE s.group_id = ? AND s.day >= ? AND s.ended_at IS NOT NULL AND a.status = '{Status.ABSENT}' AND {_IS_NAMED}
    AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.session_id = a.session_id AND c.member_id = a.member_id)
GROUP BY s.id ORDER BY s.day, s.id
"""

_FOLLOW_UPS = """
SELECT s.group_id, count(*) AS count FROM follow_ups f CROSS JOIN sessions s ON s.id = f.session_id
WHERE f.done_at IS NULL GROUP BY s.group_id
"""


@dataclass(frozen=True, slots=True)
class Next:
    """The session a group has next, or has running."""

    id: str
    number: int | None
    kind: SessionKind
    day: date
    planned_at: datetime
    running: bool
    lesson: str | None


@dataclass(frozen=True, slots=True)
class Open:
    """So many members of one ended session about whom something is not known yet."""

    session: str
    number: int | None
    day: date
    count: int


@dataclass(frozen=True, slots=True)
class GroupReport:
    """One group as a first look shows it."""

    id: str
    name: str
    zone: str
    next: Next | None
    unknown: tuple[Open, ...]
    """Ended sessions in which somebody is neither here nor absent."""
    unreached: tuple[Open, ...]
    """Recent sessions with somebody absent whom nobody has tried to reach."""
    follow_ups: int
    ended_today: bool = False
    """Whether a session of this day has ended; it may have been ended too early."""
    has_held: bool = False
    """Whether any session has ended, of which something may still be open."""


def group_reports(record: Record, today: date) -> tuple[GroupReport, ...]:
    """Every group, in the order they were made."""
    unknown = _by_group(record.rows(_UNKNOWN))
    follow_ups = {row["group_id"]: row["count"] for row in record.rows(_FOLLOW_UPS)}
    since = (today - RECENT).isoformat()
    return tuple(
        GroupReport(
            id=row["group_id"],
            name=row["name"],
            zone=row["zone"],
            next=_next(row),
            unknown=unknown.get(row["group_id"], ()),
            unreached=tuple(map(_open, record.rows(_UNREACHED, row["group_id"], since))),
            follow_ups=follow_ups.get(row["group_id"], 0),
            ended_today=bool(row["ended_today"]),
            has_held=bool(row["has_held"]),
        )
        for row in record.rows(_NEXT, today.isoformat())
    )


def running_session(record: Record) -> str | None:
    """The session that was on when this record was last written to; none if all have ended."""
    row = record.row(
        "SELECT id FROM sessions WHERE ended_at IS NULL AND started_at IS NOT NULL ORDER BY started_at DESC LIMIT 1"
    )
    return None if row is None else str(row["id"])


def has_begun_on(record: Record, day: date) -> bool:
    """Whether any group's session of this day was begun."""
    # By way of the groups, because sessions are indexed by group and day.
    row = record.row(
        "SELECT s.id FROM groups g CROSS JOIN sessions s ON s.group_id = g.id AND s.day = ?"
        " WHERE s.started_at IS NOT NULL LIMIT 1",
        day.isoformat(),
    )
    return row is not None


def _next(row: dict[str, Any]) -> Next | None:
    if row["id"] is None:
        return None
    return Next(
        id=row["id"],
        number=row["number"],
        kind=SessionKind(row["kind"]),
        day=date.fromisoformat(row["day"]),
        planned_at=from_text(row["planned_at"]),
        running=row["started_at"] is not None,
        lesson=row["lesson"],
    )


def _by_group(rows: list[dict[str, Any]]) -> dict[str, tuple[Open, ...]]:
    found: dict[str, tuple[Open, ...]] = {}
    for row in rows:
        found[row["group_id"]] = (*found.get(row["group_id"], ()), _open(row))
    return found


def _open(row: dict[str, Any]) -> Open:
    return Open(row["id"], row["number"], date.fromisoformat(row["day"]), row["count"])
