"""The language of a note, its hashes, its deadline, and other people's names in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from agenda.attendance import Status
from agenda.homework import HomeworkStatus, Plan
from agenda.notes.facts import (
    Facts,
    FollowUpFacts,
    GoalFacts,
    HomeworkAgreed,
    HomeworkReviewed,
    Presence,
    ShortTermGoalFacts,
)
from agenda.notes.note import PLAIN, Note, SectionKey, compose, facts_hash, is_late, names_in
from agenda.notes.wording import PlainWording
from agenda.response import Chip
from agenda.technique import Family
from tests.agenda.notes.note_examples import ANA, NAMES, NOT_THERE, SESSION
from tests.builders import MEETS_AT


class Shouting(PlainWording):
    def say(self, text: str) -> str:
        assert "Ana" not in text, "a name went to the translator"
        return f"¡{text}"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return f"¡{super().ngettext(one, many, count)}"


def test_every_line_passes_through_the_language() -> None:
    facts = replace(ANA, goals=(GoalFacts("A job"),), chips=(Chip.QUIET,), techniques=((Family.SKILL, "coping"),))
    for section in compose(facts, Shouting()):
        assert all(line.startswith("¡") for line in section.text.splitlines()), section.text


def test_the_hash_knows_every_fact_but_no_name() -> None:
    assert facts_hash(replace(ANA, names=replace(NAMES, name="Anna", group="Wednesday"))) == facts_hash(ANA)
    for change in ({"small_step": "x"}, {"words": "x"}, {"chips": (Chip.QUIET,)}, {"presence": Presence(Status.LATE)}):
        assert facts_hash(replace(ANA, **change)) != facts_hash(ANA)
    assert facts_hash(NOT_THERE) != facts_hash(ANA)


def test_a_section_has_a_hash_of_its_own_facts() -> None:
    other = replace(ANA, words="x")
    assert facts_hash(other, SectionKey.GOAL) == facts_hash(ANA, SectionKey.GOAL)
    assert facts_hash(other, SectionKey.RESPONSE) != facts_hash(ANA, SectionKey.RESPONSE)


def test_a_note_is_late_after_three_days() -> None:
    ended = MEETS_AT + timedelta(minutes=60)
    assert not is_late(ANA, ended + timedelta(hours=72))
    assert is_late(ANA, ended + timedelta(hours=72, seconds=1))
    assert is_late(ANA, ended + timedelta(hours=25), timedelta(hours=24))
    assert not is_late(replace(ANA, session=replace(SESSION, ended_at=None)), ended + timedelta(days=9))


@pytest.mark.parametrize(
    ("words", "name", "found"),
    [
        ("Talked with Bruno.", "Bruno", True),
        ("talked with BRUNO’s sister", "Bruno", True),
        ("Brunoise", "Bruno", False),
        ("Anna Maria\nRossi came", "Anna Maria Rossi", True),
        ("Ana went", "Ana", False),
        ("Ana Ferri went", "Ferri", False),
        ("Mrs Ferri went", "Ferri", True),
        ("Ana Maria went", "Ana Maria", True),
        ("she will go", "Will", True),
        ("我和王芳说话", "王芳", True),
        ("ＢＲＵＮＯ", "Bruno", True),
        ("B\u200bruno", "Bruno", True),
        ("דיברתי עם אנה היום", "אנה", True),
        ("[x] came", "[x]", True),
        ("anything", "", False),
    ],
)
def test_another_name_is_found_as_a_whole_word_in_any_case(words: str, name: str, found: bool) -> None:
    facts = replace(ANA, words=words)
    note = Note("s", "m", 1, facts, compose(facts, PLAIN))
    assert names_in(note, [name]) == ((name,) if found else ())


def test_our_own_sentences_are_not_searched_for_names() -> None:
    facts = replace(ANA, chips=(Chip.HELPED,), techniques=((Family.SKILL, "coping"),))
    note = Note("s", "m", 1, facts, compose(facts))
    assert names_in(note, ["Person", "Helped", "Robin", "Skill taught", "Goal", "Response"]) == ()


@pytest.mark.parametrize(
    "facts",
    [
        replace(ANA, goals=(GoalFacts("live with Bruno"),)),
        replace(ANA, goals=(GoalFacts("a job", short_term=(ShortTermGoalFacts("call Bruno"),)),)),
        replace(ANA, agreed=(HomeworkAgreed(Plan("walk", helper="Bruno")),)),
        replace(ANA, follow_ups=(FollowUpFacts("call", who="Bruno"),)),
        replace(NOT_THERE, presence=Presence(Status.EXCUSED, reason="met Bruno")),
    ],
    ids=["goal", "part of a goal", "homework", "follow-up", "reason"],
)
def test_another_name_is_found_wherever_somebody_typed(facts: Facts) -> None:
    assert names_in(Note("s", "m", 1, facts, compose(facts)), ["Bruno"]) == ("Bruno",)


def test_no_value_of_ours_is_taken_for_a_name() -> None:
    reviewed = (HomeworkReviewed("walk", HomeworkStatus.SOME),)
    facts = replace(ANA, techniques=((Family.SKILL, "coping"),), chips=(Chip.SHARED,), reviewed=reviewed)
    assert names_in(Note("s", "m", 1, facts, compose(facts)), ["Skill", "Shared", "Some", "Here", "Room"]) == ()
