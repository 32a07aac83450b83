"""On every screen every key, while the disk takes nothing: each is answered in words and the console goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from agenda.record.connection import Record
from agenda.record.rows import group as groups
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey
from facilitator.console.group.screen import GroupScreen
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.library.screen import LibraryScreen
from facilitator.console.notes.screen import NotesScreen
from facilitator.console.rooms import Doors
from tests.builders import TODAY, tables
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.hour.work import a_record_with_a_past
from tests.facilitator.console.outside import Outside, a_console
from tests.faults.disk import a_disk

NOT_PRESSED = frozenset({"ctrl+q", "ctrl+p", "f4", "w", "W", "f1", "question_mark"})
"""Quitting, the palette, one screen, paper (which asks a printer), and the list of keys: nothing of them is written."""
LONGEST = 5
"""Dialogs one key may open before it is given up; Enter takes what is offered."""


def started(record: Record) -> str:
    [group] = groups.all_groups(record)
    session = sessions.next_session(record, group.id)
    assert session is not None
    sessions.start(record, session.id)
    return session.id


def a_member(record: Record) -> tuple[str, str]:
    row = record.row("SELECT id, name FROM members ORDER BY digit")
    assert row is not None
    return row["id"], row["name"]


def of_the_group(record: Record) -> str:
    return groups.all_groups(record)[0].id


SCREENS: dict[str, Callable[[Record], Screen[Any]]] = {
    "home": lambda record: HomeScreen(),
    "the hour": lambda record: SessionScreen(started(record)),
    "round": lambda record: Doors().round(started(record), PhaseKey.WELCOME),
    "notes": lambda record: NotesScreen(started(record)),
    "goals": lambda record: Doors().goal_sheet(*a_member(record), session=None, today=TODAY),
    "group": lambda record: GroupScreen(of_the_group(record)),
    "library": lambda record: LibraryScreen(of_the_group(record)),
}


async def back_to(console: Outside, screen: Screen[Any], depth: int) -> None:
    for _try in range(2 * LONGEST):
        if len(console.app.screen_stack) <= depth:
            return
        await console.press("escape")


@pytest.mark.slow
@pytest.mark.parametrize("where", SCREENS)
async def test_every_key_is_survived(where: str, tmp_path: Path) -> None:
    record = a_record_with_a_past(("Ana", "Bruno"))
    screen = SCREENS[where](record)
    async with a_console(lambda: screen, a_workplace(tmp_path, record)) as console:
        before = tables(record)  # that a page was opened is written down
        with a_disk(record) as disk:
            disk.fault = sqlite3.SQLITE_FULL
            keys = sorted({key for key in screen.active_bindings if key not in NOT_PRESSED and key != "escape"})
            assert len(keys) > 3
            depth = len(console.app.screen_stack)
            for key in ("1", *keys):
                await console.press(key)
                for _dialog in range(LONGEST):
                    if len(console.app.screen_stack) <= depth:
                        break
                    await console.press("1", "enter")
                await back_to(console, screen, depth)
                assert console.app.return_code is None, key
                assert console.app.is_running, key
                if not screen.is_attached:
                    break
            assert disk.met > 0
        assert tables(record) == before, "half of something was written"
