"""From the curtain to the eye in a browser: before it is published until the frame that shows it has been painted.

Needs Chromium from the system's packages; without it there is no line.
"""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from agenda.public import PublicPage, PublicState, Scene
from facilitator.stage import Publisher
from tests.benchmarks.measuring import Line
from tests.facilitator.web.browser import CHROMIUM, OPTIONS
from tests.facilitator.web.server import AServer

PRESSES = 200
BUDGET = 100.0
WANTED = """title => { window.painted = new Promise((painted) => {
  window.tell = (seen) => { if (seen === title) painted(Date.now()); };
}); }"""
COVERED = "A quiet moment"
# A callback of the frame after the one that was drawn: what it reports has been handed to the screen.
WATCH = """() => new MutationObserver(() => {
  const seen = document.querySelector("h1").textContent;
  requestAnimationFrame(() => requestAnimationFrame(() => tell(seen)));
}).observe(document.getElementById("wall"), {childList: true})"""


def measure(folder: Path) -> list[Line]:
    if shutil.which(CHROMIUM) is None:
        return []
    cuts = quantiles(delays(folder / "web", PRESSES), n=100)
    shown = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98]}
    said = ", ".join(f"{each} {value:.0f} ms" for each, value in shown.items())
    return [Line("curtain to browser painted, p99", shown["p99"], BUDGET, said, "ms")]


def delays(folder: Path, presses: int) -> list[float]:
    """Milliseconds of so many curtains, each over a page."""
    from playwright.sync_api import sync_playwright  # only who has Chromium needs it

    server = AServer(folder)
    publisher = Publisher(folder, lambda: datetime.now(UTC))
    taken = []
    try:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
            page = browser.new_page(viewport={"width": 1920, "height": 1080})
            page.goto(server.address)
            page.evaluate(WANTED, "")
            page.evaluate(WATCH)
            for number in range(2 * presses):
                is_covered = bool(number % 2)
                state = PublicState(number, datetime.now(UTC), "Europe/Rome", "en", Scene.PAGE)
                state = replace(state, page=PublicPage(f"Page {number}", ("A line.",)), curtain=is_covered)
                page.evaluate(WANTED, COVERED if is_covered else state.page.title)
                # Not in step with the server's own looks, or every sample would be the same one.
                time.sleep(random.uniform(0.03, 0.09))
                started = time.time()
                publisher.publish(state)
                painted = page.evaluate("painted")
                taken += [painted - started * 1000] if is_covered else []
            browser.close()
    finally:
        publisher.close()
        server.close()
    return taken
