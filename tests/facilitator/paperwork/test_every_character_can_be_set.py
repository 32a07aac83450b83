"""What the fonts are said to draw they draw; anything else prints as a box and is named."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.homework import Plan
from facilitator.paperwork.cmap import covered_by
from facilitator.paperwork.fonts import BUILT_IN, FAMILIES, MISSING, coverage, font_files, name_of, printable
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import PlanSlip, plan_slip
from tests.facilitator.paperwork.opened import pressed, words_of

NOT_ALONE = ("M", "C", "Z")
"""Marks lean on a letter, the others leave no ink: they are tried with letters by the property below."""


def slip(text: str) -> bytes:
    return pressed(plan_slip(PlanSlip("A", Plan(text)), Paper())).pdf


@pytest.mark.parametrize("family", range(len(FAMILIES)))
def test_each_letter_a_font_is_said_to_have_is_set(family: int) -> None:
    signs = sorted(one for one in coverage()[family] if not unicodedata.category(one).startswith(NOT_ALONE))
    assert len(signs) > 30
    text = " ".join(signs)
    assert printable(text).replaced == ()
    assert slip(text).startswith(b"%PDF")


@pytest.mark.parametrize(
    "name", ["Łucja", "Đorđe", "Ngọc Ánh", "Ελένη", "Владимир", "Їжак", "علی رضا", "שָׁרָה", "O’Neill"]
)
def test_names_of_many_languages_need_no_box(name: str) -> None:
    assert printable(name).replaced == ()


def test_an_emoji_prints_as_one_box_and_is_named() -> None:
    found = printable("Zoë 😀")
    assert (found.text, found.replaced) == ("Zoë □", ("grinning face",))
    assert printable("👩‍👩‍👧").text == MISSING
    assert printable("👍🏽❤️").replaced == ("thumbs up sign", "emoji modifier fitzpatrick type-4", "heavy black heart")


def test_a_mark_without_a_letter_in_the_same_font_takes_the_whole_sign() -> None:
    found = printable("x\u05b8")
    assert found.text == MISSING
    assert "hebrew point qamats" in found.replaced


def test_what_leaves_no_ink_and_what_turns_text_around_is_taken_out() -> None:
    assert printable("a\x00b\x1b[31mc\u202ed\u2066e\ufefff\u00adg").text == "ab[31mcdefg"
    assert printable("one\r\ntwo\u2028three\tfour").text == "one\ntwo\nthree four"
    assert printable("می\u200cخواهم").text == "می\u200cخواهم"


def test_half_a_pair_is_nothing_and_a_private_sign_is_a_box_with_a_number_for_a_name() -> None:
    assert printable("a\ud800").text == "a"
    assert printable("\ue000").replaced == ("U+E000",)
    assert name_of("\u0378") == "U+0378"


def test_a_word_that_is_wider_than_any_line_may_break() -> None:
    text = "a" * 10_000
    assert printable(text).text.replace("\u200b", "") == text
    assert max(map(len, printable(text).text.split("\u200b"))) == 30


@pytest.mark.slow
@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_set(text: str) -> None:
    assert slip(text).startswith(b"%PDF")


@pytest.mark.slow
@given(st.text(st.sampled_from("".join(sorted(set().union(*coverage())))), max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_mixture_of_covered_signs_can_be_set(text: str) -> None:
    assert slip(text).startswith(b"%PDF")


def test_a_box_stands_in_the_text_of_the_page() -> None:
    assert "Zoë □ and on" in words_of(slip("Zoë 😀 and on"))


def test_the_fonts_are_installed_and_upright() -> None:
    assert all(files for files in font_files().values())
    assert not any("Italic" in file.name for files in font_files().values() for file in files)
    assert MISSING in BUILT_IN


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.ttf"
    empty.write_bytes(b"\0\1\0\0\0\0" + bytes(100))
    with pytest.raises(ValueError, match="table"):
        covered_by(empty)
