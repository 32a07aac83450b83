"""A site's folder over our pack: the same slug replaces, a new one adds, damage is named, and ours goes on working."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.check import check
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.overlay import laid_over
from content.pack import Origin, Pack
from content.words import load_words
from content.worksheet_shelf import load_worksheet, worksheets_of
from tests.content.building import SESSION, a_pack, lesson_text, three_lessons, toml

WORKSHEET = (
    'slug = "week"\ntitle = "{title}"\nintro = "x"\n[[sections]]\ntitle = "s"\n'
    '[[sections.fields]]\nkey = "k"\nkind = "line"\nlabel = "l"\n'
)


def ours(folder: Path) -> Pack:
    """Our pack: hope; courage and joy; a worksheet called week."""
    a_pack(folder / "ours", three_lessons())
    (folder / "ours/worksheets").mkdir()
    (folder / "ours/worksheets/week.toml").write_text(WORKSHEET.format(title="Ours"), "utf-8")
    return load_pack(folder / "ours")


def over(folder: Path, modules: dict[str, dict[str, str]], session: str | None = None) -> Pack:
    """Our pack with a site's folder of these modules laid over it."""
    base = ours(folder)
    return laid_over(base, a_pack(folder / "site", modules, session))


def slugs(pack: Pack) -> list[str]:
    return [entry.slug for entry in pack.lessons()]


def own_courage(**front: object) -> str:
    return lesson_text(**{"id": "courage2", "slug": "courage", "title": "Our courage", **front})


def test_an_empty_folder_of_a_site_changes_nothing(tmp_path: Path) -> None:
    pack = over(tmp_path, {})
    base = load_pack(tmp_path / "ours")
    assert (pack.modules, pack.problems, pack.title) == (base.modules, (), base.title)
    assert {entry.origin for entry in pack.lessons()} == {Origin.OURS}


def test_a_lesson_of_the_same_slug_replaces_ours_in_its_place(tmp_path: Path) -> None:
    pack = over(tmp_path, {"daily-life": {"7-courage.md": own_courage()}})
    assert pack.problems == ()
    assert slugs(pack) == ["hope", "courage", "joy"]
    entry = pack.lesson_named("courage")
    assert (entry.title, entry.origin, entry.file) == ("Our courage", Origin.REPLACED, "site/daily-life/7-courage.md")
    assert entry.replaces is not None
    assert (entry.replaces.title, entry.replaces.origin) == ("Courage", Origin.OURS)
    assert load_lesson(entry).entry is entry


def test_a_lesson_of_a_new_slug_is_added_at_the_end_of_its_module(tmp_path: Path) -> None:
    pack = over(tmp_path, {"finding-hope": {"2-trust.md": lesson_text(id="trust222", slug="trust")}})
    assert slugs(pack) == ["hope", "trust", "courage", "joy"]
    assert pack.lesson_named("trust").origin is Origin.ADDED
    assert pack.lesson_named("trust").replaces is None


def test_a_list_that_names_ours_says_where_a_new_lesson_stands(tmp_path: Path) -> None:
    modules = {"daily-life": {"5-trust.md": lesson_text(id="trust222", slug="trust")}}
    base = ours(tmp_path)
    site = a_pack(tmp_path / "site", modules, None)
    values = {"slug": "daily-life", "title": "Daily life", "lessons": ["1-courage.md", "5-trust.md"]}
    (site / "daily-life/module.toml").write_text(toml(values), "utf-8")
    pack = laid_over(base, site)
    assert pack.problems == ()
    assert slugs(pack) == ["hope", "courage", "trust", "joy"]
    assert pack.lesson_named("courage").origin is Origin.OURS


def test_a_whole_module_is_added_where_the_list_puts_it(tmp_path: Path) -> None:
    base = ours(tmp_path)
    site = a_pack(tmp_path / "site", {"garden": {"1-dig.md": lesson_text(id="digdig22", slug="dig")}}, None)
    assert [module.slug for module in laid_over(base, site).modules] == ["finding-hope", "daily-life", "garden"]
    file = site / "pack.toml"
    file.write_text(file.read_text("utf-8").replace('["garden"]', '["finding-hope", "garden"]'), "utf-8")
    pack = laid_over(base, site)
    assert pack.problems == ()
    assert [(module.slug, module.origin) for module in pack.modules] == [
        ("finding-hope", Origin.OURS),
        ("garden", Origin.ADDED),
        ("daily-life", Origin.OURS),
    ]
    assert slugs(pack) == ["hope", "dig", "courage", "joy"]


