"""Whoever leaves the guided set-up while it turns a page has a console that still takes keys."""

from __future__ import annotations

import asyncio
from pathlib import Path

from facilitator.console.home.screen import HomeScreen
from facilitator.console.setup.guided import GuidedScreen
from tests.facilitator.console.hour.hour import a_record_ready, a_workplace
from tests.facilitator.console.outside import a_console
from tests.until import until


async def test_esc_in_the_middle_of_a_turn_leaves_a_console_that_takes_keys(tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        for turns in range(24):  # how far the turn has come when it is left
            await console.press("n")
            await console.comes(GuidedScreen)
            screen = console.on_top
            assert isinstance(screen, GuidedScreen)
            screen._go_to(1)
            for _turn in range(turns):
                await asyncio.sleep(0)
            screen.dismiss(None)
            await until(lambda: isinstance(console.on_top, HomeScreen), console.pilot)
            assert console.app._task is not None
            assert not console.app._task.done()
        await console.press("g", "escape")
        assert isinstance(console.on_top, HomeScreen)
