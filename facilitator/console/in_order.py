"""Keys take effect one after the other, each on the screen that is shown when its turn comes.

A terminal hands over all that was typed in one burst at once: by a quick hand, a bouncing clicker, a laptop that was
busy. Textual would pass every key on to the screen that is up when the burst arrives, so a digit meant for a dialog
would choose somebody on the screen beneath it. Here a key waits until the one before it has taken effect, opened
dialogs and all. Only one thing differs from typing slowly: a key that is repeated before anybody can have seen the
screen its first press opened counts once, and so do Enter and Esc where the first press closed one. A digit or letter
after a dialog has closed is meant for the screen beneath, which was seen before.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.screen import Screen

if TYPE_CHECKING:
    from textual.dom import DOMNode

Answer = TypeVar("Answer")
Result = TypeVar("Result")
LONGEST_WAIT = 1.0
"""Seconds after which the next key no longer waits: nothing here may ever make the keyboard dead."""
ONCE = frozenset({"enter", "escape"})
"""Keys that confirm and leave: a second press was meant for what the first one closed."""
PASSES = 3
"""A key bubbles up to the app; what it caused (a line submitted) bubbles up, and so does what that caused in turn."""


class InOrder(App[None]):
    """Mix in for the app. ``AT_ONCE`` are the keys that never wait."""

    AT_ONCE: frozenset[str] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Key] = deque()
        self._turn: asyncio.Task[None] | None = None
        self._under_way = 0
        self._still = asyncio.Event()
        self._still.set()
        self.may_show = asyncio.Event()
        """Clear while flows must show nothing new: what they would ask waits."""
        self.may_show.set()

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key) or event.is_forwarded or event.key in self.AT_ONCE:
            await super().on_event(event)
        elif self._turn is not None and not self._turn.done():
            self._waiting.append(event)
        else:
            before = tuple(self.screen_stack)
            await super().on_event(event)
            self._turn = asyncio.create_task(self._take_turns(event, before))

    @property
    def has_settled(self) -> bool:
        """Whether all that was typed has taken effect."""
        return (self._turn is None or self._turn.done()) and self._still.is_set()

    @property
    def is_at_rest(self) -> bool:
        """Whether no flow is in the middle of anything; one that asks, rests."""
        return self._still.is_set()

    def begin(self, flow: Coroutine[Any, Any, object]) -> None:
        """Begin a flow; the next key waits until it is over, or has asked something."""
        self._begins()
        self.run_worker(self._carried_out(flow), group="flow", exit_on_error=False)

    async def ask(self, screen: Screen[Answer]) -> Answer | None:
        """Open a screen and wait until it closes; its answer."""
        if not self.may_show.is_set():
            self._rests()
            await self.may_show.wait()
            self._begins()
        answer = self.push_screen(screen, wait_for_dismiss=True)
        answer.add_done_callback(lambda _answered: self._begins())
        self._rests()
        return await answer

    async def beside(self, work: Callable[[], Result]) -> Result:
        """Do something slow in a thread, while keys go on taking effect."""
        self._rests()
        try:
            return await asyncio.to_thread(work)
        finally:
            self._begins()

    def failed(self, error: Exception) -> None:
        """What a flow raised: as bad as if a key had raised it."""
        self._handle_exception(error)

    async def _carried_out(self, flow: Coroutine[Any, Any, object]) -> None:
        try:
            await flow
        except Exception as error:
            self.failed(error)
        finally:
            self._rests()

    def _begins(self) -> None:
        self._under_way += 1
        self._still.clear()

    def _rests(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._still.set()

    async def _take_turns(self, key: Key, before: Sequence[Screen[Any]]) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(LONGEST_WAIT):
                    await self._has_taken_effect()
            if self._is_unseen(before) or (self._has_changed(before) and key.key in ONCE):
                while self._waiting and self._waiting[0].key == key.key:
                    self._waiting.popleft()
            if not self._waiting:
                return
            key, before = self._waiting.popleft(), tuple(self.screen_stack)
            await super().on_event(key)

    def _is_unseen(self, before: Sequence[Screen[Any]]) -> bool:
        return bool(self.screen_stack) and self.screen not in before

    def _has_changed(self, before: Sequence[Screen[Any]]) -> bool:
        return bool(self.screen_stack) and bool(before) and self.screen is not before[-1]

    async def _has_taken_effect(self) -> None:
        """Until everything between the focused widget and the app has dealt with what waits there, flows included."""
        for _pass in range(PASSES):
            node: DOMNode | None = self.focused or self.screen
            while node is not None:
                if isinstance(node, MessagePump):
                    await _dealt_with(node)
                node = node.parent if node is not self else None
            await self._still.wait()


async def _dealt_with(pump: MessagePump) -> None:
    """Until this one has emptied its queue, or is gone."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def emptied() -> None:
        if not done.done():
            done.set_result(None)

    if pump.call_later(emptied):
        gone = [pump._task] if pump._task is not None else []
        await asyncio.wait([done, *gone], return_when=asyncio.FIRST_COMPLETED)
