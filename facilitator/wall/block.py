"""Words in letters of three rows of a terminal or more, for titles and for what is read from the last row.

Capitals only, five points high, and the signs that stand on them or under them. A text with anything that is not among
them is not drawn, so that nothing is left out.
"""

from __future__ import annotations

import unicodedata

_HALVES = {"##": "█", "#.": "▀", ".#": "▄", "..": " "}
_LETTERS = {
    "A": ".#. #.# ### #.# #.#", "B": "##. #.# ##. #.# ##.", "C": ".## #.. #.. #.. .##", "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###", "F": "### #.. ##. #.. #..", "G": ".##. #... #.## #..# .##.", "H": "#.# #.# ### #.# #.#",
    "I": "# # # # #", "J": "..# ..# ..# #.# .#.", "K": "#.# #.# ##. #.# #.#", "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#", "N": "#..# ##.# #.## #..# #..#", "O": ".##. #..# #..# #..# .##.",
    "P": "##. #.# ##. #.. #..", "Q": ".##. #..# #..# #.#. .#.#", "R": "##. #.# ##. #.# #.#",
    "S": ".## #.. .#. ..# ##.",
    "T": "### .#. .#. .#. .#.", "U": "#..# #..# #..# #..# .##.", "V": "#.# #.# #.# #.# .#.",
    "W": "#...# #...# #.#.# #.#.# .#.#.", "X": "#.# #.# .#. #.# #.#", "Y": "#.# #.# .#. .#. .#.",
    "Z": "### ..# .#. #.. ###",
    "0": ".##. #..# #..# #..# .##.", "1": ".# ## .# .# .#", "2": "##. ..# .#. #.. ###", "3": "##. ..# .#. ..# ##.",
    "4": "#.# #.# ### ..# ..#", "5": "### #.. ##. ..# ##.", "6": ".## #.. ### #.# ###", "7": "### ..# .#. .#. .#.",
    "8": "### #.# ### #.# ###", "9": "### #.# ### ..# ##.", ":": ". # . # .", ".": ". . . . #", ",": ".. .. .. .# #.",
    "?": "##. ..# .#. ... .#.", "!": "# # # . #", "-": ".. .. ## .. ..", "–": "... ... ### ... ...", "’": "# # . . .",
    "“": "#.# #.# ... ... ...", "”": "#.# #.# ... ... ...", "(": ".# #. #. #. .#", ")": "#. .# .# .# #.",
    "Ł": "#.. ##. #.. #.. ###", "Ø": ".#### #..## #.#.# ##..# ####.", "Đ": ".##. .#.# ###. .#.# .##.",
    "Æ": ".#### #.#.. ####. #.#.. #.###", "Œ": ".#### #.#.. #.##. #.#.. .####",
    "&": ".#.. #.#. .#.. #.#. .#.#", "+": "... .#. ### .#. ...", "/": "..# ..# .#. #.. #..",
}  # fmt: skip
_SPACE = 2
_ABOVE = {
    "\u0300": "#.", "\u0301": ".#", "\u0302": "##", "\u0303": "#.#", "\u0304": "###", "\u0306": "#.#", "\u0307": "#",
    "\u0308": "#.#", "\u030a": "##", "\u030b": "##", "\u030c": "#.#",
}  # fmt: skip
"""Grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, ring, double acute, caron: a row over the letter."""
_BELOW = {"\u0327": "#.", "\u0328": ".#", "\u0326": "#.", "\u0323": "#"}
"""Cedilla, ogonek, comma, dot: a row under it."""


def block(text: str, width: int, height: int, *, most_rows: int = 3, largest: int = 3) -> list[str]:
    """The text in rows within so many columns and rows, as large as that allows, in at most so many rows of words.

    None where it does not fit, or holds what cannot be drawn.
    """
    points = [_points(word) for word in text.split()]
    words = [word for word in points if word is not None]
    if not words or len(words) != len(points):
        return []
    words = _as_high_as_needed(words)
    for scale in range(largest, 0, -1):
        rows = _wrapped(words, width // scale)
        tall = -(-len(words[0]) * scale // 2)
        if rows and len(rows) <= most_rows and len(rows) * (tall + 1) - 1 <= height:
            drawn = [_halves(row, scale) for row in rows]
            return [line for place, each in enumerate(drawn) for line in ([""] if place else []) + each]
    return []


def _points(word: str) -> list[str] | None:
    """Nine rows of points: one for a sign above and an empty one, five of the letters, and the same below."""
    letters = [_letter(cluster) for cluster in _clusters(word)]
    columns = [letter for letter in letters if letter is not None]
    if not columns or len(columns) != len(letters):
        return None
    return [".".join(rows) for rows in zip(*columns, strict=True)]


def _clusters(word: str) -> list[str]:
    """Each letter with the signs on it, in capitals; a sharp s is two."""
    found: list[str] = []
    for sign in unicodedata.normalize("NFD", word.replace("'", "’").upper()):
        if unicodedata.category(sign) == "Mn" and found:
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _letter(cluster: str) -> list[str] | None:
    points, marks = _LETTERS.get(cluster[0]), cluster[1:]
    if points is None or not all(mark in _ABOVE or mark in _BELOW for mark in marks):
        return None
    letter = points.split()
    wide, empty = len(letter[0]), "." * len(letter[0])
    above = next((_ABOVE[mark] for mark in marks if mark in _ABOVE), "")
    below = next((_BELOW[mark] for mark in marks if mark in _BELOW), "")
    return [_over(above, wide), empty, *letter, empty, _over(below, wide)]


def _over(mark: str, wide: int) -> str:
    """A sign in the middle of so many points; over a narrow letter as wide as that."""
    return "#" * wide if len(mark) > wide else mark.center(wide, ".")


def _as_high_as_needed(words: list[list[str]]) -> list[list[str]]:
    """Without the rows for signs, above or below, where no word has any."""
    first = 0 if any("#" in word[0] for word in words) else 2
    last = None if any("#" in word[-1] for word in words) else -2
    return [word[first:last] for word in words]


def _wrapped(words: list[list[str]], width: int) -> list[list[str]]:
    """The words in rows; none if one of them is wider than a row."""
    rows: list[list[str]] = []
    for word in words:
        if len(word[0]) > width:
            return []
        if rows and len(rows[-1][0]) + _SPACE + 1 + len(word[0]) <= width:
            rows[-1] = [f"{left}{'.' * (_SPACE + 1)}{right}" for left, right in zip(rows[-1], word, strict=True)]
        else:
            rows.append(word)
    return rows


def _halves(points: list[str], scale: int) -> list[str]:
    tall = ["".join(point * scale for point in row) for row in points for _copy in range(scale)]
    if len(tall) % 2:
        tall.append("." * len(tall[0]))
    pairs = zip(tall[::2], tall[1::2], strict=True)
    return ["".join(_HALVES[above + below] for above, below in zip(*pair, strict=True)) for pair in pairs]
