"""Reading what the notes of a session may say, for all its members at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from agenda.attendance import Excuse, Mode, Status, told_of
from agenda.follow_up import Contact, FollowUp
from agenda.goal import GoalReview
from agenda.homework import Homework, HomeworkStatus
from agenda.instant import from_text, maybe_from_text
from agenda.notes.facts import (
    AppointmentFacts,
    Away,
    ContactFacts,
    Facts,
    FollowUpFacts,
    GoalFacts,
    HomeworkAgreed,
    HomeworkReviewed,
    Names,
    NoShow,
    NoteFacts,
    Presence,
    ReviewFacts,
    SessionFacts,
    Staff,
)
from agenda.record.connection import Record
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import session as sessions
from agenda.record.rows import taught, turn
from agenda.record.rows.goal_history import goals_in
from agenda.staff import Role

Row = dict[str, Any]

_ROSTER = """
SELECT a.*, m.digit, m.name, p.full_name, p.record_number, g.name AS group_name
FROM attendance a JOIN session_roster r ON r.session_id = a.session_id AND r.member_id = a.member_id
JOIN members m ON m.id = a.member_id JOIN participants p ON p.id = m.participant_id JOIN groups g ON g.id = m.group_id
WHERE a.session_id = ? ORDER BY r.position
"""
_AWAY = "SELECT * FROM absences_in_session WHERE session_id = ? ORDER BY out_at, id"
_STAFF = """
SELECT s.name, s.role, coalesce(f.credentials, '') AS credentials
FROM session_staff s LEFT JOIN facilitators f ON f.id = s.facilitator_id WHERE s.session_id = ? ORDER BY s.id
"""
_LOOKED_BACK_ON = """
SELECT h.member_id, h.what, r.status, coalesce(r.obstacle, '') AS obstacle, coalesce(r.differently, '') AS differently
FROM homework h LEFT JOIN homework_reviews r ON r.homework_id = h.id AND r.session_id = ?1
WHERE h.member_id IN (SELECT member_id FROM session_roster WHERE session_id = ?1)
AND (r.id IS NOT NULL OR (h.dropped_in = ?1 AND h.session_id <> ?1)) ORDER BY h.agreed_at, h.id
"""


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody expected in a session: their digit, and what their note may say."""

    member: str
    digit: int
    facts: Facts


def expected_in(record: Record, session_id: str) -> tuple[Expected, ...]:
    """In the order of the roster: what their note may say, or that they were not there."""
    rows = record.rows(_ROSTER, session_id)
    if not rows:
        return ()
    hour = _Hour(record, session_id, rows)
    return tuple(Expected(row["member_id"], row["digit"], hour.facts(row)) for row in rows)


class _Hour:
    """Everything recorded about one session, read once and handed out by member."""

    def __init__(self, record: Record, session_id: str, roster: list[Row]) -> None:
        self.id = session_id
        self.session = _session(record, session_id, roster)
        self.away = _by_member(record.rows(_AWAY, session_id))
        self.goals = goals_in(record, session_id, self.session.day)
        self.reviews = turn.reviews_in(record, session_id)
        self.small_steps = turn.small_steps(record, session_id)
        self.techniques = taught.techniques(record, session_id)
        self.responses = taught.responses(record, session_id)
        self.reviewed = _by_member(record.rows(_LOOKED_BACK_ON, session_id))
        self.agreed = [h for h in homeworks.agreed_in(record, session_id) if h.dropped_in != session_id]
        self.follow_ups = follow_ups.of_session(record, session_id)
        self.asked = follow_ups.asked_in(record, session_id)
        self.contacts = {contact.member: contact for contact in follow_ups.contacts(record, session_id)}

    def facts(self, row: Row) -> Facts:
        """The note of one row of the roster, or the line about a no-show."""
        member = row["member_id"]
        names = Names(row["name"], row["full_name"], row["record_number"], row["group_name"])
        presence = _presence(row, self.away.get(member, ()))
        agreed = tuple(_agreed(h) for h in self.agreed if h.member == member)
        to_do = tuple(_follow_up(f) for f in self.follow_ups if f.member == member and f.asked_in != self.id)
        if presence.status.away:
            return NoShow(names, self.session, presence, _contact(self.contacts.get(member)), agreed, to_do)
        response = self.responses.get(member, taught.Response())
        return NoteFacts(
            names=names,
            session=self.session,
            presence=presence,
            goals=self._goals(member),
            review=_review(self.reviews.get(member)),
            small_step=self.small_steps.get(member, ""),
            techniques=self.techniques,
            chips=response.chips,
            words=response.words,
            reviewed=tuple(map(_reviewed, self.reviewed.get(member, ()))),
            agreed=agreed,
            follow_ups=to_do,
            appointments=tuple(AppointmentFacts(f.came_of.strip()) for f in self.asked if f.member == member),
        )

    def _goals(self, member: str) -> tuple[GoalFacts, ...]:
        return self.goals.get(member, ())


def _by_member(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        found[row["member_id"]] = (*found.get(row["member_id"], ()), row)
    return found


def _session(record: Record, session_id: str, roster: list[Row]) -> SessionFacts:
    found = sessions.session(record, session_id)
    statuses = [Status(row["status"]) for row in roster]
    lessons = sessions.lessons_of(record, session_id)
    return SessionFacts(
        day=found.day,
        started_at=found.started_at,
        ended_at=found.ended_at,
        zone=found.zone,
        kind=found.kind,
        present=sum(status.present for status in statuses),
        unknown=statuses.count(Status.UNKNOWN),
        staff=tuple(Staff(r["name"], r["credentials"], Role(r["role"])) for r in record.rows(_STAFF, session_id)),
        lesson=lessons[0] if lessons else None,
        lessons_before=lessons[:0:-1],
    )


def _presence(row: Row, away: Iterable[Row]) -> Presence:
    """Of somebody marked unknown nothing is known, whatever was marked before."""
    status = Status(row["status"])
    if status is Status.UNKNOWN:
        return Presence(status)
    excuse = Excuse(row["excuse"]) if row["excuse"] else None
    arrived_at, reason, excuse = told_of(status, maybe_from_text(row["arrived_at"]), row["reason"].strip(), excuse)
    return Presence(
        status=status,
        mode=Mode(row["mode"]),
        arrived_at=arrived_at,
        reason=reason,
        confirmed=bool(row["confirmed"]),
        excuse=excuse,
        away=tuple(Away(from_text(one["out_at"]), maybe_from_text(one["back_at"])) for one in away)
        if status.present
        else (),
    )


def _review(review: GoalReview | None) -> ReviewFacts | None:
    if review is None or not review.held:
        return None
    return ReviewFacts(review.achieved, review.helped, review.next_step)


def _reviewed(row: Row) -> HomeworkReviewed:
    status = None if row["status"] is None else HomeworkStatus(row["status"])
    return HomeworkReviewed(row["what"], status, row["obstacle"].strip(), row["differently"].strip())


def _agreed(homework: Homework) -> HomeworkAgreed:
    return HomeworkAgreed(homework.plan, homework.lesson is not None)


def _follow_up(found: FollowUp) -> FollowUpFacts:
    return FollowUpFacts(found.what.strip(), found.who.strip(), found.by, found.kind)


def _contact(found: Contact | None) -> ContactFacts | None:
    return None if found is None else ContactFacts(found.kind, found.at)
