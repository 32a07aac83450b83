"""What a pattern can find: long sentences, words to avoid, names, doses, promises, advice on medicine, twins."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from content.passage import Passage, passages_of
from content.wording import LISTS, shared_passages, wording_problems
from tests.content.building import HANDOUT, SESSION, a_pack, check_pack, lesson_text, line_with, three_lessons


def said(text: str, part: str = "Handout", language: str = "en") -> list[str]:
    """What is wrong with this passage."""
    return [one.sentence() for one in wording_problems([Passage("a.md", 3, text, part)], language)]


def words(count: int) -> str:
    return "Word " + "word " * (count - 2) + "word."


@pytest.mark.parametrize(
    ("part", "most"), [("Wall", 20), ("Handout", 20), ("Questions", 20), ("Homework", 20), ("Guide", 32), ("goals", 32)]
)
def test_a_sentence_may_have_so_many_words(part: str, most: int) -> None:
    assert said(words(most), part) == []
    assert said(words(most) + " " + words(most), part) == []
    assert said(words(most + 1), part) == [
        f"A sentence has {most + 1} words, at most {most}: “Word word word word word word word word …”"
    ]


def test_the_length_of_sentences_holds_in_every_language() -> None:
    assert len(said(words(21), language="it")) == 1
    assert said("addict", language="it") == []


@pytest.mark.parametrize("end", [". ", "! ", "? ", '." ', " / "])
def test_what_ends_a_sentence(end: str) -> None:
    assert said("word " * 14 + "word" + end + "word " * 15) == []


@pytest.mark.parametrize("part", ["Wall", "Guide", "Handout", "Supporters"])
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He is a schizophrenic.", "schizophrenic"),
        ("Patients come on Monday.", "Patients"),
        ("Ask the patient.", "the patient"),
        ("She was non-compliant again.", "non-compliant"),
        ("He committed suicide.", "committed suicide"),
        ("An addict lives here.", "addict"),
        ("You can stay clean.", "stay clean"),
        ("People who suffer from it.", "suffer from"),
    ],
)
def test_some_words_are_used_nowhere(part: str, text: str, word: str) -> None:
    (found,) = said(text, part)
    assert found.startswith(f"“{word}”: say “")


@pytest.mark.parametrize("text", ["Be patient.", "Clean the kitchen.", "Suicide is not a sin.", "It is impatient."])
def test_the_same_letters_in_another_sense_are_left_alone(text: str) -> None:
    assert said(text) == []


def test_jargon_is_named_where_members_read_and_not_in_the_guide() -> None:
    assert said("Learn about comorbidity.") == ["“comorbidity”: say “another illness as well”."]
    assert said("Learn about comorbidity.", "Guide") == []


@pytest.mark.parametrize("text", ["This time is called remission.", "Remission means that symptoms are gone."])
def test_jargon_that_is_explained_may_stand(text: str) -> None:
    passages = [Passage("a.md", 1, text, "Handout"), Passage("a.md", 2, "In remission you rest.", "Handout")]
    assert list(wording_problems(passages, "en")) == []
    assert len(list(wording_problems(passages[1:], "en"))) == 1


@pytest.mark.parametrize("text", ["Ask about Prozac.", "Ask about PROZAC.", "Take lithium.", "Use WhatsApp."])
def test_a_medicine_or_a_brand_is_not_named(text: str) -> None:
    (found,) = said(text, "Guide")
    assert "is the name of a medicine or a brand" in found


@pytest.mark.parametrize("text", ["We zoom in on one thing.", "Ask about antipsychotics."])
def test_a_kind_of_medicine_or_a_plain_word_is_not_a_name(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text", ["Take 10 mg.", "Take 0.5mg.", "Take 300 micrograms.", "Two tablets a day.", "Half a tablet at night."]
)
def test_a_dose_is_named(text: str) -> None:
    assert any("reads like a dose" in one for one in said(text, "Guide"))


@pytest.mark.parametrize("text", ["10 minutes", "Two tables a day.", "Six metres away", "A tablet on the shelf"])
def test_other_numbers_are_no_dose(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This will cure you.",
        "You will be well.",
        "We guarantee it.",
        "It always works.",
        "There is a cure.",
        "He is cured.",
    ],
)
def test_a_promise_is_named(text: str) -> None:
    assert any("promises what nobody can promise" in one for one in said(text, "Guide"))


@pytest.mark.parametrize(
    "text", ["Walking is no cure for it.", "There is no guarantee.", "Most people get better.", "Nobody can cure it."]
)
def test_honest_hope_is_no_promise(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Stop your medicine.",
        "Skip a dose.",
        "Try to reduce the tablets.",
        "You can halve your tablet.",
        "Come off antidepressants.",
        "Change your medication.",
        "Stop taking the pills.",
        "Start a new medicine.",
    ],
)
def test_advice_on_a_medicine_is_named(text: str) -> None:
    assert any("reads like advice on a medicine" in one for one in said(text, "Guide"))


@pytest.mark.parametrize(
    "text",
    [
        "Do not stop your medicine on your own.",
        "Before you change a medicine, talk with your prescriber.",
        "Never skip a dose.",
        "Have you thought: I want to stop the tablets?",
        "Ask your doctor how to reduce the tablets.",
        "If you stop the medicine, tell someone.",
        "Change your shirt.",
    ],
)
def test_a_warning_or_the_way_to_the_prescriber_is_no_advice(text: str) -> None:
    assert said(text) == []


def test_no_two_files_share_a_passage() -> None:
    text = "One two three four five six seven eight nine ten."
    here, there = Passage("a.md", 3, text), Passage("b.md", 9, "One, two three FOUR five six seven eight nine ten!")
    assert [str(one) for one in shared_passages([here, there])] == [
        "b.md:9 This passage stands in a.md:3 too: “One, two three FOUR five six seven eight …”"
    ]
    assert list(shared_passages([here, Passage("a.md", 9, text)])) == []
    assert list(shared_passages([Passage("a.md", 1, "My goal:"), Passage("b.md", 1, "My goal:")])) == []


def test_a_check_names_a_paragraph_of_two_lessons(tmp_path: Path) -> None:
    modules = three_lessons()
    modules["daily-life"]["2-joy.md"] = lesson_text({"Handout": HANDOUT}, id="joyjoy22", slug="joy")
    (found,) = check_pack(a_pack(tmp_path, modules)).problems
    assert found.file == "daily-life/2-joy.md"
    assert found.sentence().startswith("This passage stands in ")


@pytest.mark.parametrize("part", ["Wall", "Guide", "Handout", "Questions", "Practice", "Homework", "Supporters"])
def test_a_check_measures_every_part_and_names_the_line(tmp_path: Path, part: str) -> None:
    text = lesson_text().replace(f"## {part}\n\n", f"## {part}\n\nAn addict.\n\n")
    problems = check_pack(a_pack(tmp_path, {"m": {"1-hope.md": text}})).problems
    found = [one for one in problems if "addict" in one.sentence()]
    assert [(one.file, one.line) for one in found] == [("m/1-hope.md", line_with(text, "An addict."))]


def test_a_check_measures_the_words_of_the_session(tmp_path: Path) -> None:
    session = SESSION.replace("- Breathe.", "- Breathe, addict.")
    problems = check_pack(a_pack(tmp_path, session=session)).problems
    assert [one.line for one in problems] == [line_with(session, "- Breathe, addict.")]


def test_an_empty_crisis_part_is_a_notice_and_no_problem(tmp_path: Path) -> None:
    report = check_pack(a_pack(tmp_path / "a"))
    assert report.is_fit
    assert [one.file for one in report.notices] == ["session.md"]
    filled = check_pack(a_pack(tmp_path / "b", session=SESSION + "\n\n## crisis\n\n- Ring the ward.\n"))
    assert filled.notices == ()


def test_a_passage_has_its_line_its_part_and_no_marks() -> None:
    text = lesson_text()
    found = {passage.text: passage for passage in passages_of(text, "a.md")}
    assert found["Ask: What gives you hope?"].part == "Guide"
    assert found["Fog. Then listen."].line == line_with(text, "obstacle: Fog.")
    assert "What is hope?" in found
    assert not any("[" in one for one in found)


def test_every_word_to_avoid_has_another_to_say() -> None:
    lists = tomllib.loads(LISTS.read_text("utf-8"))
    for name in ("never", "jargon"):
        assert len(lists[name]) > 30
        assert all(plain.strip() for plain in lists[name].values())
    assert len(lists["names"]["medicines"]) > 50
