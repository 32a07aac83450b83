"""The goal sheets of a session's members as they stood in it.

A sheet outlives sessions, and a note must not speak of a goal that came later. What counts is the sheet at the end of
the session, and whatever was changed for this session afterwards (at the catch-up); the journal knows both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from agenda.goal import Achieved
from agenda.notes.facts import GoalFacts, ShortTermGoalFacts
from agenda.record.connection import Record

Row = dict[str, Any]

_GOALS = """
SELECT g.* FROM goals g JOIN session_roster r ON r.member_id = g.member_id WHERE r.session_id = ?
"""
_SHORT_TERM = """
SELECT p.* FROM short_term_goals p JOIN goals g ON g.id = p.goal_id
JOIN session_roster r ON r.member_id = g.member_id WHERE r.session_id = ?
"""
_SINCE = """
SELECT "table", "row", session IS ? AS ours, before, after FROM journal
WHERE seq > ? AND "table" IN ('goals', 'short_term_goals') ORDER BY seq
"""


def goals_in(record: Record, session_id: str, day: date) -> dict[str, tuple[GoalFacts, ...]]:
    """By member: a goal achieved on the day of the session, and the one they were working on."""
    since = _since_the_end(record, session_id)
    goals = _as_it_stood(record.rows(_GOALS, session_id), since.get("goals", {}))
    parts = _as_it_stood(record.rows(_SHORT_TERM, session_id), since.get("short_term_goals", {}))
    members = dict.fromkeys(goal["member_id"] for goal in goals)
    return {
        member: tuple(
            _facts(goal, parts, day) for goal in _current([g for g in goals if g["member_id"] == member], day)
        )
        for member in members
    }


def _since_the_end(record: Record, session_id: str) -> dict[str, dict[str, Row | None]]:
    """By table and row: how it stood, where it was changed after the end; none where it was not there yet."""
    ended = 'SELECT max(seq) AS seq FROM journal WHERE session = ? AND "table" = \'sessions\' AND "row" = ?'
    row = record.row(
        f"SELECT ({ended}) AS seq FROM sessions WHERE id = ? AND ended_at IS NOT NULL",
        session_id,
        session_id,
        session_id,
    )
    stood: dict[str, dict[str, Row | None]] = {}
    if row is None or row["seq"] is None:
        return stood
    for change in record.rows(_SINCE, session_id, row["seq"]):
        rows = stood.setdefault(change["table"], {})
        if change["ours"]:
            rows[change["row"]] = _read(change["after"])
        else:
            rows.setdefault(change["row"], _read(change["before"]))
    return stood


def _read(text: str | None) -> Row | None:
    row = None if text is None else dict(json.loads(text))
    return None if row is None or row["text"] is None else row  # without text: erased since, with all about the member


def _as_it_stood(rows: Iterable[Row], stood: dict[str, Row | None]) -> list[Row]:
    now = {row["id"]: row for row in rows}
    then: dict[str, Row | None] = {**now, **stood}
    return [row for row in then.values() if row is not None]


def _current(goals: list[Row], day: date) -> list[Row]:
    today = day.isoformat()
    known = sorted((g for g in goals if g["set_on"] <= today), key=lambda g: (g["set_on"], g["id"]))
    achieved = [g for g in known if g["achieved_on"] == today]
    going_on = [g for g in known if g["achieved_on"] is None or g["achieved_on"] > today]
    return achieved + going_on[-1:]


def _facts(goal: Row, parts: list[Row], day: date) -> GoalFacts:
    today = day.isoformat()
    own = sorted((p for p in parts if p["goal_id"] == goal["id"]), key=lambda p: p["position"])
    return GoalFacts(
        text=goal["text"],
        is_new=goal["set_on"] == today,
        is_reworded=goal["modified_on"] == today,
        is_achieved=goal["achieved_on"] == today,
        short_term=tuple(_short_term(part, today) for part in own if _is_on_the_sheet(part, today)),
    )


def _is_on_the_sheet(part: Row, today: str) -> bool:
    """Begun, and not fully achieved before this day."""
    is_done = part["achieved"] == Achieved.FULLY and part["reviewed_on"] < today
    return (part["starts"] is None or part["starts"] <= today) and not is_done


def _short_term(part: Row, today: str) -> ShortTermGoalFacts:
    if part["achieved"] is None or part["reviewed_on"] != today:
        return ShortTermGoalFacts(part["text"])
    return ShortTermGoalFacts(part["text"], Achieved(part["achieved"]), part["method"])
