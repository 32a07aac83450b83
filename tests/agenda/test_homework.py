"""When the task was too big for the group."""

from __future__ import annotations

import pytest

from agenda.homework import HomeworkStatus, nobody_did_it

DONE, SOME, NOT_YET = HomeworkStatus.DONE, HomeworkStatus.SOME, HomeworkStatus.NOT_YET


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
