"""Where words stand: composed for 48x14, with air above, cut below, and never past an edge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len

from agenda.public import MOST_LINES, Dots, PublicPage, Scene
from facilitator.wall.code import code
from facilitator.wall.layout import Row, compose, wrap
from facilitator.wall.scenes import words
from tests.facilitator.wall.states import ADDRESS, EVERY_SCENE, LESSON, NOW, a_state

SIZES = [(48, 14), (60, 18), (60, 20), (80, 24), (120, 40), (240, 80)]
BLOCKS = set("█▀▄")
BOOK = PublicPage("A title that is far too long for any wall " * 4, ("word " * 70,) * 5)


def rows(state: object, width: int, height: int) -> list[Row]:
    return compose(words(state, NOW), width, height)  # type: ignore[arg-type]


def texts(composed: list[Row]) -> list[str]:
    return [piece.text for row in composed for piece in row]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_every_scene_is_shown_whole(scene: str, size: tuple[int, int]) -> None:
    said = words(EVERY_SCENE[scene], NOW)
    pieces = [piece for row in compose(said, *size) for piece in row if piece.part != "code"]
    shown = "".join("".join(piece.text for piece in pieces).split())
    drawn = {piece.part for piece in pieces if BLOCKS & set(piece.text)}
    assert not drawn - {"title", "hero"}
    read = [said.clock, *(line.text for line in said.lines if line.part not in drawn)]
    for each in (*read, *(() if "title" in drawn else (said.title,))):
        assert "".join(each.split()) in shown


@pytest.mark.parametrize("size", SIZES)
def test_the_title_of_every_scene_stands_in_the_same_row(size: tuple[int, int]) -> None:
    tops = set()
    for state in EVERY_SCENE.values():
        said = words(state, NOW)
        rows = compose(said, *size)
        if not said.big and not said.qr:
            tops.add(next((place, row[0].left) for place, row in enumerate(rows) if row))
    assert len(tops) == 1


@pytest.mark.parametrize("size", SIZES)
def test_the_first_line_of_a_page_stands_where_it_always_stands(size: tuple[int, int]) -> None:
    one = rows(a_state(page=PublicPage("A", ("b",))), *size)
    five = rows(a_state(page=PublicPage("A title", ("b", "c", "d", "e", "f"))), *size)
    first = [[place for place, row in enumerate(each) if row][:2] for each in (one, five)]
    assert first[0] == first[1]


@pytest.mark.parametrize("size", SIZES)
def test_dots_are_at_the_bottom_left_and_the_clock_at_the_bottom_right(size: tuple[int, int]) -> None:
    composed = rows(a_state(dots=Dots(2, 5)), *size)
    foot = [row for row in composed if row][-1]
    assert [piece.text for piece in foot] == ["● ● ○ ○ ○", "14:11"]
    assert composed.index(foot) >= size[1] - 2
    assert foot[0].left == size[0] - (foot[1].left + 5)


def test_a_large_wall_has_its_column_in_the_middle() -> None:
    assert {row[0].left for row in rows(a_state(), 120, 40) if row[0:] and row[0].part == "plain"} == {30}


def test_five_lines_fit_48x14_with_air_between_them() -> None:
    composed = rows(a_state(page=PublicPage("Title", ("a", "b", "c", "d", "e"))), 48, 14)
    assert [place for place, row in enumerate(composed) if row] == [1, 3, 5, 7, 9, 11, 13]


def test_what_does_not_fit_is_cut_with_a_sign() -> None:
    composed = rows(a_state(page=BOOK), 48, 14)
    assert any(text.endswith("…") for text in texts(composed))
    assert texts(composed)[-1] == "14:11"


@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_at_20x5_the_title_is_still_there(scene: str) -> None:
    said = words(EVERY_SCENE[scene], NOW)
    assert said.title.split()[0] in " ".join(texts(compose(said, 20, 5)))


lines = some.lists(some.text(max_size=400), max_size=MOST_LINES).map(tuple)


@pytest.mark.slow
@given(
    some.sampled_from(Scene),
    some.builds(PublicPage, title=some.text(max_size=400), lines=lines),
    some.sampled_from([None, ADDRESS, "x" * 400]),
    some.integers(-1, 130),
    some.integers(-1, 50),
)
def test_no_page_ever_leaves_its_size(scene: Scene, page: PublicPage, qr: str | None, width: int, height: int) -> None:
    composed = rows(a_state(scene, page, dots=Dots(3, 9), qr=qr), width, height)
    assert len(composed) == max(0, height)
    for row in composed:
        end = 0
        for piece in row:
            assert piece.left >= end
            end = piece.left + cell_len(piece.text)
        assert end <= max(0, width)


@pytest.mark.slow
@given(some.text(), some.integers(2, 60))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    assert "".join("".join(wrapped).split()) == "".join(text.split())
    assert all(cell_len(row) <= width for row in wrapped)


def test_a_code_stands_left_of_its_words_with_light_around_it() -> None:
    composed = rows(a_state(page=LESSON, qr=ADDRESS), 80, 24)
    drawn = [place for place, row in enumerate(composed) if row and row[0].part == "code"]
    assert len(drawn) == len(code(ADDRESS))
    assert drawn[0] >= 2
    assert drawn[-1] <= 21


def test_a_code_gives_way_to_its_words_where_it_does_not_fit() -> None:
    state = a_state(page=PublicPage("Home"), qr=ADDRESS)
    assert any(row and row[0].part == "code" for row in rows(state, 60, 18))
    small = rows(state, 48, 14)
    assert not any(row and row[0].part == "code" for row in small)
    assert "group.example/h/abcd2345" in texts(small)


def test_a_code_is_drawn_module_by_module() -> None:
    from qrcode import QRCode, constants

    reference = QRCode(border=0, error_correction=constants.ERROR_CORRECT_M)
    reference.add_data(ADDRESS)
    reference.make(fit=True)
    upper = [[each in "▀█" for each in row] for row in code(ADDRESS)]
    lower = [[each in "▄█" for each in row] for row in code(ADDRESS)]
    drawn = [row for pair in zip(upper, lower, strict=True) for row in pair]
    assert drawn[: reference.modules_count] == [[bool(each) for each in row] for row in reference.get_matrix()]


def test_a_payload_too_long_for_any_code_draws_none() -> None:
    assert code("x" * 4000) == []
