"""End to end, each a real process: console, wall, server; Chromium as projector and as telephone."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.facilitator.web.browser import CHROMIUM, OPTIONS
from tests.facilitator.web.server import until
from tests.terminal import FACILITATOR, Terminal, a_terminal

pytestmark = [pytest.mark.system, pytest.mark.timeout(240)]
END, UP, ENTER, DOWN_AGAIN = "\x1b[F", "\x1b[A", "\r", "A quiet moment"
WITHIN = 15_000
DOT = 4


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def stage(home: Path) -> Iterator[Path]:
    """The stage of everybody here; the page that outlives its console ends with the test."""
    folder = home / "run" / "facilitator" / "stage"
    yield folder
    os.utime(folder / "state.json", (0, 0))


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the laptop's browser leaves the address it was given."""
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{script} %s")
    monkeypatch.setenv("FACILITATOR_LAN", "127.0.0.2")  # the test needs no network
    return tmp_path / "opened"


def way(console: Terminal, words: str, *keys: str) -> None:
    """A way behind More in the agenda's menu, by the keys that lead to it there."""
    console.press("m")
    console.shows("Move on to")
    for key in (END, UP, UP):
        console.press(key)
        console.listen(0.2)
    console.press(ENTER)
    console.shows(words)
    for key in keys:
        console.press(key)
        console.listen(0.2)
    console.press(ENTER)


def wall_in_browser(console: Terminal, browser: Browser, opened: Path) -> Page:
    way(console, "Wall in the browser", END, UP, UP)
    until(opened.exists, "the browser is given an address")
    console.shows("press F11")
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(opened.read_text().strip())
    return page


def code_on(console: Terminal) -> str:
    """The address in the code that stands on the console's screen."""
    rows = console.text.split("\n")
    image = Image.new("L", (console_width(rows) * DOT, len(rows) * 2 * DOT), 255)
    for y, row in enumerate(rows):
        for x, sign in enumerate(row):
            for half in (0, 1):
                if sign == "█" or (sign == "▀" and half == 0) or (sign == "▄" and half == 1):
                    top = (2 * y + half) * DOT
                    image.paste(0, (x * DOT, top, (x + 1) * DOT, top + DOT))
    return next((read.text for read in zxingcpp.read_barcodes(image) if "/telephone?pair=" in read.text), "")


def console_width(rows: list[str]) -> int:
    return max(map(len, rows))


def paired_telephone(console: Terminal, browser: Browser) -> Page:
    way(console, "A telephone as the prompter", END, UP)
    console.shows("Open a page for one telephone in this network?")
    console.press("y")
    console.shows("Scan this with the telephone")
    console.until(lambda: bool(code_on(console)), "a code that can be scanned")
    phone = browser.new_page(viewport={"width": 390, "height": 844})
    phone.goto(code_on(console))
    console.shows("The telephone is there")
    expect(phone.locator("#heading")).to_have_text(re.compile("welcome", re.IGNORECASE), timeout=WITHIN)
    return phone


@pytest.mark.usefixtures("stage")
def test_both_walls_follow_the_phone_and_outlive_the_console(browser: Browser, opened: Path, tmp_path: Path) -> None:
    console = Terminal(*FACILITATOR, "demo", "--keep", str(tmp_path / "kept"), "--seed", "3")
    with a_terminal(*FACILITATOR, "wall", width=80, height=24) as wall:
        try:
            console.shows("STILL OPEN")
            console.press(ENTER)
            console.shows("CURTAIN", "ON THE WALL")
            projector = wall_in_browser(console, browser, opened)
            expect(projector.locator("h1")).to_have_text(DOWN_AGAIN, timeout=WITHIN)
            phone = paired_telephone(console, browser)
            console.press("c")
            console.shows("This will appear on the wall")
            console.press(ENTER)
            console.shows("WALL ON")
            phone.click("#next")
            console.shows("page 2 of")
            wall.shows("What we agree")
            expect(projector.locator("h1")).to_have_text("What we agree", timeout=WITHIN)
            expect(phone.locator("h1")).to_have_text("What we agree", timeout=WITHIN)
            phone.click("#curtain")
            console.shows("CURTAIN")
            wall.shows(DOWN_AGAIN)
            expect(projector.locator("h1")).to_have_text(DOWN_AGAIN, timeout=WITHIN)
            expect(phone.locator("#covered")).to_have_text("The wall is covered.", timeout=WITHIN)
            console.signal(signal.SIGKILL)
            wall.shows("One moment, please")
            expect(projector.locator("h1")).to_have_text("One moment, please", timeout=WITHIN)
            expect(phone.locator("h1")).to_have_text(re.compile("The console is not there"), timeout=WITHIN)
        finally:
            console.close()
        again = Terminal(*FACILITATOR, "--record", str(tmp_path / "kept"),
                         env={"FACILITATOR_PASSPHRASE": "practice"})  # fmt: skip
        try:
            again.shows("CURTAIN", "What we agree")
            wall.shows(DOWN_AGAIN)
            expect(projector.locator("h1")).to_have_text(DOWN_AGAIN, timeout=WITHIN)
        finally:
            again.close()
