"""A picture of a screen as text in which every run of letters says its colours by their names in the palette.

``python -m tests.facilitator.tour.looks TOUR`` writes anew what the test compares, from a tour that
``facilitator demo --tour TOUR --today 2026-11-24`` has written.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from textual.color import Color

from facilitator.palette import CONSOLE, WALL

KEPT = Path(__file__).parent / "kept"
STOPS = {
    "console": (
        "home", "what-will-appear", "agreements", "all-marked", "back-in-room", "move-on", "homework-round", "member",
        "goal-sheet", "flip-chart", "agreeing", "keys", "closing-round", "note-reviewed",
    ),
    "wall": ("welcome-curtain-down", "agreements", "agenda", "lesson-page-1", "exercise", "flip-chart", "break"),
}  # fmt: skip
"""One of each kind of screen."""
VEIL = 0.85
"""How much of the ground lies over the screen behind a dialog (console.tcss)."""
CELL = 12.2
"""Of Textual's pictures: the width of a column."""
_STYLE = re.compile(r"-(r\d+) \{ fill: (#[0-9a-f]{6})(.*?) \}")
_GROUND = re.compile(r'<rect fill="(#[0-9a-f]{6})" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="24.65"')
_WORDS = re.compile(r'<text class="[^"]*-(r\d+)" x="([\d.]+)"[^>]*-line-(\d+)\)">(.*?)</text>')


class Run(NamedTuple):
    """Letters in one style on one ground."""

    row: int
    at: int
    style: str
    letters: str


def _veiled(colour: str) -> str:
    return Color.parse(colour).blend(Color.parse(CONSOLE.ground), VEIL).hex.lower()


NAMES = {
    "console": {_veiled(value): f"veiled {name}" for name, value in CONSOLE._asdict().items()}
    | {value: name for name, value in CONSOLE._asdict().items()},
    "wall": {value: name for name, value in WALL._asdict().items()},
}


def looks(svg: str, names: Mapping[str, str]) -> str:
    """Row by row: each ground, and on it each run with its style. A colour that has no name keeps its number."""
    styles = {
        key: " ".join((*_attributes(more), names.get(colour, colour))) for key, colour, more in _STYLE.findall(svg)
    }
    runs = [
        Run(int(row), _column(x), styles[key], html.unescape(letters).replace("\xa0", " "))
        for key, x, row, letters in _WORDS.findall(svg)
    ]
    rows = [list(found) for _y, found in groupby(_GROUND.findall(svg), key=lambda found: found[2])]
    return "".join(_row([run for run in runs if run.row == n], row, names) for n, row in enumerate(rows))


def _attributes(more: str) -> list[str]:
    wanted = {"font-weight: bold": "bold", "font-style: italic": "italic", "underline": "underlined", "opacity": "dim"}
    return [name for text, name in wanted.items() if text in more]


def _column(x: str) -> int:
    return round(float(x) / CELL)


def _row(runs: list[Run], grounds: list[tuple[str, str, str, str]], names: Mapping[str, str]) -> str:
    parts = []
    for colour, group in groupby(grounds, key=lambda found: found[0]):
        pieces = list(group)
        begin, end = _column(pieces[0][1]), _column(pieces[-1][1]) + _column(pieces[-1][3])
        written = groupby((run for run in runs if begin <= run.at < end), key=lambda run: run.style)
        said = "".join(f" <{style}>{_joined(list(some))}" for style, some in written)
        parts.append(f"[{names.get(colour, colour)} {end - begin}]{said}")
    return "".join(parts).rstrip() + "\n"


def _joined(runs: list[Run]) -> str:
    """Runs of one style, with the gaps between them as they stand."""
    text = ""
    for run in runs:
        text += " " * (run.at - runs[0].at - len(text)) + run.letters
    return text


def of_tour(tour: Path, size: str, screen: str) -> dict[str, str]:
    """The looks of the chosen stops of a tour, by the name of the stop."""
    found = {}
    for stop in STOPS[screen]:
        (picture,) = (tour / size).glob(f"??-{stop}.{screen}.svg")
        found[stop] = looks(picture.read_text(encoding="utf-8"), NAMES[screen])
    return found


def in_one(found: Mapping[str, str]) -> str:
    """Several looks in one file, to be read in a diff."""
    return "\n".join(f"== {name}\n{look}" for name, look in found.items())


def main(tour: Path) -> None:
    KEPT.mkdir(exist_ok=True)
    for size in ("120x36", "80x24"):
        for screen in STOPS:
            text = in_one(of_tour(tour, size, screen))
            (KEPT / f"{size}.{screen}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
