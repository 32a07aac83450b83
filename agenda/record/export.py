"""The whole record as plain lists, in the words of docs/export.md."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from agenda.record.connection import Record

SCHEMA = 1
Row = dict[str, Any]

_JOINED = {
    "members": (
        "SELECT m.id, m.group_id, m.participant_id, m.digit, m.name, p.full_name, p.record_number FROM members m "
        "JOIN participants p ON p.id = m.participant_id ORDER BY m.id"
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
)
_YES_NO = frozenset({"confirmed", "undoable", "overridden", "held", "clock"})


def exported_lists() -> tuple[str, ...]:
    """The names of the lists an export holds."""
    return tuple(sorted((*_JOINED, *_PLAIN, "journal")))


def export(record: Record) -> dict[str, Any]:
    """Every table of the record as a list of rows; equal records give equal exports."""
    with record.db.atomic():  # one moment in time, while a console may be writing
        lists: dict[str, Any] = {"schema": SCHEMA}
        for name in exported_lists():
            question, shape = _question(name)
            lists[name] = [shape(row) for row in record.rows(question)]
    return lists


def _question(name: str) -> tuple[str, Callable[[Row], Row]]:
    if name == "journal":
        return "SELECT * FROM journal ORDER BY seq", _journal_row
    return _JOINED.get(name, f'SELECT * FROM "{name}" ORDER BY id'), _row


def _row(row: Row) -> Row:
    return {name.removesuffix("_id"): _value(name, value) for name, value in row.items()}


def _journal_row(row: Row) -> Row:
    shaped = _row(row)
    for side in ("before", "after"):
        shaped[side] = None if row[side] is None else json.loads(row[side])
    return shaped


def _value(name: str, value: Any) -> Any:
    return bool(value) if name in _YES_NO else value
