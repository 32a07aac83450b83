"""What the next session of a group is, when nobody has said otherwise."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from agenda.record import group as groups
from agenda.record import session as sessions
from agenda.session import LessonGiven, SessionKind
from content.pack import LessonEntry
from facilitator.console.desk import Desk


def today(desk: Desk, zone: str) -> date:
    """The day it is in this zone."""
    return desk.clock.now().astimezone(ZoneInfo(zone)).date()


def plan_next(desk: Desk, group_id: str) -> str:
    """Plan the session after the last one: the day and lesson that follow, the usual kind; its id."""
    group = groups.group(desk.record, group_id)
    day = sessions.next_day(desk.record, group_id, today(desk, group.zone))
    held = any(s.started_at is not None for s in sessions.sessions(desk.record, group_id))
    return sessions.plan(
        desk.record,
        group_id,
        day=day,
        kind=SessionKind.USUAL if held else SessionKind.FIRST,
        lesson=next_lesson(desk, group_id),
        locale=desk.pack.language,
    )


def next_lesson(desk: Desk, group_id: str) -> LessonGiven | None:
    """The lesson after the last one given, or the first of the group's module; none where the pack has no more."""
    last = sessions.last_lesson(desk.record, group_id)
    if last is None:
        found = desk.pack.first_lesson(groups.group(desk.record, group_id).module)
    else:
        found = desk.pack.after(last.lesson)
    return None if found is None else given(found)


def given(entry: LessonEntry) -> LessonGiven:
    """A lesson of the pack as a session keeps it."""
    return LessonGiven("", entry.id, entry.module, entry.title)
