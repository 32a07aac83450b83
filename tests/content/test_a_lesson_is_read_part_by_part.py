"""A whole lesson: pages for the wall, steps for the facilitator, plans for home; gaps are noted, never raised."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.lesson import MOST_LINES, GuideStep, HomeworkOption, Page
from content.load import load_lesson
from content.parse import PARTS, parse_lesson
from tests.content.building import GUIDE, lesson_text, line_with, loaded, the_lesson


def sentences(folder: Path, part: str, text: str | None) -> list[str]:
    """What is noted about a lesson with this part, each with its line."""
    lesson = the_lesson(folder, {part: text})
    return [f"{one.line} {one.sentence()}" for one in lesson.problems]


def line_in(part: str, text: str, words: str) -> int:
    """The line of these words in the file of a lesson with this part."""
    return line_with(lesson_text({part: text}), words)


def test_a_faultless_lesson_has_every_part(tmp_path: Path) -> None:
    lesson = the_lesson(tmp_path)
    assert lesson.problems == ()
    assert len(lesson.pages) == 2
    assert len(lesson.guide) == 4
    assert len(lesson.questions) == 4
    assert lesson.practice == ("Say one hopeful thing to your neighbour.",)
    assert lesson.supporters == ("Tell the person what you like about them.",)
    assert lesson.handout[0].type == "paragraph_open"
    assert set(lesson.part_lines) == set(PARTS)


def test_a_page_has_a_title_and_plain_lines(tmp_path: Path) -> None:
    wall = "### A *title*\n\n- A **bold** `word` & [a link](x) &amp; \\*.\n- two\n  rows\n"
    page = the_lesson(tmp_path, {"Wall": wall}).pages[0]
    assert page == Page("A title", ("A bold word & a link & *.", "two rows"))


def test_paragraphs_are_lines_too(tmp_path: Path) -> None:
    wall = "### Title\n\nOne.\n\nTwo\nand a half.\n\n> Three.\n"
    assert the_lesson(tmp_path, {"Wall": wall}).pages[0].lines == ("One.", "Two and a half.", "Three.")


def test_items_within_items_are_lines_of_their_own(tmp_path: Path) -> None:
    wall = "### Title\n\n- One\n  - two\n    - three\n"
    assert the_lesson(tmp_path, {"Wall": wall}).pages[0].lines == ("One", "two", "three")


def test_the_wall_never_gets_a_control_character_or_markup(tmp_path: Path) -> None:
    wall = "### Ti\x1b[31mtle\n\n- a\tb\x07c <script>x</script>\n"
    page = the_lesson(tmp_path, {"Wall": wall}).pages[0]
    assert page.title == "Ti[31mtle"
    assert page.lines == ("a bc <script>x</script>",)


def test_a_sixth_line_is_cut_and_named(tmp_path: Path) -> None:
    wall = "### Full\n\n" + "".join(f"- {n}\n" for n in range(6))
    lesson = the_lesson(tmp_path, {"Wall": wall, "Guide": None})
    assert lesson.pages[0].lines == ("0", "1", "2", "3", "4")
    found = next(one for one in lesson.problems if "Full" in one.sentence())
    assert found.sentence() == "“Full” has 6 lines; a page has at most 5."
    assert found.line == lesson.pages[0].at == line_with(lesson_text({"Wall": wall}), "### Full")


@pytest.mark.parametrize("wall", ["### Empty\n", "###\n\n- line\n", "### \n"])
def test_a_page_without_title_or_lines_is_named(tmp_path: Path, wall: str) -> None:
    line = line_in("Wall", wall, "###")
    assert f"{line} This page needs a title and at least one line." in sentences(tmp_path, "Wall", wall)


def test_a_line_before_the_first_page_is_named(tmp_path: Path) -> None:
    wall = "Stray.\n\n### Title\n\n- line\n"
    line = line_in("Wall", wall, "Stray.")
    assert f"{line} This line belongs to no page: give it a ### heading." in sentences(tmp_path, "Wall", wall)


def test_each_page_has_the_steps_below_its_heading(tmp_path: Path) -> None:
    lesson = the_lesson(tmp_path)
    assert lesson.ask(0) == ("Ask: What gives you hope?", "Say: Hope can be small.")
    assert lesson.ask(1) == ("Do: Show how to ask for hope.",)


def test_a_page_that_is_not_there_has_no_steps(tmp_path: Path) -> None:
    lesson = the_lesson(tmp_path)
    assert lesson.ask(2) == lesson.ask(-1) == ()


def test_steps_before_the_first_heading_are_for_the_whole_lesson(tmp_path: Path) -> None:
    lesson = the_lesson(tmp_path)
    assert lesson.advice == ("Before: put the chairs in a circle.",)
    assert lesson.guide[0] == GuideStep("Before: put the chairs in a circle.")


def test_a_step_carries_its_techniques_and_not_their_tags(tmp_path: Path) -> None:
    guide = "- One [motivational] and two. [educational] [motivational]\n"
    step = the_lesson(tmp_path, {"Guide": guide}).guide[0]
    assert step == GuideStep("One and two.", None, ("motivational", "educational"))


def test_an_unknown_technique_is_named_and_a_link_is_not_one(tmp_path: Path) -> None:
    guide = "- One [motivatonal]\n- Two [link](x)\n" + GUIDE
    line = line_in("Guide", guide, "motivatonal")
    assert sentences(tmp_path, "Guide", guide) == [f"{line} “motivatonal” is not a technique."]


def test_a_heading_that_is_no_page_is_named(tmp_path: Path) -> None:
    guide = GUIDE + "\n### What is hop?\n\n- Ask.\n"
    line = line_in("Guide", guide, "### What is hop?")
    assert sentences(tmp_path, "Guide", guide) == [f"{line} No wall page is called “What is hop?”."]


def test_a_homework_option_is_a_plan(tmp_path: Path) -> None:
    option = the_lesson(tmp_path).homework[0]
    assert option == HomeworkOption("Look out of the window.", "in the morning", "in the kitchen", "Fog. Then listen.")


@pytest.mark.parametrize(
    "style",
    [
        "   - When:  now\n   - WHERE: here\n   - Obstacle: Rain: go anyway.\n",
        "   * obstacle: Rain: go anyway.\n   * where: here\n   * when: now\n",
    ],
)
def test_the_fields_of_a_plan_may_be_written_either_way(tmp_path: Path, style: str) -> None:
    option = the_lesson(tmp_path, {"Homework": "1. Walk.\n" + style}).homework[0]
    assert option == HomeworkOption("Walk.", "now", "here", "Rain: go anyway.")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("1. Walk.\n   - when: now\n", ["where", "obstacle"]),
        ("1. Walk.\n   - when: now\n   - where: here\n", ["obstacle"]),
        ("1. Walk.\n   - when: now\n   - where: here\n   - obstacle:\n", ["obstacle"]),
        ("1. Walk.\n   - when:\n   - where: here\n   - obstacle: rain\n", ["when"]),
        ("1. Walk.\n", ["when", "where", "obstacle"]),
        ("1.\n   - when: now\n   - where: here\n   - obstacle: rain\n", ["what"]),
        ("1. Walk.\n   - maybe: now\n   - at home\n", ["when", "where", "obstacle"]),
    ],
)
def test_a_plan_that_lacks_one_of_its_fields_is_named(tmp_path: Path, text: str, missing: list[str]) -> None:
    line = line_with(lesson_text({"Homework": text}), "## Homework") + 2
    expected = [f"{line} This homework option does not say “{name}”." for name in missing]
    assert sentences(tmp_path, "Homework", text) == expected


@pytest.mark.parametrize("part", PARTS)
def test_a_missing_part_is_named_and_the_rest_is_read(tmp_path: Path, part: str) -> None:
    lesson = the_lesson(tmp_path, {part: None})
    assert f"The part “{part}” is missing." in [one.sentence() for one in lesson.problems]
    assert lesson.part_lines[part] == 1
    others = [lesson.pages, lesson.guide, lesson.handout, lesson.questions, lesson.practice, lesson.homework]
    assert sum(1 for one in [*others, lesson.supporters] if one) == len(PARTS) - 1


@pytest.mark.parametrize("part", PARTS)
def test_an_empty_part_is_named_at_its_line(tmp_path: Path, part: str) -> None:
    line = line_with(lesson_text({part: ""}), f"## {part}")
    assert f"{line} The part “{part}” is empty." in sentences(tmp_path, part, "")


def test_a_part_nobody_knows_is_named(tmp_path: Path) -> None:
    text = "Something.\n\n## Handouts\n\nMore."
    line = line_in("Supporters", text, "## Handouts")
    assert sentences(tmp_path, "Supporters", text) == [f"{line} A lesson has no part “Handouts”."]


def test_the_first_of_two_parts_of_one_name_counts(tmp_path: Path) -> None:
    text = "Be kind.\n\n## Practice\n\nAgain."
    lesson = the_lesson(tmp_path, {"Supporters": text})
    assert [one.sentence() for one in lesson.problems] == ["The part “Practice” appears twice."]
    assert lesson.practice == ("Say one hopeful thing to your neighbour.",)


def test_problems_come_in_the_order_of_lines(tmp_path: Path) -> None:
    lesson = the_lesson(tmp_path, {"Homework": "1. Walk.", "Wall": "### Empty", "Practice": ""})
    lines = [one.line for one in lesson.problems]
    assert lines == sorted(lines)
    assert {one.file for one in lesson.problems} == {"finding-hope/1-hope.md"}


@pytest.mark.slow
@given(
    noise=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300),
    part=st.sampled_from(PARTS),
)
def test_noise_in_one_part_never_raises_and_never_makes_a_page_too_long(
    tmp_path_factory: pytest.TempPathFactory, noise: str, part: str
) -> None:
    lesson = the_lesson(tmp_path_factory.mktemp("pack"), {part: noise})
    assert all(len(page.lines) <= MOST_LINES for page in lesson.pages)
    assert all("\n" not in line and "\x1b" not in line for page in lesson.pages for line in page.lines)
    assert all(lesson.ask(place) is not None for place in range(-1, len(lesson.pages) + 1))


BLOCKS = ["# ", "## ", "### ", "- ", "1. ", "> ", "    ", "\n", "\n\n", "```", "+++"]
MARKS = st.sampled_from([*BLOCKS, "Wall", "Guide", "Homework", "when:", "[a]"])


@pytest.mark.slow
@given(pieces=st.lists(MARKS | st.text(max_size=5), max_size=40))
def test_a_body_of_nothing_but_marks_never_raises(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    entry = loaded(tmp_path_factory.mktemp("pack")).lesson_named("hope")
    lesson = parse_lesson(entry, lesson_text({}) + "".join(pieces))
    assert all(one.line >= 1 and one.sentence() for one in lesson.problems)
    empty = parse_lesson(entry, "".join(pieces))
    assert all(one.line >= 1 and one.sentence() for one in empty.problems)


@pytest.mark.slow
@given(depth=st.integers(1, 400), mark=st.sampled_from(["> ", "- ", "1. ", "*", "[", "`"]))
def test_deep_nesting_never_raises(tmp_path_factory: pytest.TempPathFactory, depth: int, mark: str) -> None:
    lesson = the_lesson(tmp_path_factory.mktemp("pack"), {"Wall": "### Deep\n\n" + mark * depth + "end\n"})
    assert len(lesson.pages) == 1


def test_a_lesson_is_read_whole_only_when_asked(tmp_path: Path) -> None:
    entry = loaded(tmp_path).lesson_named("hope")
    assert load_lesson(entry).entry is entry
