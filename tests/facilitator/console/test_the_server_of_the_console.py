"""The console starts the server for browser and telephone, and takes it with it when it goes."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from facilitator.console.dialogs.confirm import ConfirmDialog
from facilitator.console.dialogs.pairing import PairingDialog
from facilitator.console.web_flow import Served
from facilitator.stage import open_stage
from tests.facilitator.console.session.hour import an_hour
from tests.facilitator.console.session.test_moving_on import chooses
from tests.until import until


def answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def test_it_runs_once_and_ends_with_the_console(tmp_path: Path) -> None:
    served = Served(open_stage(tmp_path / "stage"))
    address = served.address()
    assert address.startswith("http://127.0.0.1:")
    assert served.address() == address
    assert answers(address)
    served.end()
    served.end()
    assert not answers(address)


def test_a_stage_that_cannot_be_is_said_by_no_address(tmp_path: Path) -> None:
    (tmp_path / "stage").write_text("no folder")
    served = Served(tmp_path / "stage")
    assert served.address() == ""
    served.end()


async def test_the_wall_in_a_browser_opens_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    async with an_hour(tmp_path) as hour:
        await chooses(hour, "Wall in the browser")
        await until(lambda: bool(opened), hour.pilot)
        assert answers(opened[0])
    assert not answers(opened[0])


@pytest.mark.parametrize("address", ["http://192.0.2.7:8750/?token=abc", ""])
async def test_a_telephone_is_asked_for_then_paired_and_can_be_let_go(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Served, "address", lambda self, *, network=False: address if network else "http://elsewhere")
    async with an_hour(tmp_path) as hour:
        remote = hour.screen.remote
        await chooses(hour, "A telephone as the prompter")
        assert isinstance(hour.on_top, ConfirmDialog)
        await hour.press("enter")
        assert not remote.is_paired
        await chooses(hour, "A telephone as the prompter")
        await hour.press("y")
        if not address:
            await until(lambda: hour.on_top is hour.screen, hour.pilot)
            assert not remote.is_paired
            return
        await until(lambda: isinstance(hour.on_top, PairingDialog), hour.pilot)
        assert "▀" in hour.text()
        assert remote.is_paired
        await hour.press("escape")
        await chooses(hour, "A telephone as the prompter")
        await hour.press("enter")
        assert not remote.is_paired
