"""Where the words of a page stand and in which colour, as another program sees it."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_uint
from itertools import combinations
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

POINTS_A_MM = 72 / 25.4


CLEAR_OF_A_LINE = 4
"""Points between a word and the line beside it."""


class Place(NamedTuple):
    """A stretch of words on one line, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    words: str


def places_of(page: pypdfium2.PdfPage) -> list[Place]:
    """Every stretch of words, without the space at its end."""
    text = page.get_textpage()
    found = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top)
        if words.strip():
            found.append(Place(left, bottom, right - _space_at_the_end(text, words), top, words))
    return found


def _space_at_the_end(text: pypdfium2.PdfTextPage, words: str) -> float:
    """How wide the space is at which a line was broken: it may reach into the margin, for nobody sees it."""
    if not words.endswith(" "):
        return 0.0
    hit = text.search(words, match_case=True).get_next()
    if hit is None:
        return 0.0
    left, _bottom, right, _top = text.get_charbox(hit[0] + hit[1] - 1, loose=True)
    return float(right - left)


def overlapping(places: list[Place]) -> list[tuple[str, str]]:
    """Pairs of words printed over one another: more than a third of the smaller one is shared."""
    return [(a.words, b.words) for a, b in combinations(places, 2) if _shared(a, b) > 0.34]


def _shared(a: Place, b: Place) -> float:
    if _is_arabic(a.words) and (a.words.strip() in b.words or b.words.strip() in a.words):
        return 0.0  # joined letters of one line, some of which this reader counts twice
    wide, high = min(a.right, b.right) - max(a.left, b.left), min(a.top, b.top) - max(a.bottom, b.bottom)
    if wide <= 0 or high <= 0:
        return 0.0
    return wide * high / min((one.right - one.left) * (one.top - one.bottom) for one in (a, b))


def _is_arabic(words: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in words)


def outside(page: pypdfium2.PdfPage, x_mm: float, top_mm: float = 16, bottom_mm: float = 6) -> list[str]:
    """Words that stand in a margin. Two points are for letters that reach over their own width."""
    width, height = page.get_size()
    x, top, bottom = (mm * POINTS_A_MM - 1 for mm in (x_mm, top_mm, bottom_mm))
    return [
        one.words
        for one in places_of(page)
        if one.left < x - 1 or one.right > width - x or one.bottom < bottom or one.top > height - top + 4
    ]


def crossing(page: pypdfium2.PdfPage) -> list[str]:
    """Words that touch a standing line, such as the one between two cells."""
    boxes = [one.get_bounds() for one in page.get_objects() if one.type == raw.FPDF_PAGEOBJ_PATH]
    standing = [(left, bottom, top) for left, bottom, right, top in boxes if right - left < 2 < top - bottom]
    return [
        one.words
        for one in places_of(page)
        for x, bottom, top in standing
        if bottom < one.top and one.bottom < top and one.left - CLEAR_OF_A_LINE < x < one.right + CLEAR_OF_A_LINE
    ]


FOOT = 20.5 * POINTS_A_MM
"""What stands lower is the foot of a page: its words, and the line over them."""
HALF_FULL, MORE_THAN_HALF_FULL = 0.5, 0.4
"""The share of a page's height that may stay empty below the last thing on it, foot and margin counted in."""


def lowest(page: pypdfium2.PdfPage) -> float:
    """Where the last thing above the foot of a page ends, as a share of its height from the lower edge."""
    bottoms = [found.get_bounds()[1] for found in page.get_objects()]
    height = float(page.get_height())
    return float(min((bottom for bottom in bottoms if bottom > FOOT), default=height)) / height


def contrasts_of(page: pypdfium2.PdfPage) -> set[float]:
    """The contrast of every colour of letters on white."""
    return {round(_contrast(*colour), 1) for colour in _colours(page)}


def _colours(page: pypdfium2.PdfPage) -> Iterator[tuple[int, int, int]]:
    for one in page.get_objects():
        if one.type == raw.FPDF_PAGEOBJ_TEXT:
            red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
            assert raw.FPDFPageObj_GetFillColor(one.raw, byref(red), byref(green), byref(blue), byref(alpha))
            assert alpha.value == 255
            yield red.value, green.value, blue.value


def _contrast(*colour: int) -> float:
    parts = [one / 255 for one in colour]
    light = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)
