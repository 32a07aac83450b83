"""The flip chart: when a page is full, and which lines seem to speak of somebody."""

from __future__ import annotations

import pytest

from agenda.flip_chart import MOST_LINES, ChartLine, names_said, next_page

NAMES = (("Ana", "Anna-Maria Ferri"), ("Jo", "Jo Li"))


def lines(count: int, heading: str = "What helps?") -> tuple[ChartLine, ...]:
    return tuple(ChartLine(str(n), 1 + n // MOST_LINES, heading, "tea") for n in range(count))


@pytest.mark.parametrize(("count", "page"), [(0, 1), (1, 1), (7, 1), (8, 2), (9, 2), (16, 3)])
def test_eight_lines_fill_a_page(count: int, page: int) -> None:
    assert next_page(lines(count), "What helps?") == page


def test_another_question_begins_a_page() -> None:
    assert next_page(lines(2), "What else?") == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ring ANA", ("Ana",)),
        ("Mrs ferri's garden", ("Ana",)),
        ("bananas", ()),
        ("jo-jo", ("Jo",)),
        ("Li said so", ()),
        ("Anna and Jo", ("Ana", "Jo")),
        ("", ()),
    ],
)
def test_names_are_found_as_whole_words_in_any_case(text: str, names: tuple[str, ...]) -> None:
    assert names_said(text, NAMES) == names
