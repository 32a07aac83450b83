"""One broken file becomes a problem with its file and line; a group can still use all the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.error import ContentError, DamagedFile, Problem
from content.load import load_lesson, load_pack
from tests.content.building import FRONT, a_pack, lesson_text, loaded, three_lessons, toml


def with_courage(folder: Path, text: str) -> Path:
    """Three lessons, the second of which is this text."""
    modules = three_lessons()
    modules["daily-life"]["1-courage.md"] = text
    return a_pack(folder, modules)


def the_problem(folder: Path) -> Problem:
    pack = load_pack(folder)
    assert [entry.slug for entry in pack.lessons()] == ["hope", "joy"]
    assert len(pack.problems) == 1
    assert pack.problems[0].file == "daily-life/1-courage.md"
    return pack.problems[0]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "must start with"),
        ("# Courage\n", 1, "must start with"),
        ("+++\nid = 'a'\n", 1, "no closing line"),
        ("+++\n" + "# filler\n" * 5000 + "+++\n", 1, "no closing line"),
        ("+++\nid = 'a'\nslug =\n+++\n", 3, "not valid TOML"),
        ("+++\nid = 'a'\nslug = '''\n+++\n", 3, "not valid TOML"),
        ("+++\nid = 'a'\n\n" + "x = " + "[" * 5000 + "\n+++\n", 4, "not valid TOML"),
        ("+++\nid = 'a'\nminutes = " + "9" * 5000 + "\n+++\n", 3, "not valid TOML"),
        (lesson_text(id=None), 2, "“id” is missing"),
        (lesson_text(id=7), 2, "“id” must be a text"),
        (lesson_text(title="  "), 4, "“title” must be a text"),
        (lesson_text(minutes="long"), 6, "“minutes” must be a whole number"),
        (lesson_text(minutes=True), 6, "“minutes” must be a whole number"),
        (lesson_text(skills="coping"), 7, "“skills” must be a list"),
        (lesson_text(worksheets=[1]), 8, "“worksheets” must be a list"),
        (lesson_text(variant_of=3), 9, "“variant_of” must be a text"),
    ],
)
def test_damaged_front_matter_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    found = the_problem(with_courage(tmp_path, text))
    assert words in found.sentence()
    # Some TOML errors know their line only as "the end"; the front matter is at least where they point to.
    assert found.line == line


def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path: Path) -> None:
    folder = with_courage(tmp_path, "")
    (folder / "daily-life/1-courage.md").write_bytes(b"+++\nid = 'a'\ntitle = '\xff'\n+++\n")
    found = the_problem(folder)
    assert "UTF-8" in found.sentence()


def test_a_lesson_that_is_not_there_is_named(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, three_lessons())
    (folder / "daily-life/1-courage.md").unlink()
    assert the_problem(folder).sentence() == "This file cannot be read."


def test_a_lesson_that_is_a_folder_is_named(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, three_lessons())
    (folder / "daily-life/1-courage.md").unlink()
    (folder / "daily-life/1-courage.md").mkdir()
    assert the_problem(folder).sentence() == "This file cannot be read."


@pytest.mark.parametrize("text", ["", "title = 3", "[[[", 'slug = "daily-life"\ntitle = "Life"\nlessons = "x"'])
def test_a_damaged_module_leaves_the_other_modules(tmp_path: Path, text: str) -> None:
    folder = a_pack(tmp_path, three_lessons())
    (folder / "daily-life/module.toml").write_text(text, "utf-8")
    pack = load_pack(folder)
    assert [entry.slug for entry in pack.lessons()] == ["hope"]
    assert [one.file for one in pack.problems] == ["daily-life/module.toml"]


def test_a_module_without_a_folder_is_named(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, three_lessons())
    (folder / "finding-hope/module.toml").unlink()
    pack = load_pack(folder)
    assert [module.slug for module in pack.modules] == ["daily-life"]
    assert [str(one) for one in pack.problems] == ["finding-hope/module.toml:1 This file cannot be read."]


@pytest.mark.parametrize("name", ["../elsewhere", "/etc", "A Module", "", "a/b", "."])
def test_a_module_name_cannot_leave_the_pack(tmp_path: Path, name: str) -> None:
    folder = a_pack(tmp_path / "pack", three_lessons())
    pack_file = folder / "pack.toml"
    pack_file.write_text(pack_file.read_text("utf-8").replace('"finding-hope"', toml({"x": name})[4:-1]), "utf-8")
    pack = load_pack(folder)
    assert [module.slug for module in pack.modules] == ["daily-life"]
    assert (pack.problems[0].file, pack.problems[0].line) == ("pack.toml", 5)


@pytest.mark.parametrize("name", ["../1-hope.md", "1-hope.txt", "Hope.md", ".md", "a/b.md"])
def test_a_lesson_name_cannot_leave_its_module(tmp_path: Path, name: str) -> None:
    folder = a_pack(tmp_path, three_lessons())
    values = {"slug": "finding-hope", "title": "Hope", "lessons": [name]}
    (folder / "finding-hope/module.toml").write_text(toml(values), "utf-8")
    pack = load_pack(folder)
    assert [entry.slug for entry in pack.lessons()] == ["courage", "joy"]
    assert (pack.problems[0].file, pack.problems[0].line) == ("finding-hope/module.toml", 3)
    assert name in pack.problems[0].sentence()


def test_a_module_under_another_slug_is_kept_and_named(tmp_path: Path) -> None:
    folder = a_pack(tmp_path)
    file = folder / "finding-hope/module.toml"
    file.write_text(file.read_text("utf-8").replace('"finding-hope"', '"other"'), "utf-8")
    pack = load_pack(folder)
    assert pack.modules[0].slug == "finding-hope"
    assert str(pack.problems[0]).startswith("finding-hope/module.toml:1 The slug must be")


def test_a_module_named_twice_is_read_once(tmp_path: Path) -> None:
    folder = a_pack(tmp_path)
    file = folder / "pack.toml"
    file.write_text(file.read_text("utf-8").replace('["finding-hope"]', '["finding-hope", "finding-hope"]'), "utf-8")
    pack = load_pack(folder)
    assert len(pack.modules) == 1
    assert str(pack.problems[0]) == "pack.toml:5 “finding-hope” is used twice; the second is left out."


@pytest.mark.parametrize(("key", "line"), [("id", 2), ("slug", 3)])
def test_the_second_lesson_of_one_id_or_slug_is_left_out(tmp_path: Path, key: str, line: int) -> None:
    text = lesson_text(**{"id": "courage2", "slug": "courage", key: FRONT[key]})
    found = the_problem(with_courage(tmp_path, text))
    assert found.line == line
    assert "used twice" in found.sentence()


@pytest.mark.parametrize("text", ["", "[[[", "title = 1", 'programme = "imr"', "modules = []"])
def test_only_an_unusable_pack_file_stops_everything(tmp_path: Path, text: str) -> None:
    folder = a_pack(tmp_path)
    (folder / "pack.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        load_pack(folder)
    assert "pack.toml" in caught.value.hint.format(**caught.value.values)


def test_a_lesson_that_vanished_since_the_listing_is_an_error_with_its_file(tmp_path: Path) -> None:
    entry = loaded(tmp_path).lesson_named("hope")
    entry.path.unlink()
    with pytest.raises(DamagedFile) as caught:
        load_lesson(entry)
    assert str(caught.value.problem) == "finding-hope/1-hope.md:1 This file cannot be read."
    assert caught.value.hint.format(**caught.value.values) == "Correct finding-hope/1-hope.md, line 1."


def test_a_body_that_is_no_text_is_an_error_with_its_line(tmp_path: Path) -> None:
    entry = loaded(tmp_path).lesson_named("hope")
    entry.path.write_bytes(lesson_text().encode() + b"one\ntwo \xff\n")
    with pytest.raises(DamagedFile) as caught:
        load_lesson(entry)
    assert caught.value.problem.line == lesson_text().count("\n") + 2


def test_a_problem_is_translated_before_its_values_are_put_in() -> None:
    one = Problem("a.md", 3, "“{name}” is used twice.", {"name": "{x}"})
    assert one.sentence(lambda text: text.replace("is used twice", "kommt zweimal vor")) == "“{x}” kommt zweimal vor."
    assert str(one) == "a.md:3 “{x}” is used twice."


@pytest.mark.slow
@given(noise=st.binary(max_size=400), fenced=st.booleans())
def test_no_lesson_file_can_break_the_list(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, fenced: bool
) -> None:
    folder = with_courage(tmp_path_factory.mktemp("pack"), "")
    (folder / "daily-life/1-courage.md").write_bytes(b"+++\n" + noise + b"\n+++\n" if fenced else noise)
    pack = load_pack(folder)
    assert pack.lesson_named("hope").title == "Hope"
    assert pack.lesson_named("joy").title == "Joy"
    assert [one.file for one in pack.problems] == ["daily-life/1-courage.md"]


@pytest.mark.slow
@given(text=st.text(max_size=300))
def test_no_module_file_can_break_the_list(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = a_pack(tmp_path_factory.mktemp("pack"), three_lessons())
    (folder / "daily-life/module.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert load_pack(folder).lesson_named("hope").title == "Hope"


@given(data=st.binary(max_size=300))
def test_a_pack_file_either_works_or_is_a_content_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = a_pack(tmp_path_factory.mktemp("pack"))
    (folder / "pack.toml").write_bytes(data)
    with pytest.raises(ContentError):
        load_pack(folder)
