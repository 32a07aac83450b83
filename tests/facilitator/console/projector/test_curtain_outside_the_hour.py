"""F9 and ctrl+space everywhere, b and . everywhere but in a text field: the wall is covered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input

from facilitator.console.calendar.closed_dates import ClosedDatesDialog
from facilitator.console.calendar.plan_dialog import PlanDialog
from facilitator.console.door.recovery_code import RecoveryCodeScreen
from facilitator.console.group.screen import GroupScreen
from facilitator.console.home.follow_ups import FollowUpsDialog
from facilitator.console.home.screen import HomeScreen
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.form_dialog import FormDialog, FormField
from facilitator.console.parts.key_help import KeysDialog
from facilitator.console.parts.line import LineInput
from facilitator.console.setup.guided import GuidedScreen
from facilitator.console.setup.steps import day_step, members_step
from tests.builders import Room, a_session
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import Outside, a_console

FIELDS = (FormField("words", "Words"), FormField("digits", "Digits", digits=True))
OVER_HOME: dict[str, Callable[[Room], Screen[Any]]] = {
    "home": lambda room: HomeScreen(),
    "group": lambda room: GroupScreen(room.group),
    "plan": lambda room: PlanDialog(room.session),
    "form": lambda room: FormDialog("Words", FIELDS),
    "choice": lambda room: ChoiceDialog("Which?", ["one", "two"]),
    "letters": lambda room: ChoiceDialog("Which?", ["one", "two"], letters="cm"),
    "confirm": lambda room: ConfirmDialog("Really?"),
    "keys": lambda room: KeysDialog(HomeScreen()),
    "closed days": lambda room: ClosedDatesDialog(room.group),
    "follow-ups": lambda room: FollowUpsDialog(room.group),
    "guided form": lambda room: GuidedScreen("New", [members_step()], lambda _answers: None),
    "guided list": lambda room: GuidedScreen("New", [day_step()], lambda _answers: None),
    "code": lambda room: RecoveryCodeScreen("AAAAA-BBBBB"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", OVER_HOME)
async def test_the_curtain_falls_whatever_has_the_focus(name: str, tmp_path: Path) -> None:
    room = a_session(started=False)
    workplace = a_workplace(tmp_path, room.record)
    async with a_console(HomeScreen, workplace) as console:
        screen = OVER_HOME[name](room)
        console.app.push_screen(screen)
        await console.comes(type(screen))
        for place in [None, *screen.focus_chain]:
            screen.set_focus(place)
            typed = type(place) in (Input, LineInput)
            for key in ("f9", "ctrl+at") if typed else ("f9", "ctrl+at", "b", "B", "full_stop"):
                await falls(console, key)
        assert console.on_top is screen


async def falls(console: Outside, key: str) -> None:
    console.app.uncover()
    await console.press(key)
    assert console.app.workplace.wall.curtain, key
    assert console.app.curtain, key
