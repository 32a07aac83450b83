"""``python -m tests.facilitator.web.pictures DIR [WIDTH HEIGHT THEME]``: each scene in a browser on the projector.

Those in ``docs/pictures/web`` are made so.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, Route, sync_playwright

from agenda.public import PublicState
from facilitator.wall.scenes import words
from facilitator.web.drawings import Drawings
from facilitator.web.fragment import fragment
from tests.facilitator.wall.states import EVERY_SCENE, NOW
from tests.facilitator.web.browser import CHROMIUM, OPTIONS
from tests.facilitator.web.server import AServer

DRAWINGS = Drawings(Path(__file__).parent)
COLOURS = 24
"""Enough for ink, ground and the edges of letters."""


STILL = """() => document.getAnimations().every((each) => each.playState === "finished")
  && [...document.images].every((each) => each.complete)"""
"""Nothing fades any more, and every drawing is there."""


def show(page: Page, state: PublicState | None, now: datetime = NOW) -> None:
    """Put a scene of our own into a page that hears no server, at the hour of the tests; it stays for six seconds."""
    page.evaluate("fragment => { heard = performance.now(); show(fragment); }", fragment(words(state, now), DRAWINGS))


def draw_ours(page: Page) -> None:
    """The drawings of the tests, which no pack has."""
    for path in Path(__file__).parent.glob("*.svg"):
        page.route(f"**/wall/drawing/{path.name}", _answered(path))


def _answered(path: Path) -> Callable[[Route], None]:
    return lambda route: route.fulfill(path=path)


def picture(page: Page) -> bytes:
    """The page as a small PNG."""
    image = Image.open(BytesIO(page.screenshot())).convert("RGB")
    small = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def main(into: Path, width: int, height: int, theme: str) -> None:
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        server = AServer(Path(folder) / "stage")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        try:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.route("**/wall/events", lambda route: route.abort())
            draw_ours(page)
            page.goto(f"{server.home}/wall?theme={theme}")
            page.evaluate("document.fonts.ready")
            for name, state in EVERY_SCENE.items():
                show(page, state)
                page.wait_for_function(STILL)
                (into / f"{name}.png").write_bytes(picture(page))
        finally:
            browser.close()
            server.close()


if __name__ == "__main__":
    into, width, height, theme = (*sys.argv[1:], *("", "1920", "1080", "light")[len(sys.argv) - 1 :])
    main(Path(into), int(width), int(height), theme)
