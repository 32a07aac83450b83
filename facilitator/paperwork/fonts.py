"""The letters paper is set in, and what to do with a character that none of them has.

A tagged PDF may not hold a missing glyph, so an uncovered character becomes ``□`` before anything is set, and its name
is handed back: the person who prints must know that a name does not stand there as it is written.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from facilitator.paperwork.cmap import covered_by
from legible import legible

FAMILIES = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic", "Libertinus Serif")
"""In the order in which they are asked for a character. The last one lies in typst itself."""

ZERO = "Noto Sans"
"""Draws every zero: the one of our letters has a stroke, and in a copy of a copy it becomes an eight."""

INSTALLED = FAMILIES[:3]
BUILT_IN = frozenset("□" + "".join(map(chr, (*range(0x05B0, 0x05C4), *range(0x05D0, 0x05EB), *range(0x05F0, 0x05F5)))))
"""What we use of the family in typst: Hebrew, and the sign for a missing character."""

MISSING = "□"
LONGEST_WORD = 30
"""Signs after which a word without a space may be broken, so that no line runs off the page."""

_SPACE, _BREAK = "\u0020", "\u200b"
_JOINERS = "\u200c\u200d\u200e\u200f"
"""Format characters that Arabic, Indian and mixed writing need. All others are removed: no font draws them."""


@dataclass(frozen=True, slots=True)
class Printable:
    """A text in which every character can be set, and the names of those that had to be replaced."""

    text: str
    replaced: tuple[str, ...] = ()


@cache
def font_files() -> dict[str, tuple[Path, ...]]:
    """The upright files of each installed family; slanted ones are never used."""
    import fontpkg  # looks through the installed packages

    families = {name: fontpkg.family(name).files for name in INSTALLED}
    return {name: tuple(one.path for one in files if one.style != "italic") for name, files in families.items()}


@cache
def coverage() -> tuple[frozenset[str], ...]:
    """What each family can draw in every weight, read once for each process."""
    return (*(frozenset.intersection(*map(covered_by, files)) for files in font_files().values()), BUILT_IN)


def printable(text: str) -> Printable:
    """The text as it can be set: control characters gone, uncovered ones ``□`` and named. Line breaks stay."""
    if text.isascii() and text.isprintable() and len(text) <= LONGEST_WORD:
        return Printable(text)
    import regex  # what a reader sees as one sign may be several characters

    signs: list[str] = []
    replaced: dict[str, None] = {}
    for sign in regex.findall(r"\X", unicodedata.normalize("NFC", _without_controls(text))):
        missing = _missing(sign)
        replaced |= dict.fromkeys(map(name_of, missing))
        signs.append(MISSING if missing else sign)
    return Printable(_breakable(signs), tuple(replaced))


def name_of(character: str) -> str:
    """What a person may call a character: its Unicode name in small letters, or its number."""
    return unicodedata.name(character, "").lower() or f"U+{ord(character):04X}"


def _without_controls(text: str) -> str:
    return "".join(filter(None, map(_kept, legible(text))))


def _kept(character: str) -> str:
    kind = unicodedata.category(character)
    if character == "\t" or kind == "Zs":
        return "\u00a0" if character in "\u00a0\u202f\u2007" else _SPACE
    is_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    is_hidden = kind == "Cf" and character not in _JOINERS
    return "" if is_selector or is_hidden else character


def _missing(sign: str) -> tuple[str, ...]:
    """The characters that stand in the way of setting this sign: it must come from one family as a whole."""
    needed = [one for one in sign if one not in _JOINERS and one != "\n"]
    if not needed or any(all(one in covered for one in needed) for covered in coverage()):
        return ()
    everywhere = frozenset.union(*coverage())
    return tuple(one for one in needed if one not in everywhere) or tuple(needed)


def _breakable(signs: list[str]) -> str:
    """The signs in a row, with a place to break where a word has grown too long for any line."""
    parts: list[str] = []
    length = 0
    for sign in signs:
        length = 0 if sign in (_SPACE, "\n") else length + 1
        if length > LONGEST_WORD:
            parts.append(_BREAK)
            length = 1
        parts.append(sign)
    return "".join(parts)
