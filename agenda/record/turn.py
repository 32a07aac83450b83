"""Goal reviews: whom the rotation proposes, what they answered, and whose review was held."""

from __future__ import annotations

from datetime import date
from typing import Any

from agenda.attendance import Attendance, Status
from agenda.error import N_, Refused
from agenda.goal import Achieved, GoalReview
from agenda.instant import from_text, to_text
from agenda.member import MembershipStatus
from agenda.record import attendance as attendances
from agenda.record import goal as goals
from agenda.record import member as members
from agenda.record import session as sessions
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.rotation import USUAL_REST, Candidate, Proposal, Why, proposal, rests_after

TODAY, NOT_TODAY = "today", "not today"


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
        answer=row["answer"],
        overridden=bool(row["overridden"]),
        held=bool(row["held"]),
        at=from_text(row["at"]),
        achieved=None if row["achieved"] is None else Achieved(row["achieved"]),
        helped=row["helped"],
        next_step=row["next_step"],
    )


def rest_until(record: Record, member: str, day: date) -> date | None:
    """Until when a member rests, if they rest on this day."""
    row = record.row(
        "SELECT until FROM rests WHERE member_id = ? AND begins <= ? AND until > ? ORDER BY until DESC LIMIT 1",
        member,
        day.isoformat(),
        day.isoformat(),
    )
    return None if row is None else date.fromisoformat(row["until"])


def candidates(record: Record, session_id: str) -> tuple[Candidate, ...]:
    """Everyone on the roster as the rotation sees them."""
    found = sessions.session(record, session_id)
    now = reviews_in(record, session_id)
    last = _last_held(record, session_id)
    return tuple(
        _candidate(record, a, now.get(a.member), last, found.day) for a in attendances.roster(record, session_id)
    )


def _candidate(record: Record, a: Attendance, review: GoalReview | None, last: dict[str, str], day: date) -> Candidate:
    held = last.get(a.member)
    return Candidate(
        member=a.member,
        joined=_joined(record, a.member, day),
        last_held=None if held is None else from_text(held),
        here=a.status not in (Status.ABSENT, Status.EXCUSED),
        resting=rest_until(record, a.member, day) is not None,
        answer=None if review is None else review.answer,
        overridden=review is not None and review.overridden,
        chosen=review is not None and review.why == Why.CHOSEN and not review.overridden,
    )


def _joined(record: Record, member: str, day: date) -> date:
    active = [p for p in members.periods(record, member) if p.status is MembershipStatus.ACTIVE]
    return active[0].begins if active else day


def _last_held(record: Record, session_id: str) -> dict[str, str]:
    """By member: the start of the last session before this one in which their review was held."""
    rows = record.rows(
        "SELECT g.member_id, max(s.planned_at) AS held FROM goal_reviews g JOIN sessions s ON s.id = g.session_id "
        "JOIN sessions now ON now.id = ? AND now.group_id = s.group_id "
        "WHERE g.held = 1 AND s.planned_at < now.planned_at GROUP BY g.member_id",
        session_id,
    )
    return {row["member_id"]: row["held"] for row in rows}


def proposed(record: Record, session_id: str) -> Proposal:
    """Whom to ask quietly at the door, and a spare."""
    found = sessions.session(record, session_id)
    row = record.row("SELECT reviews FROM groups WHERE id = ?", found.group)
    return proposal(candidates(record, session_id), int(row["reviews"]) if row else 1, seed=found.group)


@verb("turn.answer")
def answer(record: Record, session: str, member: str, said: str | None) -> date | None:
    """What they said when asked: today, not today, or not asked after all. After two "not today" in a row they rest.

    Somebody the rotation did not propose, who says today, takes the place of the last one proposed; that one keeps
    their place in line. The day until which they rest, if this answer begins a rest.
    """
    if said not in (TODAY, NOT_TODAY, None):
        raise Refused(N_("They take a turn today, or not today."))
    _expected(record, session, member)
    line = proposed(record, session)
    is_proposed = member in [turn.member for turn in line.turns]
    if said == TODAY and not is_proposed:
        _override(record, session, member)
        return None
    why = next((turn.why for turn in line.turns if turn.member == member), Why.LONGEST)
    _set(record, session, member, {"answer": said}, why)
    return _rest_if_tired(record, session, member) if said == NOT_TODAY else None


