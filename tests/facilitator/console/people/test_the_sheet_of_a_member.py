"""Enter on a member: each fact once, and what can be done in an order that hands can learn."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.record.rows import attendance as attendances
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey
from facilitator.console.people.member_dialog import MemberDialog
from facilitator.console.people.member_facts import member_sheet
from tests.facilitator.console.hour.hour import EIGHT, NARROW, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past


@pytest.mark.parametrize(
    ("keys", "ways"),
    [
        (("h",), ["follow-up", "goal"]),
        (("h", "a", "1"), ["follow-up", "homework", "goal"]),
        (("e", "1"), ["reason", "follow-up", "goal"]),
        (("a", "1", "e", "1"), ["reason", "follow-up", "homework", "goal"]),
    ],
)
async def test_the_follow_up_is_first_but_for_a_reason(keys: tuple[str, ...], ways: list[str], tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(EIGHT[:3])) as hour:
        await hour.press("1", *keys)
        marks = hour.screen.people.marks
        assert marks.chosen.member is not None
        assert [way for way, _words in member_sheet(marks, marks.chosen.member).ways][: len(ways)] == ways


async def test_no_fact_stands_there_twice(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(EIGHT[:3])) as hour:
        await hour.press("1", "a", "1", "e", "1", "enter")
        assert isinstance(hour.on_top, MemberDialog)
        facts = hour.on_top._sheet.facts
        assert "Reason: work or training" in facts
        assert len(facts) == len(set(facts))


async def test_what_came_of_an_appointment_is_asked_in_the_next_hour(tmp_path: Path) -> None:
    record = a_record_with_a_past(EIGHT[:3])
    [group] = record.rows("SELECT id FROM groups")
    held = sessions.last_ended(record, group["id"])
    assert held is not None
    ana = attendances.roster(record, held.id)[0].member
    follow_ups.took_to_appointment(record, held.id, ana)
    async with an_hour(tmp_path, record=record, size=NARROW) as hour:
        await hour.goes_to(PhaseKey.LAST_SESSION)
        await hour.press("tab")
        assert "ask: what came of the appointment?" in hour.text()
        await hour.press("1", "h", "enter", "down", "enter")
        await hour.press(*"New tablets", "enter")
        assert "ask: what came" not in hour.text()
        [told] = follow_ups.asked_in(record, hour.screen.session_id)
        assert (told.member, told.came_of) == (ana, "New tablets")
        await hour.press("u")
        assert "ask: what came of the appointment?" in hour.text()
        assert follow_ups.asked_in(record, hour.screen.session_id) == ()
