"""Every colour stands in the palette, once, and can be read on the ground it meets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.style import Style
from textual.theme import BUILTIN_THEMES

from content.drawing import Colour
from facilitator.console.app import ConsoleApp
from facilitator.drawing import BEFORE
from facilitator.kiosk import page as kiosk
from facilitator.kiosk.page import HERE as KIOSK_PAGES
from facilitator.pages import site
from facilitator.palette import (
    CONSOLE,
    DARK_DRAWN,
    DARK_PAGE,
    DARK_TELEPHONE,
    DARK_WALL,
    DRAWN,
    KIOSK,
    PAGE,
    PRINTED_DRAWN,
    PRINTED_PAGE,
    SHEET,
    TELEPHONE,
    WALL,
    WHITE,
    Console,
    Drawn,
    Kiosk,
    Page,
    Telephone,
    Wall,
    in_terminal,
    on_paper,
)
from facilitator.web import site as wall_site
from facilitator.web import telephone
from facilitator.web.fragment import PAGES
from tests.facilitator.wall.test_every_text_can_be_read_from_the_last_row import contrast

ROOT = Path(__file__).parents[2]
PALETTE = ROOT / "facilitator" / "palette.py"
KINDS = {".py", ".tcss", ".css", ".html", ".js", ".typ"}
VALUE = re.compile(r"(?<!&)#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b|\b(?:rgba?|hsla?|luma|cmyk|oklch)\(")
NAMED = re.compile(r"\brgb\(colours\.\w+\)")
"""How a template of paper takes a colour it was given."""

INKS = ("words", "quiet", "gold", "green", "blue", "red")
WALL_PAIRS = ("ink open", "title open", "done open", "ink holding", "title holding", "ink curtain",
              "curtain_title curtain")  # fmt: skip
KIOSK_PAIRS = ("ink ground", "heading ground", "key_ink key", "key_ink ground", "welcome_ink ground", "ink welcome",
               "ink field")  # fmt: skip
TELEPHONE_PAIRS = ("ink ground", "quiet ground", "ink button", "on_next next")
GROUNDS = ("ground", "box", "urgent")
PAGE_PAIRS = [f"{ink} {ground}" for ink in ("ink", "quiet", "teal") for ground in GROUNDS]


def files() -> list[Path]:
    return [
        path
        for room in ("agenda", "content", "facilitator")
        for path in (ROOT / room).rglob("*")
        if path.suffix in KINDS and path != PALETTE
    ]


def values(text: str) -> list[str]:
    return VALUE.findall(NAMED.sub("", text))


@pytest.mark.parametrize("text", ["'#e8c37e'", "color: #fff;", "bold #171920 on gold", 'rgb("red")', "rgba(1, 2)"])
def test_a_colour_is_seen_however_it_is_written(text: str) -> None:
    assert VALUE.search(text)


def test_no_colour_stands_outside_the_palette() -> None:
    assert len(files()) > 200
    found = {str(path.relative_to(ROOT)): values(path.read_text(encoding="utf-8")) for path in files()}
    assert {name: those for name, those in found.items() if those} == {}


def test_no_colour_stands_twice_in_the_palette() -> None:
    written = re.findall(r"#[0-9a-f]{6}", PALETTE.read_text(encoding="utf-8"))
    assert sorted(written) == sorted(set(written))


@pytest.mark.parametrize(
    ("colours", "pairs", "least"),
    [
        (CONSOLE, [f"{ink} {ground}" for ink in INKS for ground in ("ground", "sheet", "bar", "field", "chosen")], 4.5),
        (CONSOLE, [f"ground {ink}" for ink in INKS], 4.5),
        (CONSOLE, ["print_ink print"], 15),
        (WALL, WALL_PAIRS, 15),
        (DARK_WALL, WALL_PAIRS, 15),
        (KIOSK, KIOSK_PAIRS, 15),
        (TELEPHONE, TELEPHONE_PAIRS, 7),
        (DARK_TELEPHONE, TELEPHONE_PAIRS, 7),
        (PAGE, PAGE_PAIRS, 7),
        (DARK_PAGE, PAGE_PAIRS, 7),
        (PRINTED_PAGE, PAGE_PAIRS, 7),
        (PAGE, ["urgent_line urgent"], 7),
        (DARK_PAGE, ["urgent_line urgent"], 7),
    ],
)
def test_every_ink_can_be_read_on_its_ground(
    colours: Console | Wall | Kiosk | Telephone | Page, pairs: list[str], least: float
) -> None:
    known = colours._asdict()
    for pair in pairs:
        ink, ground = pair.split()
        assert contrast(Style.parse(f"{known[ink]} on {known[ground]}")) >= least, pair


@pytest.mark.parametrize(
    ("drawn", "grounds", "least"),
    [
        (DRAWN, (WALL.open, PAGE.ground, KIOSK.ground), 15),
        (DARK_DRAWN, (DARK_WALL.open, DARK_PAGE.ground), 15),
        (PRINTED_DRAWN, (PRINTED_PAGE.ground, WHITE), 15),
    ],
)
def test_a_drawing_can_be_seen_on_its_ground_and_its_lines_on_its_fills(
    drawn: Drawn, grounds: tuple[str, ...], least: float
) -> None:
    for ground in grounds:
        assert contrast(Style.parse(f"{drawn.ink} on {ground}")) >= least
        assert contrast(Style.parse(f"{drawn.go} on {ground}")) >= 4.5
    for fill in (drawn.calm, drawn.warm, drawn.shade):
        assert contrast(Style.parse(f"{drawn.ink} on {fill}")) >= 4.5


def test_letters_on_paper_can_be_read_and_lines_can_be_seen() -> None:
    assert contrast(Style.parse(f"{SHEET.ink} on {WHITE}")) >= 7
    assert contrast(Style.parse(f"{SHEET.accent} on {WHITE}")) >= 7
    assert contrast(Style.parse(f"{SHEET.rule} on {WHITE}")) >= 3


def test_no_name_changes_a_widget_of_textuals_own() -> None:
    theirs = BUILTIN_THEMES["textual-dark"].to_color_system().generate()
    assert in_terminal().keys() & theirs.keys() == set()
    assert in_terminal().items() <= ConsoleApp(lambda app: app.screen).get_css_variables().items()


@pytest.mark.parametrize("sheet", ["console/console.tcss", "wall/wall.tcss", "kiosk/kiosk.tcss"])
def test_a_style_sheet_of_the_terminal_names_only_what_there_is(sheet: str) -> None:
    used = set(re.findall(r"\$([\w-]+)", (ROOT / "facilitator" / sheet).read_text(encoding="utf-8")))
    assert used
    assert used <= in_terminal().keys()


@pytest.mark.parametrize(
    ("head", "sheet"),
    [
        (wall_site.STYLE, PAGES / "wall.css"),
        (telephone.STYLE, PAGES / "telephone.css"),
        (site.COLOURS, site.TEMPLATES / "page.css"),
        (kiosk.STYLE, KIOSK_PAGES / "kiosk.css"),
    ],
)
def test_a_page_uses_every_colour_it_is_given_and_no_other(head: str, sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    given = set(re.findall(r"--([\w-]+):", head))
    own = set(re.findall(r"--([\w-]+):", text))
    used = set(re.findall(r"var\(--([\w-]+)\)", text))
    assert used - own <= given
    drawn = {f"{BEFORE}{colour}" for colour in Colour}
    assert given & drawn in (set(), drawn)
    assert sheet.name == "kiosk.css" or given <= used | {"holding"} | drawn


def test_paper_uses_the_colours_it_is_given() -> None:
    template = (ROOT / "facilitator/paperwork/templates/block.typ").read_text(encoding="utf-8")
    assert set(re.findall(r"\bcolours\.(\w+)", template)) == on_paper().keys()