def _override(record: Record, session: str, member: str) -> None:
    """Take somebody in; the last one proposed who has not said today gives way."""
    now = reviews_in(record, session)
    line = [turn for turn in proposed(record, session).turns if turn.why is not Why.CHOSEN]
    free = [turn for turn in line if not (turn.member in now and now[turn.member].answer == TODAY)]
    _set(record, session, member, {"answer": TODAY, "overridden": 0, "why": Why.CHOSEN.value}, Why.CHOSEN)
    if free:
        _set(record, session, free[-1].member, {"overridden": 1}, free[-1].why)


def _rest_if_tired(record: Record, session: str, member: str) -> date | None:
    rows = record.rows(
        "SELECT g.answer FROM goal_reviews g JOIN sessions s ON s.id = g.session_id "
        "WHERE g.member_id = ? AND g.answer IS NOT NULL ORDER BY s.planned_at",
        member,
    )
    day = sessions.session(record, session).day
    if not rests_after(row["answer"] for row in rows) or rest_until(record, member, day) is not None:
        return None
    until = day + USUAL_REST
    rest(record, session, member, until)
    return until


@verb("turn.rest")
def rest(record: Record, session: str, member: str, until: date) -> None:
    """They are not asked until this day, as agreed with them; the day of the session ends a rest."""
    day = sessions.session(record, session).day
    if until < day:
        raise Refused(N_("This day is over."), N_("Choose a later day."))
    found = record.row("SELECT id FROM rests WHERE member_id = ? AND until > ?", member, day.isoformat())
    if found is not None:
        record.table("rests").update(found["id"], {"until": until.isoformat()})
    else:
        row = {"id": record.ids(), "member_id": member, "begins": day.isoformat(), "until": until.isoformat()}
        record.table("rests").insert(row)


@verb("turn.hold")
def hold(record: Record, session: str, member: str, *, held: bool = True) -> None:
    """Their goal was looked at today (or was not, after all)."""
    _expected(record, session, member)
    goal = goals.goal_of(record, member)
    if held and goal is None:
        raise Refused(N_("There is no goal on the sheet yet."), N_("Write one down first: Enter opens the sheet."))
    turns = proposed(record, session).turns
    why = next((turn.why for turn in turns if turn.member == member), Why.CHOSEN)
    _set(record, session, member, {"held": int(held), "goal_id": goal.id if goal else None}, why)


@verb("turn.write")
def write(record: Record, session: str, member: str, *, achieved: Achieved | None, helped: str, next_step: str) -> None:
    """What came of the review: how far, what helped, the next step."""
    if member not in reviews_in(record, session) or not reviews_in(record, session)[member].held:
        raise Refused(N_("There was no goal review to write about."))
    values = {"achieved": None if achieved is None else achieved.value, "helped": helped.strip()}
    _set(record, session, member, {**values, "next_step": next_step.strip()}, Why.LONGEST)


@verb("turn.small_step")
def small_step(record: Record, session: str, member: str, text: str) -> None:
    """The one small step everyone names; nothing takes it away."""
    _expected(record, session, member)
    found = record.row("SELECT id FROM small_steps WHERE session_id = ? AND member_id = ?", session, member)
    if found is not None and text.strip():
        record.table("small_steps").update(found["id"], {"text": text.strip()})
    elif found is not None:
        record.table("small_steps").delete(found["id"])
    elif text.strip():
        row = {"id": record.ids(), "session_id": session, "member_id": member, "text": text.strip()}
        record.table("small_steps").insert(row)


def small_steps(record: Record, session_id: str) -> dict[str, str]:
    """By member: the one small step they named."""
    rows = record.rows("SELECT member_id, text FROM small_steps WHERE session_id = ?", session_id)
    return {row["member_id"]: row["text"] for row in rows}


def _set(record: Record, session: str, member: str, values: dict[str, Any], why: Why) -> None:
    found = record.row("SELECT id FROM goal_reviews WHERE session_id = ? AND member_id = ?", session, member)
    if found is not None:
        record.table("goal_reviews").update(found["id"], values)
        return
    row = {"id": record.ids(), "session_id": session, "member_id": member, "why": why.value}
    at = to_text(sessions.moment(record, session))
    record.table("goal_reviews").insert({**row, "at": at, **values})


def _expected(record: Record, session: str, member: str) -> None:
    if member not in {a.member for a in attendances.roster(record, session)}:
        raise Refused(N_("This member is not expected today."), N_("They belong to a later session."))