def test_a_module_with_a_title_of_the_site_says_so(tmp_path: Path) -> None:
    pack = over(tmp_path, {"daily-life": {}})
    assert pack.modules[1].origin is Origin.OURS
    file = tmp_path / "site/daily-life/module.toml"
    file.write_text(file.read_text("utf-8").replace("Daily life", "Our days"), "utf-8")
    module = laid_over(load_pack(tmp_path / "ours"), tmp_path / "site").modules[1]
    assert (module.title, module.origin) == ("Our days", Origin.REPLACED)
    assert [entry.slug for entry in module.lessons] == ["courage", "joy"]


def test_a_lesson_in_place_of_ours_keeps_our_id_under_which_the_record_knows_it(tmp_path: Path) -> None:
    pack = over(tmp_path, {"daily-life": {"1-courage.md": own_courage(id="another2")}})
    assert pack.lesson_named("courage").id == "courage2"
    following = pack.after("courage2")
    assert following is not None
    assert following.slug == "joy"
    assert [str(one) for one in pack.problems] == [
        "site/daily-life/1-courage.md:2 This lesson replaces ours and needs its id, “courage2”."
    ]


@pytest.mark.parametrize(
    ("module", "front", "line"),
    [
        ("daily-life", {"id": "abcdef23", "slug": "trust"}, 2),
        ("finding-hope", {"id": "courage2", "slug": "courage"}, 3),
    ],
)
def test_a_name_that_is_taken_elsewhere_is_left_out(
    tmp_path: Path, module: str, front: dict[str, str], line: int
) -> None:
    pack = over(tmp_path, {module: {"9-x.md": lesson_text(**front)}})
    assert slugs(pack) == ["hope", "courage", "joy"]
    (one,) = pack.problems
    assert (one.file, one.line) == (f"site/{module}/9-x.md", line)
    assert "used twice" in one.sentence()


def test_a_variant_of_the_site_stands_beside_our_lesson(tmp_path: Path) -> None:
    variant = lesson_text(id="variant2", slug="hope-for-us", variant_of="abcdef23")
    pack = over(tmp_path, {"finding-hope": {"1-hope-for-us.md": variant}})
    assert [entry.slug for entry in pack.variants("abcdef23")] == ["hope-for-us"]
    assert check(pack).problems == ()


def test_a_damaged_lesson_of_the_site_is_named_and_ours_is_taught(tmp_path: Path) -> None:
    pack = over(tmp_path, {"daily-life": {"1-courage.md": "no lesson", "3-trust.md": "+++"}})
    assert slugs(pack) == ["hope", "courage", "joy"]
    assert pack.lesson_named("courage").origin is Origin.OURS
    assert [one.file for one in pack.problems] == ["site/daily-life/1-courage.md", "site/daily-life/3-trust.md"]


def test_a_lesson_whose_body_is_damaged_gives_way_to_ours(tmp_path: Path) -> None:
    pack = over(tmp_path, {"daily-life": {"1-courage.md": own_courage()}})
    file = tmp_path / "site/daily-life/1-courage.md"
    file.write_bytes(file.read_bytes() + b"\xff")
    lesson = load_lesson(pack.lesson_named("courage"))
    assert lesson.entry.title == "Courage"
    assert lesson.pages
    assert [one.file for one in lesson.problems] == ["site/daily-life/1-courage.md"]
    assert [one.file for one in check(pack).problems] == ["site/daily-life/1-courage.md"]


@pytest.mark.parametrize("text", ["[[[", "title = 3"])
def test_a_damaged_module_of_the_site_leaves_ours(tmp_path: Path, text: str) -> None:
    base = ours(tmp_path)
    site = a_pack(tmp_path / "site", {"daily-life": {"1-courage.md": own_courage()}}, None)
    (site / "daily-life/module.toml").write_text(text, "utf-8")
    pack = laid_over(base, site)
    assert pack.modules == base.modules
    assert [one.file for one in pack.problems] == ["site/daily-life/module.toml"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "There is no curriculum in this folder."),
        ("[[[", "This line is not valid TOML."),
        ('programme = "other"', "This folder is for another programme than “imr”."),
        ('programme = "imr"\nmodules = []', "“language” is missing."),
    ],
)
def test_a_folder_that_cannot_be_used_at_all_is_one_problem_more(
    tmp_path: Path, text: str | None, message: str
) -> None:
    base = ours(tmp_path)
    (tmp_path / "site").mkdir()
    if text is not None:
        (tmp_path / "site/pack.toml").write_text(text, "utf-8")
    pack = laid_over(base, tmp_path / "site")
    assert pack.modules == base.modules
    assert pack.site is None
    assert [str(one) for one in pack.problems] == [f"site/pack.toml:1 {message}"]


