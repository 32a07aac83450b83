"""What goes on after a break."""

from __future__ import annotations

from agenda.record.rows import hour as hours
from agenda.session import PhaseKey, PlannedPhase
from tests.builders import Room, a_session


def resumed(room: Room) -> PlannedPhase | None:
    return hours.hour(room.record, room.session).at(room.clock.now()).resumed


def test_the_lesson_goes_on_while_there_is_time_whatever_was_planned_for_it() -> None:
    """A lesson begun early has used up its planned minutes and still has until the phases after it need theirs."""
    room = a_session()
    hours.begin_phase(room.record, room.session, room.phase(PhaseKey.LESSON))
    room.pass_minutes(25)
    hours.take_break(room.record, room.session, 10)
    phase = resumed(room)
    assert phase is not None
    assert phase.key is PhaseKey.LESSON


def test_a_lesson_whose_time_is_up_does_not_go_on() -> None:
    room = a_session()
    hours.begin_phase(room.record, room.session, room.phase(PhaseKey.LESSON))
    room.pass_minutes(40)
    hours.take_break(room.record, room.session, 10)
    assert resumed(room) is None


def test_another_phase_goes_on_with_the_minutes_it_has_left() -> None:
    room = a_session()
    hours.begin_phase(room.record, room.session, room.phase(PhaseKey.GOALS))
    room.pass_minutes(4)
    hours.take_break(room.record, room.session, 5)
    phase = resumed(room)
    assert phase is not None
    assert phase.key is PhaseKey.GOALS


def test_nothing_is_resumed_outside_a_break() -> None:
    assert resumed(a_session()) is None
