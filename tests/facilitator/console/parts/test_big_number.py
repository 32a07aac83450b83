"""The minutes left, as large as there is room, in thin strokes; where there is none, plain digits."""

from __future__ import annotations

from facilitator.console.parts.big_number import drawn


def test_a_seven_in_five_rows() -> None:
    assert drawn("7", 10, 6) == ["╶──╮", "   │", "   │", "   │", "   ╵"]


def test_every_digit_differs_from_every_other_at_every_size() -> None:
    for height in (3, 5, 7, 9):
        pictures = {tuple(drawn(digit, 20, height)) for digit in "0123456789+"}
        assert len(pictures) == 11
        assert {len(picture) for picture in pictures} == {height}


def test_it_takes_the_largest_size_that_fits() -> None:
    assert len(drawn("10", 18, 30)) == 9
    assert len(drawn("10", 17, 30)) == 7
    assert len(drawn("10", 80, 8)) == 7


def test_without_room_the_digits_are_plain() -> None:
    assert drawn("10", 4, 9) == ["10"]
    assert drawn("10", 80, 2) == ["10"]
    assert drawn("", 80, 9) == [""]
