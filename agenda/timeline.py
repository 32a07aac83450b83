"""Where the hour stands: a pure reading of the plan, what was on, and what time it is.

Everything is an absolute instant or a difference of two; nothing counts seconds. The lesson is the flexible phase:
it may last until ``leave_lesson_at``, which leaves the phases after it their whole minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from agenda.session import SHORTEST_LESSON, MinuteChange, Pause, PhaseKey, PhaseRun, PlannedPhase, Session

NONE = timedelta()


@dataclass(frozen=True, slots=True)
class PhaseTime:
    """One phase: planned (with minutes borrowed), spent so far without pauses, and whether it was or is on."""

    phase: PlannedPhase
    planned: timedelta
    spent: timedelta
    begun: bool
    current: bool


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
    return Timeline(
        phases=times,
        current=current,
        left=left,
        over=over,
        leave_lesson_at=None if leave is None else leave - shift,
        end_at=end_at - shift,
        projected_end=_projected(current, ahead, left, leave, moment) - shift,
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
        planned=timedelta(minutes=max(0, minutes)),
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


def _projected(
    current: PhaseTime | None, ahead: tuple[PhaseTime, ...], left: timedelta, leave: datetime | None, now: datetime
) -> datetime:
    end = now + left
    for time in ahead:
        if time.phase.key is PhaseKey.LESSON and leave is not None:
            end = max(leave, end + timedelta(minutes=SHORTEST_LESSON))
        else:
            end += time.planned
    return end
