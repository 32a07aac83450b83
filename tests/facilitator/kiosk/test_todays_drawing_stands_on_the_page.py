"""The drawing of today's lesson on a tablet: beside the keys and over the answer, the same for everybody."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import sync_playwright
from starlette.applications import Starlette

from agenda.public import KioskMode
from content.drawing import drawings_in
from content.load import builtin_pack_folder
from facilitator.drawing import Drawings
from facilitator.kiosk.page import routes
from facilitator.stage import Publisher
from facilitator.stage.kiosk import FORGOTTEN_AFTER, kiosk_json, read_drawing, read_kiosk
from tests.builders import NOON
from tests.facilitator.kiosk.kiosks import a_kiosk_state
from tests.facilitator.pages.browsing import CHROMIUM, QUIET

DRAWINGS = Drawings(drawings_in([(builtin_pack_folder(), "")]))
DRAWING = "road-winds"
START, WELCOME = "/kiosk", f"/kiosk/welcome?entry={'a' * 32}"
TABLETS = [(1024, 768), (768, 1024), (1280, 800), (960, 768), (900, 768), (1024, 600), (360, 640)]
PLACES = """() => [".drawing", "h1", "#dots", "#pad", "#not-me"].map(name => document.querySelector(name))
  .filter(each => each).map(each => { const box = each.getBoundingClientRect();
    return [box.left, box.top, box.right, box.bottom]; })"""


def told(stage: Path, drawing: str, mode: KioskMode = KioskMode.CODES, now: datetime = NOON) -> None:
    publisher = Publisher(stage, lambda: now)
    assert publisher.publish_kiosk(kiosk_json(replace(a_kiosk_state(mode), published_at=now), drawing))
    publisher.close()


def shown(stage: Path, path: str) -> str:
    async def asked() -> httpx.Response:
        app = Starlette(routes=routes(stage, lambda: NOON, drawings=DRAWINGS))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://kiosk") as client:
            return await client.get(path)

    return asyncio.run(asked()).text


def test_it_stands_beside_the_keys_and_over_the_answer_whatever_was_typed(tmp_path: Path) -> None:
    told(tmp_path, DRAWING)
    svg = DRAWINGS.svg(DRAWING)
    assert svg
    assert svg in shown(tmp_path, START)
    assert svg in shown(tmp_path, WELCOME)
    assert svg in shown(tmp_path, "/kiosk/welcome")
    assert "<svg" not in shown(tmp_path, "/kiosk/tell")


def test_names_have_the_whole_page(tmp_path: Path) -> None:
    told(tmp_path, DRAWING, KioskMode.NAMES)
    assert "<svg" not in shown(tmp_path, START)
    assert DRAWINGS.svg(DRAWING) in shown(tmp_path, WELCOME)


@pytest.mark.parametrize("name", ["", "nobody-drew-this", "../drawings/road-winds", "Road-winds", "x" * 41, "<svg>"])
def test_without_one_the_page_is_as_it_always_was(name: str, tmp_path: Path) -> None:
    told(tmp_path, name)
    for path in (START, WELCOME):
        text = shown(tmp_path, path)
        assert "<svg" not in text
        assert 'class="drawing"' not in text


@pytest.mark.parametrize("name", [7, None, ["road-winds"], {"a": 1}])
def test_what_is_no_name_is_no_drawing_and_the_kiosk_goes_on(name: object, tmp_path: Path) -> None:
    told(tmp_path, DRAWING)
    file = tmp_path / "kiosk.json"
    file.write_text(json.dumps({**json.loads(file.read_bytes()), "drawing": name}), encoding="utf-8")
    assert read_drawing(tmp_path, NOON) == ""
    assert read_kiosk(tmp_path, NOON) is not None


def test_it_goes_with_the_kiosk(tmp_path: Path) -> None:
    assert read_drawing(tmp_path, NOON) == ""
    told(tmp_path, DRAWING)
    assert read_drawing(tmp_path, NOON) == DRAWING
    assert read_drawing(tmp_path, NOON + FORGOTTEN_AFTER) == ""
    assert read_drawing(tmp_path, NOON + FORGOTTEN_AFTER - timedelta(seconds=1)) == DRAWING


@contextmanager
def a_server(stage: Path) -> Iterator[str]:
    app = Starlette(routes=routes(stage, drawings=DRAWINGS))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off", ws="none"))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline
        running.join(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    running.join(20)


@pytest.mark.system
def test_on_every_tablet_it_is_seen_whole_and_covers_nothing(tmp_path: Path) -> None:
    told(tmp_path, DRAWING, now=datetime.now(UTC))
    with a_server(tmp_path) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        for width, height in TABLETS:
            page = browser.new_page(viewport={"width": width, "height": height})
            for path in (START, WELCOME):
                page.goto(f"{address}{path}")
                drawing, *others = page.evaluate(PLACES)
                assert len(others) >= 2, path
                assert all(apart(drawing, other) for other in others), f"{path} at {width}x{height}"
                for left, top, right, bottom in (drawing, *others):
                    assert left >= 0 <= top, f"{path} at {width}x{height}"
                    assert right <= width, f"{path} at {width}x{height}"
                    assert bottom <= height, f"{path} at {width}x{height}"
                assert drawing[2] - drawing[0] >= 72, f"{path} at {width}x{height}: large enough to be known"
            page.close()
        browser.close()


def apart(one: list[float], other: list[float]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
