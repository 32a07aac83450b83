"""``python -m tests.facilitator.web.pictures DIR [WIDTH HEIGHT THEME]``: each scene in a browser on the projector.

Those in ``docs/pictures/web`` are made so.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from agenda.public import PublicState
from facilitator.drawing import Drawings
from facilitator.wall.scenes import words
from facilitator.web.fragment import fragment
from tests.facilitator.wall.states import EVERY_SCENE, NOW
from tests.facilitator.web.browser import CHROMIUM, OPTIONS
from tests.facilitator.web.server import AServer

DRAWINGS = Drawings({path.stem: (path, path.name) for path in Path(__file__).parent.glob("*.svg")})
"""Those of the tests, which no pack has."""
COLOURS = 24
"""Enough for ink, ground and the edges of letters."""


STILL = """() => document.getAnimations().every((each) => each.playState === "finished")"""
"""Nothing fades any more."""


def show(page: Page, state: PublicState | None, now: datetime = NOW) -> None:
    """Put a scene of our own into a page that hears no server, at the hour of the tests; it stays for six seconds."""
    page.evaluate("fragment => { heard = performance.now(); show(fragment); }", fragment(words(state, now), DRAWINGS))


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
