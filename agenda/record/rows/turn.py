"""Goal turns: what members answered at the door, whose review was held, who rests, and everyone's small step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from agenda.error import N_, Refused
from agenda.goal import Achieved, GoalReview
from agenda.instant import to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import goal as goals
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows.expected import refuse_absent, refuse_unexpected
from agenda.record.rows.turn_reading import Line as Line
from agenda.record.rows.turn_reading import candidates as candidates
from agenda.record.rows.turn_reading import line_of as line_of
from agenda.record.rows.turn_reading import pace as pace
from agenda.record.rows.turn_reading import proposed as proposed
from agenda.record.rows.turn_reading import rest_until as rest_until
from agenda.record.rows.turn_reading import review_of as review_of
from agenda.record.rows.turn_reading import reviews_chosen as reviews_chosen
from agenda.record.rows.turn_reading import reviews_in as reviews_in
from agenda.record.rows.turn_reading import small_steps as small_steps
from agenda.rotation import NOT_TODAY as NOT_TODAY
from agenda.rotation import TODAY as TODAY
from agenda.rotation import USUAL_REST, Answer, Why, rests_after
from agenda.session import Session

MOST_REVIEWS = 8
"""In one session: everybody, in a full group."""
GOAL_FIRST = N_("Write one down first: Enter opens the sheet.")
"""What to do where there is no goal; as long as it stands on a screen, Enter does so there."""


@verb("turn.answer")
def answer(record: Record, session: str, member: str, said: Answer | None) -> date | None:
    """What they said when asked: today, not today, or not asked after all. After two "not today" in a row they rest.

    Somebody the rotation did not propose, who says today, takes the place of the last one proposed; that one keeps
    their place in line. Another answer gives the place back, and ends the rest that "not today" had begun. The day
    until which they rest, if this answer begins a rest.
    """
    if said is not None and said not in tuple(Answer):
        raise Refused(N_("They take a turn today, or not today."))
    now = (refuse_unexpected if said is None else refuse_absent)(record, session, member)
    before = review_of(record, session, member)
    if said == (None if before is None else before.answer):
        return None
    if said == NOT_TODAY and before is not None and before.held:
        raise Refused(N_("Their goal was looked at today."), N_("Take that back first."))
    _take_back_rest(record, now, before)
    line = line_of(record, now)
    why = line.why(member)
    if said == TODAY and why is None:
        _write(record, line, member, {"answer": TODAY.value, "why": Why.CHOSEN.value})
    else:
        _write(
            record,
            line,
            member,
            {"answer": None if said is None else Answer(said).value, "why": (why or line.why_in_line(member)).value},
        )
    _settle(record, line)
    return _rest_if_tired(record, line, member) if said == NOT_TODAY else None


def _settle(record: Record, line: Line) -> None:
    """After what was just written, mark who gives way to somebody chosen, and no longer who does not."""
    line = replace(line, reviews=reviews_in(record, line.session.id))
    out = line.giving_way
    for member, review in line.reviews.items():
        if review.overridden and member not in out:
            _write(record, line, member, {"overridden": 0})
    for member in sorted(out):
        _write(record, line, member, {"overridden": 1})


def _rest_if_tired(record: Record, line: Line, member: str) -> date | None:
    if member in line.rests or not _is_tired(record, line.session, member):
        return None
    until = line.session.day + USUAL_REST
    _rest(record, line.session.day, member, until)
    return until


def _take_back_rest(record: Record, now: Session, review: GoalReview | None) -> None:
    """The rest that today's "not today" began goes with it; one agreed on its own stays."""
    if review is not None and review.answer == NOT_TODAY and _is_tired(record, now, review.member):
        begun = "SELECT id FROM rests WHERE member_id = ? AND begins = ?"
        for row in record.rows(begun, review.member, now.day.isoformat()):
            record.delete("rests", row["id"])


