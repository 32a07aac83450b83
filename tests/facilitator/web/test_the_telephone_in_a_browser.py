"""The telephone's page in Chromium: where its button leads, the pause, and how the screen stays on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from agenda.public import PromptState, PublicPage
from facilitator.stage import Publisher
from facilitator.stage.telephone import Button, Presses, new_pairing, pairing_hash, prompt_json
from tests.facilitator.web.browser import CHROMIUM, OPTIONS
from tests.facilitator.web.server import AServer

pytestmark = pytest.mark.system

CODE = new_pairing()
NO_WAKE_LOCK = "Object.defineProperty(navigator, 'wakeLock', { value: undefined })"
"""As a browser is on a page that is not encrypted."""
WAKE_LOCK = "Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => ({}) } })"


def now() -> datetime:
    return datetime.now(UTC)


def a_prompt(**others: object) -> PromptState:
    page = PublicPage("Stress is like water in a glass", ("Everyone's glass has a size.",))
    state = PromptState(1, now(), pairing_hash(CODE), "Lesson", page, following="Goal time", curtain=False)
    return replace(state, until=now() + timedelta(minutes=9), **others)  # type: ignore[arg-type]


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def telephone(browser: Browser, server: AServer, publisher: Publisher) -> Callable[[str], Page]:
    """A telephone that scans the code; the console tells it something just before."""

    def scanned(before: str = WAKE_LOCK) -> Page:
        page = browser.new_page(viewport={"width": 390, "height": 760})
        page.add_init_script(before)
        assert publisher.publish_prompt(prompt_json(a_prompt()))
        page.goto(f"{server.home}/telephone?pair={CODE}")
        page.wait_for_url("**/telephone")
        return page

    return scanned


def test_the_button_says_where_it_leads(telephone: Callable[[str], Page], publisher: Publisher) -> None:
    page = telephone(WAKE_LOCK)
    expect(page.locator("#next")).to_have_text("Next: Goal time", timeout=20_000)
    publisher.publish_prompt(prompt_json(a_prompt(revision=2, following="")))
    expect(page.locator("#next")).to_have_text("Next", timeout=20_000)


def test_pause_is_handed_over_and_then_the_console_decides(
    telephone: Callable[[str], Page], publisher: Publisher, tmp_path: Path
) -> None:
    page = telephone(WAKE_LOCK)
    page.locator("#pause").click()
    presses = Presses(publisher.folder, CODE)
    pressed: list[Button] = []
    page.wait_for_function("() => document.getElementById('unheard').hidden")
    for _look in range(200):
        pressed += presses.take(now())
        if Button.PAUSE in pressed:
            break
        page.evaluate("new Promise((done) => setTimeout(done, 50))")
    assert Button.PAUSE in pressed
    publisher.publish_prompt(prompt_json(a_prompt(revision=3, paused=True)))
    expect(page.locator("#paused")).to_contain_text("How you go on is chosen at the console", timeout=20_000)
    expect(page.locator("#pause")).to_be_hidden()


@pytest.mark.parametrize(("before", "is_told"), [(WAKE_LOCK, False), (NO_WAKE_LOCK, True)])
def test_where_the_screen_cannot_be_kept_awake_it_says_what_to_do(
    before: str, is_told: bool, telephone: Callable[[str], Page]
) -> None:
    told = telephone(before).locator("#awake")
    if is_told:
        expect(told).to_be_visible(timeout=20_000)
        expect(told).to_contain_text("Let it stay on for as long as the telephone's settings allow")
    else:
        expect(told).to_be_hidden()


def test_its_letters_are_those_of_the_wall(telephone: Callable[[str], Page]) -> None:
    page = telephone(WAKE_LOCK)
    page.wait_for_function("() => [...document.fonts].some((each) => each.status === 'loaded')")
    assert "Atkinson Hyperlegible" in page.evaluate("getComputedStyle(document.body).fontFamily")
