"""The printed code: easy to type, and a slip of the finger is told at once."""

from __future__ import annotations

import os
import random
import re

from hypothesis import given
from hypothesis import strategies as st

from agenda.record.keys.recovery_code import ALPHABET, LENGTH, is_mistyped_code, new_code, read_code

CODES = st.integers(0, 10**6).map(lambda seed: new_code(random.Random(seed).randbytes))


def test_a_code_is_six_groups_of_five_without_look_alikes() -> None:
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{5}(-[2-9A-HJKMNP-Z]{5}){5}", new_code(os.urandom))
    assert not set("01OIL") & set(ALPHABET)


def test_every_character_is_as_likely_as_any_other() -> None:
    drawn = random.Random(1)
    letters = "".join(new_code(drawn.randbytes).replace("-", "")[:-1] for _ in range(1000))
    counts = [letters.count(letter) for letter in ALPHABET]
    assert min(counts) > 0.8 * len(letters) / len(ALPHABET)


@given(CODES, st.sampled_from([" ", "-", "\u2013", "  ", "\n", ""]), st.booleans())
def test_case_and_spacing_do_not_matter(code: str, between: str, is_lower: bool) -> None:
    typed = code.replace("-", between)
    assert read_code(typed.lower() if is_lower else typed) == code.replace("-", "")
    assert not is_mistyped_code(typed)


@given(CODES, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET + "01OIL"))
def test_any_one_wrong_character_is_found(code: str, place: int, wrong: str) -> None:
    letters = code.replace("-", "")
    if letters[place] != wrong:
        assert read_code(letters[:place] + wrong + letters[place + 1 :]) is None


@given(CODES, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_any_two_swapped_characters_are_found(code: str, one: int, other: int) -> None:
    letters = list(code.replace("-", ""))
    if letters[one] != letters[other]:
        letters[one], letters[other] = letters[other], letters[one]
        assert read_code("".join(letters)) is None
        assert is_mistyped_code("".join(letters)) or not any(letter.isdigit() for letter in letters)


@given(CODES, st.integers(0, LENGTH - 1))
def test_a_forgotten_character_is_a_slip_and_no_passphrase(code: str, place: int) -> None:
    letters = code.replace("-", "")
    short = letters[:place] + letters[place + 1 :]
    assert read_code(short) is None
    assert is_mistyped_code(short) or not any(letter.isdigit() for letter in short)


def test_a_sentence_of_the_same_length_is_no_mistyped_code() -> None:
    assert not is_mistyped_code("twenty eight letters and two mo")
    assert not is_mistyped_code("seven grey herons")
    assert not is_mistyped_code("")
