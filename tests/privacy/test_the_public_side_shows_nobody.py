"""Two thousand states of an hour full of private words: none on the stage, the wall, or the pages of a browser.

Each example does something to the hour as keys would, then reads everything the public side is given and makes of it:
the files of stage, kiosk and telephone, the words of the wall placed on a screen, and the bytes of three pages.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from starlette.applications import Starlette

from agenda.attendance import Status
from agenda.error import AgendaError
from agenda.public import KioskMode, from_json
from agenda.record.export import export
from agenda.record.rows import attendance as attendances
from agenda.record.rows import flip_chart
from agenda.record.rows import session as sessions
from agenda.record.rows import turn as turns
from facilitator.console.devices.kiosk import Kiosk
from facilitator.console.devices.telephone import Telephone
from facilitator.console.hour.interlude import Interlude, applause, chart_interlude, exercise, lesson_code
from facilitator.console.hour.led_hour import LedHour
from facilitator.kiosk.page import routes as kiosk_routes
from facilitator.stage.telephone import read_prompt
from facilitator.wall.layout import compose
from facilitator.wall.scenes import words
from facilitator.web.fragment import fragment, page, telephone_page
from facilitator.web.telephone import said
from tests.facilitator.console.hour.hour import a_workplace
from tests.laws import tried
from tests.privacy.canaries import MARK, Search, a_record_of_canaries, add_private_words, canary, every_canary

STATES = tried(2000)
STATES_OF_ONE_HOUR = 100
MOST_LINES = 20
SIZES = ((48, 14), (80, 24))
STEPS = some.one_of(
    some.tuples(some.just("phase"), some.integers(0, 7)),
    some.tuples(some.just("page"), some.integers(0, 9)),
    some.tuples(some.just("interlude"), some.sampled_from(["applause", "exercise", "code", "chart", "none"])),
    some.tuples(some.just("curtain"), some.booleans()),
    some.tuples(some.just("pause"), some.booleans()),
    some.tuples(some.just("mark"), some.tuples(some.integers(0, 2), some.sampled_from(Status))),
    some.tuples(some.just("turn"), some.integers(0, 2)),
    some.tuples(some.just("line"), some.sampled_from(["a walk", "tea with a friend", "music", "<b>rest</b>"])),
    some.tuples(some.just("break"), some.integers(1, 9)),
)


class Hour:
    """An hour with a canary in every private field, its public side, and the server's pages on the same stage."""

    def __init__(self, folder: Path) -> None:
        self.record, code = a_record_of_canaries(folder / "kept" / "our.record")
        self.workplace = a_workplace(folder, self.record)
        group = self.record.row("SELECT id FROM groups")
        assert group is not None
        planned = sessions.next_session(self.record, group["id"])
        assert planned is not None
        sessions.start(self.record, planned.id)
        add_private_words(self.record, planned.id)
        self.led = LedHour(self.workplace, planned.id)
        self.stage = self.workplace.wall.folder
        self.kiosk = Kiosk(self.led)
        assert self.kiosk.switch(KioskMode.CODES)
        self.telephone = Telephone(self.led, lambda _button: None, lambda _line: None)
        self.telephone.pair()
        self.search = Search((code,))
        self.loop = asyncio.new_event_loop()
        kiosk = Starlette(routes=kiosk_routes(self.stage, self.workplace.clock.now))
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app=kiosk), base_url="http://kiosk")

    def does(self, what: str, how: object) -> None:
        """One step, or nothing where the hour does not allow it."""
        try:
            getattr(self, f"_{what}")(how)
        except AgendaError:
            return

    def _phase(self, place: int) -> None:
        self.led.move_to(self.led.hour.phases[place % len(self.led.hour.phases)].id)

    def _page(self, times: int) -> None:
        for _time in range(times):
            self.led.clicker_next()

    def _interlude(self, what: str) -> None:
        lesson = self.led.lesson
        assert lesson is not None
        lines = flip_chart.lines(self.record, self.led.id)
        interludes: dict[str, Interlude | None] = {
            "applause": applause(),
            "exercise": exercise(lesson, self.workplace.clock.now()),
            "code": lesson_code(lesson, lesson.entry.title),
            "chart": chart_interlude(lines, self.led.page.public.title),
            "none": None,
        }
        self.led.show_interlude(interludes[what])

    def _curtain(self, is_down: bool) -> None:
        (self.workplace.wall.lower if is_down else self.workplace.wall.uncover)()

    def _pause(self, begins: bool) -> None:
        if begins != self.led.timeline().paused:
            (self.led.pause if begins else self.led.resume)()

    def _mark(self, given: tuple[int, Status]) -> None:
        place, status = given
        attendances.mark(self.record, self.led.id, self.led.roster[place].member, status)

    def _turn(self, place: int) -> None:
        turns.answer(self.record, self.led.id, self.led.roster[place].member, turns.TODAY)

    def _line(self, text: str) -> None:
        while len(flip_chart.lines(self.record, self.led.id)) > MOST_LINES:
            flip_chart.take_back(self.record, self.led.id)
        flip_chart.write(self.record, self.led.id, text, heading=self.led.page.public.title)
        self._interlude("chart")

    def _break(self, minutes: int) -> None:
        if not self.led.timeline().paused:
            self.led.take_break(minutes)

    def public(self) -> Iterator[tuple[str, bytes]]:
        """Everything that leaves the console, and what wall and browser make of it."""
        self.workplace.wall.show(self.led.shown())
        self.workplace.wall.beat()
        self.telephone.look()
        for file in self.stage.rglob("*"):
            if file.is_file():
                yield file.name, file.name.encode() + file.read_bytes()
        now = self.workplace.clock.now()
        said_by_wall = words(from_json((self.stage / "state.json").read_bytes()), now)
        for size in SIZES:
            rows = compose(said_by_wall, *size)
            yield f"wall {size}", "\n".join(piece.text for row in rows for piece in row).encode()
        yield "/wall", page(fragment(said_by_wall), is_dark=False).encode()
        answer = self.loop.run_until_complete(self.client.get("/kiosk"))
        yield "/kiosk", answer.content + str(answer.headers).encode()
        prompt = read_prompt(self.stage, now)
        assert prompt is not None
        yield "/telephone", telephone_page(said(prompt, now)).encode()

    def close(self) -> None:
        """Let record and pages go."""
        self.loop.run_until_complete(self.client.aclose())
        self.loop.close()
        self.workplace.wall.close()
        self.record.close()


