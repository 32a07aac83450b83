"""One member, one hour, as facts made by hand."""

from __future__ import annotations

from datetime import timedelta

from agenda.attendance import Status
from agenda.notes.facts import Names, Presence, SessionFacts, Staff
from agenda.notes.note import Facts, NoShow, NoteFacts, SectionKey, compose
from agenda.session import LessonGiven, SessionKind
from agenda.staff import Role
from tests.builders import MEETS_AT, TODAY

LESSON = LessonGiven("", "abcdefgh", "coping-stress", "Signs of stress", 1, 4)
SESSION = SessionFacts(
    day=TODAY,
    started_at=MEETS_AT,
    ended_at=MEETS_AT + timedelta(minutes=60),
    zone="Europe/Rome",
    kind=SessionKind.USUAL,
    present=6,
    unknown=0,
    staff=(Staff("Robin", "RN", Role.LEAD), Staff("Kim", "", Role.CO)),
    lesson=LESSON,
)
NAMES = Names("Ana", "Ana Ferri", "P-1", "Tuesday")
HERE = Presence(Status.HERE)
ANA = NoteFacts(NAMES, SESSION, HERE)
NOT_THERE = NoShow(NAMES, SESSION, Presence(Status.ABSENT))


def told(facts: Facts, key: SectionKey) -> str:
    return next(section.text for section in compose(facts) if section.key is key)
