"""Every page of the site in a real browser: can everybody use it, does it fit, does it ask anybody for anything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from facilitator.cli import cli
from tests.content.building import a_pack

pytestmark = [pytest.mark.system, pytest.mark.timeout(600), pytest.mark.xdist_group("site")]
CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
RULES = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
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
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield found
        found.close()


def pages(site: Path) -> list[str]:
    """The addresses of all pages as they are printed: without a slash at the end."""
    return ["", *sorted(path.parent.name for path in site.glob("*/index.html"))]


def opened(browser: Browser, size: dict[str, int], scheme: Any = "light") -> Page:
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]}, color_scheme=scheme, reduced_motion="reduce"
    )
    return context.new_page()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_every_page(browser: Browser, site: Path, address: str, scheme: str) -> None:
    page, axe = opened(browser, PHONE, scheme), Axe()
    assert len(pages(site)) > 50
    for name in pages(site):
        page.goto(f"{address}/{name}")
        results = axe.run(page, options=RULES)
        assert results.violations_count == 0, f"{name}: {results.generate_report()}"
    page.context.close()


def test_the_check_finds_what_is_pale_or_has_no_name(browser: Browser) -> None:
    page = opened(browser, PHONE)
    page.set_content("<h1>A page</h1><p style='color:#666'>Pale</p><a href='#'></a>")
    found = {one["id"] for one in Axe().run(page, options=RULES).response["violations"]}
    assert {"color-contrast-enhanced", "html-has-lang", "link-name"} <= found
    page.context.close()


def test_nothing_lies_beyond_the_edge_of_a_small_telephone(browser: Browser, site: Path, address: str) -> None:
    page = opened(browser, PHONE)
    for name in pages(site):
        page.goto(f"{address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
    page.context.close()


def test_each_page_is_one_request_to_this_site_and_none_to_another(browser: Browser, site: Path, address: str) -> None:
    page = opened(browser, DESK)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for name in pages(site):
        page.goto(f"{address}/{name}")
    own = {f"{address}/{name}{slash}" for name in pages(site) for slash in ("", "/")}
    assert {url for url in asked if not url.startswith("data:")} <= own
    assert len([url for url in asked if not url.startswith("data:")]) <= 2 * len(pages(site))
    assert said == []
    page.context.close()


def test_every_link_leads_to_a_page_or_a_place_in_it(browser: Browser, site: Path, address: str) -> None:
    page = opened(browser, DESK)
    links: set[str] = set()
    for name in pages(site):
        page.goto(f"{address}/{name}")
        links |= set(page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)"))
    for link in sorted(links):
        if link.startswith("tel:"):
            assert link.removeprefix("tel:").isdecimal()
            continue
        answer = page.goto(link)
        assert answer is None or answer.ok, link  # none: another place in the same page
        if "#" in link:
            assert page.locator(f"[id='{link.partition('#')[2]}']").count() == 1, link
    assert len(links) > len(pages(site))
    page.context.close()


def test_it_prints_without_what_is_only_of_use_on_a_screen(browser: Browser, address: str) -> None:
    page = opened(browser, DESK, "dark")
    page.goto(f"{address}/recmean2")
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert not page.locator("footer").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.context.close()
