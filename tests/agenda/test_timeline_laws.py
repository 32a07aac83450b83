"""What holds of the clock in any hour whatever."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.session import GUARDED, PhaseKey
from agenda.timeline import Timeline
from tests.agenda.test_timeline import Course
from tests.builders import MEETS_AT

ZERO = timedelta()
KEYS = [phase.key for phase in Course().phases]
MINUTES = st.integers(-5, 130).map(float)


@st.composite
def courses(draw: st.DrawFn) -> tuple[Course, float]:
    """Any course of an hour: phases in any order, back and forth, pauses anywhere, minutes given and taken; and now."""
    order = draw(st.lists(st.sampled_from(KEYS), max_size=8))
    times = sorted(draw(st.lists(MINUTES, min_size=len(order) + 1, max_size=len(order) + 1)))
    ends: list[float | None] = [*times[1:]]
    is_over = draw(st.booleans())
    if ends and not is_over:
        ends[-1] = None
    marks = sorted(draw(st.lists(MINUTES, max_size=6)))
    stops: list[tuple[float, float | None]] = list(zip(marks[::2], marks[1::2], strict=False))
    if len(marks) % 2:
        stops.append((marks[-1], None))
    payers = st.one_of(st.none(), st.sampled_from(KEYS))
    course = Course(
        begun=draw(st.integers(-90, 90)),
        shift=draw(st.integers(0, 120)),
        runs=list(zip(order, times, ends, strict=False)),
        pauses=stops,
        changes=draw(st.lists(st.tuples(st.sampled_from(KEYS), st.integers(-20, 20), payers), max_size=5)),
    )
    return course, max([*times, *marks]) + draw(st.integers(0, 60))


@given(courses())
def test_no_length_is_ever_negative(hour: tuple[Course, float]) -> None:
    course, now = hour
    at = course.at(now)
    lengths = [at.left, at.over, at.late_by, *(t.spent for t in at.phases), *(t.planned for t in at.phases)]
    assert min(lengths) >= ZERO
    assert ZERO in (at.left, at.over)


@pytest.mark.slow
@given(courses())
def test_leaving_the_lesson_in_time_leaves_the_later_phases_their_minutes(hour: tuple[Course, float]) -> None:
    course, now = hour
    at = course.at(now)
    if at.leave_lesson_at is None:
        return
    place = [t.phase.key for t in at.phases].index(PhaseKey.LESSON)
    later = sum((t.planned for t in at.phases[place + 1 :] if not t.begun), ZERO)
    assert at.leave_lesson_at + later == at.end_at


@given(courses(), st.integers(1, 30))
def test_a_pause_moves_the_end_by_its_length_and_charges_no_phase(hour: tuple[Course, float], length: int) -> None:
    course, now = hour
    course.pauses = [(a, b) for a, b in course.pauses if b is not None and b <= now]
    before = course.at(now)
    course.pauses = [*course.pauses, (now, now + length)]
    after = course.at(now + length)
    assert after.end_at == before.end_at + timedelta(minutes=length)
    running = [(t.phase.key, t.spent) for t in before.phases if t.current]
    assert [(t.phase.key, t.spent) for t in after.phases if t.current] == running


@pytest.mark.slow
@given(courses(), st.integers(1, 240))
def test_setting_the_clock_back_changes_no_length(hour: tuple[Course, float], jump: int) -> None:
    course, now = hour
    before = course.at(now)
    course.shift += jump
    after = course.at(now - jump)
    assert _lengths(after) == _lengths(before)
    assert after.end_at == before.end_at - timedelta(minutes=jump)


def _lengths(at: Timeline) -> list[object]:
    return [at.phases, at.left, at.over, at.late_by, at.paused]


@pytest.mark.slow
@given(courses(), st.sampled_from(KEYS), st.integers(1, 15))
def test_a_minute_more_and_a_minute_less_cancel(hour: tuple[Course, float], key: PhaseKey, by: int) -> None:
    course, now = hour
    before = course.at(now)
    course.changes = [*course.changes, (key, by, None), (key, -by, None)]
    assert course.at(now) == before


@given(courses())
def test_all_that_is_left_leads_to_the_end_that_is_told(hour: tuple[Course, float]) -> None:
    course, now = hour
    at = course.at(now)
    left = sum((t.left for t in at.phases), ZERO)
    assert at.projected_end == MEETS_AT + timedelta(minutes=now) + left
    assert at.on_time <= (at.late_by < timedelta(minutes=1))
    if at.on_time:
        assert all(t.left > t.planned - timedelta(minutes=1) for t in at.phases if t.ahead and not t.begun)


@given(courses())
def test_the_remedy_does_what_it_says_and_never_touches_what_is_guarded(hour: tuple[Course, float]) -> None:
    course, now = hour
    before = course.at(now)
    remedy = before.remedy
    if remedy is None:
        return
    keys = {phase.key for phase in remedy.skipped}
    assert keys
    assert not keys & (GUARDED | {PhaseKey.WELCOME, PhaseKey.HOMEWORK, PhaseKey.GOALS, PhaseKey.LESSON})
    assert all(not t.begun and t.ahead for t in before.phases if t.phase.key in keys)
    course.phases = tuple(replace(p, minutes=0) if p.key in keys else p for p in course.phases)
    after = course.at(now)
    assert after.missing < before.missing
    lesson = next(t for t in after.phases if t.phase.key is PhaseKey.LESSON)
    assert remedy.lesson == (lesson.left if lesson.ahead and not lesson.begun else None)
    assert [t.planned for t in after.phases if t.phase.key not in keys] == [
        t.planned for t in before.phases if t.phase.key not in keys
    ]
