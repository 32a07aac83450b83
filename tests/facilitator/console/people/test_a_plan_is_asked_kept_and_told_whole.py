"""Every field of a plan, the next one too, is asked in words, kept by the record and told in the note."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from agenda.homework import Plan
from agenda.notes.facts import HomeworkAgreed
from agenda.notes.note import SectionKey
from agenda.record.rows import homework
from facilitator.console.people.plan_words import plan_of_words, plan_words
from tests.agenda.notes.note_examples import ANA, told
from tests.builders import a_session

IN_WORDS = tuple(field.name for field in fields(Plan) if field.type == "str")
TEXTS: dict[str, Any] = {name: f"{name} as agreed" for name in IN_WORDS}
WHOLE = Plan(**TEXTS, day=date(2026, 11, 26), foreseen=True)


def test_a_field_is_words_or_that_they_are_still_to_be_written() -> None:
    assert {field.name for field in fields(Plan)} - set(IN_WORDS) == {"in_own_words", "day", "foreseen"}


def test_each_is_asked_with_what_stands_there_and_what_is_typed_is_taken() -> None:
    assert {words.name: words.value for words in plan_words(WHOLE)} == TEXTS
    assert plan_of_words(Plan("before", day=WHOLE.day, foreseen=True), TEXTS) == WHOLE


def test_the_record_gives_back_what_was_agreed() -> None:
    room = a_session(members=1)
    homework.agree(room.record, room.session, room.members[0], WHOLE)
    [found] = homework.agreed_in(room.record, room.session)
    assert found.plan == WHOLE


def test_the_note_tells_each_in_their_words() -> None:
    text = told(replace(ANA, agreed=(HomeworkAgreed(WHOLE),)), SectionKey.HOMEWORK_AGREED)
    assert [name for name in IN_WORDS if f"“{name} as agreed”" not in text] == []
    assert "Day: 2026-11-26." in text
    assert "named nothing" not in text


def test_asked_what_could_come_and_nothing_named_is_told_so() -> None:
    plan = Plan("Ring the garden", foreseen=True)
    text = told(replace(ANA, agreed=(HomeworkAgreed(plan),)), SectionKey.HOMEWORK_AGREED)
    assert "Asked what could get in the way, Ana named nothing." in text
