"""The goal-tracking sheet of a member.

The sheet outlives sessions; ``session`` only says in which one a change was made, so that ``u`` there takes it back.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from agenda.error import N_, Refused
from agenda.goal import (
    MOST_SHORT_TERM_GOALS,
    MOST_STEPS,
    SHORT_TERM_GOAL_LASTS,
    STEP_LASTS,
    Achieved,
    Goal,
    ShortTermGoal,
    Step,
    six_months_after,
)
from agenda.record.action import verb
from agenda.record.connection import Record


def goal_of(record: Record, member: str) -> Goal | None:
    """The goal a member is working on: the last one set that is not achieved, or else the last achieved."""
    row = record.row(
        "SELECT * FROM goals WHERE member_id = ? ORDER BY achieved_on IS NOT NULL, set_on DESC, id DESC LIMIT 1", member
    )
    return None if row is None else _goal(record, row)


def goals_of(record: Record, member: str) -> tuple[Goal, ...]:
    """All goals of a member, oldest first."""
    rows = record.rows("SELECT * FROM goals WHERE member_id = ? ORDER BY set_on, id", member)
    return tuple(_goal(record, row) for row in rows)


def _goal(record: Record, row: dict[str, Any]) -> Goal:
    parts = record.rows("SELECT * FROM short_term_goals WHERE goal_id = ? ORDER BY position", row["id"])
    return Goal(
        id=row["id"],
        member=row["member_id"],
        text=row["text"],
        how_known=row["how_known"],
        set_on=date.fromisoformat(row["set_on"]),
        due=_day(row["due"]),
        modified_on=_day(row["modified_on"]),
        achieved_on=_day(row["achieved_on"]),
        short_term_goals=tuple(_short_term_goal(record, part) for part in parts),
    )


def _short_term_goal(record: Record, row: dict[str, Any]) -> ShortTermGoal:
    steps = record.rows("SELECT * FROM steps WHERE short_term_goal_id = ? ORDER BY position", row["id"])
    return ShortTermGoal(
        id=row["id"],
        text=row["text"],
        how_known=row["how_known"],
        starts=_day(row["starts"]),
        due=_day(row["due"]),
        reviewed_on=_day(row["reviewed_on"]),
        achieved=_achieved(row["achieved"]),
        method=row["method"],
        steps=tuple(
            Step(s["id"], s["text"], _day(s["starts"]), _day(s["due"]), _achieved(s["achieved"])) for s in steps
        ),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _achieved(text: str | None) -> Achieved | None:
    return None if text is None else Achieved(text)


@verb("goal.set")
def set_goal(
    record: Record,
    member: str,
    text: str,
    *,
    on: date,
    how_known: str = "",
    due: date | None = None,
    session: str | None = None,
) -> str:
    """A new personal recovery goal, due in six months unless another day is given; its id."""
    _refuse_before_joining(record, member, on)
    new = record.ids()
    row = {"id": new, "member_id": member, "text": _said(text), "how_known": how_known.strip()}
    days = {"set_on": on.isoformat(), "due": (due or six_months_after(on)).isoformat()}
    record.table("goals").insert({**row, **days, "modified_on": None, "achieved_on": None})
    return new


@verb("goal.change")
def change_goal(record: Record, goal: str, *, text: str, how_known: str, on: date, session: str | None = None) -> None:
    """The goal in other words; the sheet keeps the day it was modified."""
    row = _row(record, "goals", goal)
    _refuse_before_joining(record, row["member_id"], on)
    values = {"text": _said(text), "how_known": how_known.strip(), "modified_on": on.isoformat()}
    record.table("goals").update(goal, values)


@verb("goal.achieve")
def achieve_goal(record: Record, goal: str, *, on: date | None, session: str | None = None) -> None:
    """Achieved on this day; none takes it back."""
    row = _row(record, "goals", goal)
    if on is not None:
        _refuse_before_joining(record, row["member_id"], on)
    record.table("goals").update(goal, {"achieved_on": None if on is None else on.isoformat()})


@verb("goal.add_short_term")
def add_short_term_goal(
    record: Record, goal: str, text: str, *, starts: date, how_known: str = "", session: str | None = None
) -> str:
    """One of up to three short-term goals, due in six weeks; its id."""
    row = _row(record, "goals", goal)
    _refuse_before_joining(record, row["member_id"], starts)
    place = len(record.rows("SELECT id FROM short_term_goals WHERE goal_id = ?", goal)) + 1
    if place > MOST_SHORT_TERM_GOALS:
        raise Refused(N_("The sheet has room for three short-term goals."), N_("Finish or change one of them."))
    new = record.ids()
    values = {"id": new, "goal_id": goal, "position": place, "text": _said(text), "how_known": how_known.strip()}
    days = {"starts": starts.isoformat(), "due": (starts + SHORT_TERM_GOAL_LASTS).isoformat(), "reviewed_on": None}
    record.table("short_term_goals").insert({**values, **days, "achieved": None, "method": ""})
    return new


@verb("goal.change_short_term")
def change_short_term_goal(
    record: Record,
    short_term_goal: str,
    *,
    text: str,
    how_known: str = "",
    due: date | None = None,
    session: str | None = None,
) -> None:
    """A short-term goal in other words or with another day."""
    row = _row(record, "short_term_goals", short_term_goal)
    values = {"text": _said(text), "how_known": how_known.strip()}
    day = row["due"] if due is None else due.isoformat()
    record.table("short_term_goals").update(short_term_goal, {**values, "due": day})


@verb("goal.review_short_term")
def review_short_term_goal(
    record: Record, short_term_goal: str, achieved: Achieved, *, on: date, method: str = "", session: str | None = None
) -> None:
    """How far it got, and how it goes on."""
    _row(record, "short_term_goals", short_term_goal)
    values = {"achieved": achieved.value, "reviewed_on": on.isoformat(), "method": method.strip()}
    record.table("short_term_goals").update(short_term_goal, values)


@verb("goal.add_step")
def add_step(record: Record, short_term_goal: str, text: str, *, starts: date, session: str | None = None) -> str:
    """One of up to four steps, due in six days; its id."""
    _row(record, "short_term_goals", short_term_goal)
    place = len(record.rows("SELECT id FROM steps WHERE short_term_goal_id = ?", short_term_goal)) + 1
    if place > MOST_STEPS:
        raise Refused(N_("A short-term goal has room for four steps."), N_("Finish or change one of them."))
    new = record.ids()
    values = {"id": new, "short_term_goal_id": short_term_goal, "position": place, "text": _said(text)}
    days = {"starts": starts.isoformat(), "due": (starts + STEP_LASTS).isoformat()}
    record.table("steps").insert({**values, **days, "achieved": None})
    return new


@verb("goal.change_step")
def change_step(
    record: Record, step: str, *, text: str, achieved: Achieved | None = None, session: str | None = None
) -> None:
    """A step in other words, or how far it got."""
    _row(record, "steps", step)
    values = {"text": _said(text), "achieved": None if achieved is None else achieved.value}
    record.table("steps").update(step, values)


def _row(record: Record, table: str, row_id: str) -> dict[str, Any]:
    row = record.row(f"SELECT * FROM {table} WHERE id = ?", row_id)
    if row is None:
        raise Refused(N_("This is not on the sheet."))
    return row


def _said(text: str) -> str:
    if not text.strip():
        raise Refused(N_("Write it down in the member's own words."))
    return text.strip()


def _refuse_before_joining(record: Record, member: str, day: date) -> None:
    row = record.row("SELECT min(begins) AS begins FROM membership_periods WHERE member_id = ?", member)
    if row is None or row["begins"] is None:
        raise Refused(N_("There is no such member."))
    if day.isoformat() < row["begins"]:
        raise Refused(N_("This day lies before they joined the group."), N_("Choose a later day."))
