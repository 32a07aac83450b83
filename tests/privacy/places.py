"""Every screen and dialog of the console, each with a way to open it as it is in use."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

from textual.screen import Screen

import facilitator.console
from agenda.session import PhaseKey
from facilitator.console.chart_flow import chart_of
from facilitator.console.dialogs.base import ConsoleDialog
from facilitator.console.dialogs.came_up import CameUpDialog
from facilitator.console.dialogs.choice import ChoiceDialog
from facilitator.console.dialogs.closed_dates import ClosedDatesDialog
from facilitator.console.dialogs.confirm import ConfirmDialog
from facilitator.console.dialogs.digit import DigitDialog
from facilitator.console.dialogs.flip_chart import FlipChartDialog
from facilitator.console.dialogs.follow_ups import FollowUpsDialog
from facilitator.console.dialogs.form import FormDialog, FormField
from facilitator.console.dialogs.keys import KeysDialog
from facilitator.console.dialogs.member import MemberDialog
from facilitator.console.dialogs.move import MoveDialog
from facilitator.console.dialogs.pairing import PairingDialog
from facilitator.console.dialogs.plan import PlanDialog
from facilitator.console.dialogs.text import TextDialog
from facilitator.console.dialogs.tick import Tick, TickDialog
from facilitator.console.dialogs.uncover import UncoverDialog
from facilitator.console.letter_card import LetterCard
from facilitator.console.rounds import ROUNDS
from facilitator.console.screens.catch_up import CatchUpScreen
from facilitator.console.screens.goal_sheet import GoalSheetScreen
from facilitator.console.screens.group import GroupScreen
from facilitator.console.screens.guided import GuidedScreen
from facilitator.console.screens.home import HomeScreen
from facilitator.console.screens.library import LibraryScreen
from facilitator.console.screens.library_actions import LibraryActions
from facilitator.console.screens.notes import NotesScreen
from facilitator.console.screens.one_screen import OneScreen
from facilitator.console.screens.passphrase import PassphraseScreen
from facilitator.console.screens.projector import ProjectorScreen
from facilitator.console.screens.recovery_code import RecoveryCodeScreen
from facilitator.console.screens.round import RoundScreen
from facilitator.console.screens.session import SessionScreen
from facilitator.console.screens.session_actions import SessionActions
from facilitator.console.screens.session_facts import member_sheet
from facilitator.console.screens.setup import SetupScreen
from facilitator.console.screens.setup_place import laptop_zone
from facilitator.console.screens.setup_steps import steps_of_a_group
from facilitator.console.screens.work_actions import WorkActions
from facilitator.console.ways import moves
from tests.facilitator.console.session.hour import AnHour

AnyScreen = Screen[Any]
BASES: frozenset[type[AnyScreen]] = frozenset({ConsoleDialog, LibraryActions, SessionActions, WorkActions})
"""What others are made from; nobody ever sees one."""


def every_screen() -> set[type[AnyScreen]]:
    """All screens and dialogs defined in the console, whoever imports them."""
    for module in pkgutil.walk_packages(facilitator.console.__path__, "facilitator.console."):
        importlib.import_module(module.name)
    return {one for one in _below(Screen) if one.__module__.startswith("facilitator.console")} - BASES


def _below(base: type[AnyScreen]) -> Iterator[type[AnyScreen]]:
    for one in base.__subclasses__():
        yield one
        yield from _below(one)


def _move(hour: AnHour) -> AnyScreen:
    return MoveDialog(*moves(hour.screen.leading))


def _member(hour: AnHour) -> AnyScreen:
    hour.screen.marking.choose(1)
    sheet = member_sheet(hour.screen)
    assert sheet is not None
    return MemberDialog(sheet)


def _goal_sheet(hour: AnHour) -> AnyScreen:
    last, leading = hour.roster()[-1], hour.screen.leading
    return GoalSheetScreen(last.member, last.name, session=leading.id, today=leading.session.day)


def _round(hour: AnHour) -> AnyScreen:
    """The round of the phase that is on; in a phase without one, that of the welcome."""
    return RoundScreen(hour.screen.session_id, *ROUNDS.get(hour.screen.leading.phase.key, ROUNDS[PhaseKey.WELCOME]))


def _ticks(hour: AnHour) -> AnyScreen:
    ticks = tuple(Tick(str(number), f"Line {number}", is_ticked=False) for number in range(1, 12))
    return TickDialog("Which ones?", ticks, lambda tick: tick, words=True)


def _form(hour: AnHour) -> AnyScreen:
    fields = (FormField("text", "Words", draft_key="a-draft"), FormField("count", "Number", digits=True))
    return FormDialog("Two fields", fields)


def _nothing(*_given: object) -> Any:
    raise AssertionError("nobody asked for this")


def _new_group(hour: AnHour) -> AnyScreen:
    return GuidedScreen("A new group", steps_of_a_group(hour.desk.pack, laptop_zone()), _nothing)


CASES: dict[type[AnyScreen], Callable[[AnHour], AnyScreen]] = {
    CameUpDialog: lambda hour: CameUpDialog(("Breathe out.",), ("Call the crisis line.",)),
    CatchUpScreen: lambda hour: CatchUpScreen(hour.screen.session_id),
    ChoiceDialog: lambda hour: ChoiceDialog("Which one?", ("This", "That")),
    ClosedDatesDialog: lambda hour: ClosedDatesDialog(hour.screen.leading.group.id),
    ConfirmDialog: lambda hour: ConfirmDialog("Is that so?"),
    DigitDialog: lambda hour: DigitDialog("How many?"),
    FlipChartDialog: lambda hour: FlipChartDialog(chart_of(hour.screen)),
    FollowUpsDialog: lambda hour: FollowUpsDialog(hour.screen.leading.group.id),
    FormDialog: _form,
    GoalSheetScreen: _goal_sheet,
    GroupScreen: lambda hour: GroupScreen(hour.screen.leading.group.id),
    GuidedScreen: _new_group,
    HomeScreen: lambda hour: HomeScreen(),
    KeysDialog: lambda hour: KeysDialog(hour.screen),
    LibraryScreen: lambda hour: LibraryScreen(hour.screen.leading.group.id),
    MemberDialog: _member,
    MoveDialog: _move,
    NotesScreen: lambda hour: NotesScreen(hour.screen.session_id),
    PairingDialog: lambda hour: PairingDialog("http://192.0.2.7:8750/remote?pair=a-code-of-one-telephone"),
    OneScreen: lambda hour: OneScreen(),
    PassphraseScreen: lambda hour: PassphraseScreen(_nothing, _nothing),
    PlanDialog: lambda hour: PlanDialog(a_session_to_come(hour)),
    ProjectorScreen: lambda hour: ProjectorScreen(LetterCard(hour.stage, hour.clock), lambda: HomeScreen()),
    RecoveryCodeScreen: lambda hour: RecoveryCodeScreen("ABCD-EFGH-JKLM-NPQR"),
    RoundScreen: _round,
    SessionScreen: lambda hour: SessionScreen(hour.screen.session_id),
    SetupScreen: lambda hour: SetupScreen(hour.stage.parent / "new.record", _nothing),
    TextDialog: lambda hour: TextDialog("A section", "What was written before.", "a-section"),
    TickDialog: _ticks,
    UncoverDialog: lambda hour: UncoverDialog(hour.screen.leading.page.public),
}


def a_session_to_come(hour: AnHour) -> str:
    """The id of a session planned for another day."""
    from facilitator.console.planning import plan_next

    return plan_next(hour.desk, hour.screen.leading.group.id)
