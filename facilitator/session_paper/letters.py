"""From the record to sheets for one person: the welcome, the letter to who was away, the sheet for an appointment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from agenda.error import N_, Refused
from agenda.follow_up import ContactKind
from agenda.homework import Homework
from agenda.member import Member
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import goal as goals
from agenda.record.rows import group as groups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import session as sessions
from agenda.session import Session, SessionKind
from content.words import load_words
from facilitator.curriculum import crisis_help_of, curriculum
from facilitator.language import spoken_time
from facilitator.paperwork.missed import Missed
from facilitator.paperwork.my_appointment import MyAppointment
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.welcome import Welcome
from facilitator.session_paper.opening import how_it_begins
from facilitator.session_paper.pack import lesson_of

DID = 3
"""Things we did: as many as are read."""


@dataclass(frozen=True, slots=True)
class _NextTime:
    """A meeting as it is planned, or as the group's own rhythm has it."""

    day: date
    starts_at: datetime
    zone: str
    session: Session | None = None

    def words(self, paper: Paper) -> str:
        return f"{paper.weekday(self.day)}, {spoken_time(self.starts_at, self.zone, paper.tag)}"


def _next_time(record: Record, group_id: str, after: date) -> _NextTime:
    """The first session after this day that has not begun."""
    for one in sessions.sessions(record, group_id):
        if one.day > after and one.started_at is None and one.kind is not SessionKind.CANCELLED:
            return _NextTime(one.day, one.planned_at, one.zone, one)
    group, day = groups.group(record, group_id), sessions.next_day(record, group_id, after)
    return _NextTime(day, group.starts_at(day), group.zone)


def welcome_of(record: Record, session: Session, paper: Paper) -> Welcome:
    """To this session while it has not begun, else to the next one; a place nobody has said is written by hand."""
    if session.started_at is None:
        coming = _NextTime(session.day, session.planned_at, session.zone, session)
    else:
        coming = _next_time(record, session.group, session.day)
    group, pack = groups.group(record, session.group), curriculum(session.locale)
    words = load_words(pack)
    lesson = None if coming.session is None else lesson_of(record, coming.session)[0]
    return Welcome(
        when=coming.words(paper),
        place=group.place,
        agreements=group.agreements or words.agreements.lines,
        lesson=lesson.entry.title if lesson else "",
        idea=lesson.entry.in_a_sentence if lesson else "",
        lines=lesson.pages[0].lines if lesson and lesson.pages else (),
        crisis=crisis_help_of(pack),
    )


def held_last(record: Record, session: Session) -> Session:
    """This session if it has begun, else the last one that ended: what somebody can have missed."""
    found = session if session.started_at is not None else sessions.last_ended(record, session.group)
    if found is None:
        raise Refused(N_("This group has held no session yet."))
    return found


def away_from(record: Record, held: Session) -> frozenset[str]:
    """Who was expected and was not there; ids of members."""
    return frozenset(one.member for one in attendances.roster(record, held.id) if one.status.away)


def missed_of(record: Record, held: Session, member: Member, paper: Paper) -> Missed:
    """Raises ``Refused`` for somebody who was there, or of whom nobody knows it yet."""
    if member.id not in away_from(record, held):
        raise Refused(
            N_("This member is not marked as away."),
            N_("Mark who was away first: x in the session, c on Home after it."),
        )
    lesson, _module = lesson_of(record, held)
    coming = _next_time(record, held.group, held.day)
    return Missed(
        name=member.name,
        lesson=lesson.entry.title if lesson else "",
        did=how_it_begins(lesson)[:DID] if lesson else (),
        plans=tuple(one.plan for one in _still_theirs(record, held, member.id)),
        next_time=coming.words(paper),
        crisis=crisis_help_of(curriculum(held.locale)),
    )


def _still_theirs(record: Record, held: Session, member: str) -> tuple[Homework, ...]:
    """What they would have been asked about, and what was agreed with them for the lesson they missed."""
    due = homeworks.due(record, held.id, [member]).get(member, ())
    agreed = (one for one in homeworks.agreed_in(record, held.id) if one.member == member and one.dropped_in is None)
    return tuple(one for one in (*due, *agreed) if one.plan.what)


def is_reached(record: Record, held: Session, member: Member) -> bool:
    """Whether the record says already how they were reached: a call stays a call."""
    known = next((one for one in follow_ups.contacts(record, held.id) if one.member == member.id), None)
    return known is not None and known.kind is not ContactKind.NONE


def write_contact(record: Record, held: Session, member: Member) -> None:
    """That they get a letter."""
    follow_ups.record_contact(record, held.id, member.id, ContactKind.MESSAGE)


def write_appointment(record: Record, session: Session, member: Member) -> None:
    """That they take the sheet to an appointment: in the next hour it is asked what came of it.

    Noted in the hour that runs, else in the one to come: an hour that is over did not speak of it.
    """
    coming = sessions.to_come(record, session.group)
    noted = session if session.running or coming is None else coming
    follow_ups.took_to_appointment(record, noted.id, member.id, by=None if coming is None else coming.day)


def my_appointment_of(record: Record, member: Member) -> MyAppointment:
    """The goal in their own words, where they have one."""
    goal = goals.goal_of(record, member.id)
    return MyAppointment("" if goal is None else goal.text)
