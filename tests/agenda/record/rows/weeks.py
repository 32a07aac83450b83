"""A group from week to week: the next session, what was agreed, what there is to look back on."""

from __future__ import annotations

from datetime import timedelta

from agenda.homework import Homework, Plan
from agenda.record.connection import Record
from agenda.record.rows import attendance, homework, session
from agenda.session import SessionKind
from tests.builders import Room

WALK = Plan("Walk", "on Monday", "in the park", "rain", "my sister")


def next_session(room: Room, weeks: int = 1, *, started: bool = True) -> Room:
    """The same group some weeks later, everybody here."""
    if session.session(room.record, room.session).running:
        session.end(room.record, room.session)
    room.clock.advance(timedelta(weeks=1))
    day = session.session(room.record, room.session).day + timedelta(weeks=weeks)
    later = session.plan(room.record, room.group, day=day, kind=SessionKind.USUAL)
    if started:
        session.start(room.record, later)
        attendance.everyone_here(room.record, later)
    return Room(room.record, room.clock, room.group, room.members, later)


def agreed(room: Room, place: int = 0, plan: Plan = WALK) -> str:
    return homework.agree(room.record, room.session, room.members[place], plan, option=1)


def due(room: Room, place: int = 0) -> list[str]:
    return [found.id for found in homework.due(room.record, room.session).get(room.members[place], ())]


def ever_agreed(record: Record, group: str, member: str) -> tuple[Homework, ...]:
    """All that a member ever agreed in a group, in the order of its sessions."""
    held = (one.id for one in session.sessions(record, group))
    return tuple(found for each in held for found in homework.agreed_in(record, each) if found.member == member)
