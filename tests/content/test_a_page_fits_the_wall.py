"""The rule of content/fit.py, at its edges: 42 columns, 11 rows, air between lines where there is room."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from content.fit import COLUMNS, ROWS, cells, fits, rows_needed, wrapped
from content.lesson import Page

ROW = "x" * COLUMNS
WORDS = st.lists(st.text(alphabet="abc日\u0301é", min_size=1, max_size=60), max_size=12)


def test_a_title_and_one_line_need_three_rows() -> None:
    assert rows_needed(Page("Title", ("Line.",))) == 3


def test_the_fullest_page_that_fits_and_the_first_that_does_not() -> None:
    full = Page("Title", (f"{ROW} {ROW}",) * 4 + (ROW,))
    assert rows_needed(full) == ROWS
    assert fits(full)
    assert not fits(Page("Title", (f"{ROW} {ROW}",) * 5))


def test_a_long_title_takes_rows_from_the_lines() -> None:
    lines = (f"{ROW} {ROW}",) * 4 + (ROW,)
    assert not fits(Page(f"{ROW} and more", lines))


def test_one_letter_too_many_takes_a_row() -> None:
    assert wrapped("a" * COLUMNS) == ("a" * COLUMNS,)
    assert wrapped("a" * (COLUMNS - 2) + " b") == ("a" * (COLUMNS - 2) + " b",)
    assert wrapped("a" * (COLUMNS - 1) + " b") == ("a" * (COLUMNS - 1), "b")


def test_a_word_longer_than_a_row_is_cut() -> None:
    assert wrapped("abcdefgh ij", 3) == ("abc", "def", "gh", "ij")
    assert wrapped("x abcd", 3) == ("x", "abc", "d")


def test_nothing_still_takes_its_row() -> None:
    assert wrapped("") == ("",)
    assert wrapped("  \t ") == ("",)


def test_wide_signs_take_two_columns_and_marks_none() -> None:
    assert cells("日本") == 4
    assert cells("e\u0301") == 1
    assert cells("a\u200db") == 2
    assert wrapped("日" * 22) == ("日" * 21, "日")


def test_a_larger_wall_holds_more() -> None:
    page = Page("Title", (f"{ROW} {ROW}",) * 5)
    assert not fits(page)
    assert fits(page, columns=60, rows=13)


@given(words=WORDS, columns=st.integers(2, 60))
def test_no_row_is_wider_than_the_wall(words: list[str], columns: int) -> None:
    assert all(cells(row) <= columns for row in wrapped(" ".join(words), columns))


@given(words=WORDS, columns=st.integers(2, 60))
def test_no_letter_is_lost_or_moved(words: list[str], columns: int) -> None:
    rows = wrapped(" ".join(words), columns)
    assert "".join(rows).replace(" ", "") == "".join(words)


@given(words=WORDS)
def test_a_row_that_could_take_the_next_word_takes_it(words: list[str]) -> None:
    rows = wrapped(" ".join(words))
    for row, following in pairwise(rows):
        assert cells(row) + 1 + cells(following.split()[0]) > COLUMNS
