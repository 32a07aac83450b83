"""Names as people write them, and which of them count as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.member import MembershipStatus
from agenda.name import folded
from legible import one_line

LITERAL = [
    "[red]Ana[/red]",
    "<b>Ana</b>",
    "#emph[Ana]",
    'O\'Brien "Bo"',
    "آنا",
    "אנה",
    "👩‍💻 Ana",
    "Ana\u200eanA",
    "{name} %s $x \\n",
    "A" * 200,
]


@pytest.mark.parametrize("name", LITERAL)
def test_a_name_stays_as_it_was_written(name: str) -> None:
    assert one_line(name) == name


def test_space_around_and_in_rows_is_one_space() -> None:
    assert one_line("  Ana \t Maria\r\n Rossi\u2028") == "Ana Maria Rossi"


def test_control_characters_are_dropped() -> None:
    assert one_line("A\x00n\x1b[31ma\x7f\x9b") == "An[31ma"


def test_half_a_character_is_dropped() -> None:
    assert one_line("A\ud83dna") == "Ana"


@pytest.mark.parametrize(
    "other",
    ["ANA", " ana ", "Ａｎａ", "A\u200bna", "\u202eAna\u202c", "Ana\ufeff"],
)
def test_names_that_look_or_sound_the_same_are_the_same(other: str) -> None:
    assert folded(other) == folded("Ana")


def test_letters_are_compared_whatever_keyboard_composed_them() -> None:
    assert folded("Jose\u0301") == folded("José") == folded("JOSÉ")
    assert folded("Strauß") == folded("STRAUSS")
    assert folded("Ana") != folded("Anna")


def test_a_name_nobody_can_see_is_no_name() -> None:
    assert folded("\u200b\u202e\ufeff") == ""


@given(st.text())
def test_cleaning_and_folding_once_is_enough_and_gives_what_a_file_can_hold(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert folded(one_line(text)) == folded(text)
    one_line(text).encode()


@given(st.text())
def test_case_never_makes_two_people_of_one(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_who_does_not_come_for_a_while_still_belongs() -> None:
    assert [status for status in MembershipStatus if status.comes] == [MembershipStatus.ACTIVE]
    assert [status for status in MembershipStatus if not status.belongs] == [MembershipStatus.LEFT]
