"""Which characters a TrueType file can draw: its ``cmap`` table, formats 4 and 12, and nothing else of it.

A library for fonts would bring thirty megabytes and most of the time that a page takes, for this one question.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_WANTED = ((3, 10), (0, 4), (3, 1), (0, 3))
"""Platform and encoding of the Unicode tables, the one with all planes first."""


def covered_by(path: Path) -> frozenset[str]:
    """Every character the font has a glyph for. Raises ``ValueError`` for a file that is no such font."""
    table = _table(path.read_bytes(), b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    places: dict[tuple[int, int], int] = {}
    for number in range(count):
        platform, encoding, place = struct.unpack_from(">HHL", table, 4 + 8 * number)
        places[platform, encoding] = place
    found = next((table[places[one] :] for one in _WANTED if one in places), b"")
    return frozenset(map(chr, _codes(found)))


def _table(font: bytes, name: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _sum, place, length = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        if tag == name:
            return font[place : place + length]
    raise ValueError("no such table")


def _codes(table: bytes) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", table)
    if kind == 12:
        return _groups(table)
    if kind == 4:
        return _segments(table)
    raise ValueError("unknown kind of table")


def _groups(table: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">L", table, 12)
    for first, last, glyph in struct.iter_unpack(">LLL", table[16 : 16 + 12 * count]):
        yield from range(first if glyph else first + 1, last + 1)


def _segments(table: bytes) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", table, 6)
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{doubled // 2}H", table, place + doubled * number)
        for number, place in enumerate((14, 16, 16, 16))
    )
    for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
        here = 16 + 3 * doubled + 2 * number
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[number]:
                (glyph,) = struct.unpack_from(">H", table, here + offsets[number] + 2 * (code - first))
            if offsets[number] == 0 or glyph:
                glyph = (glyph + deltas[number]) & 0xFFFF
            if glyph:
                yield code
