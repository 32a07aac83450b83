"""A page may say how the group works on it, and which drawing stands beside it; neither is part of its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.public import WorkSign
from content.drawing import drawings_in
from content.lesson import WORK_SIGNS, Page
from content.lesson_check import DRAWINGS
from facilitator.console.hour.pages import wall_page
from tests.content.building import WALL, a_pack, check_pack, lesson_text, line_with, the_lesson

HEADING = "### What is hope?"
A_LINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><title>A line</title><desc>A line.</desc>'
    '<line x1="20" y1="120" x2="220" y2="120" stroke="ink"/></svg>'
)
FILE = "finding-hope/1-hope.md"


def with_tags(tags: str) -> dict[str, str | None]:
    return {"Wall": WALL.replace(HEADING, f"{HEADING} {tags}")}


def found(folder: Path, tags: str) -> list[str]:
    pack = a_pack(folder, {"finding-hope": {"1-hope.md": lesson_text(with_tags(tags))}})
    return [str(each) for each in check_pack(pack).problems]


def at(tags: str) -> str:
    return f"{FILE}:{line_with(lesson_text(with_tags(tags)), HEADING)}"


def first_page(folder: Path, tags: str) -> Page:
    return the_lesson(folder, with_tags(tags)).pages[0]


def a_drawing(folder: Path, name: str) -> None:
    (folder / DRAWINGS).mkdir(parents=True, exist_ok=True)
    (folder / DRAWINGS / f"{name}.svg").write_text(A_LINE, encoding="utf-8")


@pytest.mark.parametrize("sign", WORK_SIGNS)
def test_a_page_says_how_the_group_works(sign: str, tmp_path: Path) -> None:
    page = first_page(tmp_path, f"[{sign}]")
    assert (page.title, page.sign, page.drawing) == ("What is hope?", sign, "")
    assert wall_page(page).sign is WorkSign(sign)
    assert found(tmp_path / "again", f"[{sign}]") == []


def test_the_signs_of_the_format_are_those_of_the_wall() -> None:
    assert tuple(WorkSign) == WORK_SIGNS


@pytest.mark.parametrize("tags", ["[pairs] [drawing:a-glass]", "[drawing:a-glass] [pairs]"])
def test_a_drawing_is_named_beside_it_in_any_order(tags: str, tmp_path: Path) -> None:
    page = first_page(tmp_path, tags)
    assert (page.title, page.sign, page.drawing) == ("What is hope?", "pairs", "a-glass")
    assert wall_page(page).drawing == "a-glass"


def test_a_drawing_that_is_there_is_no_fault_and_one_that_is_not_is_named(tmp_path: Path) -> None:
    tags = "[drawing:a-glass]"
    missing = [f"{at(tags)} The drawing “a-glass” is not in the pack's folder “drawings”."]
    pack = a_pack(tmp_path, {"finding-hope": {"1-hope.md": lesson_text(with_tags(tags))}})
    assert [str(each) for each in check_pack(pack).problems] == missing
    a_drawing(pack, "a-glass")
    assert [str(each) for each in check_pack(pack).problems] == []


@pytest.mark.parametrize(("tags", "named"), [("[sing]", "sing"), ("[pairs] [write]", "write")])
def test_a_sign_that_does_not_exist_or_is_one_too_many_is_named(tags: str, named: str, tmp_path: Path) -> None:
    assert found(tmp_path, tags) == [f"{at(tags)} “{named}” is no sign of a page, or one too many."]


@pytest.mark.parametrize("words", ["[Or not?]", "[drawing:../record]", "(pairs)"])
def test_other_brackets_belong_to_the_title(words: str, tmp_path: Path) -> None:
    assert first_page(tmp_path, words).title == f"What is hope? {words}"


def test_of_two_drawings_of_one_name_the_sites_own_is_shown(tmp_path: Path) -> None:
    for folder, name in ((tmp_path / "site", "a"), (tmp_path / "ours", "a"), (tmp_path / "ours", "b")):
        a_drawing(folder, name)
    (tmp_path / "site" / DRAWINGS / "notes.txt").write_text("x", encoding="utf-8")
    found = drawings_in([(tmp_path / "ours", ""), (tmp_path / "site", "site/"), (tmp_path / "nowhere", "")])
    assert {name: file for name, (_path, file) in found.items()} == {
        "a": "site/drawings/a.svg",
        "b": "drawings/b.svg",
    }
    assert found["a"][0] == tmp_path / "site" / DRAWINGS / "a.svg"
