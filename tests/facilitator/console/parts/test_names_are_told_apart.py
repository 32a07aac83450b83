"""However narrow a list is, different names look different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.console.parts.told_apart import told_apart

LETTERS = "abé\u0301漢 -."


@pytest.mark.parametrize(("names", "shown"), [
    (("Ana", "Bruno"), ("Ana", "Bruno")),
    (("Alexandra Bauer", "Alexandra Meier"), ("Alexan… Bauer", "Alexan… Meier")),
    (("Alexandra Maria Bauer", "Alexandra Sofia Bauer"), ("Ale…Maria Ba…", "Ale…Sofia Ba…")),
    (("Maria-Magdalena",), ("Maria-…dalena",)),
])  # fmt: skip
def test_they_are_shortened_where_they_are_alike(names: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert told_apart(names, 13) == shown


@given(st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=40), max_size=9, unique=True), st.integers(6, 20))
def test_different_names_stay_different_and_fit(names: list[str], width: int) -> None:
    shown = told_apart(names, width)
    assert len(set(shown)) == len(names)
    assert all(cell_len(one) <= width for one in shown)


@given(st.text(alphabet=LETTERS, max_size=30), st.lists(st.sampled_from("xyz"), min_size=2, max_size=3, unique=True))
def test_names_that_begin_and_end_alike_differ_too(alike: str, letters: list[str]) -> None:
    names = [f"{alike}{letter}{alike}" for letter in letters]
    assert len(set(told_apart(names, 13))) == len(names)


def test_a_name_that_fits_is_never_changed() -> None:
    assert told_apart(["Ana", "A" * 13, "B" * 20], 13)[:2] == ("Ana", "A" * 13)
