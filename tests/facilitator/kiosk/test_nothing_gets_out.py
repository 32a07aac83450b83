"""Nobody leaves the kiosk without the facilitator's code, whatever they press, touch or drag."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Key, MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseUp, Paste, Resize
from textual.geometry import Size

from agenda.public import KioskMode
from tests.facilitator.kiosk.kiosks import LEAVE, AKiosk, a_kiosk, a_kiosk_state
from tests.keys import settle, strike

THINGS = 5_200
BATCH = 20
WAYS_OUT = (
    "ctrl+q", "ctrl+c", "ctrl+z", "ctrl+p", "ctrl+d", "ctrl+backslash", "ctrl+l", "ctrl+r", "ctrl+s", "escape", "tab",
    "shift+tab", "enter", "space", "backspace", "delete", "up", "down", "left", "right", "home", "end", "pageup",
    "pagedown", "q", "Q", "x", "question_mark", "colon", "slash", "full_stop", "alt+f4", "super+c",
    *(f"f{n}" for n in range(1, 25)),
)  # fmt: skip


def anything(chance: random.Random, size: Size) -> list[Key | Resize | Paste | MouseEvent]:
    """A key, a click, a drag, a scroll, a paste or another size. Never the whole leave code, which is the way out."""
    kind = chance.random()
    if kind < 0.45:
        return [Key(key := chance.choice(WAYS_OUT), key if len(key) == 1 else None)]
    if kind < 0.62:
        return [Key(digit := chance.choice("0123456789"), digit)]
    if kind < 0.9:
        x, y = chance.randrange(size.width), chance.randrange(size.height)
        button = chance.choice([1, 1, 1, 2, 3])
        return [mouse(kind, x, y, button) for kind in (MouseMove, MouseDown, MouseUp)]
    if kind < 0.94:
        return [mouse(MouseScrollDown, 3, 3, 0)]
    if kind < 0.97:
        return [Paste("482 quit\x03\x1a" + "q" * chance.randrange(50))]
    other = Size(chance.randrange(1, 160), chance.randrange(1, 50))
    return [Resize(other, other)]


def mouse(kind: type[MouseEvent], x: int, y: int, button: int) -> MouseEvent:
    return kind(None, x, y, 0, 0, button, False, False, False, x, y)


@pytest.mark.slow
@pytest.mark.parametrize("mode", KioskMode)
async def test_five_thousand_random_things_lead_nowhere(
    mode: KioskMode, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(f"kiosk {mode}")
    seen: set[str] = set()
    sizes: set[Size] = set()
    done = 0
    async with a_kiosk(tmp_path, a_kiosk_state(mode)) as kiosk:
        driver = kiosk.app._driver
        assert driver is not None
        while done < THINGS:
            for _each in range(BATCH):
                for event in anything(chance, kiosk.app.size):
                    event.set_sender(kiosk.app)
                    driver.process_message(event)
                done += 1
            await settle(kiosk.pilot)
            assert is_up(kiosk), f"out of it after {done}"
            seen.add(kiosk.app.visit.page.value)
            sizes.add(kiosk.app.size)
            await kiosk.passes(chance.choice([0.1, 1, 7, 9]))
        assert not kiosk.app.visit.left
        assert kiosk.inbox(), "nothing reached it: the test would prove nothing"
    assert done >= 5_000
    assert len(sizes) > 50
    assert {"welcome", "leave", "code" if mode is KioskMode.CODES else "names"} <= seen
    record_property("counted", f"{done} keys, clicks and sizes")


def is_up(kiosk: AKiosk) -> bool:
    app = kiosk.app
    return app.is_running and not app._exit and len(app.screen_stack) == 2 and app.screen is app._kiosk


@pytest.mark.slow
@pytest.mark.parametrize("key", ["escape", "ctrl+q", "ctrl+c"])
async def test_the_facilitators_code_is_the_way_out(key: str, tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        await kiosk.press(key)
        assert "For the facilitator" in kiosk.text()
        await kiosk.press(*LEAVE[:-1])
        assert is_up(kiosk)
        await kiosk.press(LEAVE[-1])
        assert kiosk.app._exit
    assert kiosk.app.return_code == 0


@pytest.mark.slow
async def test_touch_alone_can_close_it(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path, a_kiosk_state(KioskMode.NAMES)) as kiosk:
        assert await kiosk.pilot.click("#foot")
        for digit in LEAVE:
            place = (int(digit) - 1) if digit != "0" else 10
            assert await kiosk.pilot.click(kiosk.app.screen.query_one("#pad").children[place])
        assert kiosk.app._exit


@pytest.mark.slow
async def test_a_wrong_leave_code_waits_and_then_the_start_is_back(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        start = kiosk.text()
        for _each in range(3):
            await kiosk.press("escape", *"000000")
            assert "One moment, please" in kiosk.text()
            assert kiosk.inbox() == []
            await kiosk.passes(1)
            assert kiosk.text() == start


async def test_the_leave_page_closes_by_itself_and_at_escape(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        start = kiosk.text()
        await kiosk.press("escape", "1")
        await kiosk.passes(20)
        assert kiosk.text() == start
        await kiosk.press("escape", "1", "escape")
        assert kiosk.text() == start


@pytest.mark.slow
async def test_it_still_needs_the_code_when_the_console_took_the_file_away(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        await kiosk.tells(None)
        assert "Please take a seat." in kiosk.text()
        await kiosk.press("escape", *"000000")
        await kiosk.passes(1)
        assert is_up(kiosk)
        await kiosk.press("escape", *LEAVE)
        assert kiosk.app._exit


async def test_before_any_console_switched_it_on_one_key_closes_it(tmp_path: Path) -> None:
    async with a_kiosk(tmp_path, is_on=False) as kiosk:
        assert "Not switched on yet" in kiosk.text()
        await strike(kiosk.pilot, "escape")
        assert kiosk.app._exit
