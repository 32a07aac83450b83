"""The clock of the hour, read from plan, runs, pauses and minutes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from agenda.session import (
    MinuteChange,
    Pause,
    PhaseKey,
    PhaseRun,
    PlannedPhase,
    Session,
    SessionKind,
    standard_minutes,
)
from agenda.timeline import Timeline, timeline
from tests.builders import MEETS_AT, TODAY

ZERO = timedelta()


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


@dataclass
class Course:
    """An hour told in minutes from the moment the group meets."""

    begun: float = 0
    shift: float = 0
    runs: list[tuple[PhaseKey, float, float | None]] = field(default_factory=list)
    pauses: list[tuple[float, float | None]] = field(default_factory=list)
    changes: list[tuple[PhaseKey, int, PhaseKey | None]] = field(default_factory=list)
    phases: tuple[PlannedPhase, ...] = tuple(
        PlannedPhase(key.value, key, length) for key, length in standard_minutes(SessionKind.USUAL, 60).items()
    )

    @property
    def session(self) -> Session:
        return Session(
            id="s",
            group="g",
            number=1,
            kind=SessionKind.USUAL,
            day=TODAY,
            planned_at=MEETS_AT,
            minutes=60,
            zone="UTC",
            locale="en",
            started_at=MEETS_AT + minutes(self.begun),
            ended_at=None,
            clock_shift=minutes(self.shift),
        )

    def at(self, minute: float) -> Timeline:
        return timeline(
            self.session,
            self.phases,
            tuple(
                PhaseRun(f"r{place}", key.value, MEETS_AT + minutes(a), None if b is None else MEETS_AT + minutes(b))
                for place, (key, a, b) in enumerate(self.runs)
            ),
            tuple(
                Pause(f"p{place}", MEETS_AT + minutes(a), None if b is None else MEETS_AT + minutes(b))
                for place, (a, b) in enumerate(self.pauses)
            ),
            tuple(MinuteChange(phase.value, by, payer and payer.value) for phase, by, payer in self.changes),
            MEETS_AT + minutes(minute),
        )


def minute(of: Timeline) -> float:
    return (of.end_at - MEETS_AT) / minutes(1)


def test_a_session_on_time_ends_at_the_agreed_time_and_says_when_to_leave_the_lesson() -> None:
    course = Course(runs=[(PhaseKey.WELCOME, 0, None)])
    now = course.at(2)
    assert now.current is not None
    assert (now.current.phase.key, now.current.spent, now.left, now.over) == (
        PhaseKey.WELCOME, minutes(2), minutes(3), ZERO,
    )  # fmt: skip
    assert now.end_at == MEETS_AT + minutes(60)
    assert now.leave_lesson_at == MEETS_AT + minutes(45)
    assert now.projected_end == now.end_at
    assert (now.late_by, now.paused) == (ZERO, False)


def test_a_phase_that_runs_over_takes_from_the_lesson_and_not_from_the_end() -> None:
    now = Course(runs=[(PhaseKey.WELCOME, 0, None)]).at(9)
    assert (now.left, now.over) == (ZERO, minutes(4))
    assert now.leave_lesson_at == MEETS_AT + minutes(45)
    assert now.projected_end == now.end_at


def test_where_the_lesson_cannot_give_more_the_projected_end_is_late() -> None:
    now = Course(runs=[(PhaseKey.WELCOME, 0, None)]).at(30)
    assert now.late_by == minutes(30 + 2 + 10 + 10 + 2 + 5 + 15 - 60)


def test_the_lesson_lasts_until_the_guarded_phases_need_the_rest() -> None:
    now = Course(runs=[(PhaseKey.WELCOME, 0, 20), (PhaseKey.LESSON, 20, None)]).at(40)
    assert now.left == minutes(5)
    assert Course(runs=[(PhaseKey.LESSON, 20, None)]).at(50).over == minutes(5)


def test_a_late_start_keeps_the_agreed_end() -> None:
    assert minute(Course(begun=12, runs=[(PhaseKey.WELCOME, 12, None)]).at(13)) == 60


def test_a_session_begun_far_from_its_hour_has_its_whole_length() -> None:
    assert minute(Course(begun=180, runs=[(PhaseKey.WELCOME, 180, None)]).at(181)) == 240
    assert minute(Course(begun=-60, runs=[(PhaseKey.WELCOME, -60, None)]).at(-59)) == 0


def test_half_its_length_is_as_far_as_a_session_may_begin_from_its_hour_and_keep_the_agreed_end() -> None:
    assert minute(Course(begun=30).at(30)) == 60
    assert minute(Course(begun=31).at(31)) == 91
    assert minute(Course(begun=-30).at(-30)) == 60
    assert minute(Course(begun=-31).at(-31)) == 29


def test_a_phase_that_paid_more_than_it_had_has_none_left() -> None:
    course = Course(changes=[(PhaseKey.GOALS, 15, PhaseKey.HOMEWORK)], runs=[(PhaseKey.HOMEWORK, 0, None)])
    found = course.at(2).current
    assert found is not None
    assert found.planned == ZERO


def test_a_pause_moves_the_end_and_is_charged_to_no_phase() -> None:
    course = Course(runs=[(PhaseKey.WELCOME, 0, None)], pauses=[(2, None)])
    during = course.at(10)
    assert during.paused
    assert during.current is not None
    assert (during.current.spent, during.left, minute(during)) == (minutes(2), minutes(3), 68)
    after = replace_pauses(course, [(2, 10)]).at(11)
    assert not after.paused
    assert after.current is not None
    assert (after.current.spent, minute(after)) == (minutes(3), 68)


def replace_pauses(course: Course, pauses: list[tuple[float, float | None]]) -> Course:
    return replace(course, pauses=pauses)


def test_a_pause_across_two_phases_is_charged_to_neither() -> None:
    runs = [(PhaseKey.WELCOME, 0.0, 5.0), (PhaseKey.LAST_SESSION, 5.0, None)]
    times = {t.phase.key: t for t in Course(runs=runs, pauses=[(4, 7)]).at(8).phases}
    assert times[PhaseKey.WELCOME].spent == minutes(4)
    assert times[PhaseKey.LAST_SESSION].spent == minutes(1)


def test_minutes_nobody_pays_move_the_end() -> None:
    course = Course(runs=[(PhaseKey.WELCOME, 0, None)], changes=[(PhaseKey.WELCOME, 3, None)])
    assert minute(course.at(1)) == 63
    assert course.at(1).left == minutes(7)
    course.changes = [(PhaseKey.WELCOME, -3, None)]
    assert minute(course.at(1)) == 57


def test_minutes_a_phase_pays_leave_the_end_alone() -> None:
    course = Course(runs=[(PhaseKey.WELCOME, 0, None)], changes=[(PhaseKey.WELCOME, 3, PhaseKey.GOALS)])
    now = course.at(1)
    assert minute(now) == 60
    assert {t.phase.key: t.planned for t in now.phases}[PhaseKey.GOALS] == minutes(7)


def test_a_break_shortens_the_lesson_and_the_lesson_goes_on_after_it() -> None:
    pause = PlannedPhase("break", PhaseKey.BREAK, 10)
    course = Course()
    place = [p.key for p in course.phases].index(PhaseKey.LESSON) + 1
    phases = (*course.phases[:place], pause, *course.phases[place:])
    runs: list[tuple[PhaseKey, float, float | None]] = [(PhaseKey.LESSON, 25, 30), (PhaseKey.BREAK, 30, None)]
    course = replace(course, phases=phases, runs=runs)
    during = course.at(32)
    assert during.left == minutes(8)
    assert during.leave_lesson_at == MEETS_AT + minutes(45)
    assert during.projected_end == MEETS_AT + minutes(60)
    back = replace(course, runs=[*runs[:1], (PhaseKey.BREAK, 30, 40), (PhaseKey.LESSON, 40, None)]).at(41)
    assert back.left == minutes(4)


def with_a_break(after: PhaseKey, runs: list[tuple[PhaseKey, float, float | None]]) -> Course:
    """An hour with a break of ten minutes after this phase."""
    phases = Course().phases
    place = [p.key for p in phases].index(after) + 1
    pause = PlannedPhase(PhaseKey.BREAK.value, PhaseKey.BREAK, 10)
    return Course(phases=(*phases[:place], pause, *phases[place:]), runs=runs)


def resumed(course: Course, at: float) -> PhaseKey | None:
    found = course.at(at).resumed
    return None if found is None else found.key


def test_a_break_that_has_used_some_of_its_minutes_leaves_the_lesson_what_the_rest_leaves() -> None:
    in_time = with_a_break(PhaseKey.LESSON, [(PhaseKey.LESSON, 25, 34), (PhaseKey.BREAK, 34, None)])
    assert [resumed(in_time, at) for at in (34, 40, 44, 44.5)] == [PhaseKey.LESSON] * 3 + [None]
    assert in_time.at(40).left == minutes(4)
    assert in_time.at(40).projected_end == MEETS_AT + minutes(60 + 4)
    too_late = with_a_break(PhaseKey.LESSON, [(PhaseKey.LESSON, 25, 35), (PhaseKey.BREAK, 35, None)])
    assert [resumed(too_late, at) for at in (35, 40, 45)] == [None] * 3


def test_a_phase_before_a_break_goes_on_with_what_it_has_left_if_that_is_a_minute() -> None:
    for spent, expected in ((4, PhaseKey.HOMEWORK), (9, PhaseKey.HOMEWORK), (9.5, None), (12, None)):
        course = with_a_break(PhaseKey.HOMEWORK, [(PhaseKey.HOMEWORK, 7, 7 + spent), (PhaseKey.BREAK, 7 + spent, None)])
        assert resumed(course, 7 + spent + 3) == expected, spent


def test_nothing_is_resumed_outside_a_break() -> None:
    assert resumed(with_a_break(PhaseKey.LESSON, [(PhaseKey.LESSON, 25, None)]), 30) is None


def test_a_phase_skipped_is_not_waited_for() -> None:
    now = Course(runs=[(PhaseKey.WELCOME, 0, 5), (PhaseKey.NEW_HOMEWORK, 5, None)]).at(5)
    assert now.leave_lesson_at is None
    assert now.projected_end == MEETS_AT + minutes(20)


def test_a_clock_set_back_changes_no_duration_and_moves_the_instants_with_it() -> None:
    runs: list[tuple[PhaseKey, float, float | None]] = [(PhaseKey.WELCOME, 0, 5), (PhaseKey.LESSON, 5, None)]
    pauses: list[tuple[float, float | None]] = [(6, 8)]
    before = Course(runs=runs, pauses=pauses).at(20)
    after = Course(runs=runs, pauses=pauses, shift=60).at(20 - 60)
    assert after.phases == before.phases
    assert (after.left, after.over, after.late_by) == (before.left, before.over, before.late_by)
    assert after.end_at == before.end_at - minutes(60)
    assert before.leave_lesson_at is not None
    assert after.leave_lesson_at == before.leave_lesson_at - minutes(60)
    assert after.projected_end == before.projected_end - minutes(60)


def test_nothing_is_on_before_the_first_phase_and_everything_is_ahead() -> None:
    now = Course().at(0)
    assert (now.current, now.left, now.over) == (None, ZERO, ZERO)
    assert now.projected_end == MEETS_AT + minutes(60)


def lefts(now: Timeline) -> dict[PhaseKey, float]:
    return {t.phase.key: t.left / minutes(1) for t in now.phases}


def test_what_is_left_is_said_of_each_phase_and_nothing_of_one_that_is_over_or_passed_over() -> None:
    now = Course(runs=[(PhaseKey.WELCOME, 0, 5), (PhaseKey.HOMEWORK, 5, None)]).at(9)
    assert lefts(now) == {
        PhaseKey.WELCOME: 0, PhaseKey.LAST_SESSION: 0, PhaseKey.HOMEWORK: 6, PhaseKey.GOALS: 10, PhaseKey.AGENDA: 2,
        PhaseKey.LESSON: 18, PhaseKey.NEW_HOMEWORK: 10, PhaseKey.SUMMARY: 5,
    }  # fmt: skip
    assert now.on_time
    assert now.remedy is None


def test_a_late_start_eats_the_lesson_and_is_not_called_on_time() -> None:
    now = Course(begun=7, runs=[(PhaseKey.WELCOME, 7, None)]).at(7)
    assert now.late_by == ZERO
    assert now.short is not None
    assert (now.short.phase.key, now.short.left, now.on_time) == (PhaseKey.LESSON, minutes(9), False)
    assert now.missing == minutes(7)


def test_half_a_minute_is_no_lateness() -> None:
    assert Course(begun=0.5, runs=[(PhaseKey.WELCOME, 0.5, None)]).at(0.5).on_time
    assert not Course(begun=1, runs=[(PhaseKey.WELCOME, 1, None)]).at(1).on_time


def remedied(course: Course, at: float) -> tuple[list[PhaseKey], float | None] | None:
    found = course.at(at).remedy
    if found is None:
        return None
    return [p.key for p in found.skipped], None if found.lesson is None else found.lesson / minutes(1)


def test_the_remedy_leaves_out_the_agenda_first_and_more_only_where_it_is_needed() -> None:
    by_two = Course(begun=2, runs=[(PhaseKey.WELCOME, 2, None)])
    assert remedied(by_two, 2) == ([PhaseKey.AGENDA], 16)
    by_seven = Course(begun=7, runs=[(PhaseKey.WELCOME, 7, None)])
    assert remedied(by_seven, 7) == ([PhaseKey.LAST_SESSION, PhaseKey.AGENDA], 13)
    later = Course(begun=7, runs=[(PhaseKey.WELCOME, 7, 12), (PhaseKey.LAST_SESSION, 12, None)])
    assert remedied(later, 12) == ([PhaseKey.AGENDA], 11)


def test_nothing_is_offered_where_nothing_helps_or_the_clock_stands() -> None:
    in_the_lesson = Course(runs=[(PhaseKey.WELCOME, 0, 40), (PhaseKey.LESSON, 40, None)])
    assert remedied(in_the_lesson, 59) is None
    paused = Course(begun=7, runs=[(PhaseKey.WELCOME, 7, None)], pauses=[(8, None)])
    assert paused.at(9).missing > ZERO
    assert remedied(paused, 9) is None


def test_a_phase_that_is_skipped_has_no_minutes_whatever_was_given_to_it() -> None:
    course = Course(begun=2, runs=[(PhaseKey.WELCOME, 2, None)], changes=[(PhaseKey.AGENDA, 3, None)])
    course.phases = tuple(replace(p, minutes=0) if p.key is PhaseKey.AGENDA else p for p in course.phases)
    assert {t.phase.key: t.planned for t in course.at(2).phases}[PhaseKey.AGENDA] == ZERO
