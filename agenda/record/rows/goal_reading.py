"""Reading the goal-tracking sheet of a member."""

from __future__ import annotations

from datetime import date
from typing import Any

from agenda.goal import Achieved, Goal, ShortTermGoal, Step
from agenda.record.connection import Record

_OF_MEMBER = """
SELECT * FROM goals WHERE member_id = ?
ORDER BY achieved_on IS NOT NULL, achieved_on DESC, set_on DESC, id DESC LIMIT 1
"""


def goal_of(record: Record, member: str) -> Goal | None:
    """The goal a member is working on: the last one set that is not achieved, or else the last achieved."""
    row = record.row(_OF_MEMBER, member)
    return None if row is None else _goal(record, row)


def goal_id_of(record: Record, member: str) -> str | None:
    """Which goal that is, without its parts."""
    row = record.row(_OF_MEMBER, member)
    return None if row is None else str(row["id"])


def goals_of(record: Record, member: str) -> tuple[Goal, ...]:
    """All goals of a member, oldest first."""
    rows = record.rows("SELECT * FROM goals WHERE member_id = ? ORDER BY set_on, id", member)
    return tuple(_goal(record, row) for row in rows)


def _goal(record: Record, row: dict[str, Any]) -> Goal:
    parts = record.rows("SELECT * FROM short_term_goals WHERE goal_id = ? ORDER BY position, id", row["id"])
    return Goal(
        id=row["id"],
        member=row["member_id"],
        text=row["text"],
        how_known=row["how_known"],
        set_on=date.fromisoformat(row["set_on"]),
        due=maybe_day(row["due"]),
        modified_on=maybe_day(row["modified_on"]),
        achieved_on=maybe_day(row["achieved_on"]),
        short_term_goals=tuple(_short_term_goal(record, part) for part in parts),
    )


def _short_term_goal(record: Record, row: dict[str, Any]) -> ShortTermGoal:
    steps = record.rows("SELECT * FROM steps WHERE short_term_goal_id = ? ORDER BY position, id", row["id"])
    return ShortTermGoal(
        id=row["id"],
        text=row["text"],
        how_known=row["how_known"],
        starts=maybe_day(row["starts"]),
        due=maybe_day(row["due"]),
        reviewed_on=maybe_day(row["reviewed_on"]),
        achieved=_achieved(row["achieved"]),
        method=row["method"],
        steps=tuple(
            Step(s["id"], s["text"], maybe_day(s["starts"]), maybe_day(s["due"]), _achieved(s["achieved"]))
            for s in steps
        ),
    )


def maybe_day(text: str | None) -> date | None:
    """A day as kept, or nothing for nothing."""
    return None if text is None else date.fromisoformat(text)


def _achieved(text: str | None) -> Achieved | None:
    return None if text is None else Achieved(text)
