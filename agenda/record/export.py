"""The whole record as plain lists, in the words of docs/export.md."""

from __future__ import annotations

import json
from typing import Any

from agenda.record.connection import Record

SCHEMA = 1
Row = dict[str, Any]

_JOINED = {
    "members": (
        "SELECT m.id, m.group_id, m.participant_id, m.digit, m.name, p.full_name, p.record_number, m.large_print "
        "FROM members m JOIN participants p ON p.id = m.participant_id ORDER BY m.id"
    ),
    "attendance": (
        "SELECT a.id, a.session_id, a.member_id, m.name, a.status, a.arrived_at, a.mode, a.reason, a.source, "
        "a.confirmed, a.excuse FROM attendance a JOIN members m ON m.id = a.member_id ORDER BY a.id"
    ),
}
_PLAIN = (
    "facilitators",
    "groups",
    "group_phases",
    "closed_dates",
    "participants",
    "membership_periods",
    "member_codes",
    "consents",
    "sessions",
    "session_phases",
    "session_lessons",
    "session_staff",
    "session_roster",
    "guests",
    "absences_in_session",
    "phase_runs",
    "pauses",
    "minute_changes",
    "follow_ups",
    "contacts",
    "homework",
    "homework_reviews",
    "goals",
    "short_term_goals",
    "steps",
    "goal_reviews",
    "rests",
    "small_steps",
    "session_techniques",
    "responses",
    "handouts_given",
    "flip_chart_lines",
    "notes",
    "note_sections",
    "lesson_parts",
    "lesson_skips",
    "accesses",
)
_YES_NO = frozenset({"confirmed", "undoable", "overridden", "held", "foreseen", "parked", "clock", "large_print"})


def exported_lists() -> tuple[str, ...]:
    """The names of the lists an export holds."""
    return tuple(sorted((*_JOINED, *_PLAIN, "journal")))


def export(record: Record) -> dict[str, Any]:
    """Every table of the record as a list of rows; equal records give equal exports."""
    with record.db.atomic():  # one moment in time, while a console may be writing
        lists: dict[str, Any] = {"schema": SCHEMA}
        for name in exported_lists():
            lists[name] = shaped(record.rows(_question(name)))
        for change in lists["journal"]:
            for side in ("before", "after"):
                change[side] = None if change[side] is None else json.loads(change[side])
    return lists


def _question(name: str) -> str:
    if name == "journal":
        return "SELECT * FROM journal ORDER BY seq"
    return _JOINED.get(name, f'SELECT * FROM "{name}" ORDER BY id')


def shaped(rows: list[Row]) -> list[Row]:
    """As they are described: a field that holds an id is named after the thing, what is yes or no is so in JSON too."""
    if not rows:
        return []
    names = [name.removesuffix("_id") for name in rows[0]]
    shaped = [dict(zip(names, row.values(), strict=True)) for row in rows]
    for name in _YES_NO.intersection(names):
        for row in shaped:
            row[name] = bool(row[name])
    return shaped
