"""Agreeing homework and looking back on it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from agenda.error import N_, Refused
from agenda.homework import Homework, HomeworkReview, HomeworkStatus, Plan, nobody_did_it
from agenda.instant import to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import session as sessions
from agenda.record.rows.expected import expected_in, refuse_absent, refuse_unexpected

_ALL = """
SELECT h.*, s.day, r.id AS review_id, r.session_id AS reviewed_in, r.status, r.obstacle AS got_in_the_way, r.differently
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
    plan = Plan(row["what"], row["when"], row["where"], row["obstacle"], row["helper"], in_own_words=not row["what"])
    return Homework(
        row["id"], row["session_id"], row["member_id"], plan, row["option"], row["lesson"], row["dropped_in"], review
    )


def of_member(record: Record, member: str) -> tuple[Homework, ...]:
    """All that a member ever agreed, oldest first."""
    question = f"{_ALL} WHERE h.member_id = ? ORDER BY s.planned_at, s.id, h.agreed_at, h.id"
    return tuple(map(_homework, record.rows(question, member)))


def agreed_in(record: Record, session_id: str) -> tuple[Homework, ...]:
    """What was agreed in a session."""
    question = f"{_ALL} WHERE h.session_id = ? ORDER BY h.agreed_at, h.id"
    return tuple(map(_homework, record.rows(question, session_id)))


def due(record: Record, session_id: str) -> dict[str, tuple[Homework, ...]]:
    """For each member, what to look back on in this session, oldest first: kept homework comes before newer.

    Homework of earlier sessions that was neither dropped nor reviewed before; what was reviewed in this very session
    stays in the list, so that an answer can be mended. For a session long over it is the list as it was then: what
    came of it later does not show. Before the start it is that of all who will be expected.
    """
    found: dict[str, tuple[Homework, ...]] = {}
    for row in record.rows(_DUE, session_id, json.dumps(expected_in(record, session_id))):
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
    refuse_unexpected(record, session, member)
    values = {**_columns(plan), "option": option}
    mine = [h for h in agreed_in(record, session) if h.member == member and h.dropped_in is None]
    found = next((h for h in mine if h.lesson == lesson), None)
    if found is not None:
        _refuse_done_with(found)
        record.table("homework").update(found.id, values)
        return found.id
    new = record.ids()
    row = {"id": new, "session_id": session, "member_id": member, "lesson": lesson, "dropped_in": None}
    at = to_text(sessions.moment(record, session))
    record.table("homework").insert({**row, **values, "agreed_at": at})
    return new


@verb("homework.agree_all")
def agree_with_everyone(record: Record, session: str, plan: Plan, *, option: int | None = None) -> int:
    """The same option for everyone here who has none yet today; for how many."""
    have = {h.member for h in agreed_in(record, session) if h.dropped_in is None and h.lesson is None}
    here = [a for a in attendances.roster(record, session) if a.status.present and a.member not in have]
    for attendance in here:
        agree(record, session, attendance.member, plan, option=option)
    return len(here)


@verb("homework.reword")
def reword(record: Record, session: str, homework: str, plan: Plan) -> None:
    """The plan in other words, or with what was left open filled in; their own words may stay open meanwhile."""
    if _one(record, homework).plan.in_own_words and not plan.what.strip():
        plan = replace(plan, in_own_words=True)
    record.table("homework").update(homework, _columns(plan))


@verb("homework.drop")
def drop(record: Record, session: str, homework: str) -> None:
    """Let it go, by choice; an answer given in this very session goes with it."""
    found = _one(record, homework)
    _refuse_done_with(found, but_in=session)
    if _is_earlier(record, session, found.session):
        raise Refused(N_("This homework was agreed later."))
    if found.review is not None:
        record.table("homework_reviews").delete(found.review.id)
    record.table("homework").update(homework, {"dropped_in": session})


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
    found = _one(record, homework)
    _refuse_done_with(found, but_in=session)
    if found.session == session:
        raise Refused(N_("This homework was only agreed today."), N_("Look back on it next time."))
    if _is_earlier(record, session, found.session):
        raise Refused(N_("This homework was agreed later."))
    refuse_absent(record, session, found.member)
    given = {"obstacle": obstacle, "differently": differently}
    words = {name: text.strip() for name, text in given.items() if text is not None}
    if found.dropped_in is not None:
        record.table("homework").update(homework, {"dropped_in": None})
    if found.review is not None:
        record.table("homework_reviews").update(found.review.id, {"status": status.value, **words})
        return
    row = {"id": record.ids(), "homework_id": homework, "session_id": session, "status": status.value}
    at = to_text(sessions.moment(record, session))
    record.table("homework_reviews").insert({**row, "obstacle": "", "differently": "", **words, "at": at})


@verb("homework.unreview")
def unreview(record: Record, session: str, homework: str) -> None:
    """Not asked after all."""
    found = _one(record, homework)
    if found.review is not None and found.review.session == session:
        record.table("homework_reviews").delete(found.review.id)


def _one(record: Record, homework: str) -> Homework:
    row = record.row(f"{_ALL} WHERE h.id = ?", homework)
    if row is None:
        raise Refused(N_("There is no such homework."))
    return _homework(row)


def _refuse_done_with(found: Homework, but_in: str | None = None) -> None:
    """Raise Refused if it was looked back on or dropped, unless in the session where that can be mended."""
    if found.review is not None and found.review.session != but_in:
        raise Refused(N_("This homework was looked back on already."))
    if found.dropped_in is not None and found.dropped_in != but_in:
        raise Refused(N_("This homework was dropped."))


def _is_earlier(record: Record, session_id: str, other: str) -> bool:
    one, two = sessions.session(record, session_id), sessions.session(record, other)
    return (one.planned_at, one.id) < (two.planned_at, two.id)


def _columns(plan: Plan) -> dict[str, str]:
    """The plan as it is kept, which must at least say what, or that it is in words still to be written."""
    if bool(plan.what.strip()) is plan.in_own_words:
        raise Refused(N_("Say what they will do."), N_("A few words are enough."))
    return {
        "what": plan.what.strip(),
        "when": plan.when.strip(),
        "where": plan.where.strip(),
        "obstacle": plan.obstacle.strip(),
        "helper": plan.helper.strip(),
    }


def nobody_did_it_in(record: Record, session_id: str) -> bool:
    """Whether at least two were asked in this session, and half or more of them said not yet."""
    rows = record.rows("SELECT status FROM homework_reviews WHERE session_id = ?", session_id)
    return len(rows) > 1 and nobody_did_it(HomeworkStatus(row["status"]) for row in rows)
