"""One letter as large as there is room for, in half blocks, so that its points are nearly square."""

from __future__ import annotations

_ROWS = {
    "A": ".###.,#...#,#...#,#####,#...#,#...#,#...#",
    "E": "#####,#....,#....,####.,#....,#....,#####",
    "H": "#...#,#...#,#...#,#####,#...#,#...#,#...#",
    "K": "#...#,#..#.,#.#..,##...,#.#..,#..#.,#...#",
    "L": "#....,#....,#....,#....,#....,#....,#####",
    "M": "#...#,##.##,#.#.#,#.#.#,#...#,#...#,#...#",
    "R": "####.,#...#,#...#,####.,#.#..,#..#.,#...#",
    "T": "#####,..#..,..#..,..#..,..#..,..#..,..#..",
    "X": "#...#,#...#,.#.#.,..#..,.#.#.,#...#,#...#",
}
LETTERS = "".join(_ROWS)
"""Those that nobody mistakes for another from the back row."""
_WIDE, _HIGH = 5, 7
_HALVES = {"##": "█", "#.": "▀", ".#": "▄", "..": " "}


def drawn(letter: str, width: int, height: int) -> list[str]:
    """The letter in rows within so many columns and rows; none where it does not fit or is not one of ours."""
    scale = min(width // _WIDE, 2 * height // _HIGH)
    if letter not in _ROWS or scale < 1:
        return []
    rows = ["".join(point * scale for point in row) for row in _ROWS[letter].split(",") for _copy in range(scale)]
    if len(rows) % 2:
        rows.append("." * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return ["".join(_HALVES[above + below] for above, below in zip(*pair, strict=True)) for pair in pairs]
