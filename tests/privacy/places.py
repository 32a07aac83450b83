"""Every screen and dialog of the console, each with a way to open it as it is in use."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

from textual.screen import Screen

import facilitator.console
from agenda.session import PhaseKey
from facilitator.console.calendar.closed_dates import ClosedDatesDialog
from facilitator.console.calendar.plan_dialog import PlanDialog
from facilitator.console.devices.pairing_dialog import PairingDialog
from facilitator.console.door.lock import LockScreen
from facilitator.console.door.passphrase import PassphraseScreen
from facilitator.console.door.recovery_code import RecoveryCodeScreen
from facilitator.console.door.who_may_open import WhoMayOpenScreen
from facilitator.console.goals.screen import GoalSheetScreen
from facilitator.console.group.screen import GroupScreen
from facilitator.console.home.crisis_help import CrisisHelpDialog
from facilitator.console.home.follow_ups import FollowUpsDialog
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.flip_chart import chart_of
from facilitator.console.hour.flip_chart_dialog import FlipChartDialog
from facilitator.console.hour.move_dialog import MoveDialog
from facilitator.console.hour.move_on import moves
from facilitator.console.hour.one_screen import OneScreen
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.hour.uncover_dialog import UncoverDialog
from facilitator.console.library.screen import LibraryScreen
from facilitator.console.notes.screen import NotesScreen
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.parts.form_dialog import FormDialog, FormField
from facilitator.console.parts.key_help import KeysDialog
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.text import TextDialog
from facilitator.console.parts.tick import Tick, TickDialog
from facilitator.console.parts.undoable_list import UndoableList
from facilitator.console.people.member_dialog import MemberDialog
from facilitator.console.people.member_facts import member_sheet
from facilitator.console.projector.letter_card import LetterCard
from facilitator.console.projector.question import ProjectorScreen
from facilitator.console.rounds.catch_up import CatchUpScreen
from facilitator.console.rounds.rounds import ROUNDS
from facilitator.console.rounds.screen import RoundScreen
from facilitator.console.setup.guided import GuidedScreen
from facilitator.console.setup.new_group import NewGroupScreen
from facilitator.console.setup.place import laptop_zone
from facilitator.console.setup.screen import SetupScreen
from facilitator.console.setup.steps import steps_of_a_group
from tests.builders import TODAY
from tests.facilitator.console.hour.hour import AnHour

AnyScreen = Screen[Any]
BASES: frozenset[type[AnyScreen]] = frozenset({ConsoleDialog, ConsoleScreen, UndoableList})
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
    return MoveDialog(*moves(hour.screen.led))


def _member(hour: AnHour) -> AnyScreen:
    hour.screen.people.marks.chosen.choose(1)
    member = hour.screen.people.marks.chosen.member
    assert member is not None
    return MemberDialog(member_sheet(hour.screen.people.marks, member))


def _goal_sheet(hour: AnHour) -> AnyScreen:
    last, led = hour.roster()[-1], hour.screen.led
    return GoalSheetScreen(last.member, last.name, session=led.id, today=led.session.day)


def _round(hour: AnHour) -> AnyScreen:
    """The round of the phase that is on; in a phase without one, that of the welcome."""
    here = hour.screen.led.phase.key
    return RoundScreen(hour.screen.session_id, here if here in ROUNDS else PhaseKey.WELCOME)


def _ticks(hour: AnHour) -> AnyScreen:
    ticks = tuple(Tick(str(number), f"Line {number}", is_ticked=False) for number in range(1, 12))
    return TickDialog("Which ones?", ticks, lambda tick: tick, words=True)


def _form(hour: AnHour) -> AnyScreen:
    fields = (FormField("text", "Words", draft_key="a-draft"), FormField("count", "Number", digits=True))
    return FormDialog("Two fields", fields)


def _nothing(*_given: object) -> Any:
    raise AssertionError("nobody asked for this")


def _new_group(hour: AnHour) -> AnyScreen:
    return GuidedScreen("A new group", steps_of_a_group(hour.workplace.pack, laptop_zone()), _nothing)


CASES: dict[type[AnyScreen], Callable[[AnHour], AnyScreen]] = {
    PauseDialog: lambda hour: PauseDialog(("Breathe out.",), ("Call the crisis line.",), lambda: "Written."),
    CatchUpScreen: lambda hour: CatchUpScreen(hour.screen.session_id),
    ChoiceDialog: lambda hour: ChoiceDialog("Which one?", ("This", "That")),
    CrisisHelpDialog: lambda _hour: CrisisHelpDialog(TODAY),
    ClosedDatesDialog: lambda hour: ClosedDatesDialog(hour.screen.led.group.id),
    ConfirmDialog: lambda hour: ConfirmDialog("Is that so?"),
    DigitDialog: lambda hour: DigitDialog("How many?"),
    FlipChartDialog: lambda hour: FlipChartDialog(chart_of(hour.app, hour.screen.led, hour.screen.draw)),
    FollowUpsDialog: lambda hour: FollowUpsDialog(hour.screen.led.group.id),
    FormDialog: _form,
    GoalSheetScreen: _goal_sheet,
    GroupScreen: lambda hour: GroupScreen(hour.screen.led.group.id),
    GuidedScreen: _new_group,
    HomeScreen: lambda hour: HomeScreen(),
    KeysDialog: lambda hour: KeysDialog(hour.screen),
    LockScreen: lambda hour: LockScreen(_nothing, lambda _unlocked: None),
    LibraryScreen: lambda hour: LibraryScreen(hour.screen.led.group.id),
    MemberDialog: _member,
    MoveDialog: _move,
    NotesScreen: lambda hour: NotesScreen(hour.screen.session_id),
    PairingDialog: lambda hour: PairingDialog("http://192.0.2.7:8750/telephone?pair=a-code-of-one-telephone"),
    OneScreen: lambda hour: OneScreen(),
    PassphraseScreen: lambda hour: PassphraseScreen(_nothing, _nothing),
    PlanDialog: lambda hour: PlanDialog(a_session_to_come(hour)),
    ProjectorScreen: lambda hour: ProjectorScreen(LetterCard(hour.stage, hour.clock), lambda: HomeScreen()),
    RecoveryCodeScreen: lambda hour: RecoveryCodeScreen("ABCD-EFGH-JKLM-NPQR"),
    RoundScreen: _round,
    NewGroupScreen: lambda hour: NewGroupScreen(hour.workplace.pack),
    SessionScreen: lambda hour: SessionScreen(hour.screen.session_id),
    SetupScreen: lambda hour: SetupScreen(hour.stage.parent / "new.record", _nothing),
    TextDialog: lambda hour: TextDialog("A section", "What was written before.", "a-section"),
    TickDialog: _ticks,
    UncoverDialog: lambda hour: UncoverDialog(hour.screen.led.page.public),
    WhoMayOpenScreen: lambda hour: WhoMayOpenScreen(),
}


def a_session_to_come(hour: AnHour) -> str:
    """The id of a session planned for another day."""
    from facilitator.console.calendar.next_session import plan_next

    return plan_next(hour.workplace, hour.screen.led.group.id)
