"""The rule that sets a page: large letters, the same for the same page, and nothing that leaves the wall."""

from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import ImageFont

from agenda.public import MOST_LINES, PublicPage, Scene
from facilitator.wall.scenes import words
from facilitator.web.letters import FAMILY, FIGURE_SIZE, FIGURES, faces, font_files, read_face, width
from facilitator.web.size import (
    AIRS,
    HEROES,
    SHAPES,
    SIZES,
    Shape,
    rows_of,
    setting,
    setting_in_column,
    settings,
    style,
)
from tests.facilitator.wall.states import EVERY_SCENE, NOW, a_state
from tests.facilitator.web.letter_sizes import FEW, as_they_are, measured, pages, report

WIDE = SHAPES[0]


def test_the_letters_of_every_lesson_are_printed() -> None:
    lines = list(report())
    print("\n".join(lines))
    assert len(pages()) >= 387
    assert len(lines) == 1 + 3 * len(SHAPES)


@pytest.mark.parametrize("has_drawing", [False, True], ids=["text alone", "with a drawing"])
def test_pages_of_few_lines_have_letters_of_eight_hundredths_and_none_less_than_six(has_drawing: bool) -> None:
    found = measured(WIDE, has_drawing=has_drawing)
    assert median(each.letters for page, each in found if len(page.lines) <= FEW) >= 8
    assert min(each.letters for _page, each in found) >= 6
    assert all(each.fits for _page, each in found)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_page_with_its_own_drawing_fits_every_shape(shape: Shape) -> None:
    found = as_they_are(shape)
    assert sum(bool(page.drawing) for page, _setting in found) >= 39
    assert [page.title for page, each in found if not each.fits] == []


def test_no_page_has_smaller_letters_for_its_drawing() -> None:
    found = as_they_are(WIDE)
    assert median(each.letters for page, each in found if page.drawing) == 9.0
    assert min(each.letters for page, each in found) >= 8.2


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_drawing_is_smaller_only_where_the_letters_are_larger_for_it(shape: Shape) -> None:
    for page, chosen in measured(shape, has_drawing=True):
        usual = setting_in_column(page, shape, shape.column(page, has_drawing=True))
        assert chosen.letters >= usual.letters
        assert chosen.is_slim is ((chosen.fits, chosen.letters) > (usual.fits, usual.letters))
        assert (f"{shape.name}-slim" in chosen.classes) is chosen.is_slim


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_page_of_every_lesson_fits_every_shape(shape: Shape) -> None:
    assert [page.title for page, each in measured(shape, has_drawing=False) if not each.fits] == []


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("scene", EVERY_SCENE)
def test_every_scene_fits_every_shape(scene: str, shape: Shape) -> None:
    assert setting(words(EVERY_SCENE[scene], NOW), shape, has_drawing=scene == "with-a-drawing").fits


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
@pytest.mark.parametrize("scene", ["break", "goodbye", "title-page"])
def test_a_hero_is_the_largest_on_its_page(scene: str, shape: Shape) -> None:
    found = setting(words(EVERY_SCENE[scene], NOW), shape, has_drawing=False)
    assert HEROES[found.hero] > shape.title
    assert HEROES[found.hero] > 1.5 * found.letters


def test_the_time_to_come_back_is_a_quarter_of_the_wall() -> None:
    assert {each.hero for each in settings(words(EVERY_SCENE["break"], NOW), has_drawing=False)} == {"huge"}


def test_an_address_is_not_broken_where_a_smaller_size_holds_it() -> None:
    said = words(EVERY_SCENE["code"], NOW)
    found = setting(said, WIDE, has_drawing=False)
    column = WIDE.column(said, has_drawing=False)
    assert width(said.lines[-1].text) * found.letters <= column


texts = some.text(max_size=120)


@given(
    some.sampled_from([each for each in Scene if each is not Scene.HOLDING]),
    some.builds(PublicPage, title=texts, lines=some.lists(texts, max_size=MOST_LINES).map(tuple)),
    some.booleans(),
)
def test_any_page_has_a_size_and_the_same_each_time(scene: Scene, page: PublicPage, has_drawing: bool) -> None:
    said = words(a_state(scene, page), NOW)
    first, again = (settings(said, has_drawing=has_drawing) for _time in range(2))
    assert first == again
    assert all(each.size in SIZES and each.air in AIRS and each.hero in HEROES for each in first)


@given(some.lists(some.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=30), some.floats(6, 60))
def test_rows_are_those_of_filling_one_after_the_other(sentence: list[str], room: float) -> None:
    rows = [sentence[0]]
    for word in sentence[1:]:
        together = f"{rows[-1]} {word}"
        rows[-1:] = [together] if width(together) <= room else [rows[-1], word]
    assert rows_of(" ".join(sentence), room, is_bold=False) == len(rows)


@pytest.mark.parametrize(("name", "is_bold"), [("regular", False), ("bold", True)])
def test_widths_are_those_another_program_finds_in_the_file(name: str, is_bold: bool) -> None:
    font = ImageFont.truetype(str(font_files()[name]), 1000, layout_engine=ImageFont.Layout.BASIC)
    letters = [chr(code) for code in range(33, 592) if chr(code) not in "0123456789"]
    face = read_face(font_files()[name].read_bytes())
    known = [letter for letter in letters if face.has(letter)]
    assert len(known) > 250
    for letter in known:
        assert width(letter, is_bold=is_bold) == pytest.approx(font.getlength(letter) / 1000, abs=0.0011), letter


def test_figures_are_of_the_other_family_whose_zero_has_no_stroke() -> None:
    font = ImageFont.truetype(str(font_files()["others"]), 1000, layout_engine=ImageFont.Layout.BASIC)
    assert width("14:40") == pytest.approx(4 * FIGURE_SIZE * font.getlength("0") / 1000 + width(":"), abs=0.002)
    assert 'font-family: "Wall figures"; src: url("/wall/others.ttf")' in faces("/wall")
    assert "unicode-range: U+30-39" in faces("/wall")
    assert {FAMILY, FIGURES} <= {each.split('"')[1] for each in faces("/wall").split("font-family: ")[1:]}


@pytest.mark.parametrize(
    ("text", "least", "most"), [("Привет", 2.5, 5), ("日本", 2, 2), ("e\u0301", 0.4, 0.7), ("", 0, 0)]
)
def test_letters_of_other_scripts_have_a_width_too(text: str, least: float, most: float) -> None:
    assert least <= width(text) <= most


def test_every_name_a_page_may_have_is_in_the_style_sheet() -> None:
    sheet = style()
    for shape in SHAPES:
        for name in (*SIZES, *AIRS, *HEROES, "full", "slim"):
            assert f".{shape.name}-{name} {{" in sheet
    assert sheet.index(".square-") < sheet.index(".desk-") < sheet.index(".wide-"), "the wider one wins"
