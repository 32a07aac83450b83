"""On the group screen: a member's consent that a supporter gets copies, and the title for calendars."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.consent import ConsentKind
from agenda.record.rows import consent as consents
from agenda.record.rows import group as groups
from agenda.record.rows import session as sessions
from facilitator.console.group.screen import GroupScreen
from facilitator.console.paper.menu import menu
from facilitator.console.paper.paper import offer_paper
from facilitator.paperwork.sheet import Sheet
from tests.builders import a_session
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import WIDE, a_console
from tests.facilitator.paperwork.opened import words_of
from tests.until import until


@pytest.mark.slow
async def test_consent_is_given_and_taken_back_by_a_key_and_undone(tmp_path: Path) -> None:
    room = a_session(started=False)
    one = room.members[0]
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=WIDE) as console:
        await console.press("o", "y")
        assert consents.in_force(room.record, one, ConsentKind.SUPPORTER) is not None
        await console.press("o")
        await until(lambda: "take back" in console.text(), console.pilot)
        await console.press("n")
        assert consents.in_force(room.record, one, ConsentKind.SUPPORTER) is not None
        await console.press("o", "y")
        assert consents.in_force(room.record, one, ConsentKind.SUPPORTER) is None
        await console.press("u")
        assert "Undone: a consent was withdrawn" in console.text()


@pytest.mark.slow
async def test_the_title_for_calendars_is_typed_beside_the_address(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=WIDE) as console:
        await console.press("i", *"https://example.org", "tab", *"Coffee", "enter")
        await until(lambda: groups.calendar_title(room.record, room.group) == "Coffee", console.pilot)
        await console.press("u")
        assert groups.calendar_title(room.record, room.group) == ""
        assert groups.address(room.record, room.group) == ""


async def test_a_certificate_is_made_from_the_paper_menu_for_the_chosen_member(tmp_path: Path) -> None:
    room = a_session(started=True)
    session = sessions.session(room.record, room.session)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=WIDE) as console:
        console.app.begin(offer_paper(console.app, session, tmp_path / "paper"))
        await console.press(next(line.key for line in menu() if line.kind == Sheet.GOALS.value), "2")
        await console.app.workers.wait_for_complete()
        (made,) = (tmp_path / "paper").iterdir()
        assert "Bruno" in words_of(made.read_bytes())
        assert "Bruno" not in made.name
