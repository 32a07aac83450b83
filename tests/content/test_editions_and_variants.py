"""Editions number the same modules differently; a variant stands beside a lesson and not in the course."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.load import builtin_pack_folder, load_pack
from content.pack import Edition, Pack
from tests.content.building import a_pack, check_pack, lesson_text, loaded, three_lessons

OURS = load_pack(builtin_pack_folder())


def with_editions(folder: Path, editions: str) -> Pack:
    """Two modules, with these lines below ``[editions]``."""
    a_pack(folder, three_lessons())
    with (folder / "pack.toml").open("a", encoding="utf-8") as target:
        target.write(f"[editions]\n{editions}\n")
    return load_pack(folder)


def with_variants(folder: Path) -> Path:
    """Hope, two variants of it, and after it courage; then joy in another module."""
    modules = {
        "finding-hope": {
            "1-hope.md": lesson_text(),
            "1-hope-for-two.md": lesson_text(id="hopetwo2", slug="hope-for-two", variant_of="abcdef23"),
            "1-hope-alone.md": lesson_text(id="hopeone2", slug="hope-alone", variant_of="abcdef23"),
            "2-courage.md": lesson_text(id="courage2", slug="courage"),
        },
        "daily-life": {"1-joy.md": lesson_text(id="joyjoy22", slug="joy")},
    }
    return a_pack(folder, modules)


def test_an_edition_numbers_modules_from_one(tmp_path: Path) -> None:
    pack = with_editions(tmp_path, '2 = ["daily-life", "finding-hope"]\n1 = ["finding-hope"]')
    assert pack.problems == ()
    assert pack.editions == (Edition("2", ("daily-life", "finding-hope")), Edition("1", ("finding-hope",)))
    two, one = pack.edition("2"), pack.edition("1")
    assert two is not None
    assert one is not None
    assert [two.number(slug) for slug in ("daily-life", "finding-hope", "other")] == [1, 2, None]
    assert one.number("daily-life") is None
    assert pack.edition("3") is None


def test_what_only_another_edition_has_is_left_out_and_what_none_has_stays(tmp_path: Path) -> None:
    pack = with_editions(tmp_path / "a", '2 = ["daily-life", "finding-hope"]\n1 = ["finding-hope"]')
    numbered = [(number, module.slug) for number, module in pack.numbered(pack.editions[1])]
    assert numbered == [(1, "finding-hope")]
    other = with_editions(tmp_path / "b", '1 = ["daily-life"]')
    assert [(n, module.slug) for n, module in other.numbered(other.editions[0])] == [
        (None, "finding-hope"),
        (1, "daily-life"),
    ]


@pytest.mark.parametrize(
    ("line", "message", "kept"),
    [
        ('1 = ["daily-life", "nowhere"]', "No module is called “nowhere”.", ("daily-life",)),
        ('1 = ["daily-life", "daily-life"]', "Edition 1 has a module twice.", ("daily-life",)),
        ("1 = 3", "“1” must be a list of texts in quotes.", None),
    ],
)
def test_a_wrong_edition_is_named_with_its_line(
    tmp_path: Path, line: str, message: str, kept: tuple[str, ...] | None
) -> None:
    pack = with_editions(tmp_path, line)
    assert [str(one) for one in pack.problems] == [f"pack.toml:7 {message}"]
    assert [one.modules for one in pack.editions] == ([] if kept is None else [kept])
    assert len(pack.modules) == 2


def test_ours_are_the_three_editions_of_the_manual() -> None:
    nine, ten, eleven = OURS.editions
    assert [(one.name, len(one.modules)) for one in OURS.editions] == [("9", 9), ("10", 10), ("11", 11)]
    assert set(ten.modules) - set(nine.modules) == {"drug-alcohol"}
    assert set(eleven.modules) - set(ten.modules) == {"healthy-lifestyles"}
    assert ten.number("drug-alcohol") == eleven.number("drug-alcohol") == 6
    assert [slug for slug in ten.modules if slug in nine.modules] == list(nine.modules)
    assert [module.slug for number, module in OURS.numbered(eleven) if number is None] == [
        "orientation",
        "booster",
        "closing",
    ]


def test_a_course_follows_the_base_lessons_only(tmp_path: Path) -> None:
    pack = load_pack(with_variants(tmp_path))
    assert [entry.slug for entry in pack.course()] == ["hope", "courage", "joy"]
    assert len(list(pack.lessons())) == 5
    assert [entry.slug for entry in pack.modules[0].course()] == ["hope", "courage"]


def test_a_lesson_knows_its_variants(tmp_path: Path) -> None:
    pack = load_pack(with_variants(tmp_path))
    assert [entry.slug for entry in pack.variants("abcdef23")] == ["hope-for-two", "hope-alone"]
    assert pack.variants("courage2") == pack.variants("nothing2") == ()


@pytest.mark.parametrize("taught", ["abcdef23", "hopetwo2", "hopeone2"])
def test_after_a_variant_comes_what_comes_after_its_base(tmp_path: Path, taught: str) -> None:
    following = load_pack(with_variants(tmp_path)).after(taught)
    assert following is not None
    assert following.slug == "courage"


def test_a_module_does_not_begin_with_a_variant(tmp_path: Path) -> None:
    folder = with_variants(tmp_path)
    file = folder / "finding-hope/module.toml"
    text = file.read_text("utf-8").replace('"1-hope.md", "1-hope-for-two.md"', '"1-hope-for-two.md", "1-hope.md"')
    file.write_text(text, "utf-8")
    pack = load_pack(folder)
    assert next(pack.lessons()).slug == "hope-for-two"
    assert next(iter(pack.course())).slug == "hope"


def test_a_variant_whose_base_is_not_here_can_still_be_taught_in_its_turn(tmp_path: Path) -> None:
    pack = loaded(tmp_path, {"m": {"1-hope.md": lesson_text(variant_of="zzzzzz22")}})
    assert [entry.slug for entry in pack.course()] == ["hope"]


def test_the_variants_of_ours_are_in_practical_facts() -> None:
    base = next(entry for entry in OURS.course() if entry.module == "practical-facts")
    assert len(OURS.variants(base.id)) == 3
    assert not {entry.id for entry in OURS.variants(base.id)} & {entry.id for entry in OURS.course()}


@pytest.mark.slow
@pytest.mark.parametrize("base", ["zzzzzz22", "joyjoy22", "hopeone2", "hopetwo2"])
def test_a_check_names_a_variant_of_nothing_in_its_module(tmp_path: Path, base: str) -> None:
    folder = with_variants(tmp_path)
    text = lesson_text(id="hopetwo2", slug="hope-for-two", variant_of=base)
    (folder / "finding-hope/1-hope-for-two.md").write_text(text, "utf-8")
    found = [str(one) for one in check_pack(folder).problems]
    assert found == [
        f"finding-hope/1-hope-for-two.md:1 “{base}” is the id of no lesson of this module that could have a variant."
    ]


def test_a_check_counts_variants(tmp_path: Path) -> None:
    report = check_pack(with_variants(tmp_path))
    assert report.problems == ()
    assert (report.counts.modules, report.counts.lessons, report.counts.variants) == (2, 5, 2)
