"""Contrast of every ink on every ground of the style sheet: 15:1 or more (docs/domain.md 8)."""

from __future__ import annotations

import re

import pytest
from rich.style import Style

from content.drawing import Colour
from facilitator.palette import INK, PAPER, in_terminal
from facilitator.web.fragment import PAGES
from facilitator.web.site import COLOURS
from tests.facilitator.wall.test_every_text_can_be_read_from_the_last_row import LEAST, contrast

SHEET = COLOURS + (PAGES / "wall.css").read_text(encoding="utf-8")
THEMES = {"light": r":root \{(.*?)\}", "dark": r":root\.dark \{(.*?)\}"}
DRAWN = len(Colour)
GROUNDS, INKS = ("open", "holding", "curtain"), ("ink", "title", "done", "curtain-title")
MET = [("open", "ink"), ("open", "title"), ("open", "done"), ("holding", "ink"), ("holding", "title"),
       ("curtain", "ink"), ("curtain", "curtain-title")]  # fmt: skip
"""Which ink stands on which ground; only the agenda has parts that are done, and it is never covered."""
COLOUR = r"#[0-9a-fA-F]{3,8}|rgba?\(|hsla?\(|opacity|color-mix"

FADE = re.compile(r"filter: opacity\(0\);")
"""A page that turns appears within a fifth of a second; after that nothing lets anything through."""


def colours(theme: str) -> dict[str, str]:
    found = re.search(THEMES[theme], SHEET, re.DOTALL)
    assert found
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", found[1]))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ground", "ink"), MET)
def test_every_ink_stands_out_on_its_ground(theme: str, ground: str, ink: str) -> None:
    known = colours(theme)
    assert contrast(Style.parse(f"{known[ink]} on {known[ground]}")) >= LEAST


def test_there_are_no_other_colours() -> None:
    assert set(colours("light")) == set(colours("dark")) == {*GROUNDS, *INKS}
    assert len(re.findall(COLOUR, FADE.sub("", SHEET))) == 2 * (len(GROUNDS + INKS) + DRAWN)
    used = set(re.findall(r"(?:color|background): ([^;]+);", SHEET))
    assert used <= {f"var(--{name})" for name in (*GROUNDS, *INKS)}


@pytest.mark.parametrize(("theme", "before"), [("light", "wall-"), ("dark", "dark-wall-")])
def test_they_are_those_of_the_terminal(theme: str, before: str) -> None:
    terminal = in_terminal()
    assert colours(theme) == {name: terminal[before + name] for name in (*GROUNDS, *INKS)}


def test_a_code_stands_out_from_its_own_light() -> None:
    assert contrast(Style.parse(f"{INK} on {PAPER}")) >= LEAST
