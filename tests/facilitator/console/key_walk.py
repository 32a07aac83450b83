"""Pressing what is named, and seeing what came of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.screen import Screen

from agenda.attendance import Attendance
from facilitator.console.app import ConsoleApp
from facilitator.console.door import recovery_code
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.projector.broadcast import Shown
from tests.facilitator.console.hour.hour import text_of
from tests.facilitator.console.said import Claim, claims, foot_of, rows_of, standing
from tests.facilitator.console.test_every_key_that_is_named_works import keys_of
from tests.keys import strike

NAMES_ITS_KEYS = "Its key, or Enter."
"""How the hint of a list begins whose lines have a key each."""
ITS_KEY = "its key"
"""What is said of each of them."""


@dataclass(frozen=True, slots=True)
class Look:
    """What can be seen of the console, and what it has kept."""

    stack: tuple[Screen[Any], ...]
    text: str
    focus: object
    said: tuple[tuple[str, str], ...]
    journal: int
    reviews: tuple[str, ...]
    chosen: Attendance | None
    room: bool
    curtain: bool
    wall: Shown | None
    quits: int

    @property
    def top(self) -> Screen[Any]:
        return self.stack[-1]


Outcome = Callable[[Look, Look], bool]
"""Whether what was said has come true, by a look before the key and one after it."""
Outcomes = dict[str | tuple[str, str], Outcome]
"""By the words that say what a key does; by key and words, where the same words say two things."""


@dataclass
class Watch:
    """What keys set off in the application."""

    actions: list[str] = field(default_factory=list)
    quits: int = 0


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Every action a key sets off is written down; to quit is written down and not done, for the walk goes on."""
    seen = Watch()
    run = ConsoleApp.run_action

    async def told(app: ConsoleApp, action: Any, *rest: Any, **named: Any) -> bool:
        seen.actions.append(str(action))
        return await run(app, action, *rest, **named)

    def quits(_app: ConsoleApp) -> None:
        seen.quits += 1

    monkeypatch.setattr(ConsoleApp, "run_action", told)
    monkeypatch.setattr(ConsoleApp, "action_leave", quits)
    monkeypatch.setattr(recovery_code, "PRINTER", "no-such-printer")
    return seen


def look(app: ConsoleApp, watch: Watch) -> Look:
    """What stands there now."""
    workplace = app.workplace_or_none
    hour = next((screen for screen in app.screen_stack if isinstance(screen, SessionScreen)), None)
    rows = [] if workplace is None else workplace.record.rows("SELECT status FROM homework_reviews")
    return Look(
        stack=tuple(app.screen_stack),
        text=text_of(app.screen),
        focus=app.focused,
        said=tuple((notification.identity, notification.message) for notification in app._notifications),
        journal=0 if workplace is None else workplace.record.rows("SELECT count(*) n FROM journal")[0]["n"],
        reviews=tuple(row["status"] for row in rows),
        chosen=None if hour is None else hour.people.marks.chosen.member,
        room=hour is not None and hour.is_room,
        curtain=app.curtain,
        wall=None if workplace is None else workplace.wall.shown,
        quits=watch.quits,
    )