@pytest.mark.slow
@given(noise=st.binary(max_size=200), name=st.sampled_from(["pack.toml", "m/module.toml", "m/1-a.md", "session.md"]))
def test_no_file_of_a_site_can_break_ours(tmp_path_factory: pytest.TempPathFactory, noise: bytes, name: str) -> None:
    folder = tmp_path_factory.mktemp("packs")
    base = ours(folder)
    site = a_pack(folder / "site", {"m": {"1-a.md": lesson_text(id="aaaaaaa2", slug="a")}}, SESSION)
    (site / name).write_bytes(noise)
    pack = laid_over(base, site)
    assert slugs(pack)[:3] == ["hope", "courage", "joy"]
    assert load_words(pack).phase("goals").title


def test_a_site_says_only_the_words_that_differ(tmp_path: Path) -> None:
    pack = over(tmp_path, {}, "## crisis\n\n- Ring the ward.\n\n## goals: Ours\n\n### Ours\n\n- One line.\n")
    words = load_words(pack)
    base = load_words(load_pack(tmp_path / "ours"))
    assert words.crisis == ("Ring the ward.",)
    assert words.phase("goals").title == "Ours"
    assert words.phase("homework") == base.phase("homework")
    assert words.problems == ()


@pytest.mark.slow
def test_a_mistake_in_the_words_of_a_site_is_named_in_its_own_file(tmp_path: Path) -> None:
    page = "### Full\n\n" + "".join(f"- {'word ' * 15}\n" for _ in range(5))
    pack = over(tmp_path, {}, f"## gaols: Ours\n\n- x\n\n## goals: Ours\n\n{page}")
    assert [(one.file, one.line) for one in load_words(pack).problems] == [("site/session.md", 1)]
    fit = [one for one in check(pack).problems if "rows" in one.sentence()]
    assert [(one.file, one.line) for one in fit] == [("site/session.md", 7)]


def test_a_worksheet_of_the_site_replaces_ours_or_is_added(tmp_path: Path) -> None:
    pack = over(tmp_path, {})
    (tmp_path / "site/worksheets").mkdir()
    (tmp_path / "site/worksheets/week.toml").write_text(WORKSHEET.format(title="Own"), "utf-8")
    (tmp_path / "site/worksheets/month.toml").write_text(WORKSHEET.format(title="New"), "utf-8")
    assert [(one.slug, one.origin) for one in worksheets_of(pack)] == [
        ("month", Origin.ADDED),
        ("week", Origin.REPLACED),
    ]
    assert (load_worksheet(pack, "week").title, load_worksheet(pack, "week").origin) == ("Own", Origin.REPLACED)


def test_a_damaged_worksheet_of_the_site_is_named_and_ours_is_used(tmp_path: Path) -> None:
    pack = over(tmp_path, {})
    (tmp_path / "site/worksheets").mkdir()
    (tmp_path / "site/worksheets/week.toml").write_text("[[[", "utf-8")
    found = load_worksheet(pack, "week")
    assert (found.title, found.origin) == ("Ours", Origin.OURS)
    assert [one.file for one in found.problems] == ["site/worksheets/week.toml"]


def test_an_edition_of_the_site_may_name_our_modules(tmp_path: Path) -> None:
    base = ours(tmp_path)
    site = a_pack(tmp_path / "site", {}, None)
    with (site / "pack.toml").open("a", encoding="utf-8") as target:
        target.write('[editions]\nours = ["daily-life", "finding-hope"]\n')
    pack = laid_over(base, site)
    assert pack.problems == ()
    edition = pack.edition("ours")
    assert edition is not None
    assert edition.number("finding-hope") == 2


def test_a_file_of_the_site_that_no_list_names_is_named_by_a_check(tmp_path: Path) -> None:
    pack = over(tmp_path, {"daily-life": {"1-courage.md": own_courage()}})
    (tmp_path / "site/daily-life/4-lost.md").write_text(lesson_text(id="lost2222", slug="lost"), "utf-8")
    assert [str(one) for one in check(pack).problems] == [
        "site/daily-life/4-lost.md:1 No module.toml names this lesson, or it cannot be used."
    ]


def test_our_own_pack_can_be_laid_over_and_stays_fit(tmp_path: Path) -> None:
    base = load_pack(builtin_pack_folder())
    own = lesson_text(id="ownown22", slug="our-garden")
    pack = laid_over(base, a_pack(tmp_path / "site", {"needs-met": {"4-our-garden.md": own}}, None))
    assert len(list(pack.lessons())) == len(list(base.lessons())) + 1
    following = pack.after(pack.modules[10].lessons[-2].id)
    assert following is not None
    assert following.slug == "our-garden"
