"""Questions about who is here, who was reached, and what is to be done for somebody."""

from __future__ import annotations

from agenda.attendance import Attendance, Status
from agenda.follow_up import ContactKind, FollowUp, FollowUpKind
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import follow_up as follow_ups
from facilitator.console.parts.wording import to_do_words
from facilitator.console.people.status import status_keys, status_word
from facilitator.console.rounds.question import Question
from facilitator.language import _


def attendance_question(a: Attendance) -> Question:
    """Is somebody here?"""
    answers = tuple((key.letter, status_word(status)) for status, key in status_keys().items())
    kiosk = a.status.present and not a.confirmed
    words = _("They checked themselves in. Are they here?") if kiosk else _("Are they here?")
    so_far = "" if a.status is Status.UNKNOWN else status_word(a.status)
    return Question("attendance", a.member, a.name, words, answers, so_far=so_far, digit=a.digit)


def contact_question(a: Attendance) -> Question:
    """Was somebody who did not come reached?"""
    answers = (("1", _("called")), ("2", _("sent a message")), ("3", _("not reached")))
    return Question("contact", a.member, a.name, _("Absent today. Were they reached?"), answers, digit=a.digit)


def follow_up_question(follow_up: FollowUp, name: str) -> Question:
    """Is something done?"""
    answers = (("1", _("done")), ("2", _("still to do")))
    return Question("follow-up", follow_up.id, name, to_do_words(follow_up), answers)


def attendance_round(record: Record, session: str) -> tuple[Question, ...]:
    """Everyone not marked or not confirmed; everyone again where all are."""
    roster = attendances.roster(record, session)
    open_ones = [a for a in roster if not a.confirmed]
    return tuple(attendance_question(a) for a in open_ones or roster)


def no_shows(record: Record, session: str) -> tuple[Question, ...]:
    """Who was absent and has not been reached."""
    reached = {contact.member for contact in follow_ups.contacts(record, session)}
    roster = attendances.roster(record, session)
    return tuple(contact_question(a) for a in roster if a.status is Status.ABSENT and a.member not in reached)


def to_do(record: Record, session: str) -> tuple[Question, ...]:
    """The follow-ups of this session that are not done; what came of an appointment is asked next time."""
    names = {a.member: a.name for a in attendances.roster(record, session)}
    group = _("For the group")
    found = follow_ups.of_session(record, session)
    open_ones = [f for f in found if f.done_at is None and f.kind is not FollowUpKind.APPOINTMENT]
    return tuple(follow_up_question(f, names.get(f.member or "", group)) for f in open_ones)


def answer_attendance(record: Record, session: str, question: Question, key: str) -> None:
    """The letter of a status."""
    status = next(status for status, its in status_keys().items() if its.letter == key)
    attendances.mark(record, session, question.subject, status)


def answer_contact(record: Record, session: str, question: Question, key: str) -> None:
    """Called, a message, or not reached."""
    kind = {"1": ContactKind.CALLED, "2": ContactKind.MESSAGE, "3": ContactKind.NONE}[key]
    follow_ups.record_contact(record, session, question.subject, kind)


def answer_follow_up(record: Record, session: str, question: Question, key: str) -> None:
    """Done, or still to do."""
    if key == "1":
        follow_ups.done(record, session, question.subject)
