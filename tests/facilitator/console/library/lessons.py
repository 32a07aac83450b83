"""A group that is some sessions into its course, for tests of the library and of what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.record.rows import attendance as attendances
from agenda.record.rows import hour as hours
from agenda.record.rows import session as sessions
from agenda.session import LessonPart, SessionKind
from content.load import builtin_pack_folder, load_pack
from content.pack import LessonEntry
from facilitator.console.calendar import next_session as planning
from facilitator.console.workplace import Workplace
from facilitator.language import locale
from tests.builders import TODAY, a_clock, a_group, a_record, some_members
from tests.facilitator.console.hour.hour import a_workplace

WEEK = timedelta(days=7)
BEFORE = 10 * WEEK
PACK = load_pack(builtin_pack_folder(locale()))
LESSONS = tuple(entry for entry in PACK.lessons() if entry.module == "recovery-strategies")


class ACourse:
    """Ana and Bruno, a session a week, since ten weeks ago."""

    def __init__(self, tmp_path: Path) -> None:
        clock = a_clock()
        clock.set_back(BEFORE)
        self.workplace: Workplace = a_workplace(tmp_path, a_record(clock))
        self.record = self.workplace.record
        self.group = a_group(self.record)
        self.day = TODAY - BEFORE
        self.ana, self.bruno = some_members(self.record, self.group, ("Ana", "Bruno"), begins=self.day)

    def meets(
        self,
        entry: LessonEntry,
        *,
        part: LessonPart | None = None,
        shown: Sequence[int] = (),
        ana: Status = Status.HERE,
        ends: bool = True,
        taken_up: Sequence[LessonEntry] = (),
    ) -> str:
        """One session with this lesson; Bruno is always there. ``taken_up`` in its place, before anything is shown."""
        session = sessions.plan(
            self.record, self.group, day=self.day, kind=SessionKind.USUAL, lesson=planning.given(entry), part=part
        )
        return self._hold(session, shown, ana, ends, taken_up)

    def meets_as_suggested(self, shown: Sequence[int] = ()) -> str:
        """One session with the lesson that comes by itself; its title and pages in words."""
        session = planning.session_to_plan(self.workplace, self.group)
        sessions.move(self.record, session.id, day=self.day)
        self._hold(session.id, shown, Status.HERE, True)
        lesson, part = sessions.lesson_of(self.record, session.id), sessions.part_of(self.record, session.id)
        assert lesson is not None
        return lesson.title if part is None else f"{lesson.title} {part.pages_from}-{part.pages_to or ''}"

    def suggested(self) -> str | None:
        """The id of the lesson that comes next by itself."""
        found = planning.next_lesson(self.workplace, self.group)
        return None if found is None else found.lesson.lesson

    def waits(self, weeks: int) -> None:
        """So many weeks pass."""
        assert isinstance(self.record.clock, ManualClock)
        self.record.clock.advance(weeks * WEEK)
        self.day += weeks * WEEK

    def _hold(
        self, session: str, shown: Sequence[int], ana: Status, ends: bool, taken_up: Sequence[LessonEntry] = ()
    ) -> str:
        sessions.start(self.record, session)
        for entry in taken_up:
            hours.change_lesson(self.record, session, planning.given(entry))
        attendances.mark(self.record, session, self.ana, ana)
        attendances.mark(self.record, session, self.bruno, Status.HERE)
        for page in shown:
            hours.page_shown(self.record, session, page)
        if ends:
            sessions.end(self.record, session)
        self.waits(1)
        return session


def lesson(slug: str) -> LessonEntry:
    """A lesson of our pack by its slug."""
    return PACK.lesson_named(slug)
