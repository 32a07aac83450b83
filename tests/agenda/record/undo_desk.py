"""A desk for trying the undo law: acts, takes back, does again, and knows each time what must come of it."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlite_utils import Database

from agenda.clock import ManualClock
from agenda.error import Refused
from agenda.ids import SeededIds
from agenda.record.action import Verb
from agenda.record.connection import Record, connect
from agenda.record.rows import facilitator
from agenda.record.undo import Done, redo, redoable, undo, undoable
from tests.agenda.record.undo_oracle import Change, Rules, Tables, applied, difference, picture, rules, turned_round
from tests.agenda.record.verb_arguments import ARGUMENTS, Pick
from tests.builders import KEY, MEETS_AT, a_clock

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
