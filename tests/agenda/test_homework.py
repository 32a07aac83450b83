"""What became of homework, and when the task was too big for the group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agenda.homework import Fate, Homework, HomeworkReview, HomeworkStatus, Plan, nobody_did_it

DONE, SOME, NOT_YET = HomeworkStatus.DONE, HomeworkStatus.SOME, HomeworkStatus.NOT_YET
WALK = Homework("h", "first", "ana", Plan("Walk"))


def test_homework_is_kept_while_its_member_stays_away_and_open_when_they_were_not_asked() -> None:
    assert WALK.fate(attended_since=False) is Fate.KEPT
    assert WALK.fate(attended_since=True) is Fate.OPEN


@pytest.mark.parametrize("attended", [True, False])
def test_reviewed_and_dropped_stay_so(attended: bool) -> None:
    reviewed = replace(WALK, review=HomeworkReview("r", "second", DONE))
    assert reviewed.fate(attended) is Fate.REVIEWED
    assert replace(WALK, dropped_in="second").fate(attended) is Fate.DROPPED


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([], False),
        ([NOT_YET], True),
        ([DONE], False),
        ([NOT_YET, DONE], True),
        ([NOT_YET, DONE, SOME], False),
        ([NOT_YET, NOT_YET, DONE, SOME], True),
        ([NOT_YET, NOT_YET, DONE, DONE, SOME], False),
    ],
)
def test_nobody_did_it_when_half_or_more_of_those_asked_say_not_yet(answers: list[HomeworkStatus], said: bool) -> None:
    assert nobody_did_it(answers) is said
