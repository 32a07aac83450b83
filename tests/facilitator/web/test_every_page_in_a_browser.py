"""Every page of every lesson in Chromium: as large as the rule says, and whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from facilitator.drawing import Drawings
from facilitator.web.fragment import fragment
from facilitator.web.size import SHAPES, Setting, Shape, setting
from tests.facilitator.wall.states import DRAWING
from tests.facilitator.web.browser import CHROMIUM, OPTIONS
from tests.facilitator.web.letter_sizes import FEW, said
from tests.facilitator.web.pictures import DRAWINGS
from tests.facilitator.web.server import AServer

pytestmark = [pytest.mark.system, pytest.mark.slow]

WINDOWS = {"wide": (1920, 1080), "desk": (1280, 800), "square": (1024, 768)}
MEASURE = """fragments => fragments.map((fragment) => {
  heard = performance.now();
  show(fragment);
  const size = (name) => parseFloat(getComputedStyle(document.querySelector(name)).fontSize);
  const outside = [...document.querySelectorAll("h1, .line, .sign, .beside, footer span")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
  }).length;
  const body = document.querySelector(".text").getBoundingClientRect();
  const foot = document.querySelector("footer").getBoundingClientRect();
  return {
    line: (100 * size(".line")) / innerHeight,
    fit: getComputedStyle(document.documentElement).getPropertyValue("--fit"),
    top: document.querySelector("h1").getBoundingClientRect().top,
    isOverFoot: [...document.querySelectorAll("li")].some((each) => each.getBoundingClientRect().bottom > foot.top),
    outside,
    beside: (100 * (document.querySelector(".beside")?.getBoundingClientRect().width ?? 0)) / innerHeight,
    title: document.querySelector("h1").textContent,
  };
})"""


@pytest.fixture
def page(server: AServer) -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        page = browser.new_page()
        page.route("**/wall/events", lambda route: route.abort())
        page.goto(server.address)
        page.evaluate("Promise.all([...document.fonts].map((each) => each.load()))")
        yield page
        browser.close()


def beside(shape: Shape, chosen: Setting, has_drawing: bool) -> float:
    """What the drawing takes, in hundredths of the height."""
    return 0.0 if not has_drawing else shape.slim if chosen.is_slim else shape.beside


@pytest.mark.timeout(300)
@pytest.mark.parametrize("has_drawing", [False, True], ids=["text alone", "with a drawing"])
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_it_is_as_large_as_the_rule_says_and_whole(shape: Any, has_drawing: bool, page: Page) -> None:
    drawings = DRAWINGS if has_drawing else Drawings()
    shown = [replace(each, drawing=DRAWING) for each in said()]
    width, height = WINDOWS[shape.name]
    page.set_viewport_size({"width": width, "height": height})
    found = page.evaluate(MEASURE, [fragment(each, drawings) for each in shown])
    rule = [setting(each, shape, has_drawing=has_drawing) for each in shown]
    assert len(found) == len(rule) >= 387
    fitting = [(one, other) for one, other in zip(found, rule, strict=True) if other.fits]
    assert [one["title"] for one, _rule in fitting if one["fit"] != "1"] == []
    assert [one["title"] for one, other in fitting if abs(one["line"] - other.letters) > 0.01] == []
    assert [
        one["title"] for one, other in fitting if abs(one["beside"] - beside(shape, other, has_drawing)) > 0.1
    ] == []
    assert [one["title"] for one in found if one["outside"] or one["isOverFoot"]] == []
    assert len({one["top"] for one in found}) == 1, "the title moves"
    if shape is SHAPES[0]:
        assert median(one["line"] for one, each in zip(found, shown, strict=True) if len(each.lines) <= FEW) >= 8
        assert min(one["line"] for one in found) >= 6
