"""A number as large as the room it is given, in thin strokes."""

from __future__ import annotations

from itertools import pairwise

from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

Point = tuple[int, int]

TALLEST, SMALLEST = 9, 3
"""Rows of a digit: always odd, so that its middle stroke has a row of its own."""
GAP = 2
"""Columns between two digits."""

_STROKES = {
    "0": "TL-TR-BR-BL-TL", "1": "T,-T-B", "2": "TL-TR-MR-ML-BL-BR", "3": "TL-TR-BR-BL ML-MR", "4": "TL-ML-MR TR-BR",
    "5": "TR-TL-ML-MR-BR-BL", "6": "TR-TL-BL-BR-MR-ML", "7": "TL-TR-BR", "8": "TL-TR-BR-BL-TL ML-MR",
    "9": "MR-ML-TL-TR-BR-BL", "+": "ML-MR ,M-M,",
}  # fmt: skip
"""Lines between the corners and middles of a digit: Top, Middle, Bottom with Left, Right or the middle."""
_CORNERS = {
    (True, True, False, False): "│", (False, False, True, True): "─",
    (False, True, False, True): "╭", (False, True, True, False): "╮",
    (True, False, False, True): "╰", (True, False, True, False): "╯",
    (True, True, False, True): "├", (True, True, True, False): "┤",
    (False, True, True, True): "┬", (True, False, True, True): "┴", (True, True, True, True): "┼",
    (True, False, False, False): "╵", (False, True, False, False): "╷",
    (False, False, True, False): "╴", (False, False, False, True): "╶",
}  # fmt: skip
"""The sign of a cell whose strokes go up, down, left, right."""


class BigNumber(Widget):
    """Digits in lines, as tall as fits; where there is no room for that, plain digits."""

    value: reactive[str] = reactive("", layout=False)
    """The digits to draw; ``+`` is drawn too."""

    def render(self) -> Text:
        """The number at the largest size that fits width and height; a cell is twice as high as wide."""
        return Text("\n".join(drawn(self.value, self.size.width, self.size.height)))


def drawn(value: str, width: int, height: int) -> list[str]:
    """The rows of this number within so many columns and rows; plain digits where no drawn ones fit."""
    for tall in range(TALLEST, SMALLEST - 1, -2):
        wide = tall - 1 if tall > SMALLEST else SMALLEST
        if tall <= height and len(value) * (wide + GAP) - GAP <= width and value.strip():
            digits = [_digit(_STROKES.get(sign, ""), wide, tall) for sign in value]
            return [(" " * GAP).join(rows) for rows in zip(*digits, strict=True)]
    return [value]


def _digit(strokes: str, wide: int, tall: int) -> list[str]:
    places: dict[Point, list[bool]] = {}
    for line in strokes.split():
        points = [_point(name, wide, tall) for name in line.split("-")]
        for one, other in pairwise(points):
            _draw(places, one, other)
    return [
        "".join(_CORNERS.get(tuple(places.get((row, column), ())), " ") for column in range(wide))  # type: ignore[arg-type]
        for row in range(tall)
    ]


def _point(name: str, wide: int, tall: int) -> Point:
    """``TL`` is a corner, ``T`` the middle of the top; a comma is a step beside or above it."""
    middle_row, middle = tall // 2, wide // 2
    if name == "T,":
        return 0, max(0, middle - 2)
    if name == ",M":
        return max(0, middle_row - 1), middle
    if name == "M,":
        return min(tall - 1, middle_row + 1), middle
    row = {"T": 0, "M": middle_row, "B": tall - 1}[name[0]]
    return row, {"L": 0, "R": wide - 1, "": middle}[name[1:]]


def _draw(places: dict[Point, list[bool]], one: Point, other: Point) -> None:
    """Join two points of one row or one column, cell by cell."""
    (row, column), (last_row, last_column) = min(one, other), max(one, other)
    while (row, column) != (last_row, last_column):
        down = row < last_row
        following = (row + 1, column) if down else (row, column + 1)
        places.setdefault((row, column), [False] * 4)[1 if down else 3] = True
        places.setdefault(following, [False] * 4)[0 if down else 2] = True
        row, column = following
