"""The page in Chromium: follows the stage, is read by a telephone, comes back by itself, asks nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from typing import Literal
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from agenda.public import PublicPage, Scene
from facilitator.palette import DARK_DRAWN, DRAWN, Drawn
from facilitator.stage import Publisher
from tests.facilitator.wall.states import ADDRESS, EVERY_SCENE, NOW, a_state
from tests.facilitator.web.browser import CHROMIUM, OPTIONS
from tests.facilitator.web.pictures import show
from tests.facilitator.web.server import AServer

pytestmark = pytest.mark.system

CALM = "One moment, please"
SIZES = [(1920, 1080), (1280, 720), (1024, 768), (390, 844)]
COLOURS = """() => [...document.querySelectorAll("#wall *")].filter((each) =>
  [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())).map((each) =>
  [getComputedStyle(each).color, getComputedStyle(each.closest(".sheet")).backgroundColor])"""
LOOKS = """() => [getComputedStyle(document.querySelector(".drawing path")).fill,
  getComputedStyle(document.querySelector(".drawing path[stroke]")).stroke]"""
OUTSIDE = """() => [...document.querySelectorAll("h1, .line, .sign, .picture, footer span")].filter((each) => {
  const box = each.getBoundingClientRect();
  return box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
}).length"""


@dataclass(slots=True)
class Window:
    """A page, what its console said, and whom it asked."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def waits_for(self, text: str, seconds: float = 20.0) -> None:
        """Until this is the title on the wall."""
        self.page.wait_for_function(
            "text => document.querySelector('h1')?.textContent === text", arg=text, timeout=seconds * 1000
        )


@pytest.fixture
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def look(browser: Browser) -> Callable[..., Window]:
    """Open an address in a window of this size."""

    def opened(address: str, width: int = 1920, height: int = 1080, *, is_deaf: bool = False) -> Window:
        window = Window(browser.new_page(viewport={"width": width, "height": height}))
        window.page.on("console", lambda message: window.said.append(message.text))
        window.page.on("pageerror", lambda error: window.said.append(str(error)))
        window.page.on("request", lambda request: window.asked.add(urlsplit(request.url).netloc))
        if is_deaf:  # what the test itself shows must not be replaced by what the server says
            window.page.route("**/wall/events", lambda route: route.abort())
        window.page.goto(address)
        return window

    return opened


def test_it_follows_the_stage_in_two_windows(
    server: AServer, publisher: Publisher, look: Callable[..., Window]
) -> None:
    windows = [look(server.address), look(server.address)]
    for title in ("One page", "<b>Another</b> & page", "The last"):
        publisher.publish(a_state(page=PublicPage(title, ("A line.",))))
        for window in windows:
            window.waits_for(title)
    publisher.publish(a_state(curtain=True))
    for window in windows:
        window.waits_for("A quiet moment")
        assert window.said == []
        assert window.asked == {f"127.0.0.1:{server.port}"}
        assert window.page.title() == "Facilitator"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_its_code_is_read_from_a_picture_of_the_screen(
    width: int, height: int, theme: str, server: AServer, publisher: Publisher, look: Callable[..., Window]
) -> None:
    publisher.publish(a_state(Scene.CODE, PublicPage("At home"), qr=ADDRESS))
    window = look(f"{server.home}/wall?theme={theme}", width, height)
    window.waits_for("At home")
    image = Image.open(BytesIO(window.page.screenshot()))
    assert [(one.text, one.format.name) for one in zxingcpp.read_barcodes(image)] == [(ADDRESS, "QRCode")]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_scene_fits_and_every_letter_stands_out(
    width: int, height: int, theme: str, server: AServer, look: Callable[..., Window]
) -> None:
    window = look(f"{server.home}/wall?theme={theme}", width, height, is_deaf=True)
    window.page.evaluate("document.fonts.ready")
    for scene, state in EVERY_SCENE.items():
        show(window.page, state)
        pairs = window.page.evaluate(COLOURS)
        assert pairs, scene
        assert min(contrast(ink, ground) for ink, ground in pairs) >= 15, scene
        assert window.page.evaluate(OUTSIDE) == 0, scene


@pytest.mark.parametrize(("theme", "drawn"), [("light", DRAWN), ("dark", DARK_DRAWN)])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_drawing_has_the_colours_of_the_wall_and_its_shape(
    width: int, height: int, theme: str, drawn: Drawn, server: AServer, look: Callable[..., Window]
) -> None:
    window = look(f"{server.home}/wall?theme={theme}", width, height, is_deaf=True)
    show(window.page, EVERY_SCENE["with-a-drawing"])
    found = window.page.evaluate(LOOKS)
    assert [luminance(each) for each in found] == [luminance(in_numbers(each)) for each in (drawn.calm, drawn.ink)]
    box = window.page.locator(".drawing svg").bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(box["height"], abs=1)
    assert box["width"] > 0.1 * min(width, height)


def in_numbers(value: str) -> str:
    return f"rgb({', '.join(str(int(value[at : at + 2], 16)) for at in (1, 3, 5))})"


