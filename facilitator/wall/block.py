"""Words in letters of three rows of a terminal or more, for titles and for what is read from the last row.

Capitals only, five points high. A text with any letter that is not among them is not drawn, so that none is left out.
"""

from __future__ import annotations

import unicodedata

HIGH = 5
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
    "&": ".#.. #.#. .#.. #.#. .#.#", "+": "... .#. ### .#. ...", "/": "..# ..# .#. #.. #..",
}  # fmt: skip
_SPACE = 2


def block(text: str, width: int, height: int, *, most_rows: int = 3, largest: int = 3) -> list[str]:
    """The text in rows within so many columns and rows, as large as that allows, in at most so many rows of words.

    None where it does not fit, or holds what cannot be drawn.
    """
    points = [_points(word) for word in text.split()]
    words = [word for word in points if word is not None]
    if not words or len(words) != len(points):
        return []
    for scale in range(largest, 0, -1):
        rows = _wrapped(words, width // scale)
        tall = -(-HIGH * scale // 2)
        if rows and len(rows) <= most_rows and len(rows) * (tall + 1) - 1 <= height:
            drawn = [_halves(row, scale) for row in rows]
            return [line for place, each in enumerate(drawn) for line in ([""] if place else []) + each]
    return []


def _points(word: str) -> list[str] | None:
    """Five rows of points; an accent is left out, which capitals bear, any other sign is not."""
    letters = [_LETTERS.get(letter) for letter in _capitals(word)]
    if not letters or None in letters:
        return None
    columns = [letter.split() for letter in letters if letter]
    return [".".join(letter[row] for letter in columns) for row in range(HIGH)]


def _capitals(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.replace("'", "’").upper())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


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
