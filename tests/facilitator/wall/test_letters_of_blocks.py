"""Titles and heroes in letters of several rows: whole or not at all, as large as there is room; and codes likewise."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agenda.public import PublicPage, Scene
from facilitator.wall.block import block
from facilitator.wall.larger import how
from facilitator.wall.layout import Row, compose
from facilitator.wall.scenes import holding, words
from tests.facilitator.wall.states import ADDRESS, EVERY_SCENE, NOW, AStage, a_state, text


def parts(rows: list[Row], part: str) -> list[str]:
    return [piece.text for row in rows for piece in row if piece.part == part]


def test_a_time_is_drawn_point_by_point() -> None:
    assert block("14:40", 30, 3) == ["▄█ █ █ ▄ █ █ ▄▀▀▄", " █ ▀▀█ ▄ ▀▀█ █  █", " ▀   ▀     ▀  ▀▀ "]


@pytest.mark.parametrize(("width", "height", "rows"), [(17, 3, 3), (34, 5, 5), (51, 8, 8), (16, 3, 0), (17, 2, 0)])
def test_it_is_as_large_as_there_is_room(width: int, height: int, rows: int) -> None:
    assert len(block("14:40", width, height)) == rows


@pytest.mark.parametrize("title", ["日本", "Привет", "a@b", "", "   "])
def test_what_cannot_be_drawn_whole_is_not_drawn(title: str) -> None:
    assert block(title, 200, 20) == []


def test_both_apostrophes_are_one() -> None:
    assert block("It's", 90, 3) == block("It’s", 90, 3) != []


@pytest.mark.parametrize(
    ("word", "plain"), [("Perché", "Perche"), ("Zoë", "Zoe"), ("Łucja", "Lucja"), ("Çelik", "Celik")]
)
def test_a_sign_on_a_letter_is_drawn_and_takes_a_row_of_its_own(word: str, plain: str) -> None:
    assert block(word, 90, 5) not in ([], block(plain, 90, 5))
    assert block(word, 90, 5) == block(unicodedata.normalize("NFD", word), 90, 5)
    assert len(block(plain, 90, 3)) == 3


def test_where_a_sign_has_no_room_the_word_is_not_drawn() -> None:
    assert block("Perché", 90, 3) == []
    assert len(block("Perché", 90, 4, most_rows=1, largest=1)) == 4


@given(some.text("ABC 19:?’", max_size=40), some.integers(0, 90), some.integers(0, 20))
def test_it_never_leaves_its_room(title: str, width: int, height: int) -> None:
    rows = block(title, width, height)
    assert len(rows) <= height
    assert all(len(row) <= width for row in rows)


@pytest.mark.parametrize(("size", "is_tall"), [((48, 14), False), ((80, 24), False), ((120, 36), True)])
def test_a_title_is_drawn_large_where_the_height_allows(size: tuple[int, int], is_tall: bool) -> None:
    title = parts(compose(words(EVERY_SCENE["welcome"], NOW), *size), "title")
    assert (len(title), title == ["Welcome"]) == ((3, False) if is_tall else (1, True))


@pytest.mark.parametrize("scene", ["curtain", "holding"])
def test_a_calm_page_raises_no_voice(scene: str) -> None:
    said = words(EVERY_SCENE[scene], NOW)
    assert parts(compose(said, 120, 36), "title") == [said.title]


@pytest.mark.parametrize(("scene", "sizes"), [("break", [(48, 14), (80, 24), (120, 36)]), ("title-page", [(80, 24)]),
                                              ("goodbye", [(80, 24), (120, 36)])])  # fmt: skip
def test_a_hero_is_drawn_large(scene: str, sizes: list[tuple[int, int]]) -> None:
    for size in sizes:
        assert len(parts(compose(words(EVERY_SCENE[scene], NOW), *size), "hero")) >= 3


@pytest.mark.parametrize(("size", "share"), [((60, 20), 0.5), ((80, 24), 0.5), ((120, 40), 0.6), ((240, 80), 0.33)])
def test_a_code_takes_a_third_of_the_wall_at_least(size: tuple[int, int], share: float) -> None:
    said = words(a_state(Scene.CODE, PublicPage("Home"), qr=ADDRESS), NOW)
    rows = compose(said, *size)
    assert len(parts(rows, "code")) >= share * size[1]


def test_where_it_would_be_too_small_it_is_not_offered_and_its_address_is() -> None:
    said = words(a_state(Scene.CODE, PublicPage("Home"), qr=ADDRESS), NOW)
    rows = compose(said, 70, 60)
    assert parts(rows, "code") == []
    assert "group.example/h/abcd2345" in parts(rows, "plain")


@pytest.mark.parametrize(
    ("environment", "keys"),
    [
        ({}, "Ctrl and +"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "Cmd and +"),
        ({"KITTY_WINDOW_ID": "1"}, "Ctrl, Shift and +"),
        ({"TERM": "linux"}, "setfont"),
    ],
)
def test_each_terminal_has_keys_of_its_own(environment: dict[str, str], keys: str) -> None:
    assert keys in how(environment)


@pytest.mark.parametrize(("size", "scene", "is_told"), [((120, 36), "holding", True), ((60, 18), "holding", False),
                                                        ((120, 36), "page", False)])  # fmt: skip
async def test_small_letters_are_told_how_to_grow_while_nothing_else_is_to_be_read(
    size: tuple[int, int], scene: str, is_told: bool, stage: AStage
) -> None:
    stage.publish(EVERY_SCENE[scene])
    wall = stage.wall()
    async with wall.run_test(size=size):
        assert ("Larger letters: " in text(wall)) is is_told
    assert holding().hint == ""
