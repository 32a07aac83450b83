"""A page says all that the handout says, in order, and nothing written in a lesson can become anything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it.token import Token

from content.error import UnknownLesson
from content.lesson import Lesson
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.pack import LessonEntry, Pack
from facilitator.pages.number import with_numbers
from facilitator.pages.site import Places, Site
from tests.content.building import a_pack, lesson_text
from tests.facilitator.pages.looking import Seen

PACK = load_pack(builtin_pack_folder())
LESSONS = list(PACK.lessons())
MOST_BYTES = 50_000
BREAKS = {"softbreak": " ", "hardbreak": " "}
BAD = '<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7 * 7 }} "quoted" & \u202eturned'


def seen(site: Site, name: str) -> Seen:
    return Seen(site.page(name))


def a_site(folder: Path, handout: str) -> Site:
    text = lesson_text({"Handout": handout})
    return Site(load_pack(a_pack(folder, {"needs-met": {"1-hope.md": text}}, None)))


def spoken_words(lesson: Lesson) -> list[str]:
    """Every sentence of a lesson that a member reads."""
    options = [value for one in lesson.homework for value in (one.what, one.when, one.where, one.obstacle) if value]
    text, exercise = prose(lesson.handout), prose(lesson.exercise)
    return [lesson.entry.title, lesson.entry.aim, *text, *lesson.questions, *exercise, *options, *lesson.supporters]


def prose(tokens: Sequence[Token]) -> list[str]:
    """Headings, paragraphs and items as plain words."""
    lines = [token.children or [] for token in tokens if token.type == "inline"]
    return [
        " ".join("".join(one.content if one.content else BREAKS.get(one.type, "") for one in line).split())
        for line in lines
    ]


@pytest.mark.slow
@pytest.mark.parametrize("entry", LESSONS, ids=lambda entry: entry.slug)
def test_a_page_says_everything_in_a_small_file_without_a_script(entry: LessonEntry) -> None:
    page = Site(PACK).page(entry.id)
    found = Seen(page)
    assert len(page) < MOST_BYTES
    place = found.words.index("All lessons")
    for sentence in spoken_words(load_lesson(entry)):
        place = found.words.index(sentence, place)
    assert not {"script", "img", "iframe", "object", "form", "input"} & set(found.tags)
    assert found.all("html", "lang") == ["en-GB"]
    assert found.all("html", "dir") == ["ltr"]
    assert b"http" not in page.replace(b"http-equiv", b"")
    assert found.words.startswith(f"{entry.title} – {PACK.title}")


@pytest.mark.slow
@pytest.mark.parametrize("entry", LESSONS, ids=lambda entry: entry.slug)
def test_headings_begin_with_the_title_and_leave_no_level_out(entry: LessonEntry) -> None:
    levels = seen(Site(PACK), entry.id).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_list_names_every_lesson_below_its_module() -> None:
    found = Seen(Site(PACK).home())
    assert len(Site(PACK).home()) < MOST_BYTES
    links = [link for link in found.all("a", "href") if not link.startswith("#")]
    assert links == [f"{entry.id}/index.html" for entry in LESSONS]
    assert {link[1:] for link in found.all("a", "href") if link.startswith("#") and link != "#text"} <= set(
        found.all("section", "id")
    )


def test_a_page_leads_to_the_list_and_to_its_neighbours() -> None:
    first, second, third = list(PACK.course())[:3]
    links = seen(Site(PACK), second.id).all("a", "href")
    assert links[1:] == ["../index.html", f"../{first.id}/index.html", f"../{third.id}/index.html"]
    assert "Lesson before" not in seen(Site(PACK), first.id).words
    assert "Next lesson" not in seen(Site(PACK), list(PACK.course())[-1].id).words


def test_a_variant_leads_on_but_not_back() -> None:
    found = seen(Site(PACK), "facts-about-depression")
    assert "Lesson before" not in found.words
    assert "Next lesson" in found.words


@pytest.mark.slow
def test_a_server_gets_the_same_page_with_its_own_links() -> None:
    site = Site(PACK, places=Places.below("/lessons"))
    assert seen(site, "recmean2").all("a", "href")[1] == "/lessons"
    assert "/lessons/recmean2" in Seen(site.home()).all("a", "href")
    assert site.page("what-recovery-means") == site.page("RECMEAN2")
    with pytest.raises(UnknownLesson):
        site.page("../etc/passwd")


def test_whatever_is_written_in_a_lesson_is_read_as_it_is_written(tmp_path: Path) -> None:
    site = a_site(tmp_path / "pack", f"{BAD}\n\n[a](javascript:alert(1)) ![seen](https://example.org/x.png)")
    entry = next(site.pack.lessons())
    strange = replace(site.pack, title=BAD, modules=(replace(site.pack.modules[0], title=BAD),))
    found = Seen(Site(strange, (BAD,)).page(entry.id))
    assert not {"script", "img"} & set(found.tags)
    assert not [value for value in found.all("a", "href") if "javascript" in value]
    assert "<script>alert(1)</script>" in found.words
    assert "{{ 7 * 7 }}" in found.words
    assert "seen" in found.words
    assert not found.all("img", "src")


def test_headings_of_any_depth_are_set_right(tmp_path: Path) -> None:
    site = a_site(tmp_path / "pack", "#### Deep\n\nWords.\n\n###### Deeper\n\nWords.\n\n### Back\n\nWords.")
    levels = seen(site, next(site.pack.lessons()).id).headings
    assert levels[:4] == [1, 2, 3, 2]


def test_a_link_of_a_site_does_not_tell_where_it_was_read(tmp_path: Path) -> None:
    site = a_site(tmp_path / "pack", "Look [there](https://example.org/).")
    found = seen(site, next(site.pack.lessons()).id)
    assert "https://example.org/" in found.all("a", "href")
    assert "noreferrer" in found.all("a", "rel")


def test_words_to_complete_have_room_and_those_with_a_list_have_none(tmp_path: Path) -> None:
    site = a_site(tmp_path / "pack", "It helped me:\n\n- a walk\n\nMy own:\n\nMore words.\n\nThe last one:")
    assert seen(site, next(site.pack.lessons()).id).all("p", "class").count("room") == 2


def test_whom_to_call_stands_on_every_page_and_can_be_called() -> None:
    site = Site(PACK, ("In danger: call 112.",))
    for page in (site.home(), site.page("recmean2")):
        assert "If you are not safe" in Seen(page).words
        assert "tel:112" in Seen(page).all("a", "href")
    assert "If you are not safe" not in Seen(Site(PACK).home()).words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 112, or 116 123 (free).", ["112", "116123"]),
        ("+44 20 7946 0000", ["+442079460000"]),
        ("From 9:00 to 17:00, 24 hours, 1,500.50, 12.11.2026, 10-12", []),
        ("", []),
        ("١١٢", []),
    ],
)
def test_numbers_are_found_and_times_are_not(text: str, numbers: list[str]) -> None:
    found = Seen(str(with_numbers(text)).encode())
    assert [link.removeprefix("tel:") for link in found.all("a", "href")] == numbers
    assert found.words == text


def test_a_language_that_reads_from_the_right_is_set_so() -> None:
    arabic: Pack = replace(PACK, language="ar")
    assert Seen(Site(arabic).home()).all("html", "dir") == ["rtl"]
    assert Seen(Site(replace(PACK, language="xx-nowhere")).home()).all("html", "dir") == ["ltr"]
