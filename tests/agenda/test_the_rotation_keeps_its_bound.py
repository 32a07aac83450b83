"""The rotation law (docs/domain.md 3) on 20,000 random courses, against bookkeeping that does no sorting of its own.

At a desk it is a part of them (tests/laws.py).
"""

from __future__ import annotations

import time
from datetime import date

import pytest

from agenda.rotation import Candidate, proposal
from tests.agenda.rotation_course import Course
from tests.agenda.rotation_watch import RotationWatch
from tests.laws import tried

COURSES, BLOCKS = tried(20_000), 8


@pytest.mark.slow
@pytest.mark.parametrize("block", range(BLOCKS))
def test_nobody_waits_longer_than_the_bound_and_the_order_is_kept(block: int) -> None:
    began, decisions, closest = time.perf_counter(), 0, 0.0
    late, out_of_order, reviews = [], [], 0
    for number in range(block, COURSES, BLOCKS):
        course = Course(number)
        watch = course.play()
        late += [f"course {number}, {line}" for line in watch.late]
        out_of_order += [f"course {number}, {line}" for line in watch.out_of_order]
        decisions, reviews = decisions + course.decisions, reviews + watch.reviews_held
        closest = max(closest, watch.longest_share)
    seconds = time.perf_counter() - began
    print(
        f"{COURSES // BLOCKS} courses, {reviews} reviews, {decisions} proposals: "
        f"{len(late)} waited too long, {len(out_of_order)} out of order; {seconds:.1f} s"
    )
    assert not late
    assert not out_of_order
    assert closest == 1.0  # the bound is reached, so it is about something
    assert reviews > tried(10_000)


def test_the_watch_notices_a_wrong_order() -> None:
    watch = RotationWatch(reviews=1)
    for member in "ab":
        watch.joins(member, date(2026, 1, 1))
    watch.held_in["a"] = 3
    watch.check_order(4, ["a"], ["b"])
    assert watch.out_of_order == ["session 4: a before b"]


def test_the_watch_notices_a_lot_that_changes() -> None:
    watch = RotationWatch(reviews=1)
    for member in "ab":
        watch.joins(member, date(2026, 1, 1))
    watch.check_order(1, ["a"], ["b"])
    watch.check_order(2, ["b"], ["a"])
    assert watch.out_of_order == ["session 2: b before a"]


def test_the_watch_notices_somebody_who_waits_too_long() -> None:
    watch = RotationWatch(reviews=1)
    for member in "ab":
        watch.joins(member, date(2026, 1, 1))
    for number in (1, 2):
        watch.session_held(number, "ab", "ab", ["a"])
    assert watch.late == ["session 2: b waits 2 of 2"]


def test_a_rotation_that_forgets_reviews_breaks_the_bound() -> None:
    """With the product's own proposal, fed wrongly: the watch is not blind to what the record might get wrong."""
    watch = RotationWatch(reviews=1)
    for member in "abc":
        watch.joins(member, date(2026, 1, 1))
    for number in range(4):
        forgetful = [Candidate(member, date(2026, 1, 1), last_held=None) for member in "abc"]
        turns = [turn.member for turn in proposal(forgetful, 1, "seed").turns]
        watch.session_held(number, "abc", "abc", turns)
    assert watch.late
