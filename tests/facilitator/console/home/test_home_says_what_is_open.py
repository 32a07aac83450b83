"""What Home lists as unfinished, and what it keeps to itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.attendance import Status
from agenda.record.rows import attendance, follow_up
from agenda.record.rows import group as groups
from agenda.record.rows import overview as report
from agenda.record.rows import session as sessions
from facilitator.console.calendar.plan_dialog import PlanDialog
from facilitator.console.group.screen import GroupScreen
from facilitator.console.home.follow_ups import FollowUpsDialog
from facilitator.console.home.screen import HomeScreen
from facilitator.console.rounds.catch_up import CatchUpScreen
from facilitator.console.rounds.rounds import catch_up, first_open
from facilitator.console.setup.guided import GuidedScreen
from tests.builders import NAMES, Room, a_session
from tests.facilitator.console.hour.hour import EIGHT, a_workplace
from tests.facilitator.console.hour.work import a_record_with_a_past
from tests.facilitator.console.outside import NARROW, a_console


def an_ended_session() -> Room:
    """Four members: one here, one absent, two nobody marked; one follow-up."""
    room = a_session()
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    attendance.mark(room.record, room.session, room.members[1], Status.ABSENT)
    follow_up.add(room.record, room.session, "Ring about the bus", member=room.members[1])
    sessions.end(room.record, room.session)
    return room


async def test_unknown_attendance_absent_members_and_follow_ups_are_counted(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, an_ended_session().record)) as console:
        assert "Session 1, Tuesday 24 November: attendance of 2 members" in console.text()
        assert "Session 1, Tuesday 24 November: 1 member absent, not contacted" in console.text()
        assert "1 follow-up to do" in console.text()


async def test_home_names_no_member_and_shows_no_words_about_one(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, an_ended_session().record)) as console:
        assert "attendance of 2 members" in console.text()
        assert not [name for name in NAMES if name in console.text()]
        assert "bus" not in console.text()


async def test_an_empty_crisis_part_is_said_once_the_curriculum_was_read(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_session().record), size=NARROW) as console:
        await console.reads("No crisis help of your place")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("c", CatchUpScreen),
        ("f", FollowUpsDialog),
        ("F", FollowUpsDialog),
        ("g", GroupScreen),
        ("p", PlanDialog),
        ("n", GuidedScreen),
    ],
)
async def test_each_key_opens_its_screen(key: str, screen: type, tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, an_ended_session().record)) as console:
        await console.press(key)
        await console.comes(screen)


@pytest.mark.slow
async def test_a_follow_up_marked_done_is_gone_and_u_brings_it_back(tmp_path: Path) -> None:
    room = an_ended_session()
    async with a_console(HomeScreen, a_workplace(tmp_path, room.record)) as console:
        await console.press("f")
        assert "Bruno Ring about the bus" in console.text()
        await console.press("d")
        assert "Nothing is left to do." in console.text()
        assert follow_up.open_of_group(room.record, room.group) == ()
        await console.press("u")
        assert "Ring about the bus" in console.text()
        await console.press("d", "escape")
        assert "follow-up" not in console.text().partition("STILL OPEN")[2].partition("Ctrl")[0]


async def test_what_is_open_is_found_for_recent_sessions_only_where_nobody_called(tmp_path: Path) -> None:
    room = an_ended_session()
    today = room.clock.now().date()
    (now,) = report.group_reports(room.record, today)
    (later,) = report.group_reports(room.record, today + report.RECENT + timedelta(days=1))
    assert [(len(r.unknown), len(r.unreached)) for r in (now, later)] == [(1, 1), (1, 0)]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["[red]Bo[/red]", "<b>Bo</b>", "#emph[Bo]", "يوم الثلاثاء", "💙 group", "x" * 200])
async def test_a_group_s_name_is_shown_letter_by_letter(name: str, tmp_path: Path) -> None:
    room = a_session()
    found = groups.group(room.record, room.group)
    groups.change(room.record, found.id, name=name, weekday=1, starts=found.starts, minutes=60)
    async with a_console(HomeScreen, a_workplace(tmp_path, room.record), size=NARROW) as console:
        assert name[:60] in console.text() or name.split()[0] in console.text()
        await console.press("g")
        await console.comes(GroupScreen)
        assert name[:60] in console.text() or name.split()[0] in console.text()


async def test_catch_up_offers_whatever_is_open_though_attendance_is_complete(tmp_path: Path) -> None:
    record = a_record_with_a_past(EIGHT[:3])
    [group] = record.rows("SELECT id FROM groups")
    running = sessions.to_come(record, group["id"])
    assert running is not None
    sessions.start(record, running.id)
    for one in attendance.roster(record, running.id):
        attendance.mark(record, running.id, one.member, Status.HERE)
    sessions.end(record, running.id)
    assert first_open(record, [running.id]) == running.id
    assert "homework" in {one.kind for one in catch_up(record, running.id)}
    async with a_console(HomeScreen, a_workplace(tmp_path, record)) as console:
        assert "c catch up" in console.text()
        await console.press("c")
        await console.comes(CatchUpScreen)
        assert isinstance(console.on_top, CatchUpScreen)
        assert {one.kind for one in console.on_top.questions} == {"foresee", "closing"}, "the oldest first"
