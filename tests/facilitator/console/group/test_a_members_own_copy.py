"""On the group screen: a copy for one member, and when consents were given and taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.consent import ConsentKind
from agenda.record.rows import consent as consents
from facilitator.console.group.screen import GroupScreen
from facilitator.console.paper.member_copy import offer_copy
from tests.builders import TODAY, a_session
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import WIDE, a_console
from tests.facilitator.paperwork.opened import words_of
from tests.until import until


async def test_the_copy_is_made_once_confirmed_under_a_name_that_tells_of_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "paper"
    monkeypatch.setattr("facilitator.console.paper.paper.paper_folder", lambda: folder)
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=WIDE) as console:
        await console.press("down", "p")
        assert "Make a copy of all that is kept about Bruno?" in console.text()
        await console.press("enter")
        assert not folder.exists(), "Enter alone says no"
        for _each in range(2):
            await console.press("p", "y")
            await console.app.workers.wait_for_complete()
        names = sorted(file.name for file in folder.iterdir())
        assert names == ["copy-1.pdf", "copy-2.pdf"]
        words = words_of((folder / "copy-1.pdf").read_bytes())
        assert "Bruno" in words
        assert "Ana" not in words
        kept = room.record.rows("SELECT kind, member_id FROM accesses")
        assert kept == [{"kind": "copy", "member_id": room.members[1]}] * 2


async def test_a_console_that_only_reads_makes_it_all_the_same(tmp_path: Path) -> None:
    room = a_session(started=False)
    room.record.read_only = True
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=WIDE) as console:
        screen = console.app.screen
        assert isinstance(screen, GroupScreen)
        assert screen.chosen is not None
        console.app.begin(offer_copy(console.app, screen.chosen, tmp_path / "paper"))
        await console.press("y")
        await console.app.workers.wait_for_complete()
        assert [file.name for file in (tmp_path / "paper").iterdir()] == ["copy-1.pdf"]
        assert room.record.rows("SELECT * FROM accesses") == []


async def test_consents_of_before_stand_there_with_their_days(tmp_path: Path) -> None:
    room = a_session(started=False)
    one, supporter = room.members[0], ConsentKind.SUPPORTER
    consents.give(room.record, one, supporter, on=TODAY - timedelta(days=60))
    consents.withdraw(room.record, one, supporter, on=TODAY - timedelta(days=30))
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=WIDE) as console:
        await console.press("o")
        assert "Agreed on 25 Sept 2026, taken back on 25 Oct 2026." in console.text()
        await console.press("y", "o")
        await until(lambda: "Agreed on 24 Nov 2026." in console.text(), console.pilot)
        assert "Agreed on 25 Sept 2026, taken back on 25 Oct 2026." in console.text()
