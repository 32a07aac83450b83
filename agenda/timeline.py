"""Where the hour stands: a pure reading of the plan, what was on, and what time it is.

Everything is an absolute instant or a difference of two; nothing counts seconds. The lesson is the flexible phase:
it may last until ``leave_lesson_at``, which leaves the phases after it their whole minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agenda.session import (
    MAY_BE_SKIPPED,
    SHORTEST_LESSON,
    MinuteChange,
    Pause,
    PhaseKey,
    PhaseRun,
    PlannedPhase,
    Session,
)

NONE = timedelta()
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class PhaseTime:
    """One phase: planned (with minutes borrowed), spent so far without pauses, and whether it was or is on."""

    phase: PlannedPhase
    planned: timedelta
    spent: timedelta
    begun: bool
    current: bool
    left: timedelta = NONE
    """What it will have as the hour goes: of a phase to come its minutes, of the lesson what the others leave it;
    nothing of one that is over."""
    ahead: bool = False
    """Whether it is still to come; one that was passed over is not."""

    @property
    def lacks(self) -> timedelta:
        """How much of its minutes a phase to come will not have; one taken up again has had its share."""
        return max(NONE, self.planned - self.left) if self.ahead and not self.begun else NONE


@dataclass(frozen=True, slots=True)
class Remedy:
    """What one key could do about the minutes that are missing: go without these, and what the lesson then has."""

    skipped: tuple[PlannedPhase, ...]
    lesson: timedelta | None
    """None where no lesson is to come: then the hour ends earlier by as much."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The hour at one instant. ``left`` is never negative; ``over`` is how far the phase has run past its time."""

    phases: tuple[PhaseTime, ...]
    current: PhaseTime | None
    left: timedelta
    over: timedelta
    leave_lesson_at: datetime | None
    end_at: datetime
    """When the hour should end: the agreed end, later by pauses and by minutes nobody pays."""
    projected_end: datetime
    paused: bool
    resumed: PlannedPhase | None = None
    """During a break, the phase that goes on after it; none where it has no time left."""

    @property
    def late_by(self) -> timedelta:
        """How far the projected end lies behind the end aimed at; never negative."""
        return max(NONE, self.projected_end - self.end_at)

    @property
    def short(self) -> PhaseTime | None:
        """The phase to come that will not have its minutes, by a minute or more; none while each of them has."""
        return next((t for t in self.phases if t.lacks >= MINUTE), None)

    @property
    def missing(self) -> timedelta:
        """All the minutes that are not there any more: those the lesson lacks, and those by which the hour is late."""
        return self.late_by + sum((t.lacks for t in self.phases), NONE)

    @property
    def on_time(self) -> bool:
        """Whether the hour ends when it should and every phase to come still has its minutes."""
        return self.late_by < MINUTE and self.short is None

    @property
    def remedy(self) -> Remedy | None:
        """The fewest phases to go without, so that the most is made good; none where nothing is missing or helps."""
        if self.on_time or self.paused:
            return None
        chosen: list[PhaseTime] = []
        for key in MAY_BE_SKIPPED:
            found = next((t for t in self.phases if t.phase.key is key and not t.begun and t.left >= MINUTE), None)
            if found is not None and sum((t.left for t in chosen), NONE) < self.missing - MINUTE / 2:
                chosen.append(found)
        if not chosen:
            return None
        gained = max(NONE, sum((t.left for t in chosen), NONE) - self.late_by)
        lesson = next((t for t in self.phases if t.phase.key is PhaseKey.LESSON and not t.begun), None)
        order = tuple(t.phase for t in self.phases if t in chosen)
        return Remedy(order, None if lesson is None else lesson.left + gained)


def timeline(
    session: Session,
    phases: tuple[PlannedPhase, ...],
    runs: tuple[PhaseRun, ...],
    pauses: tuple[Pause, ...],
    changes: tuple[MinuteChange, ...],
    now: datetime,
) -> Timeline:
    """Read the clock of a session that has been started; ``now`` and every instant in the answer are the laptop's."""
    shift = session.clock_shift
    moment = now + shift
    times = tuple(_phase_time(p, runs, pauses, changes, moment) for p in phases)
    current = next((t for t in times if t.current), None)
    end_at = _end(session, pauses, changes, moment)
    resumed = None if current is None else _resumed(times, current, end_at, moment)
    ahead = _ahead(times, current, resumed)
    leave = _leave_lesson(times, current, ahead, end_at)
    left, over = _left(current, leave, moment)
    lefts = _lefts(current, ahead, left, leave, moment)
    return Timeline(
        phases=tuple(
            replace(t, left=lefts.get(t.phase.id, NONE), ahead=t.phase.id in lefts and not t.current) for t in times
        ),
        current=None if current is None else replace(current, left=left),
        left=left,
        over=over,
        leave_lesson_at=None if leave is None else leave - shift,
        end_at=end_at - shift,
        projected_end=moment + sum(lefts.values(), NONE) - shift,
        paused=any(p.ended_at is None for p in pauses),
        resumed=None if resumed is None else resumed.phase,
    )


