"""When two names are the same to people, and where one stands in a text: the one comparison of the whole program.

It sees through what nobody hears: case, accents, composed and decomposed letters, full-width ones, the kind of an
apostrophe, the dot of an i, and signs that cannot be seen. Vowel signs of other scripts make another name and count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from legible import one_line

Span = tuple[int, int]

_APOSTROPHES = dict.fromkeys("’‘ʼʻ`´′＇‛", "'")
_WITHOUT_THEIR_SIGN = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t"}
"""Letters whose sign is no accent to Unicode, but to readers."""
_ACCENTS_ARE_SIGNS = ("LATIN", "GREEK", "HEBREW", "ARABIC")
"""Scripts in which a mark on a letter is an accent, or a vowel point that is left out as often as not."""


def folded(name: str) -> str:
    """The form in which two names of a group must differ; empty for one that nobody could see."""
    return "".join(letter for letter, _span in _letters(one_line(name))).strip()


def places_of(name: str, text: str, own: Iterable[str] = ()) -> Iterator[Span]:
    """Where this name stands in a text as whole words, but where it is part of one of the names in ``own``."""
    wanted = folded(name)
    if not wanted:
        return
    letters = _letters(text)
    whole = "".join(letter for letter, _span in letters)
    mine = [found.span() for one in own if folded(one) for found in as_word(folded(one)).finditer(whole)]
    for found in as_word(wanted).finditer(whole):
        begins, ends = found.span()
        if not any(first <= begins and ends <= last for first, last in mine):
            yield letters[begins][1][0], letters[ends - 1][1][1]


def stands_in(name: str, text: str, own: Iterable[str] = ()) -> bool:
    """Whether it does."""
    return next(places_of(name, text, own), None) is not None


def as_word(name: str) -> re.Pattern[str]:
    """A folded name with no letter before or after it, but in scripts that set no space between words."""
    before = "" if _is_wide(name[0]) else r"(?<!\w)"
    after = "" if _is_wide(name[-1]) else r"(?!\w)"
    return re.compile(before + re.escape(name) + after)


def _letters(text: str) -> list[tuple[str, Span]]:
    """Each folded letter and which part of the text it stands for; blanks in a row are one."""
    found: list[tuple[str, Span]] = []
    begins = 0
    while begins < len(text):
        ends = begins + 1
        while ends < len(text) and unicodedata.category(text[ends]) in ("Mn", "Me", "Mc"):
            ends += 1
        for letter in _plain(text[begins:ends]):
            if letter == " " and found and found[-1][0] == " ":
                found[-1] = (" ", (found[-1][1][0], ends))
            else:
                found.append((letter, (begins, ends)))
        begins = ends
    return found


@lru_cache(maxsize=4096)
def _plain(cluster: str) -> str:
    """A letter and its marks in the form that is compared."""
    if cluster.isspace():
        return " "
    kept = ""
    for sign in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", cluster).casefold()):
        category = unicodedata.category(sign)
        is_accent = category == "Mn" and kept and unicodedata.name(kept[0], "").startswith(_ACCENTS_ARE_SIGNS)
        if category not in ("Cf", "Cc") and not is_accent:
            kept += _WITHOUT_THEIR_SIGN.get(sign, _APOSTROPHES.get(sign, sign))
    return unicodedata.normalize("NFC", kept)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in ("W", "F")
