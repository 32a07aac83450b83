"""Bytes that no key sends: not UTF-8, cut, of another dialect, out of range. None of them may be taken for a key."""

from __future__ import annotations

import random

SENSELESS = (
    b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80\xbf",
    b"\xc2\x80", b"\xc2\x9f", b"\xe2\x80\xae", b"\xef\xbf\xbe",
    b"\x1b[1114112u", b"\x1b[55296u", b"\x1b[97;1;1114112u", b"\x1b[97;1;27u", b"\x1b[9999999999u", b"\x1b[1u",
    b"\x1b[97;1:3u", b"\x1b[1;1:3A", b"\x1b[49;1~", b"\x1b[99;5~", b"\x1b[33~", b"\x1b[5A", b"\x1b[97:65:1114112;5",
    b"\x1b[48;99999;99999;1;1t", b"\x1b[48;0;0;0;0t", b"\x1b[8;1;1t", b"\x1b[?2048;1$y", b"\x1b[24;80R", b"\x1b[1;2R",
    b"\x1b[M !!", b"\x1b[M#\xff\xff", b"\x1b[M\x20\xc3\xa9", b"\x1b[M C1", b"\x1b[32;49;49M",
    b"\x1b[<0;1", b"\x1b[<99999;1;1M", b"\x1b[<0;-1;-1M", b"\x1b[<0;123456;1M",
    b"\x1b]0;h1h\x07", b"\x1b]52;c;aGg=\x1b\\", b"\x1bP1$r0m\x1b\\", b"\x1b_Gi=1;OK\x1b\\", b"\x1b^h\x1b\\",
    b"\x9d2;h\x9c",
    b"\x1b[", b"\x1b[1", b"\x1b[1;", b"\x1bO", b"\x1b[>0;276;0c", b"\x1b[?62;c", b"\x1b[0n", b"\x1b[2",
    b"\x1bh", b"\x1bx",
    b"\x1b[\r", b"\x1b[12\x00", b"\x1b[" + b"1;" * 60 + b"A", b"\x1b[1;\xff",
)  # fmt: skip
"""Each is nothing, when nothing follows it."""


def may_be_cut(raw: bytes) -> bool:
    """Whether its halves are senseless too; ESC and a letter that comes late are two keys."""
    return len(raw) > 1 and not (raw[0] == 0x1B and raw[1] not in b"[O]P_^X")


def any_senseless(chance: random.Random) -> list[bytes | float]:
    """Some of them one after the other, cut anywhere and sent late, and seconds of silence after each."""
    parts: list[bytes | float] = []
    for _each in range(chance.randint(1, 4)):
        raw = a_stray(chance) if chance.random() < 0.3 else chance.choice(SENSELESS)
        if may_be_cut(raw) and chance.random() < 0.5:
            cut = chance.randint(1, len(raw) - 1)
            parts += [raw[:cut], chance.choice([0.0, 0.02, 0.1, 0.35]), raw[cut:]]
        else:
            parts.append(raw)
        parts.append(2.1)
    return parts


_NO_TEXT = bytes([*range(0x80, 0x8F), *range(0x91, 0x98), 0x99, 0x9A, *range(0xA0, 0xC2), *range(0xF5, 0x100)])


def a_stray(chance: random.Random) -> bytes:
    """Bytes of which none begins a letter or a sequence."""
    return bytes(chance.choices(_NO_TEXT, k=chance.randint(1, 12)))
