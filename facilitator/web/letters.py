"""The letters every page of ours brings: which files they are, how a style sheet names them, and how wide they are.

Words are set in Atkinson Hyperlegible, made for readers with low vision. Its zero has a stroke, which people take for
an eight from the last row and for a fault of the screen; so figures come from Noto Sans, made as large as its
neighbours, and so do Greek, Cyrillic and the rest of Latin.
"""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FAMILY, FIGURES = "Atkinson Hyperlegible", "Noto Sans"
WEIGHTS = {"regular": 400, "bold": 700}
OTHERS = "others"
"""The file of ``FIGURES``, which has every weight."""
FIGURE_SIZE = 0.94
"""Of ``FIGURES`` beside ``FAMILY``: capitals of 714 beside capitals of 668 thousandths."""
STACK = f'"Wall figures", "{FAMILY}", "{FIGURES}", sans-serif'
_BOLDER = 1.08
"""How much wider bold letters of ``FIGURES`` are at most; its file says the regular widths only."""
_WIDE, _UNKNOWN = 1.0, 0.7


def font_files() -> dict[str, Path]:
    """The upright letters, from their installed packages."""
    import fontpkg  # looks through the installed packages

    files = [each for each in fontpkg.family(FAMILY).files if each.style == "normal"]
    found = {name: each.path for name, weight in WEIGHTS.items() for each in files if each.weight == weight}
    (others,) = [each.path for each in fontpkg.family(FIGURES).files if each.style == "normal"]
    return {**found, OTHERS: others}


def faces(folder: str) -> str:
    """The rules of a style sheet by which a browser finds them below this address, and ``--letters``."""
    upright = "".join(_face(FAMILY, f"{folder}/{name}.ttf", str(weight)) for name, weight in WEIGHTS.items())
    others = f"{folder}/{OTHERS}.ttf"
    figures = _face("Wall figures", others, "100 900", f" size-adjust: {FIGURE_SIZE:.0%}; unicode-range: U+30-39;")
    return f"{upright}{figures}{_face(FIGURES, others, '100 900')}:root {{ --letters: {STACK}; }}\n"


def _face(family: str, address: str, weight: str, more: str = "") -> str:
    return f'@font-face {{ font-family: "{family}"; src: url("{address}"); font-weight: {weight};{more} }}\n'


@dataclass(frozen=True, slots=True)
class Face:
    """How wide each letter of one file is, in shares of its size."""

    widths: dict[int, float]

    def has(self, letter: str) -> bool:
        """Whether the file draws this letter."""
        return ord(letter) in self.widths


def width(text: str, *, is_bold: bool = False) -> float:
    """How wide a row of this text is, in shares of the size of its letters; pairs moved closer are not counted."""
    return sum(_letter_width(letter, is_bold) for letter in text)


@cache
def _letter_width(letter: str, is_bold: bool) -> float:
    own, others = _face_of("bold" if is_bold else "regular"), _face_of(OTHERS)
    bolder = _BOLDER if is_bold else 1.0
    if letter in "0123456789":
        return others.widths[ord(letter)] * FIGURE_SIZE * bolder
    if own.has(letter):
        return own.widths[ord(letter)]
    if others.has(letter):
        return others.widths[ord(letter)] * bolder
    if unicodedata.combining(letter):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN


@cache
def _face_of(name: str) -> Face:
    return read_face(font_files()[name].read_bytes())


def read_face(raw: bytes) -> Face:
    """The widths in a TrueType file: every letter of the basic plane its map knows."""
    tables = _tables(raw)
    (units,) = struct.unpack_from(">H", raw, tables["head"] + 18)
    (counted,) = struct.unpack_from(">H", raw, tables["hhea"] + 34)
    advances = [struct.unpack_from(">H", raw, tables["hmtx"] + 4 * glyph)[0] for glyph in range(counted)]
    glyphs = _glyphs(raw, _map_of_letters(raw, tables["cmap"]))
    return Face({code: advances[min(glyph, counted - 1)] / units for code, glyph in glyphs.items() if glyph})


def _tables(raw: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", raw, 4)
    records = (struct.unpack_from(">4sLLL", raw, 12 + 16 * place) for place in range(count))
    return {tag.decode("ascii"): offset for tag, _checksum, offset, _length in records}


def _map_of_letters(raw: bytes, cmap: int) -> int:
    (count,) = struct.unpack_from(">H", raw, cmap + 2)
    offsets = [cmap + int(struct.unpack_from(">L", raw, cmap + 8 + 8 * place)[0]) for place in range(count)]
    return next(offset for offset in offsets if struct.unpack_from(">H", raw, offset)[0] == 4)


def _glyphs(raw: bytes, at: int) -> dict[int, int]:
    """Letter to glyph, by a map of format 4: stretches of letters, each with a shift or a list of glyphs."""
    twice = struct.unpack_from(">H", raw, at + 6)[0]
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", raw, at + 14)
    starts = struct.unpack_from(f">{count}H", raw, at + 16 + twice)
    shifts = struct.unpack_from(f">{count}H", raw, at + 16 + 2 * twice)
    lists = at + 16 + 3 * twice
    found = {}
    for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
        (into,) = struct.unpack_from(">H", raw, lists + 2 * place)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if into:
                (glyph,) = struct.unpack_from(">H", raw, lists + 2 * place + into + 2 * (code - first))
                if not glyph:
                    continue
            found[code] = (glyph + shifts[place]) & 0xFFFF
    return found
