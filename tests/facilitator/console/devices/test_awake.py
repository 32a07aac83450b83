"""The laptop stays awake exactly while a session runs; where it will not, one quiet line says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from wakepy import keep

from facilitator.console.devices.awake import Awake, keep_awake
from tests.facilitator.console.hour.hour import an_hour

WORDS = "This laptop may go dark by itself"
LONGEST = 10.0


class ASystem:
    """Stands for what keeps a laptop awake: says when it was asked and when it was let go."""

    def __init__(self, *, agrees: bool = True, fails: bool = False) -> None:
        self.agrees, self.fails = agrees, fails
        self.asked, self.let_go = Event(), Event()

    @contextmanager
    def presenting(self, **options: object) -> Iterator[SimpleNamespace]:
        assert options == {"on_fail": "pass"}
        self.asked.set()
        if self.fails:
            raise OSError("the bus is gone")
        yield SimpleNamespace(active=self.agrees)
        self.let_go.set()


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> ASystem:
    one = ASystem(**getattr(request, "param", {}))
    monkeypatch.setattr(keep, "presenting", one.presenting)
    return one


def test_it_is_asked_once_and_let_go_at_the_end(system: ASystem) -> None:
    awake = Awake()
    awake.follow(is_running=False)
    assert not system.asked.is_set()
    awake.follow(is_running=True)
    awake.follow(is_running=True)
    assert system.asked.wait(LONGEST)
    assert not system.let_go.is_set()
    awake.follow(is_running=False)
    assert system.let_go.wait(LONGEST)
    awake.close()
    assert not awake.refused


def test_closing_the_program_lets_it_go(system: ASystem) -> None:
    awake = Awake()
    awake.begin()
    assert system.asked.wait(LONGEST)
    awake.close()
    assert system.let_go.is_set()


@pytest.mark.slow
@pytest.mark.parametrize("system", [{"agrees": False}, {"fails": True}], indirect=True)
async def test_a_laptop_that_will_not_is_said_once_in_a_quiet_place(system: ASystem, tmp_path: Path) -> None:
    awake = Awake()
    awake.begin()
    assert system.asked.wait(LONGEST)
    awake.close()
    assert awake.refused
    async with an_hour(tmp_path) as hour:
        await hour.press("tab")
        keep_awake(awake, hour.app.screen_stack)
        assert not awake.has_said_so
        await hour.press("tab", "space", "space", "space", "space", "space")
        assert "last page of the phase" in hour.text()
        keep_awake(awake, hour.app.screen_stack)
        assert not awake.has_said_so
        await hour.press("left")
        keep_awake(awake, hour.app.screen_stack)
        await hour.pilot.pause()
        assert WORDS in hour.text()
        assert awake.has_said_so
        await hour.press("left")
        keep_awake(awake, hour.app.screen_stack)
        await hour.pilot.pause()
        assert WORDS not in hour.text()
        awake.close()


@pytest.mark.slow
async def test_it_is_held_during_the_hour_and_not_on_home(system: ASystem, tmp_path: Path) -> None:
    awake = Awake()
    async with an_hour(tmp_path) as hour:
        keep_awake(awake, hour.app.screen_stack[:1])
        assert not system.asked.is_set()
        keep_awake(awake, hour.app.screen_stack)
        assert system.asked.wait(LONGEST)
        hour.screen.end_session()
        keep_awake(awake, hour.app.screen_stack)
        assert system.let_go.wait(LONGEST)
    awake.close()


def test_tests_and_tour_ask_no_system() -> None:
    from facilitator.console.app import ConsoleApp
    from facilitator.console.home.screen import HomeScreen

    assert ConsoleApp(lambda _app: HomeScreen())._awake is None
