"""Every phase has words, whatever a pack's file lacks; kinds of session change what they must; no names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.lesson import Page
from content.load import builtin_pack_folder, load_pack
from content.phase import KINDS, PHASES, SessionWords
from content.words import load_words
from tests.content.building import SESSION, a_pack, line_with


def words_of(folder: Path, session: str | None) -> SessionWords:
    """The words of a pack with this file."""
    return load_words(load_pack(a_pack(folder, session=session)))


@pytest.fixture(scope="module")
def ours() -> SessionWords:
    """The words we ship."""
    return load_words(load_pack(builtin_pack_folder()))


def test_a_phase_has_a_title_a_heading_pages_and_prompts(tmp_path: Path) -> None:
    homework = words_of(tmp_path, SESSION).phase("homework")
    assert (homework.title, homework.heading) == ("homework title", "homework heading")
    assert homework.pages == (Page("Page of homework", ("One line.",)),)
    assert homework.ask == ("Ask about homework.",)


def test_a_heading_without_a_bar_is_the_title(tmp_path: Path) -> None:
    words = words_of(tmp_path, "## goals: Our goals\n\n- Ask.")
    assert (words.phase("goals").title, words.phase("goals").heading) == ("Our goals", "Our goals")


def test_a_phase_without_a_title_is_called_by_its_key(tmp_path: Path) -> None:
    words = words_of(tmp_path, "## new-homework\n\n- Ask.")
    assert words.phase("new-homework").title == "New homework"


def test_the_phases_come_in_the_order_of_a_session(tmp_path: Path) -> None:
    assert tuple(words.key for words in words_of(tmp_path, SESSION).phases) == PHASES


def test_the_welcome_shows_the_agreements_and_what_is_written_down(tmp_path: Path) -> None:
    words = words_of(tmp_path, SESSION)
    assert [page.title for page in words.phase("welcome").pages] == [
        "Page of welcome",
        "The agreements",
        "The written-down",
    ]
    assert words.agreements.title == "The agreements"
    assert words.written_down.title == "The written-down"


def test_a_kind_of_session_changes_only_its_own_phases(tmp_path: Path) -> None:
    text = SESSION + "\n\n## goals (small): Few\n\n### Few of us\n\n- All share."
    words = words_of(tmp_path, text)
    small = words.for_kind("small")
    assert small.phase("goals").title == "Few"
    assert small.phase("goals").pages[0].lines == ("All share.",)
    assert small.phase("homework") == words.phase("homework")
    assert words.phase("goals").title == "goals title"


@pytest.mark.parametrize("kind", ["usual", "cancelled", "", "first"])
def test_a_kind_without_words_of_its_own_has_the_usual_ones(tmp_path: Path, kind: str) -> None:
    words = words_of(tmp_path, SESSION)
    assert words.for_kind(kind).phases == words.phases


def test_the_welcome_of_a_kind_shows_the_agreements_too(tmp_path: Path) -> None:
    words = words_of(tmp_path, SESSION + "\n\n## welcome (first): Hi\n\n### Hi\n\n- First day.")
    titles = [page.title for page in words.for_kind("first").phase("welcome").pages]
    assert titles == ["Hi", "The agreements", "The written-down"]


def test_a_pack_without_words_has_the_built_in_ones_and_says_so(tmp_path: Path, ours: SessionWords) -> None:
    words = words_of(tmp_path, None)
    assert words.phases == ours.phases
    assert words.grounding == ours.grounding
    assert str(words.problems[0]) == "session.md:1 This file cannot be read."
    assert "session.md:1 “welcome” is missing; the built-in words are used." in map(str, words.problems)


def test_a_missing_phase_has_the_built_in_words(tmp_path: Path, ours: SessionWords) -> None:
    words = words_of(tmp_path, SESSION.replace("## goals:", "## gaols:"))
    assert words.phase("goals") == ours.phase("goals")
    line = line_with(SESSION, "## goals:")
    assert [str(one) for one in words.problems] == [
        f"session.md:{line} “gaols: goals title | goals heading” is no phase of a session.",
        "session.md:1 “goals” is missing; the built-in words are used.",
    ]


def test_a_phase_worded_anew_is_worded_anew_for_all_kinds(tmp_path: Path, ours: SessionWords) -> None:
    assert ours.for_kind("small").phase("goals") != ours.phase("goals")
    words = words_of(tmp_path, "## goals: Ours\n\n### Ours\n\n- One line.")
    assert words.for_kind("small").phase("goals").title == "Ours"
    assert words.for_kind("small").phase("welcome") == ours.for_kind("small").phase("welcome")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("## goals (huge): Goals", "is no phase"),
        ("## pause (first)", "is no phase"),
        ("## Goals: Goals", "is no phase"),
        ("## goals: Again", "appears twice"),
        ("## pause", "appears twice"),
    ],
)
def test_a_heading_that_names_nothing_is_named(tmp_path: Path, heading: str, words: str) -> None:
    found = words_of(tmp_path, f"{SESSION}\n\n{heading}\n\n- x\n").problems
    assert len(found) == 1
    assert words in found[0].sentence()
    assert found[0].line == SESSION.count("\n") + 3


def test_a_page_of_the_session_is_never_too_long(tmp_path: Path) -> None:
    words = words_of(tmp_path, SESSION.replace("- One line.", "- a\n- b\n- c\n- d\n- e\n- f", 1))
    assert words.phase("welcome").pages[0].lines == ("a", "b", "c", "d", "e")
    assert "“Page of welcome” has 6 lines; a page has at most 5." in [one.sentence() for one in words.problems]


def test_a_site_writes_its_own_crisis_block(tmp_path: Path, ours: SessionWords) -> None:
    assert ours.crisis == ()
    words = words_of(tmp_path, SESSION + "\n\n## crisis\n\n- Call the ward.\n- Stay together.")
    assert words.crisis == ("Call the ward.", "Stay together.")
    assert words.problems == ()


@pytest.mark.slow
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_file_of_words_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    words = words_of(tmp_path_factory.mktemp("pack"), text)
    assert all(words.phase(key).title for key in PHASES)


@pytest.mark.slow
@given(data=st.binary(max_size=200))
def test_no_bytes_in_place_of_words_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = a_pack(tmp_path_factory.mktemp("pack"))
    (folder / "session.md").write_bytes(data)
    assert load_words(load_pack(folder)).grounding


def test_ours_are_complete(ours: SessionWords) -> None:
    assert ours.problems == ()
    for words in ours.phases:
        assert words.title
        assert words.heading
        assert words.pages
        assert words.ask


@pytest.mark.parametrize("kind", KINDS)
def test_ours_differ_for_each_kind(ours: SessionWords, kind: str) -> None:
    other = ours.for_kind(kind)
    assert other.phase("welcome") != ours.phase("welcome")
    assert all(words.pages and words.ask for words in other.phases)


def test_ours_review_no_homework_on_the_first_day(ours: SessionWords) -> None:
    words = ours.for_kind("first").phase("homework")
    assert words.heading == "Your questions"
    assert "What did you try?" not in [page.title for page in words.pages]


def test_ours_ask_the_three_questions_about_homework(ours: SessionWords) -> None:
    assert ours.phase("homework").pages[0].lines == (
        "What were you able to do?",
        "What got in the way?",
        "What could you do differently?",
    )


def test_ours_say_how_goal_time_goes(ours: SessionWords) -> None:
    page = ours.phase("goals").pages[0]
    assert page == Page("Goal time", ("Two of us share.", "Everyone: one small step this week."))


def test_ours_promise_what_the_wall_keeps(ours: SessionWords) -> None:
    assert "What is said here stays here." in ours.agreements.lines
    assert "You may pass." in ours.agreements.lines
    assert "Nothing about you is shown here." in ours.written_down.lines
    assert ours.pause.title == "Pause"
    assert ours.smaller_step.lines == ("What got in the way?", "What would be a smaller step?")


def test_ours_have_no_telephone_number(ours: SessionWords) -> None:
    scripts = " ".join((*ours.grounding, *ours.crisis))
    assert len(ours.grounding) >= 5
    assert not any(sign.isdigit() for sign in scripts)
