"""Does a page fit the wall? The smallest wall is 48 columns by 14 rows (docs/domain.md 8: O).

The rule: three columns stay free on the left and on the right, so a row holds 42 columns. One row stays free at the
top, one above the dots, and the dots have the last one, so a page has 11 rows: its title, one empty row, and its
lines, wrapped at spaces. Where there is room, an empty row stands between the lines; where there is not, the lines
stand close, and the page still fits.
"""

from __future__ import annotations

import unicodedata

from content.lesson import Page

COLUMNS = 42
ROWS = 11


def fits(page: Page, columns: int = COLUMNS, rows: int = ROWS) -> bool:
    """True if every word of the page can be shown at this size."""
    return rows_needed(page, columns) <= rows


def rows_needed(page: Page, columns: int = COLUMNS) -> int:
    """Rows of the title, the empty row below it and the lines, set close."""
    return len(wrapped(page.title, columns)) + 1 + sum(len(wrapped(line, columns)) for line in page.lines)


def wrapped(text: str, columns: int = COLUMNS) -> tuple[str, ...]:
    """The text in rows of at most so many cells, broken at spaces, and inside a word only if it is too long."""
    rows = [""]
    for piece in (piece for word in text.split() for piece in _pieces(word, columns)):
        together = f"{rows[-1]} {piece}".strip()
        if cells(together) <= columns:
            rows[-1] = together
        else:
            rows.append(piece)
    return tuple(rows)


def cells(text: str) -> int:
    """Columns a terminal needs: two for wide East Asian signs, none for marks on other signs."""
    return sum(_cell(sign) for sign in text)


def _cell(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _pieces(word: str, columns: int) -> list[str]:
    """A word cut into pieces that fit a row; nearly always one."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and cells(pieces[-1]) + _cell(sign) > columns:
            pieces.append("")
        pieces[-1] += sign
    return pieces
