"""Leading a session: where the group is, what the wall shows, and how one page or phase follows another.

No screen is known here. Every change is in the record before a method returns; what a page looks like, and which page
a console started again must show, follows from the record alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from agenda.attendance import Attendance
from agenda.error import NotWritten
from agenda.public import Dots, Scene
from agenda.record.rows import group as groups
from agenda.record.rows import hour as hours
from agenda.record.rows import restore_point as restore_points
from agenda.record.rows import session as sessions
from agenda.record.rows.hour import Hour
from agenda.record.rows.session_now import SessionNow, after, session_now
from agenda.record.rows.turn import small_steps
from agenda.session import PhaseKey, PlannedPhase, Session
from agenda.timeline import Remedy, Timeline
from facilitator.console.hour.interlude import Interlude, chart_interlude
from facilitator.console.hour.last_time import last_time, session_before
from facilitator.console.hour.pages import (
    EXERCISE_MINUTES,
    LedPage,
    PageSource,
    agenda_lines,
    pages_of,
    pause_page,
    smaller_step_page,
)
from facilitator.console.projector.broadcast import Shown
from facilitator.console.workplace import Workplace

SETTLES_AFTER = 10.0
"""Seconds on the title page of the next phase until its clock starts."""
RETURNS_WITHIN = 60.0
"""Seconds within which paging back undoes paging into a phase."""
SMALLER_STEP_MINUTES = 5


@dataclass(slots=True)
class Crossing:
    """A clicker went past the last page of a phase: from where, when, and whether the new phase's clock runs."""

    phase: str
    page: int
    at: float
    settled: bool = False


