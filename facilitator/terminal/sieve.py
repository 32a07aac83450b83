"""Bytes of a terminal taken apart into whole keys, whatever comes and however it is cut.

What a key, a mouse or a paste sends is a sequence of bytes. A slow line cuts it, an old terminal speaks another
dialect, a file is thrown at the window: read naively, the rest of an arrow key is the digit of a member. Here a
sequence is whole, or it is nothing.

The grammar is that of ECMA-48, 5.3 to 5.6: ``ESC [`` or one byte that means the same, parameters, one final byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

ESC = 0x1B
REST_WITHIN = 0.5
"""Seconds in which the rest of a sequence may still come after its ESC; only then it was the key Esc."""
ALONE_AFTER = 0.05
"""Seconds after ESC from which on a letter is a key of its own: no keyboard sends one sequence so slowly."""
DROPPED_AFTER = 1.0
"""Seconds without a byte after which half a sequence is given up, and what is typed next is a key again."""
PASTE_WITHIN = 2.0
"""Seconds without a byte after which a paste is over, though its end never came."""
LONGEST_SEQUENCE = 64
"""Bytes; no key needs as many."""
LONGEST_PASTE = 1_000_000
"""Bytes of a paste that are kept."""

_PASTE, _PASTED = b"[200~", b"\x1b[201~"
_STRINGS = b"P]X^_"
"""After ESC: a string of another program's, up to its end (DCS, OSC, SOS, PM, APC). None of them is a key."""
_C1 = {0x8F: ord("O"), 0x9B: ord("["), **{code: code - 0x40 for code in (0x90, 0x98, 0x9D, 0x9E, 0x9F)}}
"""One byte for ESC and another, as old terminals send it."""
_MOUSE_BYTES = 3
"""What follows ``ESC [ M`` in an old mouse report: button, column and line, each above 32."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One character, or the whole sequence of one key."""

    text: str


@dataclass(frozen=True, slots=True)
class Escape:
    """The key Esc by itself."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What stood between the marks of a paste; a byte that is no text is ``\ufffd``."""

    text: str


Token = Typed | Escape | Pasted


class _In(Enum):
    """Where in the grammar the next byte stands."""

    TEXT = auto()
    LETTER = auto()
    AFTER_ESC = auto()
    CONTROL = auto()
    SINGLE = auto()
    MOUSE = auto()
    STRING = auto()
    PASTE = auto()


