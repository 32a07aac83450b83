"""Every lesson is led in the real console before the real wall at its smallest: no word of any page is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len

from agenda.public import PublicPage
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey, SessionKind
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.pack import LessonEntry, Module
from facilitator.console.app import ConsoleApp
from facilitator.console.calendar.next_session import given
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.language import locale
from facilitator.wall.app import WallApp
from facilitator.wall.typography import typographic
from tests.builders import MEETS_AT, TODAY, a_clock, a_group, a_record, some_members
from tests.facilitator.console.hour.hour import EIGHT, NARROW, AnHour, a_workplace
from tests.facilitator.wall.states import text
from tests.keys import settle, strike

SMALLEST = (48, 14)
PACK = load_pack(builtin_pack_folder(locale()))
PHASES = (PhaseKey.AGENDA, PhaseKey.LESSON, PhaseKey.NEW_HOMEWORK)
"""The phases that show something of the lesson: its title, its pages, its homework."""


def in_one_line(words: str) -> str:
    return typographic(" ".join(words.split()), "en")


def numbered(page: PublicPage) -> list[tuple[str, str]]:
    """Each line with the number it begins with, or none."""
    return [(line.partition("  ")[0] if line.partition("  ")[0].isdecimal() else "", line) for line in page.lines]


def assert_whole(page: PublicPage, wall: WallApp, where: str) -> None:
    """Every word of the page is on the wall, and nothing stands outside it."""
    with wall._context():
        wall.look()
        shown = text(wall)
    rows = shown.split("\n")
    assert len(rows) == SMALLEST[1], where
    assert all(cell_len(row) <= SMALLEST[0] for row in rows), where
    for place, words in enumerate((page.title, *page.lines)):
        is_drawn = place == page.hero > 0 and "▀" in shown  # the hero in letters of blocks, which say the same
        assert is_drawn or in_one_line(words) in in_one_line(shown), where
    said = wall.sheet.said
    beside_the_code = 1 if said.qr else 0  # what the code says, in letters
    assert [each.text for each in said.lines[: len(said.lines) - beside_the_code]] == [
        in_one_line(line.removeprefix(f"{number}  ")) for number, line in numbered(page)
    ], where


class Room:
    """One console with its wall; the group's sessions are held one after the other."""

    def __init__(self, hour: AnHour, wall: WallApp, group: str) -> None:
        self.hour, self.wall, self.group = hour, wall, group

    async def is_taken_through(self, entry: LessonEntry, number: int) -> None:
        record = self.hour.workplace.record
        day = TODAY + timedelta(weeks=number)
        session = sessions.plan(record, self.group, day=day, kind=SessionKind.USUAL, lesson=given(entry))
        sessions.start(record, session)
        self.hour.app.push_screen(SessionScreen(session))
        await settle(self.hour.pilot)
        self.hour.app.uncover()
        lesson = load_lesson(entry)
        seen = {}
        for phase in PHASES:
            await self.hour.goes_to(phase)
            seen[phase] = await self._turn_all_pages(entry)
        assert entry.title in seen[PhaseKey.AGENDA][0].lines
        *of_the_lesson, exercise, code = seen[PhaseKey.LESSON][1:]
        assert [(page.title, page.lines) for page in of_the_lesson] == [(p.title, p.lines) for p in lesson.pages]
        assert lesson.practice[0].startswith(exercise.title)
        assert code.lines == (entry.title,)
        options = [f"{number}  {option.what}" for number, option in enumerate(lesson.homework, 1)]
        assert [line for page in seen[PhaseKey.NEW_HOMEWORK] for line in page.lines][-len(options) :] == options
        await self._leave(session)

    async def _turn_all_pages(self, entry: LessonEntry) -> list[PublicPage]:
        """Each page of the phase in its turn; the agenda has the lesson's title on its first one."""
        seen = []
        led = self.hour.screen.led
        last = 1 if led.phase.key is PhaseKey.AGENDA else len(led.pages)
        for place in range(last):
            assert led.page_index == place
            page = led.page.public
            where = f"{entry.slug}, {led.phase.key}, page {place + 1}"
            assert_whole(page, self.wall, where)
            on_the_console = in_one_line(self.hour.text())
            assert all(word in on_the_console for word in in_one_line(page.title).split()), where
            seen.append(page)
            if place + 1 < last:
                await strike(self.hour.pilot, "space")
        return seen

    async def _leave(self, session: str) -> None:
        sessions.end(self.hour.workplace.record, session)
        self.hour.app.pop_screen()
        await settle(self.hour.pilot)


@pytest.mark.slow
@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("module", PACK.modules, ids=lambda module: module.slug)
async def test_every_page_of_every_lesson_is_seen_in_full(module: Module, tmp_path: Path) -> None:
    record = a_record(a_clock(MEETS_AT))
    group = a_group(record)
    some_members(record, group, EIGHT)
    workplace = a_workplace(tmp_path, record)
    wall = WallApp(tmp_path / "stage", record.clock.now, record.clock.monotonic)
    async with wall.run_test(size=SMALLEST):
        app = ConsoleApp(lambda _app: HomeScreen(), workplace)
        async with app.run_test(size=NARROW) as pilot:
            await pilot.pause()
            room = Room(AnHour(workplace, app, pilot, tmp_path / "stage"), wall, group)
            for number, entry in enumerate(module.lessons):
                await room.is_taken_through(entry, number)
    workplace.close()
