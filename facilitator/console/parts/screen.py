"""What every screen of the console has in common, dialogs included."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast, runtime_checkable

from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import Screen

from agenda.error import AgendaError
from agenda.record.connection import Record
from facilitator.console.console import Console

Answer = TypeVar("Answer")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class HourNow:
    """``left`` is how long the phase still goes on, in a few words; ``time`` is the time where the group is."""

    left: str
    time: str


@runtime_checkable
class LedScreen(Protocol):
    """The screen of an hour, as far as the application knows it."""

    @property
    def is_leading(self) -> bool:
        """Whether the session is still on."""

    def action_pause(self) -> None:
        """Something came up: the clock stands."""


def ours(error: BaseException) -> AgendaError | None:
    """The refusal behind an error, if it is one of ours; a timer of the toolkit wraps what its work raised."""
    return next((one for one in _chain(error) if isinstance(one, AgendaError)), None)


def _chain(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__


class ConsoleScreen(Screen[Answer]):
    """Knows its console, and answers once: what is typed after the answer closes nothing that lies beneath."""

    seen_at: float | None = None
    """Since when this can be seen, by the clock of messages; none before it is drawn, the first time or again."""

    @property
    def console(self) -> Console:
        """The application, as far as rooms know it."""
        return cast("Console", self.app)

    @property
    def record(self) -> Record:
        """The open record."""
        return self.console.workplace.record

    def refused(self, error: AgendaError) -> None:
        """Say what could not be done; this screen stays, and all that was typed in it."""
        self.console.refuse(error)

    async def _dispatch_message(self, message: Message) -> None:
        """What a handler or a timer of any screen is refused is said in words: it must not end the screen."""
        try:
            await super()._dispatch_message(message)
        except Exception as error:
            refused = ours(error)
            if refused is None:
                raise
            self.refused(refused)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer. Where this screen is not on top (any more), nothing is closed."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def in_the_open(self) -> str:
        """What may be said of this screen while the console is locked: nothing private."""
        return ""

    def hour_now(self) -> HourNow | None:
        """What the hour's clock says, on the screen of an hour."""
        return None

    def turn_page(self, by: int) -> None:
        """A clicker's key while the console is locked; only a running hour has pages."""

    def _compositor_refresh(self) -> None:
        # Textual lets the screen beneath draw as if it shone through; once it has something to draw it never stops,
        # and each time all of the screen on top is drawn again.
        if self.is_active or self.app.screen.styles.background.a < 1:
            super()._compositor_refresh()
            if self.seen_at is None and self.is_active:
                self.seen_at = Message().time

    def on_screen_suspend(self) -> None:
        self.seen_at = None

    def tried(self, work: Callable[[], object]) -> bool:
        """Do it; what is refused is said in words. Whether it was done."""
        try:
            work()
        except AgendaError as refused:
            self.console.refuse(refused)
            return False
        return True

    async def answered(self, flow: Awaitable[Result]) -> Result | None:
        """What comes of a flow; what it is refused is said in words, and is none."""
        try:
            return await flow
        except AgendaError as refused:
            self.console.refuse(refused)
            return None

    def may_write(self) -> bool:
        """Whether this console writes; says why where it does not."""
        return self.tried(self.record.refuse_if_read_only)
