"""Right, wrong, repeated: the same words on the screen, and in the inbox a file of the same shape and length."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from agenda.public import KioskMode
from facilitator.kiosk.pace import MEMORY, WAITS, Pace
from tests.facilitator.kiosk.kiosks import TOKEN, a_kiosk, a_kiosk_state

WELCOME = "Welcome. Take a seat."
SIZES = [(80, 24), (120, 36)]


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_every_code_has_one_answer_that_goes_after_six_seconds(size: tuple[int, int], tmp_path: Path) -> None:
    async with a_kiosk(tmp_path, size=size) as kiosk:
        start, answers = kiosk.text(), set()
        assert "Please type your code." in start
        for code in ("4711", "0000", "4711", "9999"):
            await kiosk.passes(MEMORY)
            await kiosk.press(*code)
            answers.add(kiosk.text())
            await kiosk.passes(5.9)
            assert WELCOME in kiosk.text()
            await kiosk.passes(0.2)
            assert kiosk.text() == start
        assert len(answers) == 1
        assert [one["who"] for one in kiosk.given()] == ["4711", "0000", "4711", "9999"]
        assert len({file.stat().st_size for file in kiosk.inbox()}) == 1
        assert all(one.keys() == kiosk.given()[0].keys() and one["token"] == TOKEN for one in kiosk.given())
        assert len({one["entry"] for one in kiosk.given()}) == 4


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("members", [1, 4, 9])
async def test_every_name_has_one_answer_and_the_buttons_stay(
    size: tuple[int, int], members: int, tmp_path: Path
) -> None:
    state = a_kiosk_state(KioskMode.NAMES, members=members)
    async with a_kiosk(tmp_path, state, size=size) as kiosk:
        start, answers = kiosk.text(), set()
        assert all(name.name in start for name in state.names)
        for place in [*range(members), 0]:
            button = kiosk.app.screen.query_one("#names").children[place]
            assert await kiosk.pilot.click(button)
            answers.add(kiosk.text())
            await kiosk.passes(6)
            assert kiosk.text() == start, "somebody can see who was here"
        assert len(answers) == 1
        assert WELCOME in answers.pop()
        assert {one["who"] for one in kiosk.given()} == {name.key for name in state.names}
        assert len({file.stat().st_size for file in kiosk.inbox()}) == 1


@pytest.mark.slow
async def test_codes_that_follow_one_another_get_slower_whatever_they_are(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        for wait in (0, 0, 1, 2, 4, 8, 8):
            await kiosk.press("1", "2", "3", "4")
            if wait:
                assert "One moment, please" in kiosk.text()
                await kiosk.passes(wait - 0.1)
                assert WELCOME not in kiosk.text()
                await kiosk.passes(0.1)
            assert WELCOME in kiosk.text()
            await kiosk.passes(6)
            assert "Please type your code." in kiosk.text()


@pytest.mark.slow
async def test_names_never_wait(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path, a_kiosk_state(KioskMode.NAMES)) as kiosk:
        for digit in "123456789":
            await kiosk.press(digit)
            assert WELCOME in kiosk.text()
            await kiosk.passes(6)


def test_the_pace_forgets_after_a_minute() -> None:
    pace = Pace()
    assert [pace.wait(0.0) for _ in range(8)] == [*WAITS, 8.0, 8.0]
    assert pace.wait(MEMORY) == 0


async def test_what_is_pressed_during_the_answer_is_nobodys_code(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        await kiosk.press(*"4711", *"99", "backspace", "escape")
        assert WELCOME in kiosk.text()
        await kiosk.passes(6)
        assert kiosk.app.visit.typed == ""
        assert len(kiosk.inbox()) == 1


@pytest.mark.slow
async def test_half_a_code_is_forgotten_and_backspace_takes_a_digit(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        await kiosk.press("1", "2", "backspace")
        assert "●  ○  ○  ○" in kiosk.text()
        await kiosk.passes(20)
        assert "○  ○  ○  ○" in kiosk.text()
        assert kiosk.inbox() == []


@pytest.mark.slow
async def test_the_code_can_be_touched_and_is_never_shown(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        before = kiosk.text()
        for digit in (3, 0, 8):
            assert await kiosk.pilot.click(kiosk.app.screen.query_one("#pad").children[digit])
        assert kiosk.text() == before.replace("○  ○  ○  ○", "●  ●  ●  ○")
        assert await kiosk.pilot.click(kiosk.app.screen.query_one("#pad").children[10])
        assert [one["who"] for one in kiosk.given()] == ["4190"]


async def test_what_lies_in_the_inbox_is_its_owners_alone(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        await kiosk.press(*"4711")
        assert stat.S_IMODE((kiosk.stage / "inbox").stat().st_mode) == 0o700
        assert [stat.S_IMODE(file.stat().st_mode) for file in kiosk.inbox()] == [0o600]
        assert "4711" not in kiosk.inbox()[0].name
        assert kiosk.inbox()[0].stat().st_size <= 1024
