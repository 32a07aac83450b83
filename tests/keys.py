"""Keys for a console or wall in a test, many a second: each is followed to the end of what it set off.

``Pilot.press`` waits by the clock until the process seems idle, 40 ms a key. Here every queue is emptied instead, some
rounds of them, because a key may open a dialog whose answer is handed back through another queue.
"""

from __future__ import annotations

import asyncio
import unicodedata
from typing import Any

import pytest
from textual.app import App
from textual.events import Key, Paste
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot

ROUNDS = 6
LONGEST = 60.0
"""Seconds of waiting after which a test fails: long enough for a busy machine, short enough to name what hangs."""


async def strike(pilot: Pilot[Any], *keys: str) -> None:
    """Press these keys, one after the other, each done with before the next."""
    for key in keys:
        event = _event(key)
        event.set_sender(pilot.app)
        assert pilot.app._driver is not None
        pilot.app._driver.send_message(event)
        await settle(pilot)


async def paste(pilot: Pilot[Any], words: str) -> None:
    """Put these words into whatever has the focus, as a terminal does that pastes them."""
    event = Paste(words)
    event.set_sender(pilot.app)
    assert pilot.app._driver is not None
    pilot.app._driver.send_message(event)
    await settle(pilot)


async def at_once(pilot: Pilot[Any], *keys: str) -> None:
    """These keys in one write, as a terminal hands over what was typed while it was busy."""
    assert pilot.app._driver is not None
    for key in keys:
        event = _event(key)
        event.set_sender(pilot.app)
        pilot.app._driver.send_message(event)
    await settle(pilot)


async def settle(pilot: Pilot[Any]) -> None:
    """Let everything that is under way be done and drawn."""
    deadline = asyncio.get_running_loop().time() + LONGEST
    for _round in range(ROUNDS):
        await asyncio.sleep(0)
        if not pilot.app.is_running:
            return
        await _emptied(_pumps(pilot.app))
        while not getattr(pilot.app, "has_settled", True):  # keys of the console take effect one after the other
            if asyncio.get_running_loop().time() > deadline:
                pytest.fail(f"a key has not taken effect in {LONGEST:.0f} seconds: {_flows()}")
            await asyncio.sleep(0)
    await pilot._wait_for_screen()
    if pilot.app.screen_stack:
        pilot.app.screen._on_timer_update()


def _pumps(app: App[Any]) -> list[MessagePump]:
    """Whoever may have a part in a key: the app, every screen, the focused widget and what it stands in."""
    focused = app.focused
    return [app, *app.screen_stack, *(focused.ancestors_with_self if focused is not None else ())]


async def _emptied(pumps: list[MessagePump]) -> None:
    """Wait until each has done what was in its queue, or is gone."""
    for pump in dict.fromkeys(pumps):
        done = asyncio.get_running_loop().create_future()
        if pump.call_later(_set, done):
            gone = [pump._task] if pump._task is not None else []
            ended, _late = await asyncio.wait([done, *gone], timeout=LONGEST, return_when=asyncio.FIRST_COMPLETED)
            assert ended, f"{type(pump).__name__} has not emptied its queue in {LONGEST:.0f} seconds"


def _set(done: asyncio.Future[None]) -> None:
    if not done.done():
        done.set_result(None)


def _flows() -> list[str]:
    """What every task is in the middle of, by the names of the functions, the innermost last."""
    return [" > ".join(_waits_in(task.get_coro())) for task in asyncio.all_tasks()]


def _waits_in(awaited: Any) -> list[str]:
    names: list[str] = []
    while awaited is not None and hasattr(awaited, "cr_await"):
        line = awaited.cr_frame.f_lineno if awaited.cr_frame is not None else 0
        names.append(f"{awaited.__qualname__}:{line}")
        awaited = awaited.cr_await
    return [*names, type(awaited).__name__]


def _event(key: str) -> Key:
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        character = name if len(name) == 1 else None
    return Key(name, character)
