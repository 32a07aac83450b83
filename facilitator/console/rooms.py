"""The doors of the rooms: how one room opens another one's screen without knowing it.

The only place that imports the screens of several rooms, each when its door is opened: most hours never need most of
them, and the first picture of Home does not wait for any.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.screen import Screen

from agenda.session import PhaseKey
from content.pack import Pack


class Doors:
    """The doors as ``Console.rooms`` promises them."""

    def home(self, *, resume: bool = False) -> Screen[None]:
        """The groups; ``resume`` goes back at once into a session that is running."""
        from facilitator.console.home.screen import HomeScreen

        return HomeScreen(resume=resume)

    def session(self, session: str) -> Screen[None]:
        """The running hour."""
        from facilitator.console.hour.screen import SessionScreen

        return SessionScreen(session)

    def round(self, session: str, phase: PhaseKey, going_on: str = "") -> Screen[bool]:
        """The round of a phase; ``going_on`` says how the hour goes on after it, and true that it is to."""
        from facilitator.console.rounds.screen import RoundScreen

        return RoundScreen(session, phase, going_on)

    def catch_up(self, session: str) -> Screen[bool]:
        """What a session still lacks."""
        from facilitator.console.rounds.catch_up import CatchUpScreen

        return CatchUpScreen(session)

    def notes(self, session: str) -> Screen[None]:
        """The progress notes of a session."""
        from facilitator.console.notes.screen import NotesScreen

        return NotesScreen(session)

    def goal_sheet(self, member: str, name: str, *, session: str | None, today: date) -> Screen[None]:
        """A member's goal-tracking sheet."""
        from facilitator.console.goals.screen import GoalSheetScreen

        return GoalSheetScreen(member, name, session=session, today=today)

    def group(self, group: str) -> Screen[None]:
        """The members of a group, and what it agreed."""
        from facilitator.console.group.screen import GroupScreen

        return GroupScreen(group)

    def library(self, group: str, session: str | None = None) -> Screen[None]:
        """The lessons; ``session`` is the one that is being planned."""
        from facilitator.console.library.screen import LibraryScreen

        return LibraryScreen(group, session)

    def plan(self, session: str) -> Screen[None]:
        """The plan of a session to come."""
        from facilitator.console.calendar.plan_dialog import PlanDialog

        return PlanDialog(session)

    def closed_dates(self, group: str) -> Screen[None]:
        """The days on which a group does not meet."""
        from facilitator.console.calendar.closed_dates import ClosedDatesDialog

        return ClosedDatesDialog(group)

    def follow_ups(self, group: str) -> Screen[None]:
        """What is still to do for or with the members of a group."""
        from facilitator.console.home.follow_ups import FollowUpsDialog

        return FollowUpsDialog(group)

    def crisis_help(self, today: date) -> Screen[None]:
        """Whom to turn to in a crisis, where this service is."""
        from facilitator.console.home.crisis_help import CrisisHelpDialog

        return CrisisHelpDialog(today)

    def new_group(self, pack: Pack) -> Screen[None]:
        """The questions that make another group."""
        from facilitator.console.setup.new_group import NewGroupScreen

        return NewGroupScreen(pack)

    def recovery_code(self, code: str, then: Callable[[], None] | None = None) -> Screen[bool]:
        """A recovery code, shown until it is on paper; ``then`` goes on from there."""
        from facilitator.console.door.recovery_code import RecoveryCodeScreen

        return RecoveryCodeScreen(code, then)

    def who_may_open(self) -> Screen[None]:
        """Who can open the record, and when it locks."""
        from facilitator.console.door.who_may_open import WhoMayOpenScreen

        return WhoMayOpenScreen()
