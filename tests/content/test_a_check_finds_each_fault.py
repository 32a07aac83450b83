"""Every limit of the lesson format, with an example that breaks it and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from content.check import Report
from content.error import ContentError
from content.load import load_pack
from content.reading import HIGHEST, reading_of, sentences
from tests.content.building import (
    GUIDE,
    HANDOUT,
    HOMEWORK,
    PARTS,
    SESSION,
    WALL,
    a_pack,
    check_pack,
    lesson_text,
    line_with,
    the_lesson,
    three_lessons,
)

FILE = "finding-hope/1-hope.md"
LONG = "We welcome everybody into this comfortable neighbourhood organisation. "
ROW = "x" * 42


def checked(folder: Path, parts: dict[str, str | None] | None = None, **front: object) -> Report:
    """The check of a pack with one lesson, faultless but for these parts and this front matter."""
    return check_pack(a_pack(folder, {"finding-hope": {"1-hope.md": lesson_text(parts, **front)}}))


def found(folder: Path, parts: dict[str, str | None] | None = None, **front: object) -> list[str]:
    """What such a check says, line by line."""
    return [str(one) for one in checked(folder, parts, **front).problems]


def at(part: str, text: str, words: str) -> str:
    """File and line of these words in a lesson with this part."""
    return f"{FILE}:{line_with(lesson_text({part: text}), words)}"


def test_a_faultless_pack_is_fit(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert report.problems == ()
    assert report.is_fit


def test_a_report_has_the_numbers_of_each_lesson(tmp_path: Path) -> None:
    (one,) = checked(tmp_path).lessons
    assert (one.entry.slug, one.pages, one.steps, one.homework) == ("hope", 2, 4, 3)
    assert one.reading.words == 304
    assert len(one.reading.grades) == 2


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_a_missing_part(tmp_path: Path, part: str) -> None:
    assert f"{FILE}:1 The part “{part}” is missing." in found(tmp_path, {part: None})


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_an_empty_part(tmp_path: Path, part: str) -> None:
    assert f"{at(part, '', f'## {part}')} The part “{part}” is empty." in found(tmp_path, {part: ""})


def test_a_page_of_six_lines(tmp_path: Path) -> None:
    wall = WALL.replace("- A reason to get up.\n", "- b\n- c\n- d\n- e\n- f\n")
    assert found(tmp_path, {"Wall": wall}) == [
        f"{at('Wall', wall, '### What is hope?')} “What is hope?” has 6 lines; a page has at most 5."
    ]


def test_a_page_too_tall_for_the_wall(tmp_path: Path) -> None:
    wall = WALL + f"- {ROW} {ROW} {ROW}\n" * 3
    assert found(tmp_path, {"Wall": wall}) == [
        f"{at('Wall', wall, '### Who has hope?')} “Who has hope?” needs 12 rows of 42 columns; the wall has 11."
    ]


def test_two_pages_of_one_name(tmp_path: Path) -> None:
    wall = WALL + "\n### What is hope?\n\n- Again.\n"
    line = lesson_text({"Wall": wall}).split("\n").index("- Again.") - 1
    assert found(tmp_path, {"Wall": wall}) == [f"{FILE}:{line} Two pages are called “What is hope?”."]


def test_a_page_without_a_step_in_the_guide(tmp_path: Path) -> None:
    wall = WALL + "\n### Silence\n\n- Nothing to say.\n"
    assert found(tmp_path, {"Wall": wall}) == [
        f"{at('Wall', wall, '### Silence')} The guide says nothing for the page “Silence”."
    ]


@pytest.mark.slow
@pytest.mark.parametrize("technique", ["motivational", "educational", "cognitive-behavioural"])
def test_a_guide_without_one_family_of_techniques(tmp_path: Path, technique: str) -> None:
    guide = GUIDE.replace(f" [{technique}]", "")
    assert found(tmp_path, {"Guide": guide}) == [
        f"{at('Guide', guide, '## Guide')} The guide has no step marked [{technique}]."
    ]


def test_a_misspelt_technique(tmp_path: Path) -> None:
    guide = GUIDE + "- Smile. [motivatonal]\n"
    assert found(tmp_path, {"Guide": guide}) == [f"{at('Guide', guide, 'Smile')} “motivatonal” is not a technique."]


@pytest.mark.parametrize(("times", "words"), [(10, 64), (100, 604)])
def test_a_handout_too_short_or_too_long(tmp_path: Path, times: int, words: int) -> None:
    text = "We look for what helps us. " * times + "\n\n> Hope can be small."
    assert found(tmp_path, {"Handout": text}) == [
        f"{at('Handout', text, '## Handout')} The handout has {words} words; it should have 250 to 450."
    ]


def test_a_handout_that_is_hard_to_read(tmp_path: Path) -> None:
    text = LONG * 40 + "\n\n> Hope can be small."
    problems = found(tmp_path, {"Handout": text})
    assert len(problems) == 2
    assert all("The handout reads at grade" in one and "6.0 is the limit" in one for one in problems)


def test_a_handout_without_a_summary_box(tmp_path: Path) -> None:
    text = HANDOUT.replace("> ", "")
    assert found(tmp_path, {"Handout": text}) == [
        f"{at('Handout', text, '## Handout')} The handout has no summary box (lines that start with “>”)."
    ]


@pytest.mark.parametrize("count", [1, 3, 7])
def test_too_few_or_too_many_questions(tmp_path: Path, count: int) -> None:
    text = "1. Why?\n" * count
    assert found(tmp_path, {"Questions": text}) == [
        f"{at('Questions', text, '## Questions')} A lesson has 4 to 6 questions, not {count}."
    ]


def test_two_homework_options_are_too_few(tmp_path: Path) -> None:
    text = HOMEWORK[: HOMEWORK.index("3.")]
    assert found(tmp_path, {"Homework": text}) == [
        f"{at('Homework', text, '## Homework')} A lesson has at least 3 homework options, not 2."
    ]


@pytest.mark.parametrize("name", ["when", "where", "obstacle"])
def test_a_homework_option_that_is_no_plan(tmp_path: Path, name: str) -> None:
    text = HOMEWORK.replace(f"   - {name}:", "   - maybe:", 1)
    assert found(tmp_path, {"Homework": text}) == [
        f"{at('Homework', text, '1. Look')} This homework option does not say “{name}”."
    ]


@pytest.mark.parametrize("id_", ["abcdefg", "abcdefgh2", "ABCDEF23", "abcdef01", "abc ef23"])
def test_a_malformed_id(tmp_path: Path, id_: str) -> None:
    assert found(tmp_path, id=id_) == [f"{FILE}:1 The id must be eight characters of a-z and 2-7."]


@pytest.mark.parametrize("slug", ["despair", "Hope", "hope-"])
def test_a_slug_that_is_not_the_name_of_the_file(tmp_path: Path, slug: str) -> None:
    assert found(tmp_path, slug=slug) == [f"{FILE}:1 The slug must be the file's name without its number."]


@pytest.mark.parametrize("minutes", [-5, 0, 9, 91])
def test_minutes_no_lesson_takes(tmp_path: Path, minutes: int) -> None:
    assert found(tmp_path, minutes=minutes) == [f"{FILE}:1 A lesson takes 10 to 90 minutes, not {minutes}."]


def test_a_skill_no_note_knows(tmp_path: Path) -> None:
    assert found(tmp_path, skills=["juggling"]) == [f"{FILE}:1 “juggling” is not a skill a note can name."]


@pytest.mark.parametrize(("key", "value"), [("id", "abcdef23"), ("slug", "hope")])
def test_an_id_or_slug_used_twice(tmp_path: Path, key: str, value: str) -> None:
    modules = three_lessons()
    modules["daily-life"]["1-courage.md"] = lesson_text(**{"id": "courage2", "slug": "courage", key: value})
    problems = [str(one) for one in check_pack(a_pack(tmp_path, modules)).problems]
    assert len(problems) == 1
    assert problems[0].endswith(f" “{value}” is used twice; the second is left out.")


def test_a_lesson_no_list_names(tmp_path: Path) -> None:
    folder = a_pack(tmp_path)
    (folder / "finding-hope/2-despair.md").write_text(lesson_text(id="despair2", slug="despair"), "utf-8")
    assert [str(one) for one in check_pack(folder).problems] == [
        "finding-hope/2-despair.md:1 No module.toml names this lesson, or it cannot be used."
    ]


def test_a_module_no_list_names(tmp_path: Path) -> None:
    folder = a_pack(tmp_path)
    (folder / "spare").mkdir()
    (folder / "spare/module.toml").write_text('slug = "spare"\ntitle = "Spare"\nlessons = []\n', "utf-8")
    assert [str(one) for one in check_pack(folder).problems] == [
        "spare/module.toml:1 pack.toml does not name this module."
    ]


def test_a_damaged_lesson_is_named_and_the_others_are_measured(tmp_path: Path) -> None:
    modules = three_lessons()
    modules["daily-life"]["1-courage.md"] = "+++\nid = \n+++\n"
    report = check_pack(a_pack(tmp_path, modules))
    assert [one.entry.slug for one in report.lessons] == ["hope", "joy"]
    assert [str(one) for one in report.problems] == ["daily-life/1-courage.md:2 This line is not valid TOML."]
    assert not report.is_fit


def test_a_lesson_whose_body_is_no_text_is_named(tmp_path: Path) -> None:
    folder = a_pack(tmp_path)
    with (folder / FILE).open("ab") as stream:
        stream.write(b"\xff")
    report = check_pack(folder)
    assert report.lessons == ()
    assert "UTF-8" in report.problems[0].sentence()


def test_words_of_the_session_that_do_not_fit(tmp_path: Path) -> None:
    session = SESSION.replace("- One line.", f"- {ROW} {ROW} {ROW}\n" * 4, 1)
    problems = check_pack(a_pack(tmp_path, session=session)).problems
    assert [str(one) for one in problems] == [
        "session.md:5 “Page of welcome” needs 14 rows of 42 columns; the wall has 11."
    ]


def test_words_of_the_session_that_are_missing(tmp_path: Path) -> None:
    problems = check_pack(a_pack(tmp_path, session=None)).problems
    assert str(problems[0]) == "session.md:1 This file cannot be read."


def test_problems_come_file_by_file_and_line_by_line(tmp_path: Path) -> None:
    modules = three_lessons()
    modules["daily-life"]["2-joy.md"] = lesson_text(
        {"Homework": "1. x", "Questions": "1. y"}, id="joyjoy22", slug="joy"
    )
    modules["finding-hope"]["1-hope.md"] = lesson_text({"Wall": ""})
    places = [(one.file, one.line) for one in check_pack(a_pack(tmp_path, modules)).problems]
    assert places == sorted(places)
    assert len({file for file, _ in places}) == 2


def test_only_an_unusable_pack_file_stops_a_check(tmp_path: Path) -> None:
    folder = a_pack(tmp_path)
    (folder / "pack.toml").write_text("[[[", "utf-8")
    with pytest.raises(ContentError):
        check_pack(folder)


def test_list_items_and_boxes_are_sentences_and_headings_are_not(tmp_path: Path) -> None:
    text = "### Not me\n\nFirst:\n\n- second\n- third!\n\n> fourth\n"
    handout = the_lesson(tmp_path, {"Handout": text}).handout
    assert sentences(handout) == "First. second. third! fourth."
    assert reading_of(handout).words == 4


def test_hard_words_raise_both_grades(tmp_path: Path) -> None:
    easy = reading_of(the_lesson(tmp_path / "a").handout)
    hard = reading_of(the_lesson(tmp_path / "b", {"Handout": LONG * 40}).handout)
    assert max(easy.grades) <= HIGHEST < min(hard.grades)


def test_another_language_is_counted_and_not_graded(tmp_path: Path) -> None:
    handout = the_lesson(tmp_path).handout
    assert reading_of(handout, "it").grades == ()
    assert reading_of(handout, "it").words == reading_of(handout, "en-GB").words == 304


def test_no_handout_has_no_grade(tmp_path: Path) -> None:
    assert reading_of(()).words == 0
    assert reading_of(()).grades == ()


@pytest.mark.slow
def test_grades_need_no_internet_and_give_no_warning(tmp_path: Path) -> None:
    script = (
        "import sys, socket, pathlib\n"
        "def no(*args): raise SystemExit('asked the internet')\n"
        "socket.getaddrinfo = socket.create_connection = no\n"
        "from content.check import check\n"
        "from content.load import load_pack\n"
        "report = check(load_pack(pathlib.Path(sys.argv[1])))\n"
        "print(report.is_fit, len(report.lessons[0].reading.grades))\n"
    )
    folder = a_pack(tmp_path)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(folder)], capture_output=True, text=True, timeout=60
    )
    assert (done.stdout.strip(), done.stderr) == ("True 2", "")
    assert load_pack(folder).problems == ()