def contrast(ink: str, ground: str) -> float:
    one, other = luminance(ink), luminance(ground)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def luminance(colour: str) -> float:
    assert colour.startswith("rgb("), f"{colour} lets something through"
    parts = [int(part) / 255 for part in colour[4:-1].split(", ")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_page_far_too_full_gets_smaller_letters(server: AServer, look: Callable[..., Window]) -> None:
    window = look(server.address, is_deaf=True)
    sizes = []
    for line in ("short", "many words " * 12):
        show(window.page, a_state(page=PublicPage("Much to say", (line,) * 5)))
        sizes.append(window.page.evaluate("parseFloat(getComputedStyle(document.querySelector('.line')).fontSize)"))
        assert window.page.evaluate(OUTSIDE) == 0
    assert 30 < sizes[1] < sizes[0]


def test_its_letters_are_the_ones_it_brings(server: AServer, look: Callable[..., Window]) -> None:
    window = look(server.address, is_deaf=True)
    show(window.page, a_state(Scene.BREAK, PublicPage("Break", ("Διάλειμμα",)), until=NOW))
    window.page.wait_for_function("() => [...document.fonts].every((each) => each.status === 'loaded')")
    assert sorted(window.page.evaluate("[...document.fonts].map((each) => each.family.replaceAll('\"', ''))")) == [
        "Atkinson Hyperlegible", "Atkinson Hyperlegible", "Noto Sans", "Wall figures",
    ]  # fmt: skip


@pytest.mark.parametrize(("motion", "running"), [("no-preference", ["appear"]), ("reduce", [])])
def test_a_page_fades_in_only_where_motion_is_welcome(
    motion: Literal["no-preference", "reduce"], running: list[str], server: AServer, look: Callable[..., Window]
) -> None:
    window = look(server.address, is_deaf=True)
    window.page.emulate_media(reduced_motion=motion)
    show(window.page, EVERY_SCENE["page"])
    # What is laid down for it, not what is still running: a busy machine looks when the fade is over.
    styles = "[...document.querySelectorAll('*')].map(getComputedStyle).filter((each) => each.animationName != 'none')"
    assert window.page.evaluate(f"{styles}.map((each) => each.animationName)") == running
    assert window.page.evaluate(f"{styles}.map((each) => each.animationDuration)") == ["0.2s" for _each in running]
    show(window.page, EVERY_SCENE["curtain"])
    assert window.page.evaluate(f"{styles}.length") == 0, "what covers the wall is there at once"


def test_as_time_passes_nothing_is_drawn_anew_but_clock_and_disc(server: AServer, look: Callable[..., Window]) -> None:
    window = look(server.address, is_deaf=True)
    state = EVERY_SCENE["exercise"]
    show(window.page, state)
    rest = "document.querySelector('.rest').getAttribute('stroke-dasharray').split(' ')[0]"
    before = window.page.evaluate(rest)
    window.page.evaluate("document.querySelector('.text').id = 'kept'")
    show(window.page, state, NOW + timedelta(minutes=2))
    assert int(window.page.evaluate(rest)) < int(before)
    assert window.page.locator(".left").text_content() == "about 4 minutes"
    assert window.page.locator("#kept").count() == 1
    show(window.page, EVERY_SCENE["page"])
    assert window.page.locator("#kept").count() == 0


def test_it_is_calm_without_the_server_and_comes_back_with_it(
    serve: Callable[..., AServer], publisher: Publisher, look: Callable[..., Window]
) -> None:
    server = serve()
    window = look(server.address)
    publisher.publish(a_state(page=PublicPage("Before")))
    window.waits_for("Before")
    assert server.ends() == 0
    window.waits_for(CALM, seconds=9)
    again = serve("--port", str(server.port))
    assert again.port == server.port
    publisher.publish(a_state(page=PublicPage("After")))
    window.waits_for("After")


def test_it_is_calm_when_the_console_is_silent(
    server: AServer, publisher: Publisher, look: Callable[..., Window]
) -> None:
    window = look(server.address)
    publisher.publish(a_state(page=PublicPage("Before")))
    window.waits_for("Before")
    window.waits_for(CALM, seconds=9)
    assert window.said == []


def test_the_token_leads_to_the_wall_and_the_address_is_then_of_no_use(
    serve: Callable[..., AServer], publisher: Publisher, look: Callable[..., Window], browser: Browser
) -> None:
    server = serve("--port", "0", "--lan", "127.0.0.2")
    publisher.publish(a_state(page=PublicPage("For the next room")))
    window = look(server.address)
    window.page.wait_for_url("**/wall")
    window.waits_for("For the next room")
    assert window.said == []
    stranger = browser.new_context().new_page()
    answer = stranger.goto(server.address)
    assert answer is not None
    assert answer.status == 403
    assert "For the next room" not in stranger.content()


def test_plus_makes_the_letters_larger_and_nothing_leaves_the_window(
    look: Callable[..., Window], publisher: Publisher, server: AServer
) -> None:
    publisher.publish(a_state(page=PublicPage("What helps?", ("Rest", "A walk"))))
    window = look(server.address, 1280, 720)
    window.waits_for("What helps?")
    size = "() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"
    before = window.page.evaluate(size)
    for key in ("+", "+", "Control++"):
        window.page.keyboard.press(key)
    assert window.page.evaluate(size) > 1.2 * before
    assert window.page.evaluate(OUTSIDE) == 0
    for _press in range(9):
        window.page.keyboard.press("+")
    assert window.page.evaluate(OUTSIDE) == 0
    for _press in range(20):
        window.page.keyboard.press("-")
    assert window.page.evaluate(size) < before