class Walk:
    """Opens a place as often as it has keys, presses one each time, and writes down what was not as it was said."""

    def __init__(
        self, watch: Watch, outcomes: Outcomes, silent: dict[tuple[str, str], str], elsewhere: frozenset[str]
    ) -> None:
        """``silent`` are the keys of which nothing can be seen in a place, each with the reason.

        Sentences ``elsewhere`` tell of keys of another place than the one they stand in.
        """
        self.watch = watch
        self.outcomes, self.silent, self.elsewhere = outcomes, silent, elsewhere
        self.faults: list[str] = []
        self.seen: set[str] = set()
        """The sentences of the catalogue that stood somewhere."""
        self.places: list[str] = []
        self.pressed = 0
        self.kept_silent: set[tuple[str, str]] = set()
        self._done: set[tuple[str, Claim]] = set()

    async def over(
        self,
        app: ConsoleApp,
        pilot: Pilot[None],
        place: str,
        opens: Callable[[], Awaitable[None]],
        *,
        like: str = "",
        alike: frozenset[str] = frozenset(),
        only: bool = False,
    ) -> None:
        """Each key that is named in this place. What is ``alike`` is pressed once in all places that are ``like`` it.

        With ``only``, the sentences of the place, for its foot is that of a place walked over before.
        """
        await opens()
        self.places.append(place)
        is_fresh = True
        for claim in self._named(app.screen, only):
            if claim.does in alike and (like, claim) in self._done:
                continue
            self._done.add((like, claim))
            for key in _ends(keys_of(KEYS_OF.get(claim.key, claim.key))):
                if not is_fresh:
                    await opens()
                is_fresh = False
                if claim.does == ITS_KEY and Claim(claim.key, ITS_KEY) not in _lines(app.screen):
                    continue  # it was offered once, and what was done since has taken it from the list
                await self._press(app, pilot, place, claim, key)

    async def goes(
        self, app: ConsoleApp, pilot: Pilot[None], sentence: str, keys: tuple[str, ...], outcome: Outcome
    ) -> None:
        """The way that a sentence names, from where it begins; what must be so at its end."""
        before = look(app, self.watch)
        await strike(pilot, *keys)
        after = look(app, self.watch)
        self.seen.add(sentence)
        self.pressed += len(keys)
        if not outcome(before, after):
            self.faults.append(f"{sentence} {' '.join(keys)}: {_came_of(before, after)}")

    def _named(self, screen: Screen[Any], only: bool) -> list[Claim]:
        sentences = sorted({*standing(screen)} - self.elsewhere)
        self.seen.update(sentences)
        said = [claim for sentence in sentences for claim in claims(sentence)]
        if any(sentence.startswith(NAMES_ITS_KEYS) for sentence in sentences):
            said += _lines(screen)
        return list(dict.fromkeys([*([] if only else foot_of(screen)), *said]))

    async def _press(self, app: ConsoleApp, pilot: Pilot[None], place: str, claim: Claim, key: str) -> None:
        where = f"{place}: {claim.key} {claim.does} ({key})"
        found = app.screen.active_bindings.get(key)
        binding = found.binding if found is not None and found.enabled else _of_the_app(app, key)
        before = look(app, self.watch)
        self.watch.actions.clear()
        await strike(pilot, key)
        after = look(app, self.watch)
        self.pressed += 1
        if (place, key) in self.silent:
            self.kept_silent.add((place, key))
            if before != after:
                self.faults.append(f"{where}: something came of it after all")
            return
        if binding is None:
            if (place, key) not in TYPED and claim.does != ITS_KEY:
                self.faults.append(f"{where}: no key here")
        elif binding.action not in self.watch.actions and (place, key) not in TYPED:
            self.faults.append(f"{where}: {binding.action} was not carried out, but {self.watch.actions}")
        outcome = self.outcomes.get((claim.key, claim.does)) or self.outcomes.get(claim.does)
        if outcome is None:
            self.faults.append(f"{where}: nothing says what must be so afterwards; {_came_of(before, after)}")
        elif not outcome(before, after):
            self.faults.append(f"{where}: {_came_of(before, after)}")


TYPED = {
    ("ProjectorScreen", "1"), ("ProjectorScreen", "4"), ("FlipChartDialog", "backspace"),
}  # fmt: skip
"""Taken as they are typed and by no binding of their own."""
KEYS_OF = {"a digit": "1", "A digit": "1", "the digit": "1", "A number": "1"}


def _of_the_app(app: ConsoleApp, key: str) -> Binding | None:
    """A key of the application that counts over every dialog, too, and which Textual does not list there."""
    return next((one for one in app._bindings.key_to_bindings.get(key, ()) if one.priority), None)


def _lines(screen: Screen[Any]) -> list[Claim]:
    return [Claim(row.key, ITS_KEY) for row in rows_of(screen)]


def _ends(keys: list[str]) -> list[str]:
    """Of a span of keys the first and the last."""
    return keys if len(keys) <= 3 else [keys[0], keys[-1]]


def _came_of(before: Look, after: Look) -> str:
    if before == after:
        return "nothing came of it"
    changed = [name for name in Look.__slots__ if getattr(before, name) != getattr(after, name)]
    return f"on top is {type(after.top).__name__}, other than before: {', '.join(changed)}"
