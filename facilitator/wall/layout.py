"""Where the words of a page stand at a size: composed for 48x14, with air above that, cut with "…" below it.

Pure: words and a size go in, rows of placed pieces come out. Text stands left-aligned in one column of at most 60
cells in the middle of the wall (docs/domain.md 8). The title of a lesson page never moves: turning pages is calm.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, chop_cells, set_cell_size

from facilitator.wall.code import QUIET, code
from facilitator.wall.letter import drawn
from facilitator.wall.scenes import Line, Words

WIDEST = 60
NARROWEST = 4
"""Below this not even a sign and a wide letter fit; the page is empty."""
QR_GAP = 3
LEAST_BESIDE_QR = 12
"""Cells a column of words needs to be worth standing beside a code."""

_AIR = ((20, 2, 2), (15, 2, 1), (0, 1, 1), (0, 1, 0), (0, 0, 0))
"""From how many free rows on: empty rows after the title, and between the lines. The size decides, and a page only
tightens when it must, so that the first line of every page stands in the same place."""
_FOOT_FROM = 5
_FOOT_AIR_FROM = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text at a column; ``part`` names its style."""

    left: int
    text: str
    part: str


Row = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    left: int
    width: int


def compose(words: Words, width: int, height: int, *, is_dark: bool = False) -> list[Row]:
    """Exactly ``height`` rows, no piece of which goes past ``width``. On a dark ground a code brings its own light."""
    if width < NARROWEST or height < 1:
        return [()] * max(height, 0)
    column = _column(width)
    foot = _foot(words, column) if height >= _FOOT_FROM else ()
    picture = _picture(words, column, height, QUIET if is_dark else 0)
    rows = _body(words, picture, column, _free(height) if foot else height, height)
    rows += [()] * (height - len(rows))
    if foot:
        rows[_foot_row(height)] += foot
    return rows


def _column(width: int) -> _Column:
    inner = min(WIDEST, width - 2 * (width // 14))
    return _Column((width - inner) // 2, inner)


def _foot_row(height: int) -> int:
    return height - 2 if height >= _FOOT_AIR_FROM else height - 1


def _free(height: int) -> int:
    # One empty row between the last line and the foot, once there is room for it.
    return _foot_row(height) - (1 if height >= 2 * _FOOT_FROM else 0)


def _foot(words: Words, column: _Column) -> Row:
    dots, clock = words.dots if not words.qr else "", words.clock
    dots = "   ".join(filter(None, (dots, words.left)))
    if cell_len(dots) + cell_len(clock) + 2 > column.width:
        dots = ""
    pieces = [Piece(column.left, dots, "foot")] if dots else []
    if clock and cell_len(clock) <= column.width:
        pieces.append(Piece(column.left + column.width - cell_len(clock), clock, "foot"))
    return tuple(pieces)


def _body(words: Words, picture: list[str], column: _Column, free: int, height: int) -> list[Row]:
    side = cell_len(picture[0]) + QR_GAP if picture else 0
    text = _block(words, _Column(column.left + side, column.width - side), free)
    top = _top(words, len(text), free)
    if picture:
        # The light around a code is part of it: better an even little above and below than none on one side.
        above = min(top, (height - len(picture) + 1) // 2)
        text, top = [()] * (top - above) + text, above
    return [()] * top + _side_by_side(picture, text, column.left)


def _picture(words: Words, column: _Column, height: int, border: int) -> list[str]:
    picture = code(words.qr, border) if words.qr else []
    fits = picture and len(picture) < height and len(picture[0]) + QR_GAP + LEAST_BESIDE_QR <= column.width
    return picture if fits else []


def _side_by_side(picture: list[str], text: list[Row], left: int) -> list[Row]:
    drawn: list[Row] = [(Piece(left, row, "code"),) for row in picture]
    longer = max(len(drawn), len(text))
    drawn += [()] * (longer - len(drawn))
    text = text + [()] * (longer - len(text))
    return [code_row + text_row for code_row, text_row in zip(drawn, text, strict=True)]


def _top(words: Words, tall: int, free: int) -> int:
    spare = max(0, free - tall)
    if words.is_centred:
        return spare * 2 // 5  # the eye's middle lies above the ruler's
    return min(spare, max(1, free // 7))


def _block(words: Words, column: _Column, free: int) -> list[Row]:
    lines = [_line(line, column) for line in words.lines]
    title: list[Row] = [(Piece(column.left, text, "title"),) for text in _title(words, lines, column, free)]
    for _free_from, after_title, between in (air for air in _AIR if free >= air[0]):
        block = _spaced(title, lines, after_title, between)
        if len(block) <= free:
            return block
    return _cut(block, column, free)


def _title(words: Words, lines: list[list[Row]], column: _Column, free: int) -> list[str]:
    room = free - sum(map(len, lines)) - 1
    return (drawn(words.big, column.width, room) if words.big else []) or wrap(words.title, column.width)


def _line(line: Line, column: _Column) -> list[Row]:
    indent = cell_len(line.sign)
    rows = wrap(line.text, column.width - indent)
    signs = [line.sign] + [" " * indent] * (len(rows) - 1)
    return [(Piece(column.left, sign + text, line.part),) for sign, text in zip(signs, rows, strict=True)]


def _spaced(title: list[Row], lines: list[list[Row]], after_title: int, between: int) -> list[Row]:
    rows = list(title)
    for place, line in enumerate(lines):
        rows += [()] * (between if place else after_title if title else 0)
        rows += line
    return rows


def _cut(rows: list[Row], column: _Column, free: int) -> list[Row]:
    kept = rows[:free]
    if kept and len(rows) > free:
        last = kept[-1][0]
        text = set_cell_size(last.text, min(cell_len(last.text), column.width - 1)).rstrip() + "…"
        kept[-1] = (Piece(last.left, text, last.part),)
    return kept


def wrap(text: str, width: int) -> list[str]:
    """The text in rows of at most ``width`` cells, broken between words where that is possible."""
    rows: list[str] = []
    row = ""
    for word in text.split():
        if row and cell_len(row) + 1 + cell_len(word) <= width:
            row = f"{row} {word}"
            continue
        rows += [row] if row else []
        *full, row = chop_cells(word, max(2, width)) if cell_len(word) > width else [word]
        rows += full
    return [*rows, row] if row or not rows else rows
