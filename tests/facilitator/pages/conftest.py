"""The whole site as the command writes it, served from this machine, and a real browser that asks nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Playwright, sync_playwright

from facilitator.cli import cli
from tests.content.building import a_pack
from tests.facilitator.pages.browsing import CHROMIUM, QUIET

SESSION = "## crisis\n\n- In danger: call 112.\n- The line of the town, 8:00 to 20:00: 0800 123 456.\n"


class Quiet(SimpleHTTPRequestHandler):
    """Sends files and writes nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, as the command writes it, with the words of a place for a crisis."""
    folder = tmp_path_factory.mktemp("site")
    own = a_pack(folder / "own", {}, SESSION)
    done = CliRunner().invoke(cli, ["site", str(folder / "pages")], env={"FACILITATOR_PACK": str(own)})
    assert done.exit_code == 0, done.output
    return folder / "pages"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    running = Thread(target=server.serve_forever, daemon=True)
    running.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    running.join(20)


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """One for all browsers of a module: it bears no second beside it."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
    yield found
    found.close()


@pytest.fixture(scope="module")
def reader(playwright: Playwright) -> Iterator[Browser]:
    """Chromium as it is on a desk, without its window: it shows a PDF, which the one for pages downloads."""
    found = playwright.chromium.launch(
        executable_path=CHROMIUM, ignore_default_args=["--headless"], args=["--headless=new", *QUIET]
    )
    yield found
    found.close()
