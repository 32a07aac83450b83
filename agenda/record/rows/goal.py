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
    six_months_after,
)
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows.goal_reading import goal_id_of as goal_id_of
from agenda.record.rows.goal_reading import goal_of as goal_of
from agenda.record.rows.goal_reading import goals_of as goals_of
from agenda.record.rows.goal_reading import maybe_day


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
    last_day = due or six_months_after(on)
    _refuse_before_beginning(last_day, on)
    new = record.ids()
    row = {"id": new, "member_id": member, "text": _said(text), "how_known": how_known.strip()}
    days = {"set_on": on.isoformat(), "due": last_day.isoformat()}
    record.insert("goals", {**row, **days, "modified_on": None, "achieved_on": None})
    return new


@verb("goal.change")
def change_goal(
    record: Record,
    goal: str,
    *,
    text: str,
    how_known: str,
    on: date,
    due: date | None = None,
    session: str | None = None,
) -> None:
    """The goal in other words or with another day; the sheet keeps the day it was modified."""
    row = _row(record, "goals", goal)
    _refuse_before_beginning(on, maybe_day(row["set_on"]))
    values = {"text": _said(text), "how_known": how_known.strip(), "modified_on": on.isoformat()}
    record.update("goals", goal, {**values, "due": _day(row, "set_on", due)})


@verb("goal.achieve")
def achieve_goal(record: Record, goal: str, *, on: date | None, session: str | None = None) -> None:
    """Achieved on this day; none takes it back."""
    row = _row(record, "goals", goal)
    if on is not None:
        _refuse_before_beginning(on, maybe_day(row["set_on"]))
    record.update("goals", goal, {"achieved_on": None if on is None else on.isoformat()})


@verb("goal.add_short_term")
def add_short_term_goal(
    record: Record,
    goal: str,
    text: str,
    *,
    starts: date,
    how_known: str = "",
    due: date | None = None,
    method: str = "",
    session: str | None = None,
) -> str:
    """One of up to three short-term goals, due in six weeks unless another day is given; its id."""
    row = _row(record, "goals", goal)
    _refuse_before_joining(record, row["member_id"], starts)
    places = record.rows("SELECT position FROM short_term_goals WHERE goal_id = ?", goal)
    if len(places) >= MOST_SHORT_TERM_GOALS:
        raise Refused(N_("The sheet has room for three short-term goals."), N_("Change one of them."))
    new = record.ids()
    values = {
        "id": new,
        "goal_id": goal,
        "position": _next(places),
        "text": _said(text),
        "how_known": how_known.strip(),
    }
    last_day = due or starts + SHORT_TERM_GOAL_LASTS
    _refuse_before_beginning(last_day, starts)
    days = {"starts": starts.isoformat(), "due": last_day.isoformat(), "reviewed_on": None}
    record.insert("short_term_goals", {**values, **days, "achieved": None, "method": method.strip()})
    return new


@verb("goal.change_short_term")
def change_short_term_goal(
    record: Record,
    short_term_goal: str,
    *,
    text: str,
    how_known: str = "",
    due: date | None = None,
    method: str | None = None,
    session: str | None = None,
) -> None:
    """A short-term goal in other words, with another day or another way of going about it."""
    row = _row(record, "short_term_goals", short_term_goal)
    values = {"text": _said(text), "how_known": how_known.strip(), "due": _day(row, "starts", due)}
    way = row["method"] if method is None else method.strip()
    record.update("short_term_goals", short_term_goal, {**values, "method": way})


@verb("goal.review_short_term")
def review_short_term_goal(
    record: Record,
    short_term_goal: str,
    achieved: Achieved | None,
    *,
    on: date,
    method: str = "",
    session: str | None = None,
) -> None:
    """How far it got, and how it goes on; none takes that back."""
    row = _row(record, "short_term_goals", short_term_goal)
    _refuse_before_beginning(on, maybe_day(row["starts"]))
    how_far = None if achieved is None else achieved.value
    values = {"achieved": how_far, "reviewed_on": None if achieved is None else on.isoformat()}
    record.update("short_term_goals", short_term_goal, {**values, "method": method.strip()})


@verb("goal.add_step")
def add_step(
    record: Record,
    short_term_goal: str,
    text: str,
    *,
    starts: date,
    due: date | None = None,
    session: str | None = None,
) -> str:
    """One of up to four steps, due in six days unless another day is given; its id."""
    row = _row(record, "short_term_goals", short_term_goal)
    _refuse_before_joining(record, _row(record, "goals", row["goal_id"])["member_id"], starts)
    places = record.rows("SELECT position FROM steps WHERE short_term_goal_id = ?", short_term_goal)
    if len(places) >= MOST_STEPS:
        raise Refused(N_("A short-term goal has room for four steps."), N_("Change one of them."))
    new = record.ids()
    values = {"id": new, "short_term_goal_id": short_term_goal, "position": _next(places)}
    last_day = due or starts + STEP_LASTS
    _refuse_before_beginning(last_day, starts)
    days = {"starts": starts.isoformat(), "due": last_day.isoformat()}
    record.insert("steps", {**values, **days, "text": _said(text), "achieved": None})
    return new


@verb("goal.change_step")
def change_step(
    record: Record,
    step: str,
    *,
    text: str,
    due: date | None = None,
    achieved: Achieved | None = None,
    session: str | None = None,
) -> None:
    """A step in other words, with another day, or how far it got; what is not given stays as it is."""
    row = _row(record, "steps", step)
    values = {"text": _said(text), "due": _day(row, "starts", due)}
    record.update("steps", step, values if achieved is None else {**values, "achieved": achieved.value})


def _row(record: Record, table: str, row_id: str) -> dict[str, Any]:
    row = record.row(f"SELECT * FROM {table} WHERE id = ?", row_id)
    if row is None:
        raise Refused(N_("This is not on the sheet."))
    return row


def _day(row: dict[str, Any], begins: str, due: date | None) -> str | None:
    """The day to write: the one given, unless it lies before the beginning, or the one that stands."""
    if due is None:
        return None if row["due"] is None else str(row["due"])
    _refuse_before_beginning(due, maybe_day(row[begins]))
    return due.isoformat()


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


def _refuse_before_beginning(day: date, beginning: date | None) -> None:
    if beginning is not None and day < beginning:
        raise Refused(N_("This day lies before it began."), N_("Choose a later day."))


def _next(places: list[dict[str, Any]]) -> int:
    return 1 + max((row["position"] for row in places), default=0)
