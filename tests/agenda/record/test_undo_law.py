"""The undo law: after any actions whatever, each undo and redo restores every table but the journal, row for row."""

from __future__ import annotations

import pkgutil
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import agenda.record
from agenda.homework import Plan
from agenda.record.action import VERBS
from agenda.record.rows import facilitator, goal, homework, session, turn
from agenda.session import SessionKind
from tests.agenda.record.undo_desk import Desk, a_desk
from tests.agenda.record.verb_arguments import ARGUMENTS
from tests.builders import TODAY, a_clock, a_record, a_session
from tests.laws import tried

for _module in pkgutil.walk_packages(agenda.record.__path__, "agenda.record."):
    import_module(_module.name)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A group in the middle of its second hour, the third planned; two facilitators who have done nothing yet.

    From the first hour there is homework, a goal with a step, and a member who did not wish to take a turn.
    """
    path = tmp_path_factory.mktemp("start") / "record"
    record = a_record(a_clock(), path=path)
    facilitator.add(record, "Kim", "OT")
    record.facilitator = None
    room = a_session(record, members=3)
    for member in room.members[:2]:
        homework.agree(record, room.session, member, Plan("Walk"), option=1)
        short = goal.add_short_term_goal(
            record, goal.set_goal(record, member, "A flat", on=TODAY), "Save", starts=TODAY
        )
        goal.add_step(record, short, "Open an account", starts=TODAY)
    turn.answer(record, room.session, room.members[2], turn.NOT_TODAY)
    session.end(record, room.session)
    second, _third = (
        session.plan(record, room.group, day=TODAY + timedelta(days=days), kind=SessionKind.USUAL) for days in (7, 14)
    )
    session.start(record, second)
    record.db.close()
    return path


NUMBERS = st.lists(st.integers(0, 29), min_size=7, max_size=7)
WHO = st.sampled_from((0, 0, 0, 1))
ACTIONS = st.tuples(st.sampled_from(sorted(VERBS)), NUMBERS, WHO)
OTHERS = st.sampled_from(("undo", "undo", "redo", "reopen"))


@pytest.mark.slow
@settings(max_examples=tried(250), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=st.lists(st.one_of(ACTIONS, ACTIONS, ACTIONS, OTHERS), min_size=4, max_size=20),
    again=st.integers(0, 5),
)
def test_each_undo_and_redo_restores_every_table(
    start: Path, steps: list[str | tuple[str, list[int], int]], again: int
) -> None:
    with a_desk(start) as desk:
        for step in steps:
            if isinstance(step, tuple):
                name, numbers, who = step
                desk.act(VERBS[name], numbers, who)
            elif step == "reopen":
                desk.reopen()
            else:
                for scope in desk.scopes:
                    desk.undo(scope) if step == "undo" else desk.redo(scope)
        for replay, times in ((desk.undo, 99), (desk.redo, 99), (desk.undo, again)):
            desk.reopen()
            for scope in desk.scopes:
                count = 0
                while count < times and replay(scope):
                    count += 1


def test_every_verb_has_arguments_to_be_tried_with() -> None:
    assert set(ARGUMENTS) == set(VERBS)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(VERBS))
def test_the_arguments_of_a_verb_are_not_all_refused(start: Path, name: str) -> None:
    """So that the law is about something: with the right steps before it, every verb is done at least once."""
    with a_desk(start) as desk:
        for earlier in BEFORE.get(name, ()):
            _until_done(desk, earlier)
        _until_done(desk, name)


BEFORE = {
    "session.reopen": ("session.end",),
    "attendance.out_or_back": ("attendance.everyone_here",),
    "attendance.take_back_check_in": ("attendance.check_in",),
    "follow_up.came_of": ("follow_up.appointment",),
    "follow_up.change": ("follow_up.add",),
    "follow_up.done": ("follow_up.add",),
    "goal.achieve": ("goal.set",),
    "goal.add_short_term": ("goal.set",),
    "goal.add_step": ("goal.set", "goal.add_short_term"),
    "goal.change": ("goal.set",),
    "goal.change_short_term": ("goal.set", "goal.add_short_term"),
    "goal.change_step": ("goal.set", "goal.add_short_term", "goal.add_step"),
    "goal.review_short_term": ("goal.set", "goal.add_short_term"),
    "consent.withdraw": ("consent.give",),
    "flip_chart.take_back": ("flip_chart.write",),
    "group.open_date": ("group.close_date",),
    "homework.agree_all": ("attendance.everyone_here",),
    "homework.drop": ("homework.agree",),
    "homework.review": ("homework.agree", "session.end", "session.start"),
    "homework.reword": ("homework.agree",),
    "homework.when_and_where": ("homework.agree",),
    "homework.unreview": ("homework.agree", "session.end", "session.start", "homework.review"),
    "lesson.take_up": ("lesson.skip",),
    "note.unreview": ("note.review",),
    "phase.take_back": ("phase.begin",),
    "session.resume": ("session.pause",),
    "session.start": ("session.end",),
    "turn.hold": ("goal.set",),
    "turn.write": ("goal.set", "turn.hold"),
}


def _until_done(desk: Desk, name: str) -> None:
    before = desk.record.rows("SELECT max(seq) AS last FROM journal")[0]["last"]
    for number in range(200):
        numbers = [(number * 7 + place * (number % 5 + 1)) % 30 for place in range(7)]
        desk.act(VERBS[name], numbers, 0)
        if desk.record.rows("SELECT max(seq) AS last FROM journal")[0]["last"] > before:
            return
    raise AssertionError(f"{name} was never done")
