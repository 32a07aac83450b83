"""When somebody came, and how many there are to count."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.attendance import PRESENT, Mode, Status, arrival, checked_in_as, counts_match, heads
from tests.builders import MEETS_AT, an_attendance

NOW = MEETS_AT + timedelta(minutes=12)


def after(minutes: int) -> object:
    return MEETS_AT + timedelta(minutes=minutes)


def test_here_means_since_the_start() -> None:
    assert arrival(Status.HERE, MEETS_AT, NOW, an_attendance()) == MEETS_AT


def test_late_means_now_and_again_five_minutes_earlier() -> None:
    assert arrival(Status.LATE, MEETS_AT, NOW, an_attendance()) == NOW
    late = an_attendance(Status.LATE, arrived_at=NOW)
    assert arrival(Status.LATE, MEETS_AT, NOW, late) == after(7)


def test_nobody_was_late_before_the_start() -> None:
    late = an_attendance(Status.LATE, arrived_at=MEETS_AT + timedelta(minutes=3))
    assert arrival(Status.LATE, MEETS_AT, NOW, late) == MEETS_AT


def test_late_after_here_is_now() -> None:
    here = an_attendance(Status.HERE, arrived_at=MEETS_AT)
    assert arrival(Status.LATE, MEETS_AT, NOW, here) == NOW


@pytest.mark.parametrize("status", [Status.UNKNOWN, Status.EXCUSED, Status.ABSENT])
def test_who_is_not_here_did_not_arrive(status: Status) -> None:
    assert arrival(status, MEETS_AT, NOW, an_attendance(Status.HERE, arrived_at=MEETS_AT)) is None
    assert not status.present


def test_heads_are_those_who_can_be_seen_in_the_room() -> None:
    roster = (
        an_attendance(Status.HERE, digit=1),
        an_attendance(Status.LATE, digit=2),
        an_attendance(Status.HERE, digit=3, out_since=NOW),
        an_attendance(Status.HERE, digit=4, mode=Mode.VIDEO),
        an_attendance(Status.HERE, digit=5, mode=Mode.PHONE),
        an_attendance(Status.EXCUSED, digit=6),
        an_attendance(Status.ABSENT, digit=7),
        an_attendance(digit=8),
    )
    assert heads(roster) == 2


def test_the_headcount_must_be_those_marked_and_those_about_to_be_marked() -> None:
    roster = (an_attendance(Status.HERE, digit=1), an_attendance(digit=2), an_attendance(Status.ABSENT, digit=3))
    assert [seen for seen in range(5) if counts_match(roster, seen)] == [2]


def test_somebody_unknown_on_video_is_not_counted_in_the_room() -> None:
    roster = (an_attendance(digit=1), an_attendance(digit=2, mode=Mode.VIDEO))
    assert counts_match(roster, 1)
    assert not counts_match(roster, 2)


@pytest.mark.parametrize(
    ("seconds", "status"), [(0, Status.HERE), (299, Status.HERE), (300, Status.HERE), (301, Status.LATE)]
)
def test_a_check_in_up_to_five_minutes_after_the_start_is_here(seconds: int, status: Status) -> None:
    assert checked_in_as(MEETS_AT, MEETS_AT + timedelta(seconds=seconds)) is status


def test_of_the_unknown_nobody_knows_whether_they_were_there() -> None:
    assert PRESENT == (Status.HERE, Status.LATE)
    assert [status for status in Status if status.away] == [Status.EXCUSED, Status.ABSENT]
