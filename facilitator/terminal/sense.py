"""Which whole sequences mean something to the screens; all others are nothing.

Textual's parser takes what it is given at its word: a code point beyond the last character, a window of a billion
columns, numbers with parts it does not know end the program. So it gets only what is written as it reads it.
"""

from __future__ import annotations

import re

from legible import legible

LAST = 0x10FFFF
_MOUSE = re.compile(r"\x1b\[<\d{1,3};\d{1,5};\d{1,5}[Mm]")
_MODE = re.compile(r"\x1b\[\?2026;[0-4]\$y")
_FOCUS = ("\x1b[I", "\x1b[O")
_KITTY = re.compile(r"\x1b\[(\d{1,7})(?::[\d:]{0,16})?(?:;(\d{0,3})(?::(\d))?(?:;(\d{1,7}(?::\d{1,7}){0,3})?)?)?u")
"""A key as the kitty protocol sends it: code and alternatives; modifiers and what was done; the text it makes."""
_NAMED = re.compile(r"\x1b\[(\d{0,2})(?:;(\d{1,3})(?::(\d))?)?([~ABCDEFHPQS])")
"""A key that older terminals have too, with what was held. The parser would take an unknown one for a letter."""
_RELEASED = "3"
_KEYS_OF_CONTROLS = frozenset({8, 9, 13, 27, 127})


def made_sense(sequence: str) -> str | None:
    """The sequence as the parser reads it, or none. Window sizes and places of the cursor were never asked for."""
    if _MOUSE.fullmatch(sequence) or _MODE.fullmatch(sequence) or sequence in _FOCUS:
        return sequence
    if found := _KITTY.fullmatch(sequence):
        return _kitty(*found.groups())
    if found := _NAMED.fullmatch(sequence):
        return _named(*found.groups())
    return sequence if _is_listed(sequence) else None


def _named(code: str, modifiers: str | None, done: str | None, end: str) -> str | None:
    from textual._keyboard_protocol import FUNCTIONAL_KEYS

    if done == _RELEASED or f"{code or 1}{end}" not in FUNCTIONAL_KEYS:
        return None
    return f"\x1b[{code or 1};{modifiers}{end}" if modifiers else f"\x1b[{code}{end}"


def _kitty(code: str, modifiers: str | None, done: str | None, text: str | None) -> str | None:
    if done == _RELEASED or not _can_be_a_key(int(code)):
        return None
    texts = [int(part) for part in text.split(":")] if text else []
    if any(part > LAST or not _is_text(part) for part in texts):
        return None
    return f"\x1b[{code};{modifiers or 1};{':'.join(map(str, texts))}u" if texts or modifiers else f"\x1b[{code}u"


def _can_be_a_key(code: int) -> bool:
    return code in _KEYS_OF_CONTROLS or (code <= LAST and _is_text(code))


def _is_text(code: int) -> bool:
    return code >= ord(" ") and legible(chr(code)) == chr(code)


def _is_listed(sequence: str) -> bool:
    from textual._ansi_sequences import ANSI_SEQUENCES_KEYS  # the only list of what terminals send

    return sequence in ANSI_SEQUENCES_KEYS and not sequence.endswith("R")
