"""``content new``: a lesson with every part, the lists that name it, and nothing overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from content.check import check
from content.error import ContentError, NotWritten
from content.load import load_lesson, load_pack
from content.new_lesson import Written, fresh_id, new_lesson
from content.overlay import laid_over
from content.pack import Origin, Pack
from tests.content.building import a_pack, three_lessons


@pytest.fixture
def ours(tmp_path: Path) -> Pack:
    """Hope; courage and joy."""
    return load_pack(a_pack(tmp_path / "ours", three_lessons()))


def write(folder: Path, name: str, ours: Pack) -> Written:
    return new_lesson(folder, name, ours, lambda: "newnew22")


def everything(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_a_new_lesson_of_a_new_module_is_taken_into_the_course(tmp_path: Path, ours: Pack) -> None:
    site = tmp_path / "deep" / "site"
    written = write(site, "our-garden/digging-and-rest", ours)
    assert written.lesson == site / "our-garden/1-digging-and-rest.md"
    assert not written.is_copy
    assert written.lists == (site / "our-garden/module.toml", site / "pack.toml")
    pack = laid_over(ours, site)
    assert pack.problems == ()
    entry = pack.lesson_named("digging-and-rest")
    assert (entry.id, entry.title, entry.origin) == ("newnew22", "Digging and rest", Origin.ADDED)
    assert pack.module("our-garden") is not None
    assert load_pack(site).is_overlay


def test_it_has_every_part_and_only_what_is_to_be_written_is_missing(tmp_path: Path, ours: Pack) -> None:
    write(tmp_path / "site", "our-garden/digging", ours)
    pack = laid_over(ours, tmp_path / "site")
    lesson = load_lesson(pack.lesson_named("digging"))
    assert lesson.problems == ()
    assert (len(lesson.pages), len(lesson.questions), len(lesson.homework)) == (2, 4, 3)
    assert all(option.obstacle for option in lesson.homework)
    messages = [one.sentence() for one in check(pack).problems]
    assert len(messages) == 1
    assert re.match(r"The handout has \d+ words; it should have 250 to 450\.", messages[0])


def test_in_a_module_of_ours_it_takes_the_next_number_and_our_title(tmp_path: Path, ours: Pack) -> None:
    written = write(tmp_path / "site", "daily-life/trust", ours)
    assert written.lesson.name == "3-trust.md"
    pack = laid_over(ours, tmp_path / "site")
    assert [entry.slug for entry in pack.lessons()] == ["hope", "courage", "joy", "trust"]
    assert pack.modules[1].title == "Daily life"
    assert pack.modules[1].origin is Origin.OURS


def test_a_lesson_of_ours_is_copied_to_be_changed(tmp_path: Path, ours: Pack) -> None:
    written = write(tmp_path / "site", "daily-life/joy", ours)
    assert written.lesson.name == "2-joy.md"
    assert written.is_copy
    assert written.lesson.read_text("utf-8") == ours.lesson_named("joy").path.read_text("utf-8")
    pack = laid_over(ours, tmp_path / "site")
    assert pack.problems == ()
    assert (pack.lesson_named("joy").id, pack.lesson_named("joy").origin) == ("joyjoy22", Origin.REPLACED)


def test_the_lists_grow_and_keep_what_somebody_wrote_into_them(tmp_path: Path, ours: Pack) -> None:
    site = tmp_path / "site"
    write(site, "our-garden/digging", ours)
    module = site / "our-garden/module.toml"
    module.write_text("# Mine.\n" + module.read_text("utf-8") + "# The end.\n", "utf-8")
    written = new_lesson(site, "our-garden/sowing", ours, lambda: "sowsow22")
    assert written.lists == (module,)
    new_lesson(site, "our-yard/resting", ours, lambda: "restre22")
    assert module.read_text("utf-8").startswith("# Mine.\n")
    assert module.read_text("utf-8").endswith("# The end.\n")
    pack = laid_over(ours, site)
    assert pack.problems == ()
    assert [entry.slug for entry in pack.lessons()][3:] == ["digging", "sowing", "resting"]


@pytest.mark.parametrize("names", ["[]", '["1-a.md"]', '["1-a.md",]', '[\n  "1-a.md", # first\n]', '[ "1-a.md" ]'])
def test_a_list_in_any_writing_grows(tmp_path: Path, ours: Pack, names: str) -> None:
    site = tmp_path / "site"
    write(site, "our-garden/digging", ours)
    (site / "our-garden/module.toml").write_text(f'slug = "our-garden"\ntitle = "G"\nlessons = {names}\n', "utf-8")
    new_lesson(site, "our-garden/sowing", ours, lambda: "sowsow22")
    assert '"2-sowing.md"' in (site / "our-garden/module.toml").read_text("utf-8")


def test_a_list_that_cannot_be_made_longer_is_left_as_it_is(tmp_path: Path, ours: Pack) -> None:
    site = tmp_path / "site"
    write(site, "our-garden/digging", ours)
    odd = 'slug = "our-garden"\ntitle = "G"\n"lessons" = ["1-digging.md"]\n'
    (site / "our-garden/module.toml").write_text(odd, "utf-8")
    before = everything(site)
    with pytest.raises(NotWritten) as caught:
        new_lesson(site, "our-garden/sowing", ours, lambda: "sowsow22")
    assert "2-sowing.md" in caught.value.hint.format(**caught.value.values)
    assert everything(site) == before


@pytest.mark.parametrize("name", ["our-garden/digging", "daily-life/hope"])
def test_a_slug_that_is_taken_is_refused_and_nothing_is_changed(tmp_path: Path, ours: Pack, name: str) -> None:
    site = tmp_path / "site"
    write(site, "our-garden/digging", ours)
    before = everything(site)
    with pytest.raises(NotWritten) as caught:
        write(site, name, ours)
    assert caught.value.exit_code == 1
    assert "already" in caught.value.message
    assert everything(site) == before


@pytest.mark.parametrize(
    "name", ["", "hope", "/hope", "a/", "a/b/c", "../a/b", "A/b", "a/B", "a/b-", "a b/c", "a/b.md"]
)
def test_a_name_that_names_no_lesson_is_refused(tmp_path: Path, ours: Pack, name: str) -> None:
    with pytest.raises(NotWritten) as caught:
        write(tmp_path / "site", name, ours)
    assert "MODULE/SLUG" in caught.value.hint
    assert not (tmp_path / "site").exists()


def test_a_damaged_list_is_named_and_nothing_is_written(tmp_path: Path, ours: Pack) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "pack.toml").write_text("modules = ", "utf-8")
    with pytest.raises(ContentError) as caught:
        write(site, "our-garden/digging", ours)
    assert caught.value.exit_code == 3
    assert everything(site) == {"pack.toml": "modules = "}


def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path: Path, ours: Pack) -> None:
    (tmp_path / "site").write_text("a file", "utf-8")
    with pytest.raises(NotWritten) as caught:
        write(tmp_path / "site", "our-garden/digging", ours)
    assert "--folder" in caught.value.hint


def test_an_id_that_is_taken_is_not_given_again(tmp_path: Path, ours: Pack) -> None:
    ids = iter(["courage2", "joyjoy22", "another2"])
    new_lesson(tmp_path / "site", "our-garden/digging", ours, lambda: next(ids))
    assert laid_over(ours, tmp_path / "site").lesson_named("digging").id == "another2"


def test_ids_are_eight_letters_and_differ() -> None:
    made = {fresh_id() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch("[a-z2-7]{8}", one) for one in made)
