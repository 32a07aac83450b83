"""A name in letters as large as three rows allow, in half blocks; where a sign is not among them, in plain letters."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

_HIGH = 5
_GLYPHS = {
    "A": ".##.,#..#,####,#..#,#..#", "B": "###.,#..#,###.,#..#,###.", "C": ".###,#...,#...,#...,.###",
    "D": "###.,#..#,#..#,#..#,###.", "E": "####,#...,###.,#...,####", "F": "####,#...,###.,#...,#...",
    "G": ".###,#...,#.##,#..#,.###", "H": "#..#,#..#,####,#..#,#..#", "I": "#,#,#,#,#",
    "J": "..##,...#,...#,#..#,.##.", "K": "#..#,#.#.,##..,#.#.,#..#", "L": "#...,#...,#...,#...,####",
    "M": "#...#,##.##,#.#.#,#...#,#...#", "N": "#...#,##..#,#.#.#,#..##,#...#", "O": ".##.,#..#,#..#,#..#,.##.",
    "P": "###.,#..#,###.,#...,#...", "Q": ".##.,#..#,#..#,#.##,.###", "R": "###.,#..#,###.,#.#.,#..#",
    "S": ".###,#...,.##.,...#,###.", "T": "#####,..#..,..#..,..#..,..#..", "U": "#..#,#..#,#..#,#..#,.##.",
    "V": "#...#,#...#,.#.#.,.#.#.,..#..", "W": "#...#,#...#,#.#.#,##.##,#...#", "X": "#...#,.#.#.,..#..,.#.#.,#...#",
    "Y": "#...#,.#.#.,..#..,..#..,..#..", "Z": "####,..#.,.#..,#...,####", " ": "..,..,..,..,..",
    "Ł": ".#..,.##.,##..,.#..,.###", "Ø": ".##.#,#..#.,#.#.#,.#..#,#.##.", "Đ": ".###.,.#..#,###.#,.#..#,.###.",
    "Æ": ".####,#.#..,#####,#.#..,#.###", "Œ": ".####,#.#..,#.###,#.#..,.####", "'": "#,#,.,.,.", "’": "#,#,.,.,.",
    "-": "...,...,###,...,...", ".": ".,.,.,.,#",
    "0": ".##.,#..#,#..#,#..#,.##.", "1": ".#,##,.#,.#,.#", "2": "###.,...#,.##.,#...,####",
    "3": "###.,...#,.##.,...#,###.", "4": "#..#,#..#,####,...#,...#", "5": "####,#...,###.,...#,###.",
    "6": ".##.,#...,###.,#..#,.##.", "7": "####,...#,..#.,.#..,.#..", "8": ".##.,#..#,.##.,#..#,.##.",
    "9": ".##.,#..#,.###,...#,.##.",
}  # fmt: skip
_ABOVE = {
    "\u0300": ".#..", "\u0301": "..#.", "\u0302": ".##.", "\u0303": "#.##", "\u0304": "####", "\u0306": "#..#",
    "\u0307": ".#..", "\u0308": "#..#", "\u030a": ".##.", "\u030b": ".#.#", "\u030c": "#.#.",
}  # fmt: skip
"""Signs above a letter: grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, ring, double acute, caron."""
_BELOW = {"\u0327": ".#..", "\u0328": "..#.", "\u0326": ".#..", "\u0323": ".#.."}
"""Signs below it: cedilla, ogonek, comma, dot."""
_HALVES = {"##": "█", "#.": "▀", ".#": "▄", "..": " "}


def in_blocks(name: str, width: int) -> list[str]:
    """The name in rows; none where it does not fit the width or has a sign that cannot be drawn as it is."""
    letters = [_letter(cluster) for cluster in _clusters(name)]
    if not letters or not all(letters):
        return []
    rows = [".".join(letter[row] for letter in letters) for row in range(len(letters[0]))]
    while rows and not rows[0].strip("."):
        del rows[0]
    while rows and not rows[-1].strip("."):
        rows.pop()
    if not rows or len(rows[0]) > width:
        return []
    if len(rows) % 2:
        rows.append("." * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return ["".join(_HALVES[above + below] for above, below in zip(*pair, strict=True)).rstrip() for pair in pairs]


def _clusters(name: str) -> list[str]:
    """Each letter with the signs that stand on or under it, in capitals; a sharp s is two."""
    found: list[str] = []
    for sign in unicodedata.normalize("NFD", name.upper()):
        if unicodedata.combining(sign) and found:
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _letter(cluster: str) -> list[str]:
    """Its nine rows of dots: two above for a sign, five of the letter, two below; none where it is not known."""
    base, marks = cluster[0], cluster[1:]
    if base not in _GLYPHS or not all(mark in _ABOVE or mark in _BELOW for mark in marks) or cell_len(base) != 1:
        return []
    body = _GLYPHS[base].split(",")
    wide = len(body[0])
    above = next((_ABOVE[mark] for mark in marks if mark in _ABOVE), "")
    below = next((_BELOW[mark] for mark in marks if mark in _BELOW), "")
    return [_over(above, wide), "." * wide, *body, _over(below, wide), "." * wide]


def _over(mark: str, wide: int) -> str:
    """A sign in the middle of so many dots."""
    if not mark:
        return "." * wide
    if wide < len(mark):
        return "#" * wide
    return mark.center(wide, ".")
