"""What nobody hears in a name does not tell it from another, nor hide it in a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.flip_chart import names_said
from agenda.name import folded, places_of, stands_in

SAME = [
    ("José", "Jose"), ("Jose\u0301", "JOSÉ"), ("O’Neil", "O'Neil"), ("OʼNeil", "o`neil"), ("Işıl", "Isil"),
    ("İpek", "Ipek"), ("ILKER", "ılker"), ("Zo\u00adë", "Zoe"), ("A\u200bna", "Ana"), ("Ａｎａ", "Ana"),
    ("Strauß", "STRAUSS"), ("Łucja", "Lucja"), ("Ana  Maria", "ana maria"), ("שָׁלוֹם", "שלום"),
]  # fmt: skip
OTHERS = [("Ana", "Anna"), ("Jo", "Joe"), ("सीता", "सुता"), ("はし", "ばし"), ("Ян", "Яна")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_they_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""
    assert stands_in(one, f"then {other} came")
    assert stands_in(other, f"then {one} came")


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_they_are_not(one: str, other: str) -> None:
    assert folded(one) != folded(other)
    assert not stands_in(one, other)


@pytest.mark.parametrize("text", [
    "Jose's garden", "JOSÉ’S garden", "ring jose", "(José)", "Jose\u0301, too", "J\u200bosé", "José-Jose", "Jo\u00adse",
])  # fmt: skip
def test_the_flip_chart_hears_whom_a_line_speaks_of(text: str) -> None:
    assert names_said(text, [("José", "José Maria O'Neil")]) == ("José",)


@pytest.mark.parametrize("text", ["Mrs O’Neil", "the oʼneils' house, O'NEIL'S", "maria"])
def test_the_longer_parts_of_a_full_name_are_heard_too(text: str) -> None:
    assert names_said(text, [("Jo", "Jo Maria O'Neil")]) == ("Jo",)


def test_part_of_a_word_is_no_name() -> None:
    assert names_said("joses and bananas", [("José", "José Li"), ("Ana", "Ana Li")]) == ()


def test_a_place_is_the_whole_name_as_it_was_written() -> None:
    text = "With Jose\u0301 and JOSÉ."
    assert [text[begins:ends] for begins, ends in places_of("jose", text)] == ["Jose\u0301", "JOSÉ"]


def test_their_own_longer_name_holds_no_other() -> None:
    assert not stands_in("José", "Ana José came", own=("Ana José",))
    assert stands_in("José", "Ana José and Jose came", own=("Ana José",))


@given(st.text(min_size=1, max_size=20))
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet="aeiouñçşéüABCDE'’ ", min_size=1, max_size=12).filter(lambda name: folded(name) != ""))
def test_however_it_is_composed_it_is_found(name: str) -> None:
    for form in ("NFC", "NFD"):
        assert stands_in(name, f"so {unicodedata.normalize(form, name.upper())} said")
