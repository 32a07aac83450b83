"""On the group screen: who has left can be erased, after two questions of which the second is the name."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.member import MembershipStatus
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from facilitator.console.group.screen import GroupScreen
from tests.builders import TODAY, Room, a_session, tables
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import NARROW, WIDE, a_console


@pytest.fixture
def room() -> Room:
    """Bruno has left; he stands last."""
    room = a_session()
    sessions.end(room.record, room.session)
    members.change_status(room.record, room.members[1], MembershipStatus.LEFT, begins=TODAY)
    return room


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_what_goes_and_what_stays_is_all_on_the_screen(room: Room, size: tuple[int, int], tmp_path: Path) -> None:
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=size) as console:
        await console.press("end", "z")
        text = " ".join(console.text().split())
        assert "Erase what is kept about Bruno?" in text
        for words in ("It cannot be taken back.", "What stays:", "Backups and copies", "can be made first."):
            assert words in text, words


async def test_nothing_happens_until_the_name_is_typed(room: Room, tmp_path: Path) -> None:
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=WIDE) as console:
        before = tables(room.record, but=())
        await console.press("end", "z", "enter")
        assert tables(room.record, but=()) == before, "Enter alone says no"
        await console.press("z", "y")
        await console.types("Ana", "enter")
        assert "This is not the name." in console.text()
        await console.press("escape")
        assert tables(room.record, but=()) == before
        await console.press("z", "y")
        await console.types("bruno", "enter")
        assert "Erased." in console.text()
        assert "Bruno" not in console.text()
        assert "Bruno" not in str(tables(room.record, but=()))
        await console.press("u")
        assert "Bruno" not in str(tables(room.record, but=()))


async def test_who_belongs_is_refused_in_words(room: Room, tmp_path: Path) -> None:
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=WIDE) as console:
        await console.press("home", "z")
        assert "This member still belongs to the group." in console.text()
        assert "Erase what is kept" not in console.text()
