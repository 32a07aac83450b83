"""The recovery code: printed once at set-up, kept in an envelope, typed by a tired person on a bad day.

Thirty characters of an alphabet without look-alikes (no 0 O 1 I L), the last a check over all others. The alphabet
has a prime number of characters and the check weighs each place differently, so that any one wrong character and
any two swapped ones are found before the record is asked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 30
"""29 random characters (143 bits) and the check."""
GROUP = 5
_SLIP = 2
"""Characters too many or too few that still look like our code with a slip of the finger."""


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """A fresh code in groups of five, as it is printed."""
    drawn: list[int] = []
    while len(drawn) < LENGTH - 1:
        byte = random_bytes(1)[0]
        if byte < 256 - 256 % len(ALPHABET):  # the rest would favour the first characters
            drawn.append(byte % len(ALPHABET))
    drawn.append(_check(drawn))
    letters = "".join(ALPHABET[number] for number in drawn)
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read_code(typed: str) -> str | None:
    """The code without its groups if this is one, in any case and spacing; else None."""
    letters = _letters(typed)
    if len(letters) != LENGTH or any(letter not in ALPHABET for letter in letters):
        return None
    numbers = [ALPHABET.index(letter) for letter in letters]
    return letters if numbers[-1] == _check(numbers[:-1]) else None


def is_mistyped_code(typed: str) -> bool:
    """Whether this was surely meant as a recovery code, but is none: about its length, letters with digits."""
    letters = _letters(typed)
    return (
        read_code(typed) is None
        and abs(len(letters) - LENGTH) <= _SLIP
        and letters.isalnum()
        and any(letter.isdigit() for letter in letters)
    )


def _letters(typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] not in "ZPC")


def _check(numbers: list[int]) -> int:
    return sum(place * number for place, number in enumerate(numbers, start=1)) % len(ALPHABET)
