"""The undo law: after any actions whatever, each undo and redo restores every table but the journal, row for row."""

from __future__ import annotations

import pkgutil
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

import agenda.record
from agenda.clock import ManualClock
from agenda.error import Refused
from agenda.ids import SeededIds
from agenda.record import facilitator, session
from agenda.record.action import VERBS, Verb
from agenda.record.connection import Record, connect
from agenda.record.undo import Done, redo, redoable, undo, undoable
from agenda.session import SessionKind
from tests.agenda.record.undo_oracle import Change, Rules, Tables, applied, difference, picture, rules, turned_round
from tests.agenda.record.verb_arguments import ARGUMENTS, Pick
from tests.builders import KEY, MEETS_AT, TODAY, a_clock, a_record, a_session

for _module in pkgutil.walk_packages(agenda.record.__path__, "agenda.record."):
    import_module(_module.name)

Scope = tuple[str | None, str | None]


@dataclass(frozen=True)
class Taken:
    """An action as the test saw it: its verb, every table before and after."""

    verb: str
    before: Tables
    after: Tables

    @property
    def change(self) -> Change:
        return difference(self.before, self.after)


@dataclass
class Desk:
    """A record on disk, two facilitators at it, and what the test expects of their undo and redo."""

    record: Record
    clock: ManualClock
    rules: Rules
    people: tuple[str, ...]
    done: dict[Scope, list[Taken]] = field(default_factory=lambda: defaultdict(list))
    taken_back: dict[Scope, list[Taken]] = field(default_factory=lambda: defaultdict(list))

    def act(self, verb: Verb, numbers: list[int], who: int) -> None:
        self.record.facilitator = self.people[who]
        self.clock.advance(timedelta(seconds=17 * numbers[-1]))
        arguments = ARGUMENTS[verb.name](Pick(self.record, numbers))
        before = picture(self.record)
        try:
            verb.function(self.record, **arguments)
        except Refused:
            assert picture(self.record) == before
            return
        after = picture(self.record)
        if verb.undoable and after != before:
            scope = (arguments.get("session"), self.people[who])
            self.done[scope].append(Taken(verb.name, before, after))
            self.taken_back[scope].clear()

    def undo(self, scope: Scope) -> bool:
        return self._replay(scope, undo, undoable, self.done, self.taken_back, backward=True)

    def redo(self, scope: Scope) -> bool:
        return self._replay(scope, redo, redoable, self.taken_back, self.done, backward=False)

    def _replay(
        self,
        scope: Scope,
        replay: Callable[[Record, str | None], Done | None],
        offered: Callable[[Record, str | None], Done | None],
        source: dict[Scope, list[Taken]],
        target: dict[Scope, list[Taken]],
        *,
        backward: bool,
    ) -> bool:
        """Whether something was replayed; asserts that it was what it had to be."""
        place, self.record.facilitator = scope
        before = picture(self.record)
        offer = offered(self.record, place)
        if not source[scope]:
            assert offer is None
            assert replay(self.record, place) is None
            assert picture(self.record) == before
            return False
        taken = source[scope][-1]
        assert offer is not None
        assert offer.verb == taken.verb
        change = turned_round(taken.change) if backward else taken.change
        start, goal = (taken.after, taken.before) if backward else (taken.before, taken.after)
        expected = applied(change, before, self.rules)
        if before == start:
            assert expected == goal  # nothing came between: the plain law
        if expected is None:
            with pytest.raises(Refused, match="changed since"):
                replay(self.record, place)
            assert picture(self.record) == before
            return False
        done = replay(self.record, place)
        assert done is not None
        assert done.verb == taken.verb
        assert picture(self.record) == expected
        target[scope].append(source[scope].pop())
        return True

    def reopen(self) -> None:
        """As after a restart: another connection, nothing remembered but what is in the file."""
        old = self.record
        assert old.path is not None
        old.db.close()
        self.record = Record(_quick(old.path), old.clock, old.ids, old.facilitator, path=old.path)

    @property
    def scopes(self) -> list[Scope]:
        return list(self.done | self.taken_back)


def _quick(path: Path) -> Database:
    db = connect(path, KEY)
    db.execute("PRAGMA synchronous = OFF")  # no test pulls the plug
    return db


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A group in the middle of its hour, the next session planned, two facilitators who have done nothing yet."""
    path = tmp_path_factory.mktemp("start") / "record"
    record = a_record(a_clock(), path=path)
    facilitator.add(record, "Kim", "OT")
    record.facilitator = None
    room = a_session(record, members=3)
    session.plan(record, room.group, day=TODAY + timedelta(days=7), kind=SessionKind.USUAL)
    record.db.close()
    return path


@contextmanager
def a_desk(start: Path) -> Iterator[Desk]:
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copy(start, folder))
        clock = a_clock(MEETS_AT)
        record = Record(_quick(copy), clock, SeededIds(clock, 2), path=copy)
        people = tuple(f.id for f in facilitator.all_facilitators(record))
        desk = Desk(record, clock, rules(record), people)
        try:
            yield desk
        finally:
            desk.record.db.close()


NUMBERS = st.lists(st.integers(0, 29), min_size=7, max_size=7)
WHO = st.sampled_from((0, 0, 0, 1))
ACTIONS = st.tuples(st.sampled_from(sorted(VERBS)), NUMBERS, WHO)
OTHERS = st.sampled_from(("undo", "undo", "redo", "reopen"))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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


@pytest.mark.parametrize("name", sorted(VERBS))
def test_the_arguments_of_a_verb_are_not_all_refused(start: Path, name: str) -> None:
    """So that the law is about something: with the right steps before it, every verb is done at least once."""
    with a_desk(start) as desk:
        for helper in BEFORE.get(name, ()):
            _until_done(desk, helper)
        _until_done(desk, name)


BEFORE = {
    "attendance.out_or_back": ("attendance.everyone_here",),
    "follow_up.change": ("follow_up.add",),
    "follow_up.done": ("follow_up.add",),
    "group.open_date": ("group.close_date",),
    "phase.take_back": ("phase.begin",),
    "session.resume": ("session.pause",),
    "session.start": ("session.end",),
}


def _until_done(desk: Desk, name: str) -> None:
    before = desk.record.rows("SELECT max(seq) AS last FROM journal")[0]["last"]
    for number in range(200):
        numbers = [(number * 7 + place * (number % 5 + 1)) % 30 for place in range(7)]
        desk.act(VERBS[name], numbers, 0)
        if desk.record.rows("SELECT max(seq) AS last FROM journal")[0]["last"] > before:
            return
    raise AssertionError(f"{name} was never done")
