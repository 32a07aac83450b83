"""The codes on the group screen: made when they are looked at, shown to the facilitator, made anew for one member."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.record.rows import member_code as codes
from facilitator.console.group.screen import GroupScreen
from tests.builders import a_session
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import NARROW, WIDE, a_console
from tests.until import until

NAMES = ("Ana", "Bruno", "Carla", "Davide")


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_each_member_stands_with_a_code_and_can_be_given_another(size: tuple[int, int], tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=size) as console:
        assert codes.codes(room.record, room.group) == {}
        await console.press("k")
        before = codes.codes(room.record, room.group)
        lines = [f"{before[one]} {name}" for one, name in zip(room.members, NAMES, strict=True)]
        await until(lambda: all(line in console.text() for line in lines), console.pilot)
        await console.press("2", "y")
        after = codes.codes(room.record, room.group)
        assert {one for one in room.members if before[one] != after[one]} == {room.members[1]}
        await until(lambda: f"{after[room.members[1]]} Bruno" in console.text(), console.pilot)
        await console.press("3", "n", "escape", "u")
        assert "Undone: a code for the kiosk" in console.text()
        assert codes.codes(room.record, room.group) == before
