"""Enter on Home: into the session planned for today without a question, into any other after one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.record.rows import group as groups
from agenda.record.rows import overview as report
from agenda.record.rows import session as sessions
from agenda.session import SessionKind
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.parts.confirm import ConfirmDialog
from tests.builders import TODAY, a_clock, a_group, a_record, some_members
from tests.facilitator.console.hour.hour import a_record_ready, a_workplace
from tests.facilitator.console.outside import NARROW, WIDE, a_console


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_first_picture_names_the_group_its_next_session_and_the_lesson(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready()), size=size) as console:
        for words in ("Tuesday", "Session 1", "today 14:00", "usual session", "What recovery means"):
            assert words in console.text()


@pytest.mark.slow
async def test_enter_starts_a_session_planned_for_today_without_a_question(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await console.press("enter")
        await console.comes(SessionScreen)
        assert report.running_session(console.app.workplace.record) is not None


async def test_a_session_of_another_day_is_held_today_only_after_a_yes(tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record_ready())
    group = groups.all_groups(workplace.record)[0].id
    planned = sessions.next_session(workplace.record, group)
    assert planned is not None
    sessions.move(workplace.record, planned.id, day=TODAY + timedelta(days=7))
    async with a_console(HomeScreen, workplace) as console:
        await console.press("enter")
        assert isinstance(console.on_top, ConfirmDialog)
        assert "planned for Tuesday 1 December. Hold it today?" in console.text()
        await console.press("n")
        assert sessions.session(workplace.record, planned.id).day == TODAY + timedelta(days=7)
        await console.press("enter", "y")
        await console.comes(SessionScreen)
        assert sessions.session(workplace.record, planned.id).day == TODAY


async def test_where_nothing_is_planned_enter_plans_the_first_session_of_the_module(tmp_path: Path) -> None:
    record = a_record(a_clock())
    group = a_group(record)
    some_members(record, group, ("Ana",))
    async with a_console(HomeScreen, a_workplace(tmp_path, record)) as console:
        assert "nothing planned yet" in console.text()
        await console.press("enter")
        await console.comes(SessionScreen)
        begun = sessions.sessions(record, group)[0]
        lesson = sessions.lesson_of(record, begun.id)
        assert (begun.number, begun.kind, begun.day) == (1, SessionKind.FIRST, TODAY)
        assert lesson is not None
        assert lesson.title == "What recovery means"


async def test_a_running_session_is_gone_back_into_at_once_with_the_curtain_down(tmp_path: Path) -> None:
    record = a_record_ready()
    workplace = a_workplace(tmp_path, record)
    group = groups.all_groups(record)[0].id
    planned = sessions.next_session(record, group)
    assert planned is not None
    sessions.start(record, planned.id)
    async with a_console(lambda: HomeScreen(resume=True), workplace) as console:
        await console.comes(SessionScreen)
        assert [type(s) for s in console.app.screen_stack[1:]] == [HomeScreen, SessionScreen]
        assert workplace.wall.curtain


async def test_a_console_that_only_reads_starts_nothing_and_says_who_has_the_record(tmp_path: Path) -> None:
    record = a_record_ready()
    with record.db.atomic():
        record.db.execute("INSERT INTO lease (only, who, since) VALUES (1, 'Robin Vale', '2026-11-24T13:30:00.000Z')")
    record.read_only = True
    async with a_console(HomeScreen, a_workplace(tmp_path, record)) as console:
        assert "ONLY READS" in console.text()
        assert "Robin Vale has this record open since" in console.text()
        await console.press("enter")
        assert isinstance(console.on_top, HomeScreen)
        assert report.running_session(record) is None
