"""The console starts the server for browser and telephone, and takes it with it when it goes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from facilitator.console.devices import servers as place
from facilitator.console.devices.pairing_dialog import PairingDialog
from facilitator.console.devices.servers import Servers, open_browser
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.stage import open_stage
from tests.facilitator.console.hour.hour import an_hour
from tests.facilitator.console.hour.test_moving_on import chooses
from tests.facilitator.web.server import until as soon
from tests.until import until


def answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=5).status_code == 200
    except httpx.TransportError:
        return False


@pytest.mark.slow
def test_it_runs_once_and_ends_with_the_console(tmp_path: Path) -> None:
    servers = Servers(open_stage(tmp_path / "stage"))
    address = servers.address()
    assert address.startswith("http://127.0.0.1:")
    assert servers.address() == address
    assert answers(address)
    servers.end()
    servers.end()
    assert not answers(address)


@pytest.mark.slow
def test_a_stage_that_cannot_be_is_said_by_no_address(tmp_path: Path) -> None:
    (tmp_path / "stage").write_text("no folder")
    servers = Servers(tmp_path / "stage")
    assert servers.address() == ""
    servers.end()


@pytest.mark.slow
def test_opening_the_network_leaves_the_page_on_the_projector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_LAN", "127.0.0.2")
    servers = Servers(open_stage(tmp_path / "stage"))
    wall = servers.address()
    telephone = servers.address(network=True)
    assert telephone.startswith("http://127.0.0.2:")
    assert answers(wall)
    assert (servers.address(), servers.address(network=True)) == (wall, telephone)
    servers.end()
    assert not answers(wall)


@pytest.mark.slow
def test_one_that_ended_is_started_again(tmp_path: Path) -> None:
    servers = Servers(open_stage(tmp_path / "stage"))
    servers.address()
    servers._running[False].end()
    assert answers(servers.address())
    servers.end()


@pytest.mark.slow
def test_what_says_no_address_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "SERVE", (sys.executable, "-c", "print('hello')"))
    assert Servers(tmp_path).address() == ""
    monkeypatch.setattr(place, "SERVE", (str(tmp_path / "nothing"),))
    assert Servers(tmp_path).address() == ""


KILLED = """
import sys, time
from pathlib import Path
from facilitator.console.devices import servers
servers.OUTLIVES = int(sys.argv[2])
started = servers.Servers(Path(sys.argv[1]))
print(started.address(), started.address(network=True).partition("?")[0], flush=True)
time.sleep(60)
"""


@contextmanager
def a_killed_console(stage: Path, outlives: int) -> Iterator[tuple[str, str]]:
    """Where the servers are of a console that was killed a moment ago."""
    command = [sys.executable, "-c", KILLED, str(stage), str(outlives)]
    env = {**os.environ, "FACILITATOR_LAN": "127.0.0.2"}
    console = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)
    assert console.stdout is not None
    wall, telephone = console.stdout.readline().split()
    assert answers(wall)
    assert listens(telephone)
    console.kill()
    console.wait()
    console.stdout.close()
    yield wall, telephone


def listens(address: str) -> bool:
    try:
        return httpx.get(address, timeout=5).status_code == 403
    except httpx.TransportError:
        return False


@pytest.mark.slow
def test_when_the_console_is_killed_the_network_is_let_go_at_once(tmp_path: Path) -> None:
    with a_killed_console(open_stage(tmp_path / "stage"), outlives=0) as (wall, telephone):
        soon(lambda: not listens(telephone), "the telephone's page ends")
        soon(lambda: not answers(wall), "the wall ends where it has no patience")


@pytest.mark.slow
def test_the_wall_waits_for_a_killed_console_while_its_last_word_is_fresh(tmp_path: Path) -> None:
    state = open_stage(tmp_path / "stage") / "state.json"
    state.touch()
    with a_killed_console(state.parent, outlives=30) as (wall, telephone):
        soon(lambda: not listens(telephone), "the telephone's page ends")
        assert answers(wall)
        os.utime(state, (0, 0))
        soon(lambda: not answers(wall), "the wall ends when nobody has published for long")


@pytest.mark.slow
def test_the_browser_gets_the_address_and_no_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1 $TERM" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    monkeypatch.setenv("TERM", "xterm")
    assert open_browser("http://127.0.0.1:1/wall")
    assert (tmp_path / "opened").read_text().split() == ["http://127.0.0.1:1/wall"]


@pytest.mark.slow
def test_where_there_is_no_browser_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BROWSER", str(tmp_path / "none"))
    assert not open_browser("http://127.0.0.1:1/wall")


@pytest.mark.slow
async def test_the_wall_in_a_browser_opens_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def opens(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("facilitator.console.devices.browser.open_browser", opens)
    async with an_hour(tmp_path) as hour:
        await chooses(hour, "Wall in the browser")
        await until(lambda: bool(opened), hour.pilot)
        assert answers(opened[0])
    assert not answers(opened[0])


@pytest.mark.slow
@pytest.mark.parametrize("address", ["http://192.0.2.7:8750/?token=abc", ""])
async def test_a_telephone_is_asked_for_then_paired_and_can_be_let_go(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Servers, "address", lambda self, *, network=False: address if network else "http://elsewhere")
    async with an_hour(tmp_path) as hour:
        telephone = hour.screen.telephone
        await chooses(hour, "A telephone as the prompter")
        assert isinstance(hour.on_top, ConfirmDialog)
        await hour.press("enter")
        assert not telephone.is_paired
        await chooses(hour, "A telephone as the prompter")
        await hour.press("y")
        if not address:
            await until(lambda: hour.on_top is hour.screen, hour.pilot)
            assert not telephone.is_paired
            return
        await until(lambda: isinstance(hour.on_top, PairingDialog), hour.pilot)
        assert "▀" in hour.text()
        assert telephone.is_paired
        await hour.press("escape")
        await chooses(hour, "A telephone as the prompter")
        await hour.press("enter")
        assert not telephone.is_paired
