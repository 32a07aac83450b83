"""One function cleans what may reach a screen, a file or paper, whatever it is given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legible import legible, one_line
from tests.hostile import HOSTILE, any_text, is_legible


@given(any_text())
def test_whatever_comes_in_only_legible_text_comes_out(text: str) -> None:
    assert is_legible(legible(text))
    assert is_legible(one_line(text))
    assert "\n" not in one_line(text)


@given(any_text())
def test_what_is_legible_stays_as_it_is(text: str) -> None:
    once = legible(text)
    assert legible(once) == once
    assert one_line(one_line(text)) == one_line(text)


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs"))))
def test_no_letter_is_lost(text: str) -> None:
    assert legible(text) == text


@pytest.mark.parametrize("sign", HOSTILE)
def test_each_hostile_sign_is_gone_and_its_neighbours_stay(sign: str) -> None:
    kept = "".join(one for one in sign[1:] if one.isprintable())
    assert "".join(legible(f"a{sign}b").split()) == f"a{kept}b"
    assert is_legible(legible(f"a{sign}b"))


def test_every_kind_of_line_break_is_the_same() -> None:
    assert legible("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h\ni") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_a_line_is_one_line_with_single_spaces() -> None:
    assert one_line("  Ana \t Maria\r\n Rossi\u2028") == "Ana Maria Rossi"


@pytest.mark.parametrize(
    "text", ["👩\u200d💻", "می\u200cروم", "שלום\u200f!", "e\u0301", "ﬁ", "\u00a0", "क्\u200dष", "🏴\U000e0067\U000e007f"]
)
def test_what_writing_needs_stays(text: str) -> None:
    assert legible(text) == text


def test_the_signs_are_those_of_the_standard() -> None:
    every = map(chr, range(0x110000))
    gone = {sign for sign in every if legible(f"a{sign}b") == "ab"}
    controls = {sign for sign in gone if unicodedata.category(sign) in ("Cc", "Cs")}
    turning = {sign for sign in gone if unicodedata.bidirectional(sign) in ("LRE", "RLE", "PDF", "LRO", "RLO")}
    assert len(controls) == 65 - 6 + 2048  # all but tab and the five that break a line
    assert len(turning) == 5
    assert {unicodedata.category(sign) for sign in gone} == {"Cc", "Cs", "Cf", "Cn"}
