"""From words to HTML: everything the terminal says, and nothing but text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agenda.public import PublicPage, PublicState, Scene
from facilitator.wall.scenes import holding, sign_word, words
from facilitator.wall.typography import typographic
from facilitator.web.code import code
from facilitator.web.fragment import fragment, page
from tests.facilitator.wall.states import ADDRESS, EVERY_SCENE, NOW, a_state
from tests.facilitator.web.pictures import DRAWINGS

OURS = {"main", "div", "h1", "ul", "li", "span", "footer", "svg", "path", "i", "circle"}
DRAWN = OURS | {"title", "line", "polyline", "ellipse", "rect"}
MARKUP = "<script>alert(1)</script> <img src=x onerror=a> &amp; {{ 7 * 7 }} \"'"


class Read(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.texts += [data.strip()] if data.strip() else []


def shown(state: PublicState | None) -> Read:
    return Read(fragment(words(state, NOW)))


@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_every_scene_says_what_the_terminal_says(scene: str) -> None:
    said = words(EVERY_SCENE[scene], NOW)
    expected = [said.title]
    for line in said.lines:
        expected += [line.sign.strip(), line.text]
    expected += [sign_word(said.sign) if said.sign else "", said.left, said.clock]
    assert shown(EVERY_SCENE[scene]).texts == [each for each in expected if each]


@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_a_page_needs_no_styles_of_its_own_and_brings_no_script(scene: str) -> None:
    read = shown(EVERY_SCENE[scene])
    assert set(read.tags) <= OURS
    assert not {name for name in read.attributes if name == "style" or name.startswith("on")}


@pytest.mark.parametrize("scene", [each for each in Scene if each is not Scene.HOLDING])
def test_markup_in_a_page_is_shown_as_it_was_written(scene: Scene) -> None:
    read = shown(a_state(scene, PublicPage(MARKUP, (MARKUP,))))
    assert set(read.tags) <= OURS
    assert read.texts.count(typographic(MARKUP, "en")) == 2


@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_a_drawing_stands_within_the_page_beside_its_lines(scene: str) -> None:
    said = words(EVERY_SCENE[scene], NOW)
    read = Read(fragment(said, DRAWINGS))
    assert set(read.tags) <= DRAWN
    assert ("A glass that is half full." in read.texts) is (scene == "with-a-drawing")
    assert not read.attributes & {"style", "src", "href"}


@pytest.mark.parametrize("room", [{"qr": "x"}, {"disc": 5}, {"drawing": "nobody-has-it"}])
def test_where_something_else_stands_or_there_is_none_the_lines_have_the_room(room: dict[str, Any]) -> None:
    said = replace(words(EVERY_SCENE["with-a-drawing"], NOW), **room)
    assert "half full" not in fragment(said, DRAWINGS)
    without = fragment(replace(said, drawing=""), DRAWINGS)
    assert re.findall(r"(?:wide|desk|square)-[a-z]+", fragment(said, DRAWINGS)) == re.findall(
        r"(?:wide|desk|square)-[a-z]+", without
    )


@given(some.text(max_size=60), some.text(max_size=60), some.text(max_size=60))
def test_no_text_ever_makes_an_element(title: str, line: str, qr: str) -> None:
    plain = shown(a_state(Scene.CODE, PublicPage("a", ("b",)), qr="x")).tags
    found = shown(a_state(Scene.CODE, PublicPage(title, (line,)), qr=qr)).tags
    assert set(found) <= set(plain)


def test_the_part_that_is_on_is_marked_by_a_sign_and_by_its_class() -> None:
    source = fragment(words(EVERY_SCENE["agenda"], NOW))
    assert re.findall(r'<li class="now"><span class="sign">►</span><span class="line">(.*?)</span>', source) == [
        "Goals"
    ]
    assert source.count('class="done"') == 2


def test_a_code_has_four_empty_modules_around_it_and_correction_m() -> None:
    drawn = code(ADDRESS)
    assert re.search(r'viewBox="0 0 (\d+) \1"', drawn)
    assert int(re.findall(r'viewBox="0 0 (\d+)', drawn)[0]) == 29 + 2 * 4  # version 3 holds 42 bytes at M


def test_a_payload_too_long_for_any_code_leaves_its_text() -> None:
    assert code("x" * 4000) == ""


def test_the_whole_page_holds_the_holding_page_for_when_nothing_is_heard() -> None:
    source = page(fragment(words(EVERY_SCENE["page"], NOW)), is_dark=False)
    assert fragment(holding()) in source.partition("<template")[2]
    assert "Stress is like water" in unescape(source)
    assert not re.search(r"https?://|<style|style=|javascript:", source)


@pytest.mark.parametrize("is_dark", [True, False])
def test_the_theme_is_a_class_of_the_page(is_dark: bool) -> None:
    assert ('class="dark"' in page("", is_dark=is_dark)) is is_dark
