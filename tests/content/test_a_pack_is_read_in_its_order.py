"""The library: modules and lessons in the order of their lists, found by slug or id."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.error import ContentError, UnknownLesson
from content.load import PACKS, builtin_pack_folder, load_pack
from tests.content.building import a_pack, lesson_text, loaded, three_lessons


def test_a_pack_says_what_it_is(tmp_path: Path) -> None:
    pack = loaded(tmp_path)
    assert (pack.programme, pack.language, pack.version, pack.title) == ("imr", "en", "1", "A pack")
    assert pack.folder == tmp_path
    assert pack.problems == ()


def test_modules_and_lessons_keep_the_order_of_the_lists(tmp_path: Path) -> None:
    pack = loaded(tmp_path, three_lessons())
    assert [module.slug for module in pack.modules] == ["finding-hope", "daily-life"]
    assert [entry.slug for entry in pack.lessons()] == ["hope", "courage", "joy"]


def test_a_module_has_a_title_of_its_own(tmp_path: Path) -> None:
    assert loaded(tmp_path).modules[0].title == "Finding hope"


def test_an_entry_holds_the_front_matter_and_where_the_file_is(tmp_path: Path) -> None:
    entry = loaded(tmp_path).modules[0].lessons[0]
    assert (entry.id, entry.slug, entry.title, entry.minutes) == ("abcdef23", "hope", "Hope", 20)
    assert entry.aim == "Name one thing that gives you hope."
    assert (entry.module, entry.skills, entry.worksheets) == ("finding-hope", ("coping",), ())
    assert entry.path == tmp_path / "finding-hope" / "1-hope.md"
    assert entry.file == "finding-hope/1-hope.md"
    assert entry.variant_of is None


def test_a_variant_names_the_lesson_it_stands_in_for(tmp_path: Path) -> None:
    text = lesson_text(variant_of="zzzzzz22")
    assert loaded(tmp_path, {"m": {"1-hope.md": text}}).lesson_named("hope").variant_of == "zzzzzz22"


@pytest.mark.parametrize("name", ["courage", "Courage", " COURAGE ", "courage2", "COURAGE2"])
def test_a_lesson_is_found_by_slug_or_id_in_either_case(tmp_path: Path, name: str) -> None:
    assert loaded(tmp_path, three_lessons()).lesson_named(name).title == "Courage"


def test_a_mistyped_lesson_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownLesson) as caught:
        loaded(tmp_path, three_lessons()).lesson_named("corage")
    assert caught.value.message.format(**caught.value.values) == "No lesson is called “corage”."
    assert caught.value.hint.format(**caught.value.values) == "Did you mean “courage”?"
    assert caught.value.exit_code == 1


def test_a_name_like_no_other_points_to_the_list(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        loaded(tmp_path).lesson_named("{qqqqqqq}")
    assert "content list" in caught.value.hint
    assert "{qqqqqqq}" in caught.value.message.format(**caught.value.values)


def test_a_module_may_have_no_lessons(tmp_path: Path) -> None:
    pack = loaded(tmp_path, {"empty": {}, **three_lessons()})
    assert (pack.modules[0].slug, pack.modules[0].lessons) == ("empty", ())


def test_the_lesson_after_goes_on_into_the_next_module(tmp_path: Path) -> None:
    pack = loaded(tmp_path, three_lessons())
    following = [pack.after(entry.id) for entry in pack.lessons()]
    assert [entry and entry.slug for entry in following] == ["courage", "joy", None]


def test_after_an_unknown_lesson_comes_nothing(tmp_path: Path) -> None:
    assert loaded(tmp_path).after("zzzzzz77") is None
    assert loaded(tmp_path, {}).after("abcdef23") is None


@pytest.mark.parametrize("language", ["en", "EN", "en_GB", "en-us", "xx", "", "../..", "C"])
def test_a_language_without_a_pack_gets_english(language: str) -> None:
    assert builtin_pack_folder(language) == PACKS / "imr"


def test_a_language_with_a_pack_gets_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_pack(tmp_path / "imr-it")
    monkeypatch.setattr("content.load.PACKS", tmp_path)
    assert builtin_pack_folder("it_IT") == tmp_path / "imr-it"
    assert load_pack(builtin_pack_folder("it")).title == "A pack"


def test_a_folder_without_a_pack_is_refused_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_pack(tmp_path)
    assert caught.value.message == "There is no curriculum in this folder."
    assert "pack.toml" in caught.value.hint.format(**caught.value.values)
    assert caught.value.exit_code == 3
