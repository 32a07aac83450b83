"""An hour that is being led: the real console on a record in memory, its clock turned by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen

from agenda.attendance import Attendance
from agenda.clock import ManualClock
from agenda.public import PublicState, from_json
from agenda.record.connection import Record
from agenda.record.export import export
from agenda.record.rows import attendance as attendances
from agenda.record.rows import overview as report
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey, SessionKind
from content.load import builtin_pack_folder, load_pack
from facilitator.console.app import ConsoleApp
from facilitator.console.calendar.next_session import given
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.projector.broadcast import Broadcast
from facilitator.console.workplace import Workplace
from facilitator.language import locale
from facilitator.stage import Publisher, read_raw
from tests.builders import MEETS_AT, TODAY, a_clock, a_group, a_record, some_members
from tests.keys import settle, strike
from tests.until import until

EIGHT = ("Ana", "Bruno", "Carla", "Davide", "Elif", "Farah", "Goran", "Hanna")
WIDE, NARROW = (120, 36), (80, 24)


def a_workplace(tmp_path: Path, record: Record) -> Workplace:
    """A workplace on this record, its stage in a folder of the test."""
    clock = record.clock
    pack = load_pack(builtin_pack_folder(locale()))
    return Workplace(record, clock, pack, Broadcast(Publisher(tmp_path / "stage", clock.now), clock))


def a_record_ready(names: Sequence[str] = EIGHT, *, kind: SessionKind = SessionKind.USUAL) -> Record:
    """A record in memory, its group ready to begin."""
    return a_group_ready(a_record(a_clock()), names, kind=kind)


def a_group_ready(record: Record, names: Sequence[str] = EIGHT, *, kind: SessionKind = SessionKind.USUAL) -> Record:
    """A group that meets at 14:00 today, a real lesson planned; it is 14:00 now."""
    group = a_group(record)
    some_members(record, group, names)
    lesson = load_pack(builtin_pack_folder(locale())).lesson_named("what-recovery-means")
    sessions.plan(record, group, day=TODAY, kind=kind, lesson=given(lesson))
    assert isinstance(record.clock, ManualClock)
    record.clock.advance(MEETS_AT - record.clock.now())
    return record


@dataclass(repr=False)
class AnHour:
    """The console in its room: press keys, let time pass, look at screen, record and wall."""

    workplace: Workplace
    app: ConsoleApp
    pilot: Pilot[None]
    stage: Path

    @property
    def screen(self) -> SessionScreen:
        """The session's screen, whatever lies over it."""
        return next(s for s in self.app.screen_stack if isinstance(s, SessionScreen))

    @property
    def on_top(self) -> Screen[Any]:
        return self.app.screen

    @property
    def clock(self) -> ManualClock:
        assert isinstance(self.workplace.clock, ManualClock)
        return self.workplace.clock

    async def press(self, *keys: str) -> None:
        await strike(self.pilot, *keys)

    async def passes(self, seconds: float) -> None:
        """Time passes, and the screen looks at the clock."""
        self.clock.advance(timedelta(seconds=seconds))
        await self.looks()

    async def looks(self) -> None:
        """The screen looks at the clock, as it does every second."""
        seen: list[bool] = []

        def look() -> None:
            self.screen.beat()
            seen.append(True)

        self.screen.call_later(look)
        await until(lambda: bool(seen), self.pilot)
        await settle(self.pilot)

    async def goes_to(self, key: PhaseKey) -> None:
        """Begin this phase, as ``m`` does."""
        wanted = next(p.id for p in self.screen.led.hour.phases if p.key is key)
        self.screen.led.move_to(wanted)
        self.screen.show_room()
        await settle(self.pilot)

    def marks(self) -> dict[str, str]:
        """Name and status of everyone expected."""
        return {a.name: a.status.value for a in self.roster()}

    def roster(self) -> tuple[Attendance, ...]:
        return attendances.roster(self.workplace.record, self.screen.session_id)

    def runs(self) -> list[dict[str, Any]]:
        """Every time a phase was on, row for row."""
        return self.workplace.record.rows("SELECT * FROM phase_runs ORDER BY rowid")

    def journal(self, verb: str) -> list[dict[str, Any]]:
        """The journal's rows of one verb."""
        return [row for row in export(self.workplace.record)["journal"] if row["verb"] == verb]

    def text(self) -> str:
        """What stands on the screen, in letters."""
        return text_of(self.on_top)

    def own_text(self) -> str:
        """What stands on the screen itself, without what can be seen round a dialog."""
        return own_text(self.on_top)

    def state(self) -> PublicState:
        """What the wall was told last."""
        raw = read_raw(self.stage)
        assert raw is not None
        return from_json(raw)


def text_of(screen: Screen[Any]) -> str:
    """What this screen has drawn, row by row."""
    return "\n".join(strip.text.rstrip() for strip in screen._compositor.render_strips())


def own_text(screen: Screen[Any]) -> str:
    """What stands on this screen itself; round a dialog, what lies beneath can be seen, and its keys wait."""
    rows = text_of(screen).split("\n")
    if not isinstance(screen, ModalScreen):
        return "\n".join(rows)
    box = screen.query(".dialog").first().region
    return "\n".join(row[box.x : box.right] for row in rows[box.y : box.bottom])


@asynccontextmanager
async def an_hour(
    tmp_path: Path,
    names: Sequence[str] = EIGHT,
    *,
    size: tuple[int, int] = WIDE,
    kind: SessionKind = SessionKind.USUAL,
    record: Record | None = None,
) -> AsyncIterator[AnHour]:
    """Home, Enter, and the hour begins at 14:00; a session that runs already is gone on with."""
    workplace = a_workplace(tmp_path, record or a_record_ready(names, kind=kind))
    app = ConsoleApp(lambda _app: HomeScreen(resume=True), workplace)
    was_running = report.running_session(workplace.record) is not None
    async with app.run_test(size=size, notifications=True) as pilot:
        if not was_running:
            await until(lambda: isinstance(app.screen, HomeScreen), pilot)
            await pilot.pause()
            await strike(pilot, "enter")
        await until(lambda: any(isinstance(s, SessionScreen) and s.is_mounted for s in app.screen_stack), pilot)
        await pilot.pause()
        yield AnHour(workplace, app, pilot, tmp_path / "stage")
    workplace.wall.close()