class Hours:
    """One hour after the other: no hour has thousands of phases, and one that had would only be slow."""

    def __init__(self, new_folder: Callable[[], Path]) -> None:
        self._new_folder = new_folder
        self._states = 0
        self._hour: Hour | None = None

    def __call__(self) -> Hour:
        if self._hour is None or self._states % STATES_OF_ONE_HOUR == 0:
            self.close()
            self._hour = Hour(self._new_folder())
        self._states += 1
        return self._hour

    def close(self) -> None:
        """The last one ends."""
        if self._hour is not None:
            self._hour.close()


@pytest.fixture(scope="module")
def hours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hours]:
    opened = Hours(lambda: tmp_path_factory.mktemp("hour"))
    yield opened
    opened.close()


def test_the_canaries_are_there_and_would_be_found(hours: Hours) -> None:
    hour = hours()
    everything = json.dumps(export(hour.record)).encode()
    missing = [one for one in every_canary() if one.encode() not in everything]
    # What stands in no export: the code of the recovery, drafts, and the passphrase.
    assert [one for one in missing if not one.startswith((canary("drafts", "text")[:-1],))] == []
    assert hour.search.finds(b"... " + f"{MARK}-x".encode()) is not None


@pytest.mark.slow
@settings(max_examples=STATES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(steps=some.lists(STEPS, min_size=1, max_size=4))
def test_no_private_word_leaves_in_any_state(hours: Hours, steps: list[tuple[str, object]]) -> None:
    hour = hours()
    for what, how in steps:
        hour.does(what, how)
    seen = dict(hour.public())
    assert {"state.json", "kiosk.json", "telephone.json", "/wall", "/kiosk", "/telephone"} <= seen.keys()
    for where, raw in seen.items():
        assert hour.search.finds(raw) is None, where
