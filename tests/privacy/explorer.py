"""Presses every key of every screen, with dialogs open and closed, and tells someone after each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from agenda.session import PhaseKey
from facilitator.console.app import ConsoleApp
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.move_dialog import MoveDialog
from facilitator.console.hour.room_face import RoomFace
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.notes.screen import NotesScreen
from facilitator.console.people.face import PeopleFace
from tests.facilitator.console.hour.hour import AnHour
from tests.keys import settle, strike
from tests.privacy.places import CASES, every_screen

Ran = tuple[str, str]
"""The class whose key it was, and the action it stands for."""
FACE_CLASSES: tuple[type[Any], ...] = (RoomFace, PeopleFace)
LEAVE = (ConsoleApp.__name__, "leave")
FACES: dict[str, tuple[str, ...]] = {"room": (), "one chosen": ("1",), "one with words": ("3",)}
USUAL_KEYS = ("enter", "down", "f9", "ctrl+p")
"""Keys of what stands in the screens, and of the app where a dialog hides them."""


def bindings_of(kind: type[Any]) -> dict[str, Binding]:
    """The keys a screen or the app has from our own code: those nearest to the class win."""
    found: dict[str, Binding] = {}
    for one in kind.__mro__:
        if one.__module__.startswith("facilitator.console"):
            for binding in one.__dict__.get("BINDINGS", ()):
                for key in binding.key.split(","):
                    found.setdefault(key, binding)
    return found


def every_binding() -> set[Ran]:
    """All that must have run."""
    kinds: Iterable[type[Any]] = (*every_screen(), *FACE_CLASSES, ConsoleApp)
    return {(kind.__name__, binding.action) for kind in kinds for binding in bindings_of(kind).values()}


class Explorer:
    """Explores one phase of an hour."""

    def __init__(self, hour: AnHour, look: Callable[[str], None]) -> None:
        self.hour = hour
        self.ran: set[Ran] = set()
        self.seen: set[str] = set()
        """The names of screens that were on top."""
        self._look = look
        self._base = hour.screen
        self._phase = hour.screen.led.running.id

    @property
    def phase(self) -> PhaseKey:
        return next(p.key for p in self._base.led.hour.phases if p.id == self._phase)

    async def explore(self) -> None:
        """The hour's own screen on each of its faces, then every other screen and dialog above it."""
        for face, keys in FACES.items():
            up = PeopleFace if keys else RoomFace
            for owner in (SessionScreen, up, ConsoleApp):
                for key, binding in one_key_each(bindings_of(owner)):
                    await self._begin(keys)
                    await self._press(owner, key, binding, f"{face}, {key}")
        await self._everyone()
        for kind in CASES:
            if kind is not SessionScreen:
                await self._explore_above(kind)

    async def _everyone(self) -> None:
        """Everyone chosen: all are here, or the count is wrong and the round begins; nobody chosen: the round."""
        for keys in (("0", "h", "3"), ("0", "h", "9", "h"), ("0", "x"), ("tab", "enter", "l"), ("tab", "l")):
            await self._begin(())
            for key in keys:
                await strike(self.hour.pilot, key)
                self._look(f"{self.phase}: {keys}")

    async def _explore_above(self, kind: type[Screen[Any]]) -> None:
        opened: Screen[Any] | None = None
        for key, binding in [*one_key_each(bindings_of(kind)), *((key, None) for key in USUAL_KEYS)]:
            if opened is None or self.hour.on_top is not opened:
                await self._begin(())
                opened = CASES[kind](self.hour)
                self.hour.app.push_screen(opened)
                await settle(self.hour.pilot)
                self.seen.add(type(self.hour.on_top).__name__)
                self._look(f"{self.phase}: {kind.__name__} opened")
            if not self._would_end_the_hour(key):
                await self._press(kind, key, binding, f"{kind.__name__}, {key}")

    def _would_end_the_hour(self, key: str) -> bool:
        top = self.hour.on_top
        return key == "enter" and isinstance(top, MoveDialog) and top.ways.highlighted == top.ways.option_count - 1

    async def _press(self, owner: type[Any], key: str, binding: Binding | None, step: str) -> None:
        if (owner.__name__, binding.action if binding else "") == LEAVE:
            return
        await strike(self.hour.pilot, key)
        if binding is not None:
            self.ran.add((owner.__name__, binding.action))
        self.seen.add(type(self.hour.on_top).__name__)
        self._look(f"{self.phase}: {step}")

    async def _begin(self, keys: tuple[str, ...]) -> None:
        """The hour's own screen, this phase, nobody chosen, the curtain up; then these keys."""
        app: App[Any] = self.hour.app
        above = app.screen is not self._base
        while app.screen is not self._base:
            app.pop_screen()
        led = self._base.led
        if led.timeline().paused:
            led.resume()
        if led.running.id != self._phase or led.phase.id != self._phase:
            led.move_to(self._phase)
        self._base.show_room()
        self.hour.app.uncover()
        if above:
            await settle(self.hour.pilot)
        await strike(self.hour.pilot, *keys)

    async def ends(self) -> None:
        """End, everyone has left, each question of the catch-up, Home, quit."""
        await self._begin(())
        for key in ("m", "e", "y", "y", "h", "1", "enter", "o"):
            await self._at_the_end(key)
        for _closed in range(8):  # what was begun earlier and is slow may still have something to ask
            if isinstance(self.hour.on_top, NotesScreen):
                break
            await self._at_the_end("o" if isinstance(self.hour.on_top, HomeScreen) else "escape")
        assert isinstance(self.hour.on_top, NotesScreen)
        for key in ("down", "down", "1", "x", "ctrl+s", "v", "u", "escape", "f1", "escape"):
            await self._at_the_end(key)
        assert isinstance(self.hour.on_top, HomeScreen)

    async def _at_the_end(self, key: str) -> None:
        await strike(self.hour.pilot, key)
        self._look(f"the end: {key}")


def one_key_each(keys: dict[str, Binding]) -> list[tuple[str, Binding]]:
    """For each action the first key that does it."""
    found: dict[str, tuple[str, Binding]] = {}
    for key, binding in keys.items():
        found.setdefault(binding.action, (key, binding))
    return list(found.values())
