"""The tour: a whole hour with the practice group, played by itself in the real console and the real wall.

Both run without a terminal on one clock turned by hand; keys go in as a person would press them. For each stop the
folder gets what a person would see, as plain text and as a picture, and at the end the export of the record.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from zoneinfo import ZoneInfo

import click
from textual.app import App
from textual.pilot import Pilot

from agenda.clock import ManualClock
from agenda.ids import SeededIds
from agenda.record.connection import Record
from agenda.record.export import export
from agenda.record.opening import open_record
from agenda.record.practice.group import USUAL_START, make_practice_record
from facilitator.console.app import ConsoleApp
from facilitator.console.home.screen import CURRICULUM_AFTER, HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.projector.hour_bar import HourBar
from facilitator.console.workplace import Workplace, make_workplace
from facilitator.language import _
from facilitator.practice.lessons import PASSPHRASE, practice_lessons
from facilitator.practice.texts import practice_texts
from facilitator.tour.picture import as_svg, as_text
from facilitator.tour.stops import STOPS, Stop
from facilitator.wall.app import WallApp

Result = TypeVar("Result")

ZONE = "Europe/Rome"
"""The practice group's, so that the tour is the same on every laptop."""


@dataclass(frozen=True, slots=True)
class Format:
    """The size of both screens, in columns and rows."""

    console: tuple[int, int]
    wall: tuple[int, int]

    @property
    def name(self) -> str:
        return f"{self.console[0]}x{self.console[1]}"


FORMATS = (Format((120, 36), (48, 14)), Format((80, 24), (60, 20)))


def run_tour(folder: Path, seed: int, today: date) -> None:
    """Play the hour at both sizes and write every stop into ``folder``; says what it wrote."""
    for form in FORMATS:
        target = folder / form.name
        target.mkdir(parents=True, exist_ok=True)
        asyncio.run(_played(target, form, seed, today))
        click.echo(_("Wrote {count} stops to {folder}.").format(count=len(STOPS), folder=target))


async def _played(target: Path, form: Format, seed: int, today: date) -> None:
    with TemporaryDirectory(prefix="facilitator-tour-") as private:
        workplace = _workplace(Path(private), seed, today)
        try:
            async with AsyncExitStack() as stack:
                await _Tour(target, workplace, form).play(stack, Path(private) / "stage")
            _write(target / "export.json", json.dumps(export(workplace.record), ensure_ascii=False, indent=1))
        finally:
            workplace.close()


def _workplace(private: Path, seed: int, today: date) -> Workplace:
    path = private / "practice.facilitator"
    made = make_practice_record(
        path, PASSPHRASE, practice_texts(), practice_lessons(), seed=seed, today=today, zone=ZONE
    )
    made.close()
    clock = ManualClock(datetime.combine(today, USUAL_START, ZoneInfo(ZONE)) - timedelta(minutes=1))
    record: Record = open_record(path, PASSPHRASE, clock=clock, ids=SeededIds(clock, seed))
    return make_workplace(record, stage=str(private / "stage"), practice=True)


class _Tour:
    """Both applications side by side, and the folder that gets their pictures."""

    def __init__(self, target: Path, workplace: Workplace, form: Format) -> None:
        self._target, self._workplace, self._form = target, workplace, form
        self._console = ConsoleApp(lambda app: HomeScreen(), workplace)

    @property
    def _clock(self) -> ManualClock:
        clock = self._workplace.clock
        if not isinstance(clock, ManualClock):
            raise TypeError("the tour turns its clock by hand")
        return clock

    async def play(self, stack: AsyncExitStack, stage: Path) -> None:
        """Every stop in order."""
        wall = WallApp(stage, self._clock.now, self._clock.monotonic)
        console_pilot = await stack.enter_async_context(self._console.run_test(size=self._form.console))
        wall_pilot = await stack.enter_async_context(wall.run_test(size=self._form.wall))
        for number, stop in enumerate(STOPS, 1):
            await self._go_to(stop, console_pilot)
            await self._settle(console_pilot, wall_pilot, wall)
            await self._take_pictures(f"{number:02}-{stop.name}", wall)

    async def _go_to(self, stop: Stop, pilot: Pilot[None]) -> None:
        self._clock.advance(timedelta(minutes=stop.minutes, seconds=stop.seconds))
        await pilot.press(*stop.keys)
        await pilot.pause()

    async def _settle(self, pilot: Pilot[None], wall_pilot: Pilot[None], wall: WallApp) -> None:
        """Let both notice what time it is."""
        if isinstance(self._console.screen, HomeScreen):
            await asyncio.sleep(2 * CURRICULUM_AFTER)  # a real timer: Home looks at the curriculum a moment later
        await _inside(wall, wall.look)  # its sign is as old as the last stop
        if isinstance(self._console.screen, HomeScreen):
            await _inside(self._console, self._console.screen.refresh_groups)
        for screen in self._console.screen_stack:
            if isinstance(screen, SessionScreen):
                await _inside(self._console, screen.beat)
        for bar in self._console.screen.query(HourBar):
            await _inside(self._console, bar.tell)
        self._workplace.wall.beat()
        await pilot.pause()
        await _inside(wall, wall.look)
        await wall_pilot.pause()

    async def _take_pictures(self, name: str, wall: WallApp) -> None:
        apps: tuple[tuple[str, App[None]], ...] = (("console", self._console), ("wall", wall))
        for kind, app in apps:
            _write(self._target / f"{name}.{kind}.txt", await _inside(app, partial(as_text, app)))
            _write(self._target / f"{name}.{kind}.svg", await _inside(app, partial(as_svg, app)))


async def _inside(app: App[None], work: Callable[[], Result]) -> Result:
    """Do something as one of the two applications: Textual asks the context which of them is meant."""
    done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
    app.call_later(lambda: done.set_result(work()))
    return await done


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
