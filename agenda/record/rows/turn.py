"""Goal turns: what members answered at the door, whose review was held, who rests, and everyone's small step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from agenda.error import N_, Refused
from agenda.goal import Achieved
from agenda.instant import to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import goal as goals
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows.expected import refuse_absent, refuse_unexpected
from agenda.record.rows.turn_reading import candidates as candidates
from agenda.record.rows.turn_reading import pace as pace
from agenda.record.rows.turn_reading import proposed as proposed
from agenda.record.rows.turn_reading import rest_until as rest_until
from agenda.record.rows.turn_reading import reviews_chosen as reviews_chosen
from agenda.record.rows.turn_reading import reviews_in as reviews_in
from agenda.record.rows.turn_reading import small_steps as small_steps
from agenda.rotation import NOT_TODAY as NOT_TODAY
from agenda.rotation import TODAY as TODAY
from agenda.rotation import USUAL_REST, Answer, Why, overridden_out, proposal, rests_after, why_in_line

MOST_REVIEWS = 8
"""In one session: everybody, in a full group."""


@verb("turn.answer")
def answer(record: Record, session: str, member: str, said: Answer | None) -> date | None:
    """What they said when asked: today, not today, or not asked after all. After two "not today" in a row they rest.

    Somebody the rotation did not propose, who says today, takes the place of the last one proposed; that one keeps
    their place in line. Another answer gives the place back, and ends the rest that "not today" had begun. The day
    until which they rest, if this answer begins a rest.
    """
    if said is not None and said not in tuple(Answer):
        raise Refused(N_("They take a turn today, or not today."))
    (refuse_unexpected if said is None else refuse_absent)(record, session, member)
    before = reviews_in(record, session).get(member)
    if said == (None if before is None else before.answer):
        return None
    if said == NOT_TODAY and before is not None and before.held:
        raise Refused(N_("Their goal was looked at today."), N_("Take that back first."))
    _take_back_rest(record, session, member)
    why, maybe_said = _why(record, session, member), None if said is None else Answer(said).value
    if said == TODAY and why is None:
        _set(record, session, member, {"answer": TODAY.value, "why": Why.CHOSEN.value})
    else:
        _set(record, session, member, {"answer": maybe_said, "why": why or _why_in_line(record, session, member)})
    _settle(record, session)
    return _rest_if_tired(record, session, member) if said == NOT_TODAY else None


def _why(record: Record, session: str, member: str) -> str | None:
    """Why the rotation would propose them, had they not answered; none if it would not."""
    group = sessions.session(record, session).group
    unasked = [
        replace(one, answer=None, chosen=False) if one.member == member else one for one in candidates(record, session)
    ]
    turns = proposal(unasked, reviews_chosen(record, group), seed=group).turns
    return next((turn.why.value for turn in turns if turn.member == member), None)


def _why_in_line(record: Record, session: str, member: str) -> str:
    return next(why_in_line(one).value for one in candidates(record, session) if one.member == member)


def _settle(record: Record, session: str) -> None:
    """Mark who gives way to somebody chosen, and no longer who does not."""
    group = sessions.session(record, session).group
    out = overridden_out(candidates(record, session), reviews_chosen(record, group), seed=group)
    for member, review in reviews_in(record, session).items():
        if review.overridden and member not in out:
            _set(record, session, member, {"overridden": 0})
    for member in sorted(out):
        _set(record, session, member, {"overridden": 1})


def _rest_if_tired(record: Record, session: str, member: str) -> date | None:
    day = sessions.session(record, session).day
    if rest_until(record, member, day) is not None or not _is_tired(record, session, member):
        return None
    until = day + USUAL_REST
    rest(record, session, member, until)
    return until


def _take_back_rest(record: Record, session: str, member: str) -> None:
    """The rest that today's "not today" began goes with it; one agreed on its own stays."""
    review = reviews_in(record, session).get(member)
    if review is not None and review.answer == NOT_TODAY and _is_tired(record, session, member):
        day = sessions.session(record, session).day.isoformat()
        record.table("rests").delete_where("member_id = ? AND begins = ?", [member, day])


def _is_tired(record: Record, session: str, member: str) -> bool:
    """Whether they said "not today" twice in a row, the last time today; who has rested since is asked afresh."""
    now = sessions.session(record, session)
    rows = record.rows(
        "SELECT g.answer, g.held FROM goal_reviews g JOIN sessions s ON s.id = g.session_id "
        "WHERE g.member_id = ? AND (g.answer IS NOT NULL OR g.held = 1) AND (s.planned_at, s.id) <= (?, ?) "
        "AND s.day > coalesce((SELECT max(begins) FROM rests WHERE member_id = g.member_id AND begins < ?), '') "
        "ORDER BY s.planned_at, s.id",
        member,
        to_text(now.planned_at),
        now.id,
        now.day.isoformat(),
    )
    return rests_after(Answer.TODAY if row["held"] else Answer(row["answer"]) for row in rows)


