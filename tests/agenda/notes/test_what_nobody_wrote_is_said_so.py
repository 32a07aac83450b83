"""A note never puts words of ours into a member's mouth: what nobody wrote down, it says that it was not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agenda.attendance import Excuse, Status
from agenda.follow_up import FollowUpKind
from agenda.homework import OWN_WORDS, HomeworkStatus, Plan
from agenda.notes.facts import AppointmentFacts, FollowUpFacts, HomeworkAgreed, HomeworkReviewed, Presence
from agenda.notes.note import SectionKey, facts_hash
from agenda.notes.sentences import attendance, interventions
from agenda.notes.wording import PlainWording
from agenda.technique import Family
from tests.agenda.notes.note_examples import ANA, NOT_THERE, told
from tests.builders import TODAY


@pytest.mark.parametrize(
    ("missed", "sentence"),
    [
        (False, "Ana agreed on homework in own words; the words are not recorded. When: “Monday”."),
        (True, "Ana agreed on homework for a missed lesson in own words; the words are not recorded. When: “Monday”."),
    ],
)
def test_homework_in_own_words_that_are_still_to_come(missed: bool, sentence: str) -> None:
    agreed = HomeworkAgreed(replace(OWN_WORDS, when="Monday"), missed)
    assert told(replace(ANA, agreed=(agreed,)), SectionKey.HOMEWORK_AGREED) == sentence


def test_homework_from_before_whose_words_never_came() -> None:
    reviewed = (HomeworkReviewed("", HomeworkStatus.DONE),)
    said = "Homework from before: in own words, which are not recorded. Ana did it."
    assert told(replace(ANA, reviewed=reviewed), SectionKey.HOMEWORK_REVIEWED) == said


def test_words_that_come_later_change_the_facts() -> None:
    open_, written = (replace(ANA, agreed=(HomeworkAgreed(plan),)) for plan in (OWN_WORDS, Plan("Swim")))
    assert facts_hash(open_) != facts_hash(written)


@pytest.mark.parametrize("excuse", Excuse)
def test_a_reason_that_was_offered_is_said_without_quotation_marks(excuse: Excuse) -> None:
    line = told(replace(NOT_THERE, presence=Presence(Status.EXCUSED, excuse=excuse)), SectionKey.ATTENDANCE)
    assert line.startswith("Ana was excused. Reason: ")
    assert "“" not in line


def test_a_follow_up_noted_by_the_program() -> None:
    noted = replace(ANA, follow_ups=(FollowUpFacts("", kind=FollowUpKind.CAME_UP),))
    assert told(noted, SectionKey.PLAN) == "Follow-up: something came up in the session; talk with them."
    appointment = replace(ANA, follow_ups=(FollowUpFacts("", by=TODAY, kind=FollowUpKind.APPOINTMENT),))
    assert told(appointment, SectionKey.PLAN).startswith("Follow-up: ask what came of an appointment. By when: ")
    written = replace(ANA, follow_ups=(FollowUpFacts("Call", kind=None), FollowUpFacts("")))
    assert told(written, SectionKey.PLAN) == "Follow-up: “Call”.\nFollow-up: not described."


def test_what_came_of_an_appointment_is_told_or_said_not_to_be_recorded() -> None:
    asked = replace(ANA, appointments=(AppointmentFacts("new tablets"), AppointmentFacts("")))
    assert told(asked, SectionKey.RESPONSE) == (
        "Asked what came of an appointment, Ana told: “new tablets”. "
        "Ana was asked what came of an appointment; the answer is not recorded."
    )


class Marked(PlainWording):
    def say(self, text: str) -> str:
        return f"«{text}»"


def test_techniques_and_reasons_are_said_in_the_language_of_the_note() -> None:
    facts = replace(ANA, techniques=((Family.EDUCATIONAL, "interactive teaching"),))
    assert interventions(facts, Marked()) == "«Educational: «interactive teaching».»"
    excused = replace(NOT_THERE, presence=Presence(Status.EXCUSED, excuse=Excuse.FAMILY))
    assert "«Reason: family.»" in attendance(excused, Marked())
