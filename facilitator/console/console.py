"""What a screen, a dialog or a flow may ask of the application that shows it: all that rooms know of it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.screen import Screen

from agenda.error import AgendaError
from agenda.session import PhaseKey
from content.pack import Pack
from facilitator.console.projector.projector import Projector
from facilitator.console.workplace import Workplace

if TYPE_CHECKING:
    from facilitator.console.devices.servers import Servers

Answer = TypeVar("Answer")
Result = TypeVar("Result")


class Rooms(Protocol):
    """The doors: each makes another room's screen; whoever asks for it opens it."""

    def home(self, *, resume: bool = False) -> Screen[None]:
        """The groups; ``resume`` goes back at once into a session that is running."""

    def session(self, session: str) -> Screen[None]:
        """The running hour."""

    def round(self, session: str, phase: PhaseKey, going_on: str = "") -> Screen[bool]:
        """The round of a phase; ``going_on`` says how the hour goes on after it, and true that it is to."""

    def catch_up(self, session: str) -> Screen[bool]:
        """What a session still lacks."""

    def notes(self, session: str) -> Screen[None]:
        """The progress notes of a session."""

    def goal_sheet(self, member: str, name: str, *, session: str | None, today: date) -> Screen[None]:
        """A member's goal-tracking sheet."""

    def group(self, group: str) -> Screen[None]:
        """The members of a group, and what it agreed."""

    def library(self, group: str, session: str | None = None) -> Screen[None]:
        """The lessons; ``session`` is the one that is being planned."""

    def plan(self, session: str) -> Screen[None]:
        """The plan of a session to come."""

    def crisis_help(self, today: date) -> Screen[None]:
        """Whom to turn to in a crisis, where this service is."""

    def closed_dates(self, group: str) -> Screen[None]:
        """The days on which a group does not meet."""

    def follow_ups(self, group: str) -> Screen[None]:
        """What is still to do for or with the members of a group."""

    def new_group(self, pack: Pack) -> Screen[None]:
        """The questions that make another group."""

    def recovery_code(self, code: str, then: Callable[[], None] | None = None) -> Screen[bool]:
        """A recovery code, shown until it is on paper; ``then`` goes on from there."""

    def who_may_open(self) -> Screen[None]:
        """Who can open the record, and when it locks."""


class Console(Protocol):
    """The console's application as its rooms see it."""

    projector: Projector
    """What the projector shows today."""

    @property
    def workplace(self) -> Workplace:
        """The open record and what stands around it."""

    @property
    def rooms(self) -> Rooms:
        """The doors to the other rooms' screens."""

    @property
    def servers(self) -> Servers:
        """The servers of wall and telephone, which run once somebody asks for them."""

    @property
    def screen(self) -> Screen[Any]:
        """What is on top now."""

    @property
    def is_a_bounce(self) -> bool:
        """Whether the clicker's key heard now is still the press before."""

    def begin(self, flow: Coroutine[Any, Any, object]) -> None:
        """Begin a flow: something that asks, waits for the answer and goes on. What it refuses is said in words."""

    async def ask(self, screen: Screen[Answer]) -> Answer | None:
        """Open a screen or dialog and wait until it closes; its answer. Only within a flow."""

    async def beside(self, work: Callable[[], Result]) -> Result:
        """Do something slow in a thread, while keys go on taking effect. Only within a flow."""

    def say(self, words: str, *, title: str = "", is_problem: bool = False, seconds: float | None = None) -> None:
        """A line that goes away by itself."""

    def refuse(self, error: AgendaError) -> None:
        """Say what cannot be done and what to do instead."""

    def enter(self, workplace: Workplace) -> None:
        """A record was opened: this is what is worked with from now on."""

    def is_led_from_elsewhere(self) -> None:
        """A button of the paired telephone: whoever leads is there, so that the console does not lock by itself."""

    def lower(self) -> None:
        """Cover the wall."""

    def uncover(self) -> None:
        """Raise the curtain."""
