"""No private word on the kiosk: not in its file, not on its screen, not in the bytes of its page, not in the inbox.

With codes not even a name; with names the display names of the group and nothing else about anybody.
"""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from agenda.public import KioskMode
from agenda.session import PhaseKey
from facilitator.kiosk.app import KioskApp
from facilitator.kiosk.page import routes
from tests.facilitator.console.hour.hour import AnHour, an_hour, text_of
from tests.keys import settle, strike
from tests.privacy.canaries import MARK, Search, a_record_of_canaries, add_private_words, canary

PAGES = ("/kiosk", "/kiosk/welcome", "/kiosk/kiosk.css", "/kiosk/kiosk.js")
NAME = re.compile(re.escape(canary("members", "name", 7)).replace("7", r"[1-4]"))


async def seen(hour: AnHour, keys: tuple[str, ...]) -> list[str]:
    """Everything the kiosk shows and leaves while these keys are pressed there, and its page."""
    found: list[str] = []
    app = KioskApp(hour.stage, hour.clock.now, hour.clock.monotonic)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("", *keys):
            if key:
                await strike(pilot, key)
            app.look()
            await settle(pilot)
            found.append(text_of(app.screen))
    transport = httpx.ASGITransport(app=Starlette(routes=list(routes(hour.stage, hour.clock.now))))
    async with httpx.AsyncClient(transport=transport, base_url="http://kiosk") as client:
        found += [answer.text + str(answer.headers) for path in PAGES for answer in [await client.get(path)]]
        sent = await client.post("/kiosk", data={"who": "4711", "token": hour.screen.kiosk._token})
        found.append(sent.text + str(sent.headers))
    return found


def left(hour: AnHour) -> list[str]:
    """Names and bytes of all files of the stage."""
    files = [file for file in hour.stage.rglob("*") if file.is_file()]
    return [file.name + file.read_bytes().decode("utf-8", "replace") for file in files]


@pytest.mark.slow
@pytest.mark.parametrize("phase", [phase for phase in PhaseKey if phase is not PhaseKey.BREAK])
async def test_with_codes_there_is_no_private_word_at_all(phase: PhaseKey, tmp_path: Path) -> None:
    record, _code = a_record_of_canaries(tmp_path / "kept" / "our.record")
    async with an_hour(tmp_path, record=record) as hour:
        add_private_words(record, hour.screen.session_id)
        await hour.goes_to(phase)
        assert hour.screen.kiosk.switch(KioskMode.CODES)
        found = await seen(hour, (*"12", "backspace", *"345", "escape", *"6789"))
        assert any("Welcome. Take a seat." in one for one in found)
        assert any((hour.stage / "inbox").iterdir())
        for one in (*found, *left(hour)):
            assert Search().finds(one.encode()) is None
        await hour.looks()
        assert Search().finds("".join(left(hour)).encode()) is None
    record.close()


@pytest.mark.slow
async def test_with_names_there_are_the_names_and_nothing_else(tmp_path: Path) -> None:
    record, _code = a_record_of_canaries(tmp_path / "kept" / "our.record")
    async with an_hour(tmp_path, record=record) as hour:
        add_private_words(record, hour.screen.session_id)
        assert hour.screen.kiosk.switch(KioskMode.NAMES)
        found = await seen(hour, ("1", "escape", "5"))
        everything = "\n".join((*found, *left(hour)))
        assert {match.group() for match in NAME.finditer(everything)} == {
            canary("members", "name", n) for n in (1, 2, 3)
        }
        assert MARK not in NAME.sub("", everything)
        assert Search().finds(NAME.sub("", everything).encode()) is None
    record.close()


@pytest.mark.slow
async def test_a_leak_would_be_found(tmp_path: Path) -> None:
    record, _code = a_record_of_canaries(tmp_path / "kept" / "our.record")
    async with an_hour(tmp_path, record=record) as hour:
        assert hour.screen.kiosk.switch(KioskMode.NAMES)
        found = await seen(hour, ())
        assert Search().finds(found[0].encode()) is not None, "on the screen"
        assert Search().finds(found[1].encode()) is not None, "on the page"
        assert Search().finds("".join(left(hour)).encode()) is not None, "in the file"
    record.close()