class LedHour:
    """One running session at one workplace."""

    def __init__(self, workplace: Workplace, session_id: str) -> None:
        self.workplace = workplace
        self.id = session_id
        self._now = session_now(workplace.record, session_id)
        self._as_of = len(workplace.record.changes)
        self.group = groups.group(workplace.record, self.session.group)
        self.given = sessions.lesson_of(workplace.record, session_id)
        self._part = sessions.part_of(workplace.record, session_id)
        self._words = workplace.words.for_kind(self.session.kind.value)
        self.lesson = workplace.lesson(self.given.lesson) if self.given else None
        self._last_time = last_time(workplace, self.session)
        self._pages: dict[str, tuple[LedPage, ...]] = {}
        self._left_at: dict[str, int] = {}
        self.crossing: Crossing | None = None
        self._interlude: Interlude | None = None
        self._exercise_until: datetime | None = None
        self._code: str | None = None
        self._place, self._page = self.running.id, 0
        self._restore()

    # What is so

    @property
    def now(self) -> SessionNow:
        """The session as the record has it: what an action touched is read again after it, and only then."""
        record = self.workplace.record
        if len(record.changes) == self._as_of:  # asked a hundred times a drawing
            return self._now
        changes, read_as_of = record.changes[self._as_of :], len(record.changes)
        if None in changes:
            self._now = session_now(record, self.id)
        elif changes:
            self._now = after(record, self._now, {table for tables in changes for table in tables or ()})
        self._as_of = read_as_of  # only now: reading may have been refused
        return self._now

    @property
    def session(self) -> Session:
        """The session led."""
        return self.now.hour.session

    @property
    def hour(self) -> Hour:
        """Its phases, what was on when, pauses and minutes."""
        return self.now.hour

    @property
    def roster(self) -> tuple[Attendance, ...]:
        """Who is expected, and how each of them is marked."""
        return self.now.roster

    @property
    def interlude(self) -> Interlude | None:
        """What stands in front of the page; the next turn of a page takes it away."""
        shown = self._interlude
        if shown is not None and shown.scene is Scene.FLIP_CHART:  # a line taken back leaves the wall, too
            return chart_interlude(self.now.chart, shown.page.title, is_parking=shown.is_parking)
        return shown

    def show_interlude(self, interlude: Interlude | None) -> None:
        """Put something in front of the page, or take it away."""
        self._interlude = interlude

    @property
    def source(self) -> PageSource:
        """What pages are made from."""
        title = self.given.title if self.given else self._words.phase("lesson").title
        agreements, phases = self.group.agreements, self.hour.phases
        return PageSource(self._words, self.lesson, title, agreements, phases, self._part, self._last_time)

    @cached_property
    def steps_of_last_time(self) -> Mapping[str, str]:
        """Each member's one small step from the session before, by member."""
        last = session_before(self.workplace.record, self.session)
        return small_steps(self.workplace.record, last.id) if last else {}

    @property
    def running(self) -> PlannedPhase:
        """The phase whose clock runs."""
        return self.hour.phase or self.hour.phases[-1]

    @property
    def phase(self) -> PlannedPhase:
        """The phase the wall shows; ahead of the running one for some seconds after a clicker went on."""
        return self._phase_of(self._place) or self.running

    @property
    def page_index(self) -> int:
        """Which page of the phase is shown, from 0."""
        return min(self._page, len(self.pages) - 1)

    @property
    def pages(self) -> tuple[LedPage, ...]:
        """The pages of the phase shown."""
        return self.pages_in(self.phase)

    @property
    def page(self) -> LedPage:
        """The page on the wall."""
        return self.pages[self.page_index]

    def pages_in(self, phase: PlannedPhase) -> tuple[LedPage, ...]:
        """The pages of any phase of this session."""
        if phase.id not in self._pages:
            self._pages[phase.id] = pages_of(phase, self.source)
        pages = self._pages[phase.id]
        return (*pages, smaller_step_page(self.source)) if self._offers_smaller_step(phase) else pages

    def _offers_smaller_step(self, phase: PlannedPhase) -> bool:
        return phase.key is PhaseKey.HOMEWORK and self.now.nobody_did_it

    def show_exercise(self) -> bool:
        """The page of the exercise, if it is among those of the phase that is on; whether it was."""
        found = (i for i, page in enumerate(self.pages_in(self.running)) if page.scene is Scene.EXERCISE)
        place = next(found, None)
        if place is not None:
            with self._together():
                self._go(self.running.id, place)
            self.crossing = None
        return place is not None

    def code(self) -> str | None:
        """What the code of the lesson leads to: its handout at the group's address, or its aim in words."""
        if self.lesson is None:
            return None
        from facilitator.paperwork.code import payload  # draws codes: once an hour or less

        entry = self.lesson.entry
        address = groups.address(self.workplace.record, self.group.id) or None
        return payload(entry.id, entry.title, entry.aim, address)

    def look_at_the_lesson(self) -> bool:
        """Another lesson may have been chosen meanwhile: its pages from now on, from its title; whether it was."""
        given = sessions.lesson_of(self.workplace.record, self.id)
        if given is None or (self.given is not None and self.given.id == given.id):
            return False
        self.given, self._part = given, sessions.part_of(self.workplace.record, self.id)
        self.lesson = self.workplace.lesson(given.lesson)
        self._pages.clear()
        lesson = next((phase.id for phase in self.hour.phases if phase.key is PhaseKey.LESSON), None)
        if self._place == lesson:
            with self._together():
                self._go(lesson, 0)
        if lesson is not None:
            self._left_at[lesson] = 0
        self._interlude = None
        return True

    def show_smaller_step(self) -> None:
        """Nobody did it: five minutes, now, for what got in the way and what would be smaller."""
        with self._together():
            self.change_minutes(SMALLER_STEP_MINUTES)
            self._go(self.running.id, len(self.pages_in(self.running)) - 1)

    def timeline(self) -> Timeline:
        """The hour as it stands now."""
        return self.hour.at(self.workplace.clock.now())

    def phase_after(self, phase: PlannedPhase) -> PlannedPhase | None:
        """The next phase in the order of the plan; a break is taken when it is needed and never comes by itself."""
        place = self.hour.phases.index(phase) + 1
        ahead = (later for later in self.hour.phases[place:] if later.key is not PhaseKey.BREAK and not later.skipped)
        return next(ahead, None)

    def shown(self) -> Shown:
        """What the wall shows now, the curtain apart."""
        timeline = self.timeline()
        if self.interlude is not None and not timeline.paused:
            return self._shown_interlude(self.interlude)
        page = self.page
        scene, public, until, since = page.scene, page.public, None, None
        dots = Dots(self.page_index + 1, len(self.pages)) if len(self.pages) > 1 else None
        if timeline.paused:
            scene, public, dots = Scene.PAUSE, pause_page(self.source), None
        elif scene is Scene.BREAK and timeline.current is not None:
            until = self._break_ends()
        elif scene is Scene.EXERCISE:
            until = self._exercise_until
            since = None if until is None else until - timedelta(minutes=EXERCISE_MINUTES)
        elif scene is Scene.AGENDA:
            dots = self._where_we_are()
        qr = self._code if scene is Scene.CODE else None
        session = self.session
        return Shown(scene, public, dots, until, qr, self.now.shows_clock, session.zone, session.locale, since)

    def _shown_interlude(self, interlude: Interlude) -> Shown:
        session = self.session
        return Shown(
            interlude.scene,
            interlude.page,
            interlude.dots,
            interlude.until,
            interlude.qr,
            self.now.shows_clock,
            session.zone,
            session.locale,
            interlude.since,
        )

    # Paging

    def next_page(self) -> bool:
        """The next page of this phase; false on the last one."""
        return self._turn(self.page_index + 1)

    def previous_page(self) -> bool:
        """The page before in this phase; false on the first one."""
        return self._turn(self.page_index - 1)

    def clicker_next(self) -> bool:
        """The next page; past the last one, the title page of the next phase, whose clock waits a little."""
        if self.next_page():
            return True
        self.settle(at_once=True)
        following = self.phase_after(self.phase)
        if following is None or self.running.key is PhaseKey.BREAK:
            return False
        with self._together():
            self.crossing = Crossing(self.phase.id, self.page_index, self.workplace.clock.monotonic())
            self._go(following.id, 0)
        return True

    def clicker_back(self) -> bool:
        """The page before; on the title page of a phase just paged into, back as if never left."""
        if self.previous_page():
            return True
        crossed = self.crossing
        if crossed is None or self.workplace.clock.monotonic() - crossed.at > RETURNS_WITHIN:
            return False
        with self._together():
            if crossed.settled:
                hours.take_back(self.workplace.record, self.id)
            self._go(crossed.phase, crossed.page)
        self.crossing = None
        return True

    def settle(self, *, at_once: bool = False) -> bool:
        """Start the clock of a phase paged into, once it has been on the wall long enough; whether it was."""
        crossed = self.crossing
        if crossed is None or crossed.settled or self.phase.id == self.running.id:
            return False
        if not at_once and self.workplace.clock.monotonic() - crossed.at < SETTLES_AFTER:
            return False
        hours.begin_phase(self.workplace.record, self.id, self.phase.id)
        crossed.settled = True
        return True

    # Phases, minutes, pauses

    def move_to(self, phase_id: str) -> None:
        """Begin this phase now, on its title page; a phase that was left goes on at the page it had."""
        with self._together():
            if phase_id != self.running.id:
                hours.begin_phase(self.workplace.record, self.id, phase_id)
            self._go(phase_id, self._left_at.get(phase_id, 0))
        self.crossing = None

    def take_break(self, minutes: int) -> None:
        """A break of so many minutes."""
        with self._together():
            self._left_at[self.running.id] = self.page_index
            hours.take_break(self.workplace.record, self.id, minutes)
            self._go(self.running.id, 0)
        self.crossing = None

    def phase_to_go_on_with(self) -> PlannedPhase | None:
        """Where ``m`` points: the phase paged into; after a break the one it came out of if it has time; the next."""
        if self.phase.id != self.running.id:
            return self.phase
        return self.timeline().resumed or self.phase_after(self.running)

    def change_minutes(self, minutes: int, taken_from: PhaseKey | None = None) -> bool:
        """Give the running phase minutes, or take some; false where it has none to give.

        The lesson pays while it is still to come; guarded phases only when named; else the end moves.
        """
        timeline = self.timeline()
        current = timeline.current
        if current is None or current.planned + timedelta(minutes=minutes) < timedelta(minutes=1):
            return False
        wanted = taken_from or PhaseKey.LESSON
        ahead = self.hour.phases[self.hour.phases.index(self.running) + 1 :]
        payer = next((p.id for p in ahead if p.key is wanted), None)
        hours.change_minutes(self.workplace.record, self.id, self.running.id, minutes, taken_from=payer)
        return True

    def skip(self, remedy: Remedy) -> None:
        """Go without these phases, so that the others have their minutes."""
        hours.skip_phases(self.workplace.record, self.id, tuple(phase.id for phase in remedy.skipped))

    def show_clock(self, shows: bool) -> None:
        """Whether the wall shows the hour; for this group, until somebody decides otherwise."""
        groups.set_clock(self.workplace.record, self.group.id, shows)

    def pause(self) -> None:
        """Something came up."""
        hours.pause(self.workplace.record, self.id)

    def resume(self) -> None:
        """The group goes on."""
        hours.resume(self.workplace.record, self.id)

    def started_earlier(self, minutes: int) -> None:
        """The hour began before the key was pressed."""
        hours.started_earlier(self.workplace.record, self.id, minutes)

    # Inside

    def _turn(self, page: int) -> bool:
        if self.interlude is not None:
            self._interlude = None
            return True
        if not 0 <= page < len(self.pages):
            return False
        phase = self.phase.id
        try:
            with self._together():
                if page > 0:
                    self.settle(at_once=True)
                self._go(phase, page)
        except NotWritten:
            self._turn_to(phase, page)  # the group reads on; only a console started again would not know the page
            raise
        return True

    @contextmanager
    def _together(self) -> Iterator[None]:
        """One action; if it is refused, the group is where it was."""
        settled = self.crossing is not None and self.crossing.settled
        before = self._place, self._page, dict(self._left_at), self._interlude, self.crossing
        try:
            with self.workplace.record.atomic():
                yield
        except BaseException:
            self._place, self._page, self._left_at, self._interlude, self.crossing = before
            if self.crossing is not None:
                self.crossing.settled = settled
            raise

    def _turn_to(self, phase_id: str, page: int) -> None:
        self._left_at[self._place] = self._page
        self._interlude = None
        self._place, self._page = phase_id, page
        self._reach()

    def _reach(self) -> None:
        """What begins when a page is reached: the time of an exercise, and the code of a lesson is made."""
        scene = self.page.scene
        if scene is Scene.EXERCISE:
            self._exercise_until = self.workplace.clock.now() + timedelta(minutes=EXERCISE_MINUTES)
        elif scene is Scene.CODE:
            self._code = self.code()

    def _go(self, phase_id: str, page: int) -> None:
        self._turn_to(phase_id, page)
        restore_points.save(self.workplace.record, self.id, restore_points.RestorePoint(phase_id, page))
        shown = self.page.lesson_page
        if shown is not None:
            hours.page_shown(self.workplace.record, self.id, shown)

    def _restore(self) -> None:
        point = restore_points.restore_point(self.workplace.record, self.id)
        if point is not None and self._phase_of(point.place) is not None:
            self._place, self._page = point.place, point.page
        if self._place != self.running.id:
            self.crossing = Crossing(
                self.running.id, len(self.pages_in(self.running)) - 1, self.workplace.clock.monotonic()
            )
        self._reach()

    def _phase_of(self, phase_id: str) -> PlannedPhase | None:
        return next((phase for phase in self.hour.phases if phase.id == phase_id), None)

    def _break_ends(self) -> datetime | None:
        current = self.timeline().current
        return None if current is None else self.workplace.clock.now() + current.planned - current.spent

    def _where_we_are(self) -> Dots:
        lines = agenda_lines(self.source)
        order = [phase.key for phase in self.hour.phases]
        here = order.index(self.phase.key)
        ahead = [place for place, (key, _line) in enumerate(lines, 1) if order.index(key) > here]
        return Dots(ahead[0] if ahead else len(lines), len(lines))
