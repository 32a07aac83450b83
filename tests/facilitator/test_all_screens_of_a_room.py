"""Console, wall, server and Chromium as real processes: a check-in arrives, a telephone turns every wall's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from agenda.record import opening
from agenda.record.rows import member_code
from agenda.record.rows import overview as report
from tests.facilitator.web.browser import CHROMIUM, OPTIONS
from tests.facilitator.web.server import AServer
from tests.faults.kept import PASSPHRASE
from tests.faults.practice import Env, a_practice_record, an_environment, begin_the_hour
from tests.terminal import FACILITATOR, Terminal, a_terminal

pytestmark = pytest.mark.system

MORE, END, DOWN = "m\x1b[F\x1b[A\x1b[A\r", "\x1b[F", "\x1b[B"
PIXELS = 8
HALVES = {"▀": (True, False), "▄": (False, True), "█": (True, True)}


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield opened
        opened.close()


def a_code_of(record: Path) -> tuple[str, str]:
    """A name and that member's code, as the record has them beside the open console."""
    opened = opening.open_record(record, PASSPHRASE, read_only=True)
    try:
        session = report.running_session(opened)
        assert session is not None
        rows = opened.rows(
            "SELECT m.id, m.name, m.group_id FROM attendance a JOIN members m ON m.id = a.member_id "
            "WHERE a.session_id = ? ORDER BY m.digit",
            session,
        )
        codes = member_code.codes(opened, rows[0]["group_id"])
        return rows[0]["name"], codes[rows[0]["id"]]
    finally:
        opened.close()


def scanned(console: Terminal) -> str:
    """What a telephone reads from the console's screen; empty as long as it reads nothing."""
    rows = console.rows
    image = Image.new("L", (max(map(len, rows)) + 8, 2 * len(rows) + 8), 255)
    for y, row in enumerate(rows):
        for x, letter in enumerate(row):
            for half, is_dark in enumerate(HALVES.get(letter, (False, False))):
                if is_dark:
                    image.putpixel((x + 4, 2 * y + half + 4), 0)
    large = image.resize((image.width * PIXELS, image.height * PIXELS), Image.Resampling.NEAREST)
    found = zxingcpp.read_barcodes(large)
    return str(found[0].text) if found else ""


def test_a_member_checks_in_and_the_telephone_leads(tmp_path: Path, browser: Browser) -> None:
    env: Env = {**an_environment(tmp_path), "FACILITATOR_LAN": "127.0.0.2"}
    stage, record = tmp_path / "stage", a_practice_record(tmp_path / "group" / "record", seed=1)
    begin_the_hour(record, env)
    server = AServer(stage)
    try:
        with (
            a_terminal(*FACILITATOR, "wall", env=env, width=80, height=24) as wall,
            a_terminal(*FACILITATOR, "--record", str(record), env=env) as console,
        ):
            page = browser.new_page()
            page.goto(server.address)
            console.shows("ON THE WALL")
            console.press("c")
            console.shows("This will appear")
            console.press("\r")
            wall.shows("Welcome")
            page.wait_for_function("() => document.querySelector('h1')?.textContent === 'Welcome'")

            console.press(MORE)
            console.shows("Kiosk: off")
            console.press(END + "\r")
            console.shows("Self check-in")
            console.press("2")
            console.shows("It closes with Esc")
            console.press("\x1b")
            name, code = a_code_of(record)
            kiosk = browser.new_page()
            kiosk.goto(f"{server.home}/kiosk")
            kiosk.keyboard.type(code)
            kiosk.keyboard.press("Enter")
            kiosk.wait_for_function("() => document.body.innerText.includes('Welcome. Take a seat.')")
            console.press("\t")
            console.until(lambda: any(name in row and "confirm" in row for row in console.rows), "has the check-in")
            assert name not in wall.text + page.inner_text("body") + kiosk.inner_text("body")
            console.press("\t")

            console.press(MORE)
            console.shows("A telephone as the prompter")
            console.press(END + "\x1b[A\r")
            console.shows("Open a page for one telephone")
            console.press("y")
            console.shows("Scan this with the telephone")
            console.until(lambda: scanned(console).startswith("http://127.0.0.2:"), "shows a code that can be read")
            telephone = browser.new_page()
            telephone.goto(scanned(console))
            telephone.wait_for_selector("#next")
            console.press("\x1b")
            telephone.click("#next")
            wall.shows("What we agree")
            page.wait_for_function("() => document.querySelector('h1')?.textContent === 'What we agree'")
            telephone.wait_for_function("() => document.getElementById('title').textContent === 'What we agree'")
            telephone.click("#curtain")
            wall.shows("A quiet moment")
            page.wait_for_function("() => document.querySelector('h1')?.textContent === 'A quiet moment'")
            console.shows("CURTAIN")
            assert name not in telephone.inner_text("body")
    finally:
        assert server.ends() == 0
        server.close()
