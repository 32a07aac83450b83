"""What the next session of a group is, when nobody has said otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from agenda.record.rows import group as groups
from agenda.record.rows import lesson_plan
from agenda.record.rows import session as sessions
from agenda.record.rows.lesson_reading import LessonHeld, lessons_held
from agenda.session import LessonGiven, LessonPart, Session, SessionKind
from content.pack import LessonEntry
from facilitator.console.calendar.lesson_order import LessonOrder, lesson_order
from facilitator.console.workplace import Workplace

FRESH = timedelta(days=182)
"""A lesson had within half a year does not come again by itself; a group that begins a second round may take it."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A lesson for the next session, or a part of it."""

    lesson: LessonGiven
    part: LessonPart | None = None


def today(workplace: Workplace, zone: str) -> date:
    """The day it is in this zone."""
    return workplace.clock.now().astimezone(ZoneInfo(zone)).date()


def plan_next(workplace: Workplace, group_id: str) -> str:
    """Plan the session after the last one: the day and lesson that follow, the usual kind; its id."""
    group = groups.group(workplace.record, group_id)
    day = sessions.next_day(workplace.record, group_id, today(workplace, group.zone))
    held = any(s.started_at is not None for s in sessions.sessions(workplace.record, group_id))
    found = next_lesson(workplace, group_id)
    return sessions.plan(
        workplace.record,
        group_id,
        day=day,
        kind=SessionKind.USUAL if held else SessionKind.FIRST,
        lesson=found.lesson if found else None,
        part=found.part if found else None,
        locale=workplace.pack.language,
    )


def session_to_plan(workplace: Workplace, group_id: str) -> Session:
    """The next session that has not begun, planned now if nobody has."""
    found = sessions.to_come(workplace.record, group_id)
    return found or sessions.session(workplace.record, plan_next(workplace, group_id))


def course(workplace: Workplace, group_id: str) -> LessonOrder:
    """The curriculum as this group goes through it."""
    return lesson_order(workplace.pack, groups.edition(workplace.record, group_id))


def next_lesson(workplace: Workplace, group_id: str) -> Suggestion | None:
    """The rest of a split lesson, or the one that was put off; else the next one of the group's course that it does not
    skip, as the variant the group had before. None where the course has no more.
    """
    held = _as_planned(one for one in lessons_held(workplace.record, group_id) if one.ended)
    skipped = {one.lesson for one in lesson_plan.skips(workplace.record, group_id)}
    waits = _rest(workplace, held[-1], skipped) or _put_off(workplace, held, skipped) if held else None
    return waits or _following(workplace, group_id, held, skipped)


def _as_planned(held: Iterable[LessonHeld]) -> list[LessonHeld]:
    """Oldest first; a lesson that was left for another one counts as the last of its session, so that the course goes
    on from it.
    """
    found = list(held)
    order = {one.session: place for place, one in enumerate(found)}
    return sorted(found, key=lambda one: (order[one.session], one.is_left))


def _rest(workplace: Workplace, last: LessonHeld, skipped: set[str]) -> Suggestion | None:
    part = last.rest
    lesson = workplace.lesson(last.given.lesson) if part is not None else None
    if part is None or lesson is None or lesson.entry.id in skipped or part.pages_from > len(lesson.pages):
        return None
    return Suggestion(given(lesson.entry), part)


def _put_off(workplace: Workplace, held: Sequence[LessonHeld], skipped: set[str]) -> Suggestion | None:
    """What was meant for the session in which the lesson was taken up that the group had since, and had last."""
    since = takewhile(lambda one: one.given.lesson == held[-1].given.lesson, reversed(held))
    waiting = next((one for one in since if one.put_off), None)
    lesson = workplace.lesson(waiting.put_off) if waiting and waiting.put_off not in skipped else None
    if waiting is None or lesson is None:
        return None
    first = waiting.put_off_from or 1
    return Suggestion(given(lesson.entry), LessonPart(first) if 1 < first <= len(lesson.pages) else None)


def _following(workplace: Workplace, group_id: str, held: Sequence[LessonHeld], skipped: set[str]) -> Suggestion | None:
    mine = course(workplace, group_id)
    now = today(workplace, groups.group(workplace.record, group_id).zone)
    fresh = {mine.base_id(one.given.lesson) for one in held if now - one.day <= FRESH}
    free = [entry for entry in _ahead(mine, group_id, workplace, held) if entry.id not in skipped]
    found = next((entry for entry in free if entry.id not in fresh), None) or next(iter(free), None)
    return None if found is None else Suggestion(given(_as_before(mine, found, held)))


def _ahead(mine: LessonOrder, group_id: str, workplace: Workplace, held: Sequence[LessonHeld]) -> list[LessonEntry]:
    """The lessons after the last one the group had; from the start of its module where it has had none."""
    entries = list(mine.bases())
    ids = [entry.id for entry in entries]
    had = [ids.index(base) for one in held if (base := mine.base_id(one.given.lesson)) in ids]
    if had:
        return entries[had[-1] + 1 :]
    module = groups.group(workplace.record, group_id).module
    start = next((place for place, entry in enumerate(entries) if entry.module == module), None)
    return [] if start is None else entries[start:]


def _as_before(mine: LessonOrder, base: LessonEntry, held: Sequence[LessonHeld]) -> LessonEntry:
    """The variant the group had of this lesson the last time, or the lesson itself."""
    for one in reversed(held):
        found = mine.entry(one.given.lesson)
        if found is not None and found.id != base.id and mine.base_id(found.id) == base.id:
            return found
    return base


def given(entry: LessonEntry) -> LessonGiven:
    """A lesson of the pack as a session keeps it."""
    return LessonGiven("", entry.id, entry.module, entry.title)
