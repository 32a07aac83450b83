"""A page says all that the handout says, in order, and nothing written in a lesson can become anything else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it.token import Token

from content.error import UnknownLesson
from content.lesson import Lesson
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.pack import LessonEntry, Pack
from facilitator.pages.number import read_out, with_numbers
from facilitator.pages.site import Places, Site
from facilitator.whom_to_call import CrisisHelp, CrisisLine
from tests.content.building import a_pack, lesson_text
from tests.facilitator.pages.looking import Seen

PACK = load_pack(builtin_pack_folder())
LESSONS = list(PACK.lessons())
MOST_BYTES = 50_000
IN_DANGER = CrisisLine("when a life is in danger", "112")
A_LINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><title>A line</title>'
    '<desc>A line from here to there.</desc><line x1="20" y1="120" x2="220" y2="120" stroke="ink"/></svg>'
)
SVG = b'xmlns="http://www.w3.org/2000/svg"'
BREAKS = {"softbreak": " ", "hardbreak": " "}
BAD = '<script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7 * 7 }} "quoted" & \u202eturned'


def seen(site: Site, name: str) -> Seen:
    return Seen(site.page(name))


def a_site(folder: Path, handout: str) -> Site:
    text = lesson_text({"Handout": handout})
    return Site(load_pack(a_pack(folder, {"needs-met": {"1-hope.md": text}}, None)))


def spoken_words(lesson: Lesson) -> list[str]:
    """Every sentence of a lesson that a member reads, as the page has them one after the other."""
    options = [value for one in lesson.homework for value in (one.what, one.when, one.where, one.obstacle) if value]
    first = [lesson.entry.title, lesson.entry.idea or lesson.entry.aim, *lesson.points]
    return [*first, *prose(lesson.reading), *lesson.questions[:3], *options, *lesson.supporters]


def prose(tokens: Sequence[Token]) -> list[str]:
    """Headings, paragraphs and items as plain words."""
    lines = [token.children or [] for token in tokens if token.type == "inline"]
    return [
        " ".join("".join(one.content if one.content else BREAKS.get(one.type, "") for one in line).split())
        for line in lines
    ]


@pytest.mark.slow
@pytest.mark.parametrize("entry", LESSONS, ids=lambda entry: entry.slug)
def test_a_page_says_everything_in_one_small_file(entry: LessonEntry) -> None:
    page = Site(PACK).page(entry.id)
    found = Seen(page)
    assert len(page) < MOST_BYTES
    place = found.words.index("All lessons")
    for sentence in spoken_words(load_lesson(entry)):
        place = found.words.index(sentence, place)
    assert not {"img", "iframe", "object", "form", "input"} & set(found.tags)
    assert found.tags.count("script") == 1
    assert found.all("html", "lang") == ["en-GB"]
    assert found.all("html", "dir") == ["ltr"]
    assert b"http" not in page.replace(b"http-equiv", b"").replace(SVG, b"")
    assert found.tags.count("svg") == 1 + bool(entry.drawing)
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
    links = [link for link in seen(Site(PACK), second.id).all("a", "href") if not link.startswith("#")]
    assert links == ["../index.html", f"../{first.id}/index.html", f"../{third.id}/index.html"]
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
    row = CrisisLine(BAD, BAD, BAD)
    for crisis in (CrisisHelp(words=(BAD,)), CrisisHelp((row,), row)):
        is_as_written(Seen(Site(strange, crisis).page(entry.id)))


def is_as_written(found: Seen) -> None:
    assert "img" not in found.tags
    assert found.tags.count("script") == 1
    assert not [value for value in found.all("a", "href") if "javascript" in value]
    assert "<script>alert(1)</script>" in found.words
    assert "{{ 7 * 7 }}" in found.words
    assert "seen" in found.words
    assert not {name for _tag, name, _value in found.attributes if name.startswith("on")}


def test_headings_of_any_depth_are_set_right(tmp_path: Path) -> None:
    site = a_site(tmp_path / "pack", "#### Deep\n\nWords.\n\n###### Deeper\n\nWords.\n\n### Back\n\nWords.")
    levels = seen(site, next(site.pack.lessons()).id).headings
    assert levels[:6] == [1, 2, 2, 2, 3, 2]  # the title, whom to call, the plan; then its own


def test_a_link_of_a_site_does_not_tell_where_it_was_read(tmp_path: Path) -> None:
    site = a_site(tmp_path / "pack", "Look [there](https://example.org/).")
    found = seen(site, next(site.pack.lessons()).id)
    assert "https://example.org/" in found.all("a", "href")
    assert "noreferrer" in found.all("a", "rel")


def test_words_to_complete_have_room_and_those_with_a_list_have_none(tmp_path: Path) -> None:
    site = a_site(tmp_path / "pack", "It helped me:\n\n- a walk\n\nMy own:\n\nMore words.\n\nThe last one:")
    assert seen(site, next(site.pack.lessons()).id).all("p", "class").count("room") == 2


def test_whom_to_call_stands_on_every_page_and_can_be_called() -> None:
    site = Site(PACK, CrisisHelp((CrisisLine("crisis line", "0800 111 0 111", "day and night"),), IN_DANGER))
    for page in (site.home(), site.page("recmean2")):
        found = Seen(page)
        calls = [link for link in found.all("a", "href") if link.startswith("tel:")]
        assert calls == ["tel:112", "tel:08001110111"]
        assert "112 when a life is in danger 0800 111 0 111 crisis line, day and night" in found.words


def test_the_words_of_a_pack_stand_instead_of_the_place() -> None:
    site = Site(PACK, CrisisHelp((CrisisLine("crisis line", "0800 111 0 111"),), words=("In danger: call 112.",)))
    found = seen(site, "recmean2")
    assert "In danger: call 112." in found.words
    assert "crisis line" not in found.words
    assert "tel:112" in found.all("a", "href")


def test_hours_are_no_number_to_call_and_a_number_in_a_name_is() -> None:
    rows = (CrisisLine("our team", "0800 111 0 111", "0900 to 1700"), CrisisLine("text HELP to 85258"))
    found = seen(Site(PACK, CrisisHelp(rows)), "recmean2")
    assert [link for link in found.all("a", "href") if link.startswith("tel:")] == ["tel:08001110111", "tel:85258"]
    assert "our team, 0900 to 1700" in found.words
    said = found.all("p", "data-aloud")
    assert "0 8 0 0, 1 1 1, 0, 1 1 1: our team, 0900 to 1700" in said
    assert "text HELP to 8 5 2 5 8" in said


def test_where_nobody_is_known_the_box_says_so() -> None:
    for page in (Site(PACK).home(), Site(PACK).page("recmean2")):
        assert "If you are not safe" in Seen(page).words
        assert "Your service has not written its numbers here yet." in Seen(page).words


def test_first_comes_what_it_is_about_then_whom_to_call_what_to_keep_in_mind_and_what_to_do() -> None:
    found = seen(Site(PACK, CrisisHelp(in_danger=IN_DANGER)), "which-platform")
    lesson = load_lesson(PACK.lesson_named("which-platform"))
    said = ("Which platform, please?", "A train", lesson.entry.idea, "If you are not safe", "112", "Key points",
            *lesson.points, "My plan", "I will …", "When …", "Where …", prose(lesson.reading)[0],
            "Questions to think about", "Ideas for my plan", "For family and friends")  # fmt: skip
    place = found.words.index("All lessons")
    for words in said:
        place = found.words.index(words, place) + len(words)


def test_no_exercise_of_the_group_is_on_the_page() -> None:
    lesson = load_lesson(PACK.lesson_named("recmean2"))
    words = seen(Site(PACK), "recmean2").words
    assert prose(lesson.exercise)
    assert not [line for line in prose(lesson.exercise) if line in words]
    assert not [question for question in lesson.questions[3:] if question in words]


def test_a_handout_without_lines_to_remember_is_read_whole(tmp_path: Path) -> None:
    site = a_site(tmp_path / "pack", "Words.\n\n> Framed words without a list.")
    words = seen(site, next(site.pack.lessons()).id).words
    assert "Framed words without a list." in words
    assert "Key points" not in words


def test_a_drawing_stands_on_the_page_with_its_words_and_one_that_is_spoilt_or_gone_does_not(tmp_path: Path) -> None:
    text = lesson_text(drawing="a-line")
    site = Site(load_pack(a_pack(tmp_path / "pack", {"needs-met": {"1-hope.md": text}}, None)))
    name = next(site.pack.lessons()).id
    assert seen(site, name).tags.count("svg") == 1
    (tmp_path / "pack" / "drawings").mkdir()
    (tmp_path / "pack" / "drawings" / "a-line.svg").write_text(A_LINE)
    assert "A line from here to there." in seen(site, name).words
    (tmp_path / "pack" / "drawings" / "a-line.svg").write_text(A_LINE.replace("<line", "<script>x</script><line"))
    assert seen(site, name).tags.count("svg") == 1
    assert seen(site, name).tags.count("script") == 1


def test_what_is_read_aloud_is_the_first_page_the_ideas_and_whom_to_call() -> None:
    crisis = CrisisHelp((CrisisLine("line of the town", "0800 111 0 111", "8:00 to 20:00"),), IN_DANGER)
    page = seen(Site(PACK, crisis), "which-platform")
    said = page.all("p", "data-aloud")
    assert "1 1 2: when a life is in danger" in said
    assert "0 8 0 0, 1 1 1, 0, 1 1 1: line of the town, 8:00 to 20:00" in said
    option = load_lesson(PACK.lesson_named("which-platform")).homework[0]
    assert page.all("div", "data-aloud")[:2] == [f"When: {option.when}", f"Where: {option.where}"]
    for tag, least in (("h1", 1), ("h2", 4), ("li", 7)):
        assert len(page.all(tag, "data-aloud")) >= least


def test_the_browser_may_run_our_script_and_no_other() -> None:
    page = Site(PACK).page("recmean2").decode()
    (policy,) = Seen(page.encode()).all("meta", "content")[1:2]
    script = page.partition("<script>")[2].partition("</script>")[0]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert policy in Site(PACK).policy


@pytest.mark.parametrize("name", ["EM2TB4F3", "em2tb4f3", " Em2tb4f3 "])
def test_a_code_is_found_however_it_is_typed(name: str) -> None:
    assert Site(PACK).page(name) == Site(PACK).page("em2tb4f3")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 112, or 116 123 (free).", ["112", "116123"]),
        ("+44 20 7946 0000", ["+442079460000"]),
        ("From 9:00 to 17:00, 24 hours, 1,500.50, 12.11.2026, 10-12", []),
        ("", []),
        ("١١٢", []),
        ("(030) 555-0123", ["0305550123"]),
        ("+44 (0)20 7946 0000", ["+442079460000"]),
        ("0800-111-0-111", ["08001110111"]),
        ("12", []),
        ("1234567890123456", []),
    ],
)
def test_numbers_are_found_and_times_are_not(text: str, numbers: list[str]) -> None:
    found = Seen(str(with_numbers(text)).encode())
    assert [link.removeprefix("tel:") for link in found.all("a", "href")] == numbers
    assert found.words == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("112", "1 1 2"),
        ("0800 111 0 111", "0 8 0 0, 1 1 1, 0, 1 1 1"),
        ("+44 (0)20-7946", "+ 4 4, 0, 2 0, 7 9 4 6"),
        ("Call 116 123 before 9:00, in 24 hours.", "Call 1 1 6, 1 2 3 before 9:00, in 24 hours."),
        ("Text HELP.", "Text HELP."),
        ("", ""),
    ],
)
def test_a_number_is_read_digit_by_digit(text: str, said: str) -> None:
    assert read_out(text) == said


def test_a_language_that_reads_from_the_right_is_set_so() -> None:
    arabic: Pack = replace(PACK, language="ar")
    assert Seen(Site(arabic).home()).all("html", "dir") == ["rtl"]
    assert Seen(Site(replace(PACK, language="xx-nowhere")).home()).all("html", "dir") == ["ltr"]
