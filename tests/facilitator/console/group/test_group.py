"""The group's own screen: members and how they belong, agreements, closed days, minutes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from agenda.member import MembershipStatus
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey, SessionKind
from facilitator.console.calendar.closed_dates import ClosedDatesDialog
from facilitator.console.group.screen import GroupScreen
from facilitator.console.parts.form_dialog import FormDialog
from tests.builders import TODAY, Room, a_session, tables
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import NARROW, WIDE, a_console


def names(room: Room) -> dict[str, MembershipStatus]:
    return {m.name: m.status for m in members.members(room.record, room.group, TODAY)}


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_members_stand_with_digit_status_and_name(size: tuple[int, int], tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record), size=size) as console:
        assert "1 ● comes Ana" in console.text()
        assert "Tuesday 14:00, 60 minutes, every week" in console.text()


@pytest.mark.slow
async def test_a_member_is_added_undone_and_added_again(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("a")
        await console.types("[b]Zoe .b", "enter")
        assert "5 ● comes [b]Zoe .b" in console.text()
        await console.press("u")
        assert "Zoe" not in console.text()
        assert "Undone: a member was added." in console.text()
        await console.press("ctrl+r")
        assert "[b]Zoe .b" in names(room)


async def test_a_name_twice_is_refused_at_the_field_and_can_be_corrected(tmp_path: Path) -> None:
    room = a_session(started=False)
    before = tables(room.record, but=())
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("a")
        await console.types("ana", "enter")
        assert "Somebody here has this name." in console.text()
        assert tables(room.record, but=("drafts",)) == {n: r for n, r in before.items() if n != "drafts"}
        await console.types(" B", "enter")
        assert "ana B" in names(room)


@pytest.mark.slow
async def test_renaming_and_details_are_about_the_highlighted_member(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("down", "r")
        await console.types("Brunono", "enter")
        assert "Brunono" in names(room)
        await console.press("d", "end", "ctrl+u")
        await console.types("Bruno Okafor", "enter")
        await console.types("P-7", "enter")
        found = members.members(room.record, room.group, TODAY)[1]
        assert (found.full_name, found.record_number) == ("Bruno Okafor", "P-7")


@pytest.mark.slow
async def test_a_member_is_suspended_comes_again_and_says_goodbye(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("s")
        await console.types("a job", "enter")
        assert "1 ◐ suspended Ana" in console.text()
        await console.press("e")
        assert names(room)["Ana"] is MembershipStatus.ACTIVE
        await console.press("x", "enter")
        assert names(room)["Ana"] is MembershipStatus.ACTIVE
        await console.press("x", "y")
        assert names(room)["Ana"] is MembershipStatus.LEFT
        assert "○ has left Ana" in console.text()


@pytest.mark.slow
async def test_closed_days_are_added_and_taken_away(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("c", "a")
        await console.types("24 dec", "enter")
        await console.types("holiday", "enter")
        assert "The group meets on Tuesday. Is Thursday 24 December meant?" in console.text()
        await console.press("y")
        assert isinstance(console.on_top, ClosedDatesDialog)
        assert [c.day for c in groups.closed_dates(room.record, room.group)] == [date(2026, 12, 24)]
        await console.press("a")
        await console.types("2026-12-24", "enter", "enter")
        assert "This day is closed already." in console.text()
        await console.press("escape", "x", "escape")
        assert groups.closed_dates(room.record, room.group) == ()


@pytest.mark.slow
async def test_agreements_are_at_most_five_lines_of_forty_two_letters(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("w", "end", "ctrl+u")
        await console.press(*"m" * 50, "ctrl+s")  # typed: a field refuses a paste that is too long
        kept = groups.group(room.record, room.group).agreements
        assert len(kept) <= 5
        assert kept[0] == "m" * 42


@pytest.mark.slow
async def test_new_minutes_hold_for_the_session_planned_next(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("m", "enter", "end", "ctrl+u")
        await console.types("7", "ctrl+s")
        await console.comes(GroupScreen)
        own = groups.phase_minutes(room.record, room.group, SessionKind.USUAL)
        assert own == {PhaseKey.WELCOME: 7}
        assert sessions.planned_phases(room.record, room.session)[0].minutes == 7


async def test_minutes_that_leave_none_for_the_lesson_are_refused(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("m", "enter", "end", "ctrl+u")
        await console.types("55", "ctrl+s")
        assert "That leaves 0 minutes for the lesson" in console.text()
        assert groups.phase_minutes(room.record, room.group, SessionKind.USUAL) == {}


async def test_a_console_that_only_reads_opens_no_form(tmp_path: Path) -> None:
    room = a_session(started=False)
    room.record.read_only = True
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        for key in "ardsexcwmt":
            await console.press(key)
            assert isinstance(console.on_top, GroupScreen)
        await console.press("u")
        assert "only reads" in console.text()


@pytest.mark.slow
async def test_what_was_typed_is_there_again_after_esc(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("a")
        await console.types("Zo", "escape", "a")
        assert isinstance(console.on_top, FormDialog)
        await console.types("e", "enter", "a")
        assert "Zoe" in names(room)
        assert console.on_top.query_one(Input).value == ""


@pytest.mark.slow
async def test_the_web_address_is_https_without_a_query_and_can_be_taken_away(tmp_path: Path) -> None:
    room = a_session(started=False)
    async with a_console(lambda: GroupScreen(room.group), a_workplace(tmp_path, room.record)) as console:
        await console.press("i")
        await console.types("http://example.org/imr?who=ana", "enter", "enter")
        assert "This is not a public https address." in console.text()
        assert groups.address(room.record, room.group) == ""
        await console.press("end", "ctrl+u")
        await console.types("https://example.org/imr/", "enter", "enter")
        await console.comes(GroupScreen)
        assert groups.address(room.record, room.group) == "https://example.org/imr"
        assert "https://example.org/imr" in console.text()
        await console.press("u")
        assert groups.address(room.record, room.group) == ""
