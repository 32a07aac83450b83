"""``p``: the clock stands, the wall says Pause, nobody is charged; nothing is written unless asked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.public import Scene
from agenda.session import PhaseKey
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.rounds.screen import RoundScreen
from tests.facilitator.console.hour.hour import NARROW, WIDE, an_hour

PAUSE = "p"


@pytest.mark.slow
async def test_the_wall_says_pause_and_then_the_page_again(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", PAUSE)
        assert hour.state().scene is Scene.PAUSE
        await hour.press(PAUSE)
        assert hour.on_top is hour.screen
        assert hour.state().page == hour.screen.led.page.public


async def test_the_pause_is_charged_to_nobody(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.passes(60)
        before = hour.screen.led.timeline()
        await hour.press(PAUSE)
        await hour.passes(7 * 60)
        assert hour.screen.led.timeline().left == before.left
        await hour.press(PAUSE)
        after = hour.screen.led.timeline()
        assert (after.left, after.over, after.late_by) == (before.left, before.over, before.late_by)
        assert [t.planned for t in after.phases] == [t.planned for t in before.phases]
        assert [t.spent for t in after.phases] == [t.spent for t in before.phases]
        assert after.end_at == before.end_at + timedelta(minutes=7)


async def test_the_chosen_member_gets_a_follow_up_only_where_it_is_asked_for(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("4", PAUSE, PAUSE)
        assert hour.workplace.record.rows("SELECT * FROM follow_ups") == []
        await hour.press("4", PAUSE, "f")
        assert "Davide" not in hour.own_text()
        await hour.press(PAUSE)
        rows = hour.workplace.record.rows("SELECT m.name FROM follow_ups f JOIN members m ON m.id = f.member_id")
        assert rows == [{"name": "Davide"}]


async def test_from_the_room_face_no_follow_up_is_made(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("4", "tab", PAUSE, PAUSE)
        assert hour.workplace.record.rows("SELECT * FROM follow_ups") == []
        assert len(hour.workplace.record.rows("SELECT * FROM pauses WHERE ended_at IS NOT NULL")) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "key",
    ["escape", "f5", "pagedown", "pageup", "space", "enter", "m", "tab", "u", "1", "q", "exclamation_mark", "f", "b"],
)
async def test_only_a_way_on_ends_the_pause(key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(PAUSE, key)
        assert isinstance(hour.on_top, PauseDialog)
        assert hour.screen.led.timeline().paused


async def test_it_says_what_helps_now_and_what_to_do_in_danger(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(PAUSE)
        words = hour.screen.led.source.words
        assert words.grounding
        text = hour.text()
        places = [
            text.index(what)
            for what in (
                "If somebody is in danger",
                "Stay where you are",
                "Breathe out, longer",
                "Ask quietly",
                "goes along",
            )
        ]
        assert places == sorted(places)
        await hour.press(*["space"] * 4)
        assert words.grounding[-1][:30] in hour.text()


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_what_helps_and_the_ways_on_stand_on_one_screen(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=size) as hour:
        await hour.press(PAUSE)
        for words in (
            "If somebody is in danger",
            "Stay where you are",
            "Ask quietly",
            "The group goes on",
            "End the session now",
        ):
            assert words in hour.text()


async def test_a_key_typed_with_shift_lock_stops_no_clock(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("exclamation_mark")
        assert hour.on_top is hour.screen
        assert not hour.screen.led.timeline().paused


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys", [("enter",), ("1", "enter"), ("m",), ("c",), ("0", "h"), ("m", "l"), ("m", "o"), ("f1",), ("1", "r")]
)
async def test_it_works_over_whatever_lies_over_the_hour_and_leads_back_to_it(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", *keys)
        over = hour.on_top
        assert over is not hour.screen
        await hour.press(PAUSE)
        assert isinstance(hour.on_top, PauseDialog)
        assert hour.state().scene is Scene.PAUSE
        await hour.press("g")
        assert hour.on_top is over
        assert not hour.screen.led.timeline().paused


async def test_typed_into_a_field_it_is_a_letter(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("m", "f", *"pap")
        assert not hour.screen.led.timeline().paused
        assert "pap" in hour.text()


async def test_one_of_us_goes_along_and_the_group_goes_on(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", PAUSE, "a")
        assert hour.on_top is hour.screen
        assert "One of you goes along." in hour.text()
        assert hour.state().scene is not Scene.PAUSE
        assert hour.workplace.record.rows("SELECT * FROM follow_ups") == []


async def test_from_a_pause_in_a_round_the_hour_can_end_and_everything_over_it_closes(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "enter", PAUSE, "e")
        assert "End the session?" in hour.text()
        assert hour.state().scene is Scene.PAUSE
        await hour.press("escape")
        assert isinstance(hour.on_top, PauseDialog)
        await hour.press("e", "y")
        assert "Has everyone left?" in hour.text()
        assert hour.state().scene is Scene.GOODBYE
        assert [screen for screen in hour.app.screen_stack if isinstance(screen, RoundScreen)] == []


@pytest.mark.slow
async def test_a_console_started_again_during_a_pause_is_still_paused(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press(PAUSE)
        record = hour.workplace.record
    async with an_hour(tmp_path, record=record) as again:
        assert isinstance(again.on_top, PauseDialog)
        await again.press(PAUSE)
        assert not again.screen.led.timeline().paused
        assert len(record.rows("SELECT * FROM pauses")) == 1
