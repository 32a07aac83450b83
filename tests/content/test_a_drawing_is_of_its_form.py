"""A drawing is a small strict form: what is not of it is named, and never drawn."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from content.drawing import SIDE, Colour, drawing_from, drawings_of, faults, load_drawing
from content.error import DamagedFile
from content.load import builtin_pack_folder, load_pack

FILE = "drawings/a.svg"
HEAD = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
WORDS = "<title>A box</title><desc>A box, and &lt;b&gt; beside it.</desc>"
COLOURS = {colour: f"var(--{colour})" for colour in Colour}
SPOILT = "1&quot;/&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
"""Ends the attribute, once it is written again without care."""


def drawing(shape: str, words: str = WORDS) -> str:
    return f"{HEAD}{words}{shape}</svg>"


def test_a_drawing_is_drawn_in_the_colours_of_its_ground() -> None:
    box = '<rect x="20" y="20" width="200" height="200" rx="8" fill="calm" stroke="go"/>'
    svg = drawing_from("a-box", drawing(box), FILE).svg(COLOURS)
    root = ElementTree.fromstring(svg)
    title, rect = root
    assert title.text == "A box, and <b> beside it."
    assert rect.attrib == {
        "x": "20", "y": "20", "width": "200", "height": "200", "rx": "8",
        "fill": "var(--calm)", "stroke": "var(--go)", "stroke-width": "8",
    }  # fmt: skip


@pytest.mark.parametrize(
    "shape",
    [
        f'<rect x="0" y="0" width="9" height="9" rx="{SPOILT}" fill="calm"/>',
        f'<rect x="0" y="0" width="9" height="9" ry="{SPOILT}" fill="calm"/>',
        f'<rect x="{SPOILT}" y="0" width="9" height="9" fill="calm"/>',
        f'<path d="{SPOILT}" stroke="ink"/>',
        f'<path d="M0 0" stroke="ink" stroke-width="{SPOILT}"/>',
        f'<path d="M0 0" stroke="{SPOILT}"/>',
        '<path d="M0 0 L9 9" stroke="ink" onclick="alert(1)"/>',
        '<path d="M0 0 L9 9" stroke="ink" style="fill:url(https://example.org)"/>',
        '<path d="M0 0 L9 9" stroke="url(#a)"/>',
        '<rect x="0" y="0" width="9" height="9" rx="999" fill="calm"/>',
        '<image href="https://example.org/a.png" x="0" y="0" width="9" height="9"/>',
        '<script>alert(1)</script>',
        '<g><path d="M0 0 L9 9" stroke="ink"/></g>',
        '<path d="M0 0 L9 9" stroke="ink"><script>alert(1)</script></path>',
        "",
    ],
)  # fmt: skip
def test_what_is_not_of_the_form_is_named_and_not_drawn(shape: str) -> None:
    assert list(faults("a", drawing(shape), FILE))
    with pytest.raises(DamagedFile):
        drawing_from("a", drawing(shape), FILE)


@pytest.mark.parametrize("text", ["", "<", "<!DOCTYPE svg><svg/>", "<?xml version='1.0'?><svg/>", "x" * 7_000])
def test_what_is_no_drawing_at_all_is_refused_in_words(text: str) -> None:
    with pytest.raises(DamagedFile):
        drawing_from("a", text, FILE)


@pytest.mark.parametrize("path", sorted(drawings_of(load_pack(builtin_pack_folder())).values()), ids=lambda at: at[1])
def test_every_drawing_we_ship_is_of_the_form(path: tuple[Path, str]) -> None:
    assert load_drawing(*path).text
