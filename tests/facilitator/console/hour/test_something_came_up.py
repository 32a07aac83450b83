"""``!``: the clock stands, the wall says Pause, nobody is charged; again, and the group goes on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.public import Scene
from agenda.session import PhaseKey
from facilitator.console.hour.pause_dialog import PauseDialog
from tests.facilitator.console.hour.hour import an_hour

BANG = "p"


@pytest.mark.slow
async def test_the_wall_says_pause_and_then_the_page_again(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", BANG)
        assert hour.state().scene is Scene.PAUSE
        await hour.press(BANG)
        assert hour.on_top is hour.screen
        assert hour.state().page == hour.screen.led.page.public


async def test_the_pause_is_charged_to_nobody(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.passes(60)
        before = hour.screen.led.timeline()
        await hour.press(BANG)
        await hour.passes(7 * 60)
        assert hour.screen.led.timeline().left == before.left
        await hour.press(BANG)
        after = hour.screen.led.timeline()
        assert (after.left, after.over, after.late_by) == (before.left, before.over, before.late_by)
        assert [t.planned for t in after.phases] == [t.planned for t in before.phases]
        assert [t.spent for t in after.phases] == [t.spent for t in before.phases]
        assert after.end_at == before.end_at + timedelta(minutes=7)


async def test_the_chosen_member_gets_a_follow_up(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("4", BANG, BANG)
        rows = hour.workplace.record.rows("SELECT m.name FROM follow_ups f JOIN members m ON m.id = f.member_id")
        assert rows == [{"name": "Davide"}]


async def test_from_the_room_face_no_follow_up_is_made(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("4", "tab", BANG, BANG)
        assert hour.workplace.record.rows("SELECT * FROM follow_ups") == []
        assert len(hour.workplace.record.rows("SELECT * FROM pauses WHERE ended_at IS NOT NULL")) == 1


@pytest.mark.slow
@pytest.mark.parametrize("key", ["escape", "f5", "pagedown", "pageup", "space", "enter", "m", "tab", "u", "1", "q"])
async def test_only_the_same_key_ends_the_pause(key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(BANG, key)
        assert isinstance(hour.on_top, PauseDialog)
        assert hour.screen.led.timeline().paused


async def test_it_says_what_helps_now_and_what_to_do_in_danger(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(BANG)
        words = hour.screen.led.source.words
        assert words.grounding
        assert all(line[:30] in hour.text() for line in words.grounding)
        assert "If somebody is in danger" in hour.text()


@pytest.mark.slow
async def test_a_console_started_again_during_a_pause_is_still_paused(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(BANG)
        record = hour.workplace.record
    async with an_hour(tmp_path, record=record) as again:
        assert isinstance(again.on_top, PauseDialog)
        await again.press(BANG)
        assert not again.screen.led.timeline().paused
        assert len(record.rows("SELECT * FROM pauses")) == 1