@verb("turn.rest")
def rest(record: Record, session: str, member: str, until: date) -> None:
    """They are not asked until this day, as agreed with them; the day of the session ends a rest."""
    day = sessions.session(record, session).day
    members.known(record, member)
    if until < day:
        raise Refused(N_("This day is over."), N_("Choose a later day."))
    where = "SELECT id FROM rests WHERE member_id = ? AND begins <= ? AND until > ? ORDER BY until DESC"
    found = record.row(where, member, day.isoformat(), day.isoformat())
    if found is not None:
        record.table("rests").update(found["id"], {"until": until.isoformat()})
    elif until > day:
        row = {"id": record.ids(), "member_id": member, "begins": day.isoformat(), "until": until.isoformat()}
        record.table("rests").insert(row)


@verb("turn.hold")
def hold(record: Record, session: str, member: str, *, held: bool = True) -> None:
    """Their goal was looked at today (or was not, after all)."""
    if not held:
        refuse_unexpected(record, session, member)
        _unhold(record, session, member)
        return
    refuse_absent(record, session, member)
    goal = goals.goal_of(record, member)
    if goal is None:
        raise Refused(N_("There is no goal on the sheet yet."), N_("Write one down first: Enter opens the sheet."))
    _take_back_rest(record, session, member)
    review = reviews_in(record, session).get(member)
    if review is not None and (review.held or review.answer == TODAY):
        why: str | None = review.why
    else:
        why = _why(record, session, member)
    said = {} if review is None or review.answer is None else {"answer": TODAY.value}
    _set(record, session, member, {"held": 1, "goal_id": goal.id, "why": why or Why.CHOSEN.value, **said})
    _settle(record, session)


def _unhold(record: Record, session: str, member: str) -> None:
    review = reviews_in(record, session).get(member)
    if review is None or not review.held:
        return
    why = review.why if review.answer == TODAY else _why_in_line(record, session, member)
    _set(record, session, member, {"held": 0, "goal_id": None, "why": why})
    _settle(record, session)


@verb("turn.write")
def write(record: Record, session: str, member: str, *, achieved: Achieved | None, helped: str, next_step: str) -> None:
    """What came of the review: how far, what helped, the next step."""
    review = reviews_in(record, session).get(member)
    if review is None or not review.held:
        raise Refused(N_("There was no goal review to write about."))
    values = {"achieved": None if achieved is None else achieved.value, "helped": helped.strip()}
    _set(record, session, member, {**values, "next_step": next_step.strip()})


@verb("turn.small_step")
def small_step(record: Record, session: str, member: str, text: str) -> None:
    """The one small step everyone names; nothing takes it away."""
    refuse_unexpected(record, session, member)
    found = record.row("SELECT id FROM small_steps WHERE session_id = ? AND member_id = ?", session, member)
    if found is not None and text.strip():
        record.table("small_steps").update(found["id"], {"text": text.strip()})
    elif found is not None:
        record.table("small_steps").delete(found["id"])
    elif text.strip():
        row = {"id": record.ids(), "session_id": session, "member_id": member, "text": text.strip()}
        record.table("small_steps").insert(row)


@verb("group.set_reviews")
def set_reviews(record: Record, group_id: str, reviews: int) -> None:
    """How many goal reviews a session; ``pace`` says whether that is enough."""
    groups.group(record, group_id)
    if not 1 <= reviews <= MOST_REVIEWS:
        raise Refused(N_("From 1 to {most} goal reviews fit into a session."), most=MOST_REVIEWS)
    record.table("groups").update(group_id, {"reviews": reviews})


def _set(record: Record, session: str, member: str, values: dict[str, Any]) -> None:
    found = record.row("SELECT id FROM goal_reviews WHERE session_id = ? AND member_id = ?", session, member)
    if found is not None:
        record.table("goal_reviews").update(found["id"], values)
        return
    why = values.get("why") or _why_in_line(record, session, member)
    row = {"id": record.ids(), "session_id": session, "member_id": member, "why": why}
    at = to_text(sessions.moment(record, session))
    record.table("goal_reviews").insert({**row, "at": at, **values})
