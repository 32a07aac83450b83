"""Which rows are about one person: told once, for the copy they may have and for the journal."""

from __future__ import annotations

import json
from typing import Any

from agenda.record.connection import Record
from agenda.record.rows import member as members

Row = dict[str, Any]

_THEM = "(SELECT value FROM json_each(?1))"
_DIRECTLY = f"member_id IN {_THEM}"
_THEIR_GOALS = f"SELECT id FROM goals WHERE {_DIRECTLY}"

ABOUT: dict[str, str] = {
    "participants": f"id IN (SELECT participant_id FROM members WHERE id IN {_THEM})",
    "members": f"id IN {_THEM}",
    "membership_periods": _DIRECTLY,
    "consents": _DIRECTLY,
    "member_codes": _DIRECTLY,
    "session_roster": _DIRECTLY,
    "attendance": _DIRECTLY,
    "absences_in_session": _DIRECTLY,
    "contacts": _DIRECTLY,
    "goals": _DIRECTLY,
    "short_term_goals": f"goal_id IN ({_THEIR_GOALS})",
    "steps": f"short_term_goal_id IN (SELECT id FROM short_term_goals WHERE goal_id IN ({_THEIR_GOALS}))",
    "goal_reviews": _DIRECTLY,
    "rests": _DIRECTLY,
    "small_steps": _DIRECTLY,
    "homework": _DIRECTLY,
    "homework_reviews": f"homework_id IN (SELECT id FROM homework WHERE {_DIRECTLY})",
    "handouts_given": _DIRECTLY,
    "responses": _DIRECTLY,
    "follow_ups": _DIRECTLY,
    "notes": _DIRECTLY,
    "note_sections": f"note_id IN (SELECT id FROM notes WHERE {_DIRECTLY})",
    "accesses": (
        f"{_DIRECTLY} OR (member_id IS NULL AND at >= (SELECT min(p.created_at) FROM participants p "
        f"JOIN members m ON m.participant_id = p.id WHERE m.id IN {_THEM}) AND (session_id IS NULL OR session_id IN "
        f"(SELECT session_id FROM session_roster WHERE {_DIRECTLY})))"
    ),
}
"""Each table that is about a person, and which of its rows: ``?1`` is a JSON list of the members that person is."""

PARENT = {
    "short_term_goals": "goal_id",
    "steps": "short_term_goal_id",
    "homework_reviews": "homework_id",
    "note_sections": "note_id",
}
"""Rows that name no member, and the column that leads to the row they belong to."""


def of_the_same_person(record: Record, member: str) -> tuple[str, ...]:
    """This member, and whoever else in this record is the same participant."""
    participant = members.known(record, member)["participant_id"]
    rows = record.rows("SELECT id FROM members WHERE participant_id = ? ORDER BY id", participant)
    return tuple(row["id"] for row in rows)


def rows_about(record: Record, them: tuple[str, ...]) -> dict[str, list[Row]]:
    """All rows about a person, table by table, in the order they were made."""
    asked = json.dumps(them)
    return {
        table: record.rows(f'SELECT * FROM "{table}" WHERE {condition} ORDER BY id', asked)
        for table, condition in ABOUT.items()
    }
