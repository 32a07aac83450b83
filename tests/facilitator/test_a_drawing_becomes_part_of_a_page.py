"""A drawing stands within a page, in the colours of the page's style sheet; of a file itself nothing gets there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from content.drawing import Colour, drawings_of
from content.load import builtin_pack_folder, load_pack
from facilitator.drawing import BEFORE, Drawings

OURS = drawings_of(load_pack(builtin_pack_folder()))
A_LINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><title>A line</title><desc>A line.</desc>'
    '<line x1="20" y1="120" x2="220" y2="120" stroke="ink"/></svg>'
)


def written(folder: Path, text: str, name: str = "a-line") -> Drawings:
    path = folder / f"{name}.svg"
    path.write_text(text, encoding="utf-8")
    return Drawings({name: (path, path.name)})


def test_each_of_ours_is_there_with_its_words_and_no_value_of_a_colour() -> None:
    drawings = Drawings(OURS)
    for name in OURS:
        svg = drawings.svg(name)
        assert svg.startswith("<svg ")
        assert "<title>" in svg
        assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {
            "none", *(f"var(--{BEFORE}{colour})" for colour in Colour)
        }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a drawing",
        A_LINE.replace("<line", "<script>alert(1)</script><line"),
        A_LINE.replace('"ink"', '"#ff0000"'),
        A_LINE.replace("240 240", "320 420"),
        A_LINE + " " * 300_000,
    ],
    ids=["empty", "words", "script", "a value", "another size", "too large"],
)
def test_a_file_that_is_not_of_the_form_is_as_good_as_none(text: str, tmp_path: Path) -> None:
    assert written(tmp_path, text).svg("a-line") == ""


def test_a_file_that_is_gone_and_a_name_nobody_has_are_as_good_as_none(tmp_path: Path) -> None:
    drawings = written(tmp_path, A_LINE)
    (tmp_path / "a-line.svg").unlink()
    assert drawings.svg("a-line") == ""
    assert drawings.svg("../a-line") == ""
    assert Drawings().svg("a-line") == ""


def test_a_file_is_read_once(tmp_path: Path) -> None:
    drawings = written(tmp_path, A_LINE)
    first = drawings.svg("a-line")
    (tmp_path / "a-line.svg").unlink()
    assert drawings.svg("a-line") == first
