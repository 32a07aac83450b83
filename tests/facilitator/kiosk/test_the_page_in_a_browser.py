"""The large keys of the page, pressed in a real browser by a script of the test."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from facilitator.kiosk.page import routes
from facilitator.stage import Publisher
from facilitator.stage.kiosk import kiosk_json
from tests.facilitator.kiosk.kiosks import a_kiosk_state, in_the_inbox

QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--timeout=4000", "--dump-dom")  # fmt: skip
FINGER = """
for (const key of ["4", "7", "9", "", "1", "1"]) document.querySelector(`#pad [data-key="${key}"]`).click();
"""


@contextmanager
def a_server(stage: Path) -> Iterator[str]:
    """The page with a finger in it."""
    pages = routes(stage)
    start = pages[0].endpoint

    async def touched(request: Request) -> Response:
        page = await start(request)
        return Response(bytes(page.body).replace(b"</body>", b'<script src="/finger.js"></script></body>'),
                        headers={"content-security-policy": page.headers["content-security-policy"]},
                        media_type="text/html")  # fmt: skip

    async def finger(request: Request) -> Response:
        return Response(FINGER, media_type="text/javascript")

    app = Starlette(routes=[Route("/kiosk", touched), *pages[1:], Route("/finger.js", finger)])
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
def test_touching_four_keys_is_an_entry(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    publisher = Publisher(tmp_path / "stage", lambda: now)
    publisher.publish_kiosk(kiosk_json(replace(a_kiosk_state(), published_at=now)))
    with a_server(tmp_path / "stage") as address:
        done = subprocess.run(["chromium", *QUIET, f"--user-data-dir={tmp_path / 'browser'}", f"{address}/kiosk"],
                              capture_output=True, text=True, timeout=60, check=True)  # fmt: skip
    assert "Welcome. Take a seat." in done.stdout
    assert [json.loads(file.read_bytes())["who"] for file in in_the_inbox(tmp_path / "stage")] == ["4711"]
    publisher.close()
