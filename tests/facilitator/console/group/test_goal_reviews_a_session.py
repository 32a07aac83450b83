"""How many goal reviews a session: one digit in the group, and a warning where it is not enough."""

from __future__ import annotations

from pathlib import Path

from agenda.rotation import Pace
from facilitator.console.group.reviews import pace_words
from facilitator.console.group.screen import GroupScreen
from tests.facilitator.console.hour.hour import an_hour
from tests.until import until


def test_a_number_that_is_enough_needs_no_words() -> None:
    assert pace_words(Pace(2, 2)) == ""


def test_a_number_that_is_not_enough_is_said_with_the_number_it_takes() -> None:
    assert pace_words(Pace(1, 2)) == ("1 goal review a session is not enough for everyone within 28 days: it takes 2.")


async def test_a_digit_sets_it_and_the_group_shows_the_warning(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        group = hour.screen.led.group.id
        hour.app.push_screen(GroupScreen(group))
        await until(lambda: isinstance(hour.app.screen, GroupScreen), hour.pilot)
        await hour.pilot.press("v", "1")
        record = hour.app.workplace.record
        await until(lambda: record.rows("SELECT reviews FROM groups")[0]["reviews"] == 1, hour.pilot)
        await until(lambda: isinstance(hour.app.screen, GroupScreen), hour.pilot)
        assert "not enough" in str(hour.app.screen.query_one("#group-side-words").render())
