"""Five lines before the first session of the day, on Home and in nobody's way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.clock import ManualClock
from agenda.record.rows import overview as report
from agenda.record.rows import session as sessions
from facilitator.console.home.checklist import checklist
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.projector.projector import Projector
from facilitator.console.workplace import Workplace
from tests.builders import MEETS_AT, TODAY, a_group, some_members
from tests.facilitator.console.hour.hour import a_record_ready, a_workplace
from tests.facilitator.console.outside import NARROW, WIDE, a_console

FIVE = ("charger", "Do not disturb", "back row", "session pack", "Pens")


def lines(workplace: Workplace, projector: Projector = Projector.WALL) -> str:
    (group,) = report.group_reports(workplace.record, TODAY)
    return " ".join(checklist(workplace, group, projector))


def moved(workplace: Workplace, minutes: float) -> None:
    """So many minutes from 14:00, when the session is planned."""
    assert isinstance(workplace.clock, ManualClock)
    workplace.clock.set_back(workplace.clock.now() - MEETS_AT - timedelta(minutes=minutes))


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_it_stands_on_home_and_enter_starts_the_session_all_the_same(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready()), size=size) as console:
        assert "BEFORE THE HOUR" in console.text()
        assert [words for words in FIVE if words not in console.text()] == []
        await console.press("enter")
        await console.comes(SessionScreen)


@pytest.mark.parametrize(("minutes", "is_near"), [(-61, False), (-60, True), (-5, True), (20, True), (61, False)])
def test_it_is_there_within_an_hour_of_the_session(minutes: float, is_near: bool, tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record_ready())
    moved(workplace, minutes)
    assert bool(lines(workplace)) is is_near
    workplace.close()


def test_it_has_five_lines_and_without_a_projector_four(tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record_ready())
    (group,) = report.group_reports(workplace.record, TODAY)
    assert [len(checklist(workplace, group, projector)) for projector in Projector] == [5, 5, 5, 4]
    assert "back row" not in lines(workplace, Projector.NONE)
    assert "F4" in lines(workplace, Projector.SAME)
    workplace.close()


def test_once_a_session_was_begun_today_it_is_not_shown_again(tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record_ready())
    (group,) = report.group_reports(workplace.record, TODAY)
    assert group.next is not None
    sessions.start(workplace.record, group.next.id)
    running = report.group_reports(workplace.record, TODAY)[0]
    assert checklist(workplace, running, Projector.WALL) == ()
    other = a_group(workplace.record, name="The second group")
    some_members(workplace.record, other, ("Ivo",))
    sessions.plan(workplace.record, other, day=TODAY, kind=sessions.session(workplace.record, group.next.id).kind)
    second = next(each for each in report.group_reports(workplace.record, TODAY) if each.id == other)
    assert second.next is not None
    assert checklist(workplace, second, Projector.WALL) == ()
    workplace.close()


def test_a_day_counts_as_begun_from_its_first_session(tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record_ready())
    assert not report.has_begun_on(workplace.record, TODAY)
    (group,) = report.group_reports(workplace.record, TODAY)
    assert group.next is not None
    sessions.start(workplace.record, group.next.id)
    assert report.has_begun_on(workplace.record, TODAY)
    assert not report.has_begun_on(workplace.record, TODAY + timedelta(days=1))
    workplace.close()


def test_without_a_group_or_a_plan_there_is_nothing_to_check(tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record_ready())
    assert checklist(workplace, None, Projector.WALL) == ()
    workplace.close()