def _is_tired(record: Record, now: Session, member: str) -> bool:
    """Whether they said "not today" twice in a row, the last time today; who has rested since is asked afresh."""
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
    _rest(record, day, member, until)


def _rest(record: Record, day: date, member: str, until: date) -> None:
    where = "SELECT id FROM rests WHERE member_id = ? AND begins <= ? AND until > ? ORDER BY until DESC"
    found = record.row(where, member, day.isoformat(), day.isoformat())
    if found is not None:
        record.update("rests", found["id"], {"until": until.isoformat()})
    elif until > day:
        row = {"id": record.ids(), "member_id": member, "begins": day.isoformat(), "until": until.isoformat()}
        record.insert("rests", row)


@verb("turn.hold")
def hold(record: Record, session: str, member: str, *, held: bool = True) -> None:
    """Their goal was looked at today (or was not, after all)."""
    if not held:
        _unhold(record, refuse_unexpected(record, session, member), member)
        return
    now = refuse_absent(record, session, member)
    goal = goals.goal_id_of(record, member)
    if goal is None:
        raise Refused(N_("There is no goal on the sheet yet."), GOAL_FIRST)
    review = review_of(record, session, member)
    _take_back_rest(record, now, review)
    line = line_of(record, now)
    if review is not None and (review.held or review.answer == TODAY):
        why: str | None = review.why
    else:
        why = line.why(member)
    said = {} if review is None or review.answer is None else {"answer": TODAY.value}
    _write(record, line, member, {"held": 1, "goal_id": goal, "why": str(why or Why.CHOSEN), **said})
    _settle(record, line)


def _unhold(record: Record, now: Session, member: str) -> None:
    review = review_of(record, now.id, member)
    if review is None or not review.held:
        return
    line = line_of(record, now)
    why = review.why if review.answer == TODAY else line.why_in_line(member)
    _write(record, line, member, {"held": 0, "goal_id": None, "why": str(why)})
    _settle(record, line)


@verb("turn.write")
def write(record: Record, session: str, member: str, *, achieved: Achieved | None, helped: str, next_step: str) -> None:
    """What came of the review: how far, what helped, the next step."""
    review = review_of(record, session, member)
    if review is None or not review.held:
        raise Refused(N_("There was no goal review to write about."))
    values = {"achieved": None if achieved is None else achieved.value, "helped": helped.strip()}
    record.update("goal_reviews", review.id, {**values, "next_step": next_step.strip()})


@verb("turn.small_step")
def small_step(record: Record, session: str, member: str, text: str) -> None:
    """The one small step everyone names; nothing takes it away."""
    refuse_unexpected(record, session, member)
    found = record.row("SELECT id FROM small_steps WHERE session_id = ? AND member_id = ?", session, member)
    if found is not None and text.strip():
        record.update("small_steps", found["id"], {"text": text.strip()})
    elif found is not None:
        record.delete("small_steps", found["id"])
    elif text.strip():
        row = {"id": record.ids(), "session_id": session, "member_id": member, "text": text.strip()}
        record.insert("small_steps", row)


@verb("group.set_reviews")
def set_reviews(record: Record, group_id: str, reviews: int) -> None:
    """How many goal reviews a session; ``pace`` says whether that is enough."""
    groups.group(record, group_id)
    if not 1 <= reviews <= MOST_REVIEWS:
        raise Refused(N_("From 1 to {most} goal reviews fit into a session."), most=MOST_REVIEWS)
    record.update("groups", group_id, {"reviews": reviews})


def _write(record: Record, line: Line, member: str, values: dict[str, Any]) -> None:
    """Into the turn of this member, which is begun if ``line`` knows of none."""
    found = line.reviews.get(member)
    if found is not None:
        record.update("goal_reviews", found.id, values)
        return
    row = {"id": record.ids(), "session_id": line.session.id, "member_id": member, "why": line.why_in_line(member)}
    at = to_text(line.session.by_its_clock(record.clock.now()))
    record.insert("goal_reviews", {**row, "at": at, **values})