def paused_total(pauses: tuple[Pause, ...], now: datetime) -> timedelta:
    """All pauses together; one still on counts up to now."""
    return sum((_length(p.began_at, p.ended_at, now) for p in pauses), NONE)


def _length(began: datetime, ended: datetime | None, now: datetime) -> timedelta:
    return max(NONE, (ended or now) - began)


def _overlap(run: PhaseRun, pauses: tuple[Pause, ...], now: datetime) -> timedelta:
    total = NONE
    for pause in pauses:
        begin = max(run.began_at, pause.began_at)
        total += max(NONE, min(run.ended_at or now, pause.ended_at or now) - begin)
    return total


def _phase_time(
    phase: PlannedPhase,
    runs: tuple[PhaseRun, ...],
    pauses: tuple[Pause, ...],
    changes: tuple[MinuteChange, ...],
    now: datetime,
) -> PhaseTime:
    mine = [run for run in runs if run.phase == phase.id]
    minutes = phase.minutes + sum(c.minutes for c in changes if c.phase == phase.id)
    minutes -= sum(c.minutes for c in changes if c.taken_from == phase.id)
    spent = sum((_length(r.began_at, r.ended_at, now) - _overlap(r, pauses, now) for r in mine), NONE)
    return PhaseTime(
        phase=phase,
        planned=NONE if phase.skipped else timedelta(minutes=max(0, minutes)),
        spent=max(NONE, spent),
        begun=bool(mine),
        current=any(run.ended_at is None for run in mine),
    )


def _end(
    session: Session,
    pauses: tuple[Pause, ...],
    changes: tuple[MinuteChange, ...],
    now: datetime,
) -> datetime:
    """The agreed end; for a session begun far from its hour, the start and its minutes."""
    length = timedelta(minutes=session.minutes)
    started = session.started_at or session.planned_at
    near = abs(started - session.planned_at) <= length / 2
    unpaid = timedelta(minutes=sum(c.minutes for c in changes if c.taken_from is None))
    agreed = (session.planned_at if near else started) + length
    return agreed + unpaid + paused_total(pauses, now)


def _ahead(times: tuple[PhaseTime, ...], current: PhaseTime | None, resumed: PhaseTime | None) -> tuple[PhaseTime, ...]:
    """The phases still to come, those after the current one that have not been on."""
    if current is None:
        return tuple(t for t in times if not t.begun)
    rest = tuple(t for t in times[times.index(current) + 1 :] if not t.begun)
    return rest if resumed is None else (resumed, *rest)


def _resumed(times: tuple[PhaseTime, ...], current: PhaseTime, end_at: datetime, now: datetime) -> PhaseTime | None:
    """The phase a break came out of, if it has at least a minute left to go on with; else none.

    A lesson has until the phases after it need their minutes, whatever was planned for it.
    """
    if current.phase.key is not PhaseKey.BREAK:
        return None
    place = times.index(current)
    before = times[place - 1]
    left = before.planned - before.spent
    if before.phase.key is PhaseKey.LESSON:
        after = sum((t.planned for t in times[place + 1 :] if not t.begun), NONE)
        left = end_at - after - now - max(NONE, current.planned - current.spent)
    return replace(before, planned=left) if left >= timedelta(minutes=1) else None


def _leave_lesson(
    times: tuple[PhaseTime, ...], current: PhaseTime | None, ahead: tuple[PhaseTime, ...], end_at: datetime
) -> datetime | None:
    lesson = next((t for t in times if t.phase.key is PhaseKey.LESSON), None)
    if lesson is None or lesson.phase not in [t.phase for t in (*ahead, current) if t is not None]:
        return None
    place = times.index(lesson)
    after = sum((t.planned for t in times[place + 1 :] if not t.begun), NONE)
    return end_at - after


def _left(current: PhaseTime | None, leave: datetime | None, now: datetime) -> tuple[timedelta, timedelta]:
    if current is None:
        return NONE, NONE
    if current.phase.key is PhaseKey.LESSON and leave is not None:
        left = leave - now
    else:
        left = current.planned - current.spent
    return max(NONE, left), max(NONE, -left)


def _lefts(
    current: PhaseTime | None, ahead: tuple[PhaseTime, ...], left: timedelta, leave: datetime | None, now: datetime
) -> dict[str, timedelta]:
    """By phase, what the one that is on and each to come will have if everything takes its minutes from now on."""
    found = {} if current is None else {current.phase.id: left}
    moment = now + left
    for time in ahead:
        length = time.planned
        if time.phase.key is PhaseKey.LESSON and leave is not None:
            length = max(leave - moment, timedelta(minutes=SHORTEST_LESSON))
        found[time.phase.id] = length
        moment += length
    return found
