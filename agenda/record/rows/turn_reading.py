"""Reading goal turns: what is known of today's, who rests, whom the rotation proposes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from agenda.goal import Achieved, GoalReview
from agenda.instant import from_text, maybe_from_text
from agenda.member import COMING
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows.expected import expected_in
from agenda.record.rows.values import one_of
from agenda.rotation import Answer, Candidate, Pace, Proposal, Why, needed_per_session, proposal


def reviews_in(record: Record, session_id: str) -> dict[str, GoalReview]:
    """By member: what is known of today's turns."""
    rows = record.rows("SELECT * FROM goal_reviews WHERE session_id = ? ORDER BY at, id", session_id)
    return {row["member_id"]: _review(row) for row in rows}


def _review(row: dict[str, Any]) -> GoalReview:
    return GoalReview(
        id=row["id"],
        session=row["session_id"],
        member=row["member_id"],
        proposed=row["why"] != Why.CHOSEN,
        why=row["why"],
        answer=None if row["answer"] is None else Answer(row["answer"]),
        overridden=bool(row["overridden"]),
        held=bool(row["held"]),
        at=from_text(row["at"]),
        achieved=None if row["achieved"] is None else Achieved(row["achieved"]),
        helped=row["helped"],
        next_step=row["next_step"],
    )


def rest_until(record: Record, member: str, day: date) -> date | None:
    """Until when a member rests, if they rest on this day; on the day itself they can be asked again."""
    row = record.row(
        "SELECT until FROM rests WHERE member_id = ? AND begins <= ? AND until > ? ORDER BY until DESC LIMIT 1",
        member,
        day.isoformat(),
        day.isoformat(),
    )
    return None if row is None else date.fromisoformat(row["until"])


def candidates(record: Record, session_id: str) -> tuple[Candidate, ...]:
    """Everyone expected as the rotation sees them; before the start nobody is known to be away."""
    found = sessions.session(record, session_id)
    reviews = reviews_in(record, session_id)
    last = _last_held(record, session_id)
    resting = _resting(record, found.day)
    joined = _joined(record, found.group)
    away = {a.member for a in attendances.roster(record, session_id) if a.status.away}
    return tuple(
        _with_review(
            Candidate(
                member,
                date.fromisoformat(joined[member]),
                maybe_from_text(last.get(member)),
                here=member not in away,
                resting=member in resting,
            ),
            reviews.get(member),
        )
        for member in expected_in(record, session_id)
    )


def _with_review(candidate: Candidate, review: GoalReview | None) -> Candidate:
    if review is None:
        return candidate
    answer = Answer.TODAY if review.held else review.answer
    return replace(candidate, answer=answer, overridden=review.overridden, chosen=review.why == Why.CHOSEN)


def _resting(record: Record, day: date) -> set[str]:
    rows = record.rows("SELECT member_id FROM rests WHERE begins <= ?1 AND until > ?1", day.isoformat())
    return {row["member_id"] for row in rows}


def _joined(record: Record, group_id: str) -> dict[str, str]:
    """By member: the day they first belonged to the group."""
    rows = record.rows(
        "SELECT m.id, min(p.begins) AS joined FROM members m JOIN membership_periods p ON p.member_id = m.id "
        f"WHERE m.group_id = ? AND p.status IN {one_of(COMING)} GROUP BY m.id",
        group_id,
    )
    return {row["id"]: row["joined"] for row in rows}


def _last_held(record: Record, session_id: str) -> dict[str, str]:
    """By member: the agreed start of the last session before this one in which their review was held."""
    rows = record.rows(
        "SELECT g.member_id, max(s.planned_at) AS held FROM goal_reviews g JOIN sessions s ON s.id = g.session_id "
        "JOIN sessions now ON now.id = ? AND now.group_id = s.group_id "
        "WHERE g.held = 1 AND (s.planned_at, s.id) < (now.planned_at, now.id) GROUP BY g.member_id",
        session_id,
    )
    return {row["member_id"]: row["held"] for row in rows}


def proposed(record: Record, session_id: str) -> Proposal:
    """Whom to ask quietly at the door, and a spare."""
    group_id = sessions.session(record, session_id).group
    return proposal(candidates(record, session_id), reviews_chosen(record, group_id), seed=group_id)


def reviews_chosen(record: Record, group_id: str) -> int:
    """How many goal reviews a session this group has chosen."""
    groups.group(record, group_id)
    row = record.row("SELECT reviews FROM groups WHERE id = ?", group_id)
    return 0 if row is None else int(row["reviews"])


def pace(record: Record, group_id: str, day: date) -> Pace:
    """Whether the chosen number reaches everyone within 28 days, with the members of this day."""
    found = groups.group(record, group_id)
    count = len(members.expected(record, group_id, day))
    return Pace(reviews_chosen(record, group_id), needed_per_session(count, found.interval_days))


def small_steps(record: Record, session_id: str) -> dict[str, str]:
    """By member: the one small step they named."""
    rows = record.rows("SELECT member_id, text FROM small_steps WHERE session_id = ?", session_id)
    return {row["member_id"]: row["text"] for row in rows}
