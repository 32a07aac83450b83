"""Where the words of a page stand at a size: composed for 48x14, with air above that, cut with "…" below it.

Pure: words and a size go in, rows of placed pieces come out. Text stands left-aligned in one column of at most 60
cells in the middle of the wall (docs/domain.md 8). The title of a lesson page never moves: turning pages is calm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rich.cells import cell_len, chop_cells, set_cell_size

from facilitator.wall.block import block
from facilitator.wall.code import QUIET, code
from facilitator.wall.letter import drawn
from facilitator.wall.scenes import DISC_STEPS, Line, Words, sign_word

WIDEST = 60
NARROWEST = 4
"""Below this not even a sign and a wide letter fit; the page is empty."""
QR_GAP = QUIET
"""Between a code and its words: its own light."""
LARGEST_CODE = 3
"""Cells a module may be wide."""
LEAST_OF_HEIGHT = 1 / 3
"""A code that takes less of the wall is read by no telephone from a chair, and is not offered."""
LEAST_BESIDE_QR = 11
"""Cells a column of words needs to be worth standing beside a code."""

_AIR = ((20, 2, 2), (15, 2, 1), (0, 1, 1), (0, 1, 0), (0, 0, 0))
"""From how many free rows on: empty rows after the title, and between the lines. The size decides, and a page only
tightens when it must, so that the first line of every page stands in the same place."""
_TALL_FROM = 28
"""Rows a wall needs for a title in letters of three rows."""
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
    whole: int
    """How wide what is drawn may be: to the margin on the right."""


def compose(words: Words, width: int, height: int, *, is_dark: bool = False) -> list[Row]:
    """Exactly ``height`` rows, no piece of which goes past ``width``. On a dark ground a code brings its own light."""
    if width < NARROWEST or height < 1:
        return [()] * max(height, 0)
    column = _column(width)
    foot = _foot(words, column) if height >= _FOOT_FROM else ()
    if words.qr:
        column = _from_margin_to_margin(width)
    picture = _picture(words, column, height, QUIET if is_dark else 0)
    is_full = height < _FOOT_FROM or bool(words.big)
    rows = _body(words, picture, column, height if is_full else _free(height), height)
    rows += [()] * (height - len(rows))
    if foot:
        rows[_foot_row(height)] += foot
    return rows


def _column(width: int) -> _Column:
    margin = width // 14
    inner = min(WIDEST, width - 2 * margin)
    left = (width - inner) // 2
    return _Column(left, inner, width - left - margin)


def _from_margin_to_margin(width: int) -> _Column:
    """For a code, which should be large, and its words beside it."""
    margin = width // 14
    inner = width - 2 * margin
    return _Column(margin, inner, inner)


def _foot_row(height: int) -> int:
    return height - 2 if height >= _FOOT_AIR_FROM else height - 1


def _free(height: int) -> int:
    # One empty row between the last line and the foot, once there is room for it.
    return _foot_row(height) - (1 if height >= 2 * _FOOT_FROM else 0)


def _foot(words: Words, column: _Column) -> Row:
    dots, clock = words.dots if not words.qr else "", words.clock
    work = f"» {sign_word(words.sign)}" if words.sign else ""
    left = f"{_pie(words.disc)} {words.left}" if words.disc is not None else words.left
    dots = "   ".join(filter(None, (dots, work, left, words.hint)))
    if cell_len(dots) + cell_len(clock) + 2 > column.width:
        dots = ""
    pieces = [Piece(column.left, dots, "foot")] if dots else []
    if clock and cell_len(clock) <= column.width:
        pieces.append(Piece(column.left + column.width - cell_len(clock), clock, "foot"))
    return tuple(pieces)


def _pie(disc: int) -> str:
    """How much of the time is left, in quarters."""
    return "○◔◑◕●"[-(-4 * disc // DISC_STEPS)]


def _body(words: Words, picture: list[str], column: _Column, free: int, height: int) -> list[Row]:
    side = cell_len(picture[0]) + QR_GAP if picture else 0
    beside = replace(column, left=column.left + side, width=column.whole - side) if side else column
    text = _block(words, beside, free, height)
    top = _top(len(text), free)
    if picture:
        # The light around a code is part of it: better an even little above and below than none on one side.
        above = min(top, (height - len(picture) + 1) // 2)
        text, top = [()] * (top - above) + text, above
    return [()] * top + _side_by_side(picture, text, column.left)


def _picture(words: Words, column: _Column, height: int, border: int) -> list[str]:
    """The code as large as there is room for beside its words; none where it would be too small to be read."""
    for scale in range(LARGEST_CODE, 0, -1):
        picture = code(words.qr, border, scale) if words.qr else []
        beside = max(LEAST_BESIDE_QR, _longest_word(words) if scale > 1 else 0)  # no address is broken for a larger one
        if picture and len(picture) < height and len(picture[0]) + QR_GAP + beside <= column.whole:
            return picture if len(picture) >= LEAST_OF_HEIGHT * height else []
    return []


def _longest_word(words: Words) -> int:
    return max((cell_len(word) for line in words.lines for word in line.text.split()), default=0)


def _side_by_side(picture: list[str], text: list[Row], left: int) -> list[Row]:
    drawn: list[Row] = [(Piece(left, row, "code"),) for row in picture]
    longer = max(len(drawn), len(text))
    drawn += [()] * (longer - len(drawn))
    text = text + [()] * (longer - len(text))
    return [code_row + text_row for code_row, text_row in zip(drawn, text, strict=True)]


def _top(tall: int, free: int) -> int:
    return min(max(0, free - tall), _least_above(free))


def _least_above(free: int) -> int:
    return max(1, free // 7)


def _block(words: Words, column: _Column, free: int, height: int) -> list[Row]:
    plain = [_line(line, column) for line in words.lines]
    title = _title(words, plain, column, free)
    usual = free - _least_above(free)  # so many rows leave the title where it always stands
    for larger_title, lines in _larger(words, title, plain, column, free, height):
        rows = _fitting(larger_title, lines, free, usual)
        if rows is not None:
            return rows
    tight = _fitting(title, plain, free, usual) or _fitting(title, plain, free, free)
    return tight or _cut(_spaced(title, plain, 0, 0), column, free)


def _larger(
    words: Words, title: list[Row], lines: list[list[Row]], column: _Column, free: int, height: int
) -> Iterator[tuple[list[Row], list[list[Row]]]]:
    """Ways to set the page with letters of several rows, the best one first: its hero, or else its title."""
    place = next((place for place, line in enumerate(words.lines) if line.part == "hero"), None)
    if place is not None:
        others = sum(len(rows) for at, rows in enumerate(lines) if at != place)
        for air in (len(lines), 0):
            room = free - _least_above(free) - len(title) - others - air - 1
            if large := _drawn(words.lines[place].text, "hero", column, room):
                yield title, [*lines[:place], large, *lines[place + 1 :]]
    elif height >= _TALL_FROM and words.ground == "open" and not words.big and not words.qr:
        largest = 2 if words.is_title_hero else 1
        if large := _drawn(words.title, "title", column, height // 3, most_rows=2, largest=largest):
            yield large, lines


def _drawn(text: str, part: str, column: _Column, room: int, most_rows: int = 3, largest: int = 3) -> list[Row]:
    rows = block(text, column.whole, room, most_rows=most_rows, largest=largest)
    return [(Piece(column.left, row, part),) if row else () for row in rows]


def _fitting(title: list[Row], lines: list[list[Row]], free: int, most: int) -> list[Row] | None:
    """Title and lines with as much air as ``free`` rows allow; none where they take more than ``most``."""
    for _free_from, after_title, between in (air for air in _AIR if free >= air[0]):
        rows = _spaced(title, lines, after_title, between)
        if len(rows) <= most:
            return rows
    return None


def _title(words: Words, lines: list[list[Row]], column: _Column, free: int) -> list[Row]:
    room = free - sum(map(len, lines)) - 1
    drawn_letter = drawn(words.big, column.width, room) if words.big else []
    return [(Piece(column.left, text, "title"),) for text in drawn_letter or wrap(words.title, column.width)]


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
        last = next(row for row in reversed(kept) if row)[0]
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
