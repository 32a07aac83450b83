"""The facilitator's telephone turns pages and covers the wall, and is told words of the curriculum alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agenda.error import Refused
from agenda.public import PromptState, Scene
from agenda.session import PhaseKey
from facilitator.console.devices.clicker import CALM
from facilitator.stage.telephone import Button, Press, pairs, press, read_prompt
from tests.facilitator.console.hour.hour import EIGHT, AnHour, an_hour
from tests.facilitator.console.hour.test_moving_on import chooses
from tests.facilitator.console.hour.work import a_record_with_a_past


class Telephone:
    """Paired with an hour."""

    def __init__(self, hour: AnHour) -> None:
        self.hour, self.number = hour, 0
        self.code = hour.screen.telephone.pair()

    async def presses(self, button: Button) -> None:
        self.number += 1
        assert press(self.hour.stage, Press(self.code, self.number, button, self.hour.workplace.clock.now()))
        self.hour.screen.telephone.look()
        await self.hour.pilot.pause()

    def shows(self) -> PromptState:
        self.hour.screen.telephone.look()
        state = read_prompt(self.hour.stage, self.hour.workplace.clock.now())
        assert state is not None
        assert pairs(state, self.code)
        return state


async def test_it_turns_the_page_and_the_console_keeps_its_face(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("c", "enter")
        telephone = Telephone(hour)
        await hour.press("tab")
        before = hour.state().page
        assert telephone.shows().page == before
        await telephone.presses(Button.NEXT)
        assert hour.state().page == telephone.shows().page != before
        assert not hour.screen.is_room
        await telephone.presses(Button.BACK)
        assert hour.state().page == before


@pytest.mark.slow
async def test_it_covers_and_uncovers_the_wall_but_never_uncovers_a_flip_chart(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("c", "enter")
        telephone = Telephone(hour)
        await telephone.presses(Button.CURTAIN)
        assert hour.state().curtain
        assert telephone.shows().curtain
        hour.clock.advance(timedelta(seconds=CALM))
        await telephone.presses(Button.UNCOVER)
        assert not hour.state().curtain
        await chooses(hour, "Flip chart")
        await hour.press(*"rest", "enter", "escape")
        await telephone.presses(Button.CURTAIN)
        hour.clock.advance(timedelta(seconds=CALM))
        await telephone.presses(Button.UNCOVER)
        assert hour.state().curtain


@pytest.mark.slow
@pytest.mark.parametrize("again", [Button.CURTAIN, Button.UNCOVER])
async def test_no_second_tap_in_a_hurry_raises_the_curtain(again: Button, tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("c", "enter")
        telephone = Telephone(hour)
        for covered_by in ("console", "telephone"):
            if covered_by == "console":
                await hour.press("f9")
            else:
                await telephone.presses(Button.CURTAIN)
            for _tap in range(3):
                hour.clock.advance(timedelta(seconds=CALM / 5))
                await telephone.presses(again)
                assert hour.state().curtain
            hour.clock.advance(timedelta(seconds=CALM))
            await telephone.presses(Button.CURTAIN)
            assert hour.state().curtain, "what was meant to cover never uncovers"
            await hour.press("c", "enter")
            assert not hour.state().curtain


@pytest.mark.slow
async def test_behind_a_pause_no_page_turns(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        telephone = Telephone(hour)
        await hour.press("p")
        await telephone.presses(Button.NEXT)
        assert hour.screen.led.page_index == 0
        await hour.press("p")
        await telephone.presses(Button.NEXT)
        assert hour.screen.led.page_index == 1


async def test_what_is_refused_is_said_and_the_console_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with an_hour(tmp_path) as hour:
        telephone = Telephone(hour)

        def refused() -> bool:
            raise Refused("It cannot be written just now.")

        monkeypatch.setattr(hour.screen.led, "clicker_next", refused)
        await telephone.presses(Button.NEXT)
        assert "It cannot be written just now." in hour.text()


FORGED = [
    {"code": "of another telephone"},
    {"number": 0},
    {"at": timedelta(seconds=-6)},
    {"at": timedelta(seconds=6)},
]


@pytest.mark.slow
@pytest.mark.parametrize("wrong", FORGED, ids=["forged", "replayed", "stale", "from the future"])
async def test_what_is_not_from_it_is_ignored_with_a_line(wrong: dict[str, Any], tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        telephone = Telephone(hour)
        now = hour.clock.now()
        fields = {"code": telephone.code, "number": 7, "button": Button.NEXT, "at": now, **wrong}
        if "at" in wrong:
            fields["at"] = now + wrong["at"]
        assert press(hour.stage, Press(**fields))
        hour.screen.telephone.look()
        await hour.pilot.pause()
        assert hour.screen.led.page_index == 0
        assert "It was put away." in hour.text()
        await telephone.presses(Button.NEXT)
        assert hour.screen.led.page_index == 1, "its own are obeyed all the same"


@pytest.mark.slow
async def test_it_is_told_what_to_ask_the_minutes_and_the_next_page_and_no_words_of_the_group(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        telephone = Telephone(hour)
        await hour.goes_to(PhaseKey.LESSON)
        led = hour.screen.led
        shown = telephone.shows()
        assert shown.ask == led.page.ask
        assert shown.following == led.pages[1].public.title
        assert shown.until is not None
        assert abs((shown.until - hour.workplace.clock.now()) - led.timeline().left).total_seconds() <= 1
        await chooses(hour, "Flip chart")
        await hour.press(*"my own words", "enter", "escape")
        assert telephone.shows().page.lines == ()
        everything = (hour.stage / "telephone.json").read_text(encoding="utf-8")
        assert [name for name in (*EIGHT, "my own words") if name in everything] == []


@pytest.mark.slow
async def test_a_new_pairing_ends_the_one_before_and_the_end_of_the_hour_ends_all(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("c", "enter")
        first, second = Telephone(hour), Telephone(hour)
        before = hour.state().page
        await first.presses(Button.NEXT)
        assert hour.state().page == before
        await second.presses(Button.NEXT)
        assert hour.state().page != before
        hour.screen.end_session()
        assert not hour.screen.telephone.is_paired
        assert read_prompt(hour.stage, hour.workplace.clock.now()) is None


async def test_a_pause_has_no_end(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        telephone = Telephone(hour)
        await hour.press("p")
        assert telephone.shows().until is None
        assert hour.screen.led.shown().scene is Scene.PAUSE


@pytest.mark.slow
async def test_its_button_says_where_it_leads_into_the_next_phase_and_behind_an_exercise(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        led, telephone = hour.screen.led, Telephone(hour)
        for _page in range(len(led.pages)):
            leads_to = telephone.shows().following
            assert leads_to
            await telephone.presses(Button.NEXT)
            assert hour.state().page.title == leads_to or hour.state().curtain
            assert telephone.shows().page.title == leads_to
        await hour.goes_to(PhaseKey.LESSON)
        for chosen in ("Exercise: ", "Applause"):
            await chooses(hour, chosen)
            leads_to = telephone.shows().following
            await telephone.presses(Button.NEXT)
            assert telephone.shows().page.title == leads_to


@pytest.mark.slow
async def test_it_pauses_the_hour_and_who_leads_goes_on_at_the_console(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        telephone = Telephone(hour)
        assert not telephone.shows().paused
        await telephone.presses(Button.PAUSE)
        assert hour.screen.led.timeline().paused
        assert telephone.shows().paused
        await telephone.presses(Button.PAUSE)
        assert hour.screen.led.timeline().paused