class Sieve:
    """Fed with bytes and the time, in seconds of a clock that never jumps; gives whole keys."""

    def __init__(self) -> None:
        self._place = _In.TEXT
        self._held = bytearray()
        self._wanted = 0
        """Bytes that a letter or an old mouse report still needs."""
        self._since = 0.0

    def feed(self, raw: bytes, now: float) -> Iterator[Token]:
        """What these bytes complete, however late somebody came to read them: ``tick`` alone lets time pass."""
        for byte in raw:
            yield from self._take(byte, now)
            self._since = now

    def tick(self, now: float) -> Iterator[Token]:
        """What the passing of time decides."""
        if self._place is _In.TEXT or now - self._since < self._patience:
            return
        if self._place is _In.AFTER_ESC:
            yield Escape()
        elif self._place is _In.PASTE:
            yield self._pasted()
        self._rest()

    @property
    def _patience(self) -> float:
        match self._place:
            case _In.AFTER_ESC:
                return REST_WITHIN
            case _In.PASTE:
                return PASTE_WITHIN
            case _:
                return DROPPED_AFTER

    def due(self, now: float) -> float | None:
        """Seconds until time decides something; none where nothing waits."""
        return None if self._place is _In.TEXT else max(0.0, self._since + self._patience - now)

    def _rest(self) -> None:
        self._place, self._wanted = _In.TEXT, 0
        self._held.clear()

    def _begin(self, place: _In, *held: int, wanted: int = 0) -> None:
        self._place, self._wanted = place, wanted
        self._held[:] = bytes(held)

    def _take(self, byte: int, now: float) -> Iterator[Token]:
        match self._place:
            case _In.TEXT:
                yield from self._text(byte)
            case _In.LETTER:
                yield from self._letter(byte)
            case _In.AFTER_ESC:
                yield from self._after_esc(byte, now)
            case _In.CONTROL:
                yield from self._control(byte)
            case _In.SINGLE:
                yield from self._single(byte)
            case _In.MOUSE:
                yield from self._mouse(byte)
            case _In.STRING:
                yield from self._string(byte, now)
            case _In.PASTE:
                yield from self._paste(byte)

    def _text(self, byte: int) -> Iterator[Token]:
        if byte == ESC:
            self._begin(_In.AFTER_ESC)
        elif byte < 0x80:
            yield Typed(chr(byte))
        elif byte in _C1:
            self._introduced(_C1[byte])
        elif 0xC2 <= byte <= 0xF4:  # the first of a letter of two, three or four bytes; no other can be
            self._begin(_In.LETTER, byte, wanted=1 + (byte >= 0xE0) + (byte >= 0xF0))

    def _letter(self, byte: int) -> Iterator[Token]:
        if not 0x80 <= byte <= 0xBF:  # the letter was cut: it is nothing, and this byte is its own
            self._rest()
            yield from self._text(byte)
            return
        self._held.append(byte)
        self._wanted -= 1
        if self._wanted == 0:
            letter = self._held.decode("utf-8", "ignore")  # nothing for half a pair, or beyond the last character
            self._rest()
            if letter and not 0x80 <= ord(letter) <= 0x9F:
                yield Typed(letter)

    def _after_esc(self, byte: int, now: float) -> Iterator[Token]:
        if byte == ESC:
            yield Escape()
            self._begin(_In.AFTER_ESC)
        elif byte in b"[O" or byte in _STRINGS:
            self._introduced(byte)
        elif now - self._since >= ALONE_AFTER:
            self._rest()
            yield Escape()
            yield from self._text(byte)
        else:
            self._rest()
            yield Typed(f"\x1b{chr(byte)}")  # with Alt held, or nothing at all

    def _introduced(self, byte: int) -> None:
        """A sequence has begun with ESC and this byte."""
        if byte == ord("["):
            self._begin(_In.CONTROL, byte)
        elif byte == ord("O"):
            self._begin(_In.SINGLE, byte)
        else:
            self._begin(_In.STRING)

    def _control(self, byte: int) -> Iterator[Token]:
        if byte == ESC:
            self._begin(_In.AFTER_ESC)
            return
        if len(self._held) < LONGEST_SEQUENCE:  # what is longer goes on to its end, and is nothing
            self._held.append(byte)
        if bytes(self._held) == b"[M":
            self._begin(_In.MOUSE, wanted=_MOUSE_BYTES)
        elif byte == ord("[") and len(self._held) == 2:  # a function key of the Linux console: one letter follows
            return
        elif 0x40 <= byte <= 0x7E:
            held = bytes(self._held)
            if held == _PASTE:
                self._begin(_In.PASTE)
                return
            self._rest()
            if len(held) < LONGEST_SEQUENCE:
                yield Typed(f"\x1b{held.decode('ascii')}")
        elif not 0x20 <= byte <= 0x3F:
            self._rest()  # no byte of a sequence: nothing of it is a key, and neither is this

    def _single(self, byte: int) -> Iterator[Token]:
        if byte == ESC:
            self._begin(_In.AFTER_ESC)
            return
        self._rest()
        if 0x21 <= byte <= 0x7E:
            yield Typed(f"\x1bO{chr(byte)}")

    def _mouse(self, byte: int) -> Iterator[Token]:
        if byte < 0x20:  # no mouse report, but something new
            self._rest()
            yield from self._text(byte)
            return
        self._wanted -= 1
        if self._wanted == 0:
            self._rest()

    def _string(self, byte: int, now: float) -> Iterator[Token]:
        """Up to BEL, or ``ESC \\``; the text in between is nobody's."""
        is_after_esc = bytes(self._held) == b"\x1b"
        if byte in (0x07, 0x9C) or (is_after_esc and byte == ord("\\")):
            self._rest()
        elif is_after_esc:  # it was never ended, and something new has begun
            self._begin(_In.AFTER_ESC)
            yield from self._after_esc(byte, now)
        else:
            self._held[:] = bytes([byte])

    def _paste(self, byte: int) -> Iterator[Token]:
        self._held.append(byte)
        if self._held.endswith(_PASTED):
            del self._held[-len(_PASTED) :]
            yield self._pasted()
            self._rest()
        elif len(self._held) > LONGEST_PASTE + len(_PASTED):
            del self._held[LONGEST_PASTE : -len(_PASTED)]  # the end must still be found

    def _pasted(self) -> Pasted:
        return Pasted(self._held[:LONGEST_PASTE].decode("utf-8", "replace"))
