"""Reading goal turns: what is known of today's, who rests, whom the rotation proposes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from agenda.attendance import Status
from agenda.goal import Achieved, GoalReview
from agenda.instant import from_text, maybe_from_text
from agenda.member import COMING
from agenda.record.connection import Record
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows.values import one_of
from agenda.rotation import (
    Answer,
    Candidate,
    Pace,
    Proposal,
    Why,
    needed_per_session,
    overridden_out,
    proposal,
    why_in_line,
)
from agenda.session import Session

_REVIEWS = "SELECT * FROM goal_reviews WHERE session_id = ?"


def reviews_in(record: Record, session_id: str) -> dict[str, GoalReview]:
    """By member: what is known of today's turns."""
    rows = record.rows(f"{_REVIEWS} ORDER BY at, id", session_id)
    return {row["member_id"]: _review(row) for row in rows}


def review_of(record: Record, session_id: str, member: str) -> GoalReview | None:
    """What is known of the turn of one member today."""
    row = record.row(f"{_REVIEWS} AND member_id = ?", session_id, member)
    return None if row is None else _review(row)


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


_PEOPLE = f"""
SELECT m.id, a.status,
    (SELECT min(p.begins) FROM membership_periods p
     WHERE p.member_id = m.id AND p.status IN {one_of(COMING)}) AS joined,
    (SELECT max(s.planned_at) FROM goal_reviews g JOIN sessions s ON s.id = g.session_id
     WHERE g.member_id = m.id AND g.held = 1 AND s.group_id = now.group_id
     AND (s.planned_at, s.id) < (now.planned_at, now.id)) AS last_held,
    (SELECT max(r.until) FROM rests r WHERE r.member_id = m.id AND r.begins <= now.day AND r.until > now.day) AS rests
FROM sessions now JOIN members m ON m.group_id = now.group_id
LEFT JOIN session_roster r ON r.session_id = now.id AND r.member_id = m.id
LEFT JOIN attendance a ON a.session_id = now.id AND a.member_id = m.id
WHERE now.id = ? AND (r.id IS NOT NULL OR now.started_at IS NULL AND EXISTS
    (SELECT 1 FROM membership_periods p WHERE p.member_id = m.id AND p.status IN {one_of(COMING)}
     AND p.begins <= now.day AND (p.ends IS NULL OR p.ends > now.day)))
ORDER BY r.position, m.digit, m.id
"""


@dataclass(frozen=True)  # no slots: what is worked out is kept, and drawn from many times
class Line:
    """All the rotation goes by in one session, read once; ``people`` as they stand before today's answers."""

    session: Session
    people: tuple[Candidate, ...]
    reviews: dict[str, GoalReview]
    count: int
    """How many goal reviews a session the group has chosen."""
    rests: dict[str, date]
    """By member: until when they rest, if they rest on the day of the session; on that day they can be asked again."""

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Everyone expected as the rotation sees them; before the start nobody is known to be away."""
        return tuple(_with_review(one, self.reviews.get(one.member)) for one in self.people)

    @cached_property
    def proposal(self) -> Proposal:
        """Whom to ask quietly at the door, and a spare."""
        return proposal(self.candidates, self.count, seed=self.session.group)

    @property
    def giving_way(self) -> frozenset[str]:
        """Who would be asked if nobody had been chosen instead of them."""
        return overridden_out(self.candidates, self.count, seed=self.session.group)

    def why(self, member: str) -> Why | None:
        """Why the rotation would propose them, had they not answered; none if it would not."""
        unasked = [replace(one, answer=None, chosen=False) if one.member == member else one for one in self.candidates]
        turns = proposal(unasked, self.count, seed=self.session.group).turns
        return next((turn.why for turn in turns if turn.member == member), None)

    def why_in_line(self, member: str) -> Why:
        """Why it would come to them in the end."""
        return next(why_in_line(one) for one in self.people if one.member == member)


def line_of(record: Record, found: Session) -> Line:
    """All the rotation goes by in this session."""
    rows = record.rows(_PEOPLE, found.id)
    return Line(
        session=found,
        people=tuple(
            Candidate(
                row["id"],
                date.fromisoformat(row["joined"]),
                maybe_from_text(row["last_held"]),
                here=row["status"] is None or not Status(row["status"]).away,
                resting=row["rests"] is not None,
            )
            for row in rows
        ),
        reviews=reviews_in(record, found.id),
        count=reviews_chosen(record, found.group),
        rests={row["id"]: date.fromisoformat(row["rests"]) for row in rows if row["rests"] is not None},
    )


def _with_review(candidate: Candidate, review: GoalReview | None) -> Candidate:
    if review is None:
        return candidate
    answer = Answer.TODAY if review.held else review.answer
    return replace(candidate, answer=answer, overridden=review.overridden, chosen=review.why == Why.CHOSEN)


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
    """Everyone expected as the rotation sees them."""
    return line_of(record, sessions.session(record, session_id)).candidates


def proposed(record: Record, session_id: str) -> Proposal:
    """Whom to ask quietly at the door, and a spare."""
    return line_of(record, sessions.session(record, session_id)).proposal


def reviews_chosen(record: Record, group_id: str) -> int:
    """How many goal reviews a session this group has chosen."""
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
