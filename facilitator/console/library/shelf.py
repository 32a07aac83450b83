"""What the library knows of each lesson for one group: a value a row, made from record and curriculum."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.member import Member
from agenda.record.rows import group as groups
from agenda.record.rows import lesson_plan
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows.lesson_plan import Skip
from agenda.record.rows.lesson_reading import LessonHeld, Listeners, lessons_held, listeners
from agenda.session import LessonGiven, LessonPart, Session
from content.pack import LessonEntry
from facilitator.console.calendar import next_session as planning
from facilitator.console.calendar.lesson_order import Topic
from facilitator.console.workplace import Workplace


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One lesson as this group knows it. ``place`` is its number in the module, none for a variant."""

    entry: LessonEntry
    topic: Topic
    place: int | None
    held: tuple[LessonHeld, ...] = ()
    had: tuple[str, ...] = ()
    """Names of members who come now and were there."""
    missed: tuple[str, ...] = ()
    """Names of those who were expected each time and never there."""
    not_yet: tuple[str, ...] = ()
    """Names of those who were not expected when the group had it."""
    skip: Skip | None = None
    is_next: bool = False

    @property
    def rest(self) -> LessonPart | None:
        """What is left of it where it was split and its rest never came."""
        return self.held[-1].rest if self.held else None

    @property
    def all_come(self) -> int:
        """How many members come now."""
        return len(self.had) + len(self.missed) + len(self.not_yet)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All lessons in the order of the group's course, and what is planned next."""

    rows: tuple[LessonRow, ...]
    upcoming: Session | None = None
    lesson: LessonGiven | None = None
    part: LessonPart | None = None
    """Of the session to come: its lesson, and which pages of it."""

    def place_of(self, lesson: str | None) -> int | None:
        """Where a lesson stands among the rows."""
        return next((place for place, row in enumerate(self.rows) if row.entry.id == lesson), None)

    @property
    def last(self) -> LessonRow | None:
        """The lesson the group had last."""
        had = [row for row in self.rows if row.held]
        return max(had, key=lambda row: (row.held[-1].day, row.held[-1].given.id), default=None)


def shelf(workplace: Workplace, group_id: str, session: str | None = None) -> Shelf:
    """The library for this group; ``session`` is the one that is planned, else the next that has not begun."""
    record = workplace.record
    upcoming = sessions.session(record, session) if session else sessions.to_come(record, group_id)
    planned = sessions.lesson_of(record, upcoming.id) if upcoming else None
    part = sessions.part_of(record, upcoming.id) if upcoming else None
    look = _Look(workplace, group_id, planned)
    rows = (row for topic in planning.course(workplace, group_id).topics for row in look.rows(topic))
    return Shelf(tuple(rows), upcoming, planned, part)


class _Look:
    """What was read once for all rows."""

    def __init__(self, workplace: Workplace, group_id: str, planned: LessonGiven | None) -> None:
        record, today = workplace.record, planning.today(workplace, groups.group(workplace.record, group_id).zone)
        everyone = members.members(record, group_id, today)
        self._come: tuple[Member, ...] = tuple(m for m in everyone if m.status.comes)
        self._listeners = listeners(record, group_id)
        self._skips = {one.lesson: one for one in lesson_plan.skips(record, group_id)}
        self._planned = planned.lesson if planned else None
        self._held: dict[str, tuple[LessonHeld, ...]] = {}
        for one in lessons_held(record, group_id):
            self._held[one.given.lesson] = (*self._held.get(one.given.lesson, ()), one)

    def rows(self, topic: Topic) -> list[LessonRow]:
        """The lessons of a module, each variant below the lesson it stands in for."""
        found = []
        for place, entry in enumerate(topic.module.course(), 1):
            found.append(self._row(entry, topic, place))
            found += [self._row(variant, topic, None) for variant in topic.module.variants(entry.id)]
        return found

    def _row(self, entry: LessonEntry, topic: Topic, place: int | None) -> LessonRow:
        known = self._listeners.get(entry.id, Listeners())
        strangers = [m for m in self._come if m.id not in known.had | known.missed]
        return LessonRow(
            entry,
            topic,
            place,
            held=self._held.get(entry.id, ()),
            had=tuple(m.name for m in self._come if m.id in known.had),
            missed=tuple(m.name for m in self._come if m.id in known.missed),
            not_yet=tuple(m.name for m in strangers),
            skip=self._skips.get(entry.id),
            is_next=entry.id == self._planned,
        )
