"""Agreeing homework and looking back on it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from agenda.error import N_, Refused
from agenda.homework import PLAN_WORDS, Homework, HomeworkReview, HomeworkStatus, Plan
from agenda.instant import from_text, to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import session as sessions
from agenda.record.rows.expected import expected_in, refuse_not_here, refuse_unexpected
from agenda.session import Session

_ALL = """
SELECT h.*, s.planned_at,
    r.id AS review_id, r.session_id AS reviewed_in, r.status, r.obstacle AS got_in_the_way, r.differently
FROM homework h JOIN sessions s ON s.id = h.session_id LEFT JOIN homework_reviews r ON r.homework_id = h.id
"""
_DUE = f"""
{_ALL} JOIN sessions now ON now.id = ?
LEFT JOIN sessions later ON later.id = coalesce(h.dropped_in, r.session_id)
WHERE h.member_id IN (SELECT value FROM json_each(?)) AND (s.planned_at, s.id) < (now.planned_at, now.id)
AND (later.id IS NULL OR (later.planned_at, later.id) > (now.planned_at, now.id)
     OR (later.id = now.id AND h.dropped_in IS NULL))
ORDER BY s.planned_at, s.id, h.agreed_at, h.id
"""


def _homework(row: dict[str, Any]) -> Homework:
    review = None
    if row["review_id"] is not None:
        status = HomeworkStatus(row["status"])
        review = HomeworkReview(row["review_id"], row["reviewed_in"], status, row["got_in_the_way"], row["differently"])
    plan = Plan(
        **{part: row[part] for part in PLAN_WORDS},
        in_own_words=not row["what"],
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        foreseen=bool(row["foreseen"]),
    )
    return Homework(
        row["id"], row["session_id"], row["member_id"], plan, row["option"], row["lesson"], row["dropped_in"], review
    )


def agreed_in(record: Record, session_id: str) -> tuple[Homework, ...]:
    """What was agreed in a session."""
    question = f"{_ALL} WHERE h.session_id = ? ORDER BY h.agreed_at, h.id"
    return tuple(map(_homework, record.rows(question, session_id)))


def due(record: Record, session_id: str, expected: Sequence[str] | None = None) -> dict[str, tuple[Homework, ...]]:
    """For each member, what to look back on in this session, oldest first: kept homework comes before newer.

    Homework of earlier sessions that was neither dropped nor reviewed before; what was reviewed in this very session
    stays in the list, so that an answer can be mended. For a session long over it is the list as it was then: what
    came of it later does not show. Before the start it is that of all who will be expected. Who has read already who is
    ``expected`` says so.
    """
    found: dict[str, tuple[Homework, ...]] = {}
    members = expected_in(record, session_id) if expected is None else expected
    for row in record.rows(_DUE, session_id, json.dumps(members)):
        homework = replace(_homework(row), dropped_in=None)
        if homework.review is not None and homework.review.session != session_id:
            homework = replace(homework, review=None)
        found[homework.member] = (*found.get(homework.member, ()), homework)
    return found


@verb("homework.agree")
def agree(
    record: Record, session: str, member: str, plan: Plan, *, option: int | None = None, lesson: str | None = None
) -> str:
    """The member's homework from this session; agreed again, the new plan stands. Its id.

    ``lesson`` names a lesson they missed: that homework stands beside the usual one.
    """
    now = refuse_unexpected(record, session, member)
    mine = [h for h in agreed_in(record, session) if h.member == member and h.dropped_in is None]
    return _agree(record, now, member, plan, next((h for h in mine if h.lesson == lesson), None), option, lesson)


def _agree(
    record: Record,
    now: Session,
    member: str,
    plan: Plan,
    before: Homework | None,
    option: int | None,
    lesson: str | None = None,
) -> str:
    values = {**_columns(plan), "option": option}
    if before is not None:
        _refuse_done_with(before)
        record.update("homework", before.id, values)
        return before.id
    new = record.ids()
    row = {"id": new, "session_id": now.id, "member_id": member, "lesson": lesson, "dropped_in": None}
    at = to_text(now.by_its_clock(record.clock.now()))
    record.insert("homework", {**row, **values, "agreed_at": at})
    return new


@verb("homework.agree_all")
def agree_with_everyone(record: Record, session: str, plan: Plan, *, option: int | None = None) -> int:
    """The same option for everyone here who has none yet today; for how many."""
    have = {h.member for h in agreed_in(record, session) if h.dropped_in is None and h.lesson is None}
    here = [a for a in attendances.roster(record, session) if a.status.present and a.member not in have]
    now = sessions.session(record, session)
    for attendance in here:
        _agree(record, now, attendance.member, plan, None, option)
    return len(here)


@verb("homework.reword")
def reword(record: Record, session: str, homework: str, plan: Plan) -> None:
    """The plan in other words, or with what was left open filled in; their own words may stay open meanwhile."""
    if _one(record, homework).plan.in_own_words and not plan.what.strip():
        plan = replace(plan, in_own_words=True)
    record.update("homework", homework, _columns(plan))


@verb("homework.when_and_where")
def when_and_where(
    record: Record, session: str, homework: str, *, day: date | None = None, where: str | None = None
) -> None:
    """A day of their own, a place, or both; what is not given stays as it is."""
    found, _agreed_at = _one_and_when(record, homework)
    _refuse_done_with(found)
    given: dict[str, str] = {}
    if day is not None:
        given["day"] = day.isoformat()
    if where is not None:
        given["where"] = where.strip()
    record.update("homework", homework, given)


def one(record: Record, homework: str) -> Homework:
    """One homework as it is in the record now."""
    return _one(record, homework)


def last_places(record: Record, member: str, most: int = 6) -> tuple[str, ...]:
    """Where they did homework before, the latest first, each once."""
    rows = record.rows(
        """SELECT h."where" AS place, max(h.agreed_at) AS last FROM homework h
        WHERE h.member_id = ? AND h."where" <> '' GROUP BY h."where" ORDER BY last DESC, place LIMIT ?""",
        member,
        most,
    )
    return tuple(row["place"] for row in rows)


def last_with_day_and_place(record: Record, member: str, session_id: str) -> Plan | None:
    """The plan they agreed last, before this session, with a day and a place of their own."""
    question = f"""{_ALL} WHERE h.member_id = ? AND h.session_id <> ? AND h.day IS NOT NULL AND h."where" <> ''
    ORDER BY h.agreed_at DESC, h.id DESC LIMIT 1"""
    row = record.row(question, member, session_id)
    return None if row is None else _homework(row).plan


@verb("homework.drop")
def drop(record: Record, session: str, homework: str) -> None:
    """Let it go, by choice; an answer given in this very session goes with it."""
    found, agreed = _one_and_when(record, homework)
    _refuse_done_with(found, but_in=session)
    if _place(sessions.session(record, session)) < agreed:
        raise Refused(N_("This homework was agreed later."))
    if found.review is not None:
        record.delete("homework_reviews", found.review.id)
    record.update("homework", homework, {"dropped_in": session})


@verb("homework.review")
def review(
    record: Record,
    session: str,
    homework: str,
    status: HomeworkStatus,
    *,
    obstacle: str | None = None,
    differently: str | None = None,
) -> None:
    """What became of it; answered again in the same session, the new answer stands and words not given stay."""
    found, agreed = _one_and_when(record, homework)
    _refuse_done_with(found, but_in=session)
    if found.session == session:
        raise Refused(N_("This homework was only agreed today."), N_("Look back on it next time."))
    now = sessions.session(record, session)
    if _place(now) < agreed:
        raise Refused(N_("This homework was agreed later."))
    refuse_not_here(record, session, found.member)
    given = {"obstacle": obstacle, "differently": differently}
    words = {name: text.strip() for name, text in given.items() if text is not None}
    if found.dropped_in is not None:
        record.update("homework", homework, {"dropped_in": None})
    if found.review is not None:
        record.update("homework_reviews", found.review.id, {"status": status.value, **words})
        return
    row = {"id": record.ids(), "homework_id": homework, "session_id": session, "status": status.value}
    at = to_text(now.by_its_clock(record.clock.now()))
    record.insert("homework_reviews", {**row, "obstacle": "", "differently": "", **words, "at": at})


@verb("homework.unreview")
def unreview(record: Record, session: str, homework: str) -> None:
    """Not asked after all."""
    found = _one(record, homework)
    if found.review is not None and found.review.session == session:
        record.delete("homework_reviews", found.review.id)


def _one(record: Record, homework: str) -> Homework:
    return _one_and_when(record, homework)[0]


def _one_and_when(record: Record, homework: str) -> tuple[Homework, tuple[datetime, str]]:
    """A homework, and the place in time of the session it was agreed in."""
    row = record.row(f"{_ALL} WHERE h.id = ?", homework)
    if row is None:
        raise Refused(N_("There is no such homework."))
    return _homework(row), (from_text(row["planned_at"]), row["session_id"])


def _refuse_done_with(found: Homework, but_in: str | None = None) -> None:
    """Raise Refused if it was looked back on or dropped, unless in the session where that can be mended."""
    if found.review is not None and found.review.session != but_in:
        raise Refused(N_("This homework was looked back on already."))
    if found.dropped_in is not None and found.dropped_in != but_in:
        raise Refused(N_("This homework was dropped."))


def _place(found: Session) -> tuple[datetime, str]:
    """Where a session stands among the others."""
    return found.planned_at, found.id


def _columns(plan: Plan) -> dict[str, str | int | None]:
    """The plan as it is kept, which must at least say what, or that it is in words still to be written."""
    if bool(plan.what.strip()) is plan.in_own_words:
        raise Refused(N_("Say what they will do."), N_("A few words are enough."))
    return {
        **{part: getattr(plan, part).strip() for part in PLAN_WORDS},
        "day": plan.day.isoformat() if plan.day else None,
        "foreseen": int(plan.foreseen),
    }
