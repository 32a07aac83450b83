"""Whose goal is looked at today: the rules of the line, one by one."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from agenda.rotation import (
    NOT_TODAY,
    TODAY,
    Answer,
    Candidate,
    Pace,
    Why,
    in_order,
    needed_per_session,
    overridden_out,
    proposal,
    rests_after,
)

JOINED = date(2026, 1, 6)
SEED = "group"


def someone(member: str, held: int | None = None, *, joined: int = 0) -> Candidate:
    """A member whose last review was held in this week, and who joined in that one."""
    last_held = None if held is None else datetime(2026, 1, 6, 14, tzinfo=UTC) + timedelta(weeks=held)
    return Candidate(member, JOINED + timedelta(weeks=joined), last_held)


def asked(candidates: list[Candidate], count: int = 2) -> list[str]:
    return [turn.member for turn in proposal(candidates, count, SEED).turns]


def spare(candidates: list[Candidate], count: int = 2) -> str | None:
    found = proposal(candidates, count, SEED).spare
    return None if found is None else found.member


LINE = [someone("ana", 1), someone("bea", 2), someone("cem", 3), someone("dov", 4)]


def test_who_was_never_reviewed_comes_first() -> None:
    assert asked([someone("ana", 1), someone("new", joined=9)], 1) == ["new"]


def test_then_who_has_waited_longest_since_the_last_review_held() -> None:
    assert [one.member for one in in_order(reversed(LINE), SEED)] == ["ana", "bea", "cem", "dov"]


def test_then_who_joined_first() -> None:
    assert asked([someone("late", 1, joined=1), someone("early", 1, joined=0)], 1) == ["early"]


def test_then_a_lot_that_stays_the_same_whatever_order_they_are_named_in() -> None:
    tied = [someone(name) for name in ("ana", "bea", "cem", "dov", "eli")]
    lines = {tuple(one.member for one in in_order(random.sample(tied, 5), SEED)) for _ in range(50)}
    assert len(lines) == 1
    assert {in_order(tied, f"group {number}")[0].member for number in range(50)} == {one.member for one in tied}


def test_each_proposal_says_why() -> None:
    turns = proposal([someone("ana", 1), someone("new"), replace(LINE[3], chosen=True)], 3, SEED).turns
    assert [(turn.member, turn.why) for turn in turns] == [
        ("dov", Why.CHOSEN),
        ("new", Why.NEVER),
        ("ana", Why.LONGEST),
    ]
    assert turns[2].last_held == LINE[0].last_held


def test_the_spare_is_the_next_in_line_and_there_may_be_none() -> None:
    assert (asked(LINE), spare(LINE)) == (["ana", "bea"], "cem")
    assert spare(LINE, 4) is None
    assert proposal([], 2, SEED).turns == ()


@pytest.mark.parametrize("reason", [{"here": False}, {"resting": True}, {"answer": NOT_TODAY}])
def test_who_is_away_rests_or_declines_is_not_asked_and_keeps_their_place(reason: dict[str, bool | str]) -> None:
    today = [replace(LINE[0], **reason), *LINE[1:]]  # type: ignore[arg-type]
    assert (asked(today), spare(today)) == (["bea", "cem"], "dov")
    held = [LINE[0], someone("bea", 5), someone("cem", 5), LINE[3]]
    assert asked(held, 1) == ["ana"]


def test_who_said_today_stays_in_when_somebody_before_them_comes_late() -> None:
    without = [replace(LINE[0], here=False), replace(LINE[1], answer=TODAY), replace(LINE[2], answer=TODAY), LINE[3]]
    assert asked(without) == ["bea", "cem"]
    assert asked([LINE[0], *without[1:]]) == ["bea", "cem"]
    assert spare([LINE[0], *without[1:]]) == "ana"


def test_who_rests_may_say_today_unasked() -> None:
    resting = replace(LINE[3], resting=True)
    assert "dov" not in asked([*LINE[:3], resting], 4)
    assert asked([*LINE[:3], replace(resting, answer=TODAY)]) == ["ana", "dov"]


def test_who_rests_may_be_chosen_by_the_facilitator() -> None:
    chosen = replace(LINE[3], resting=True, chosen=True)
    assert asked([*LINE[:3], chosen]) == ["dov", "ana"]


def test_somebody_chosen_takes_the_place_of_the_last_one_proposed() -> None:
    chosen = [*LINE[:3], replace(LINE[3], chosen=True, answer=TODAY)]
    assert asked(chosen) == ["dov", "ana"]
    assert overridden_out(chosen, 2, SEED) == {"bea"}


def test_who_gave_way_is_the_spare_and_asked_if_another_declines() -> None:
    chosen = [LINE[0], replace(LINE[1], overridden=True), LINE[2], replace(LINE[3], chosen=True, answer=TODAY)]
    assert spare(chosen) == "bea"
    declined = [replace(LINE[0], answer=NOT_TODAY), *chosen[1:]]
    assert asked(declined) == ["dov", "bea"]
    assert overridden_out(declined, 2, SEED) == {"cem"}


def test_nobody_gives_way_who_has_said_today() -> None:
    willing = [replace(LINE[0], answer=TODAY), replace(LINE[1], answer=TODAY), LINE[2]]
    chosen = [*willing, replace(LINE[3], chosen=True, answer=TODAY)]
    assert asked(chosen) == ["dov", "ana", "bea"]
    assert overridden_out(chosen, 2, SEED) == set()


def test_without_a_choice_nobody_gives_way() -> None:
    assert overridden_out(LINE, 2, SEED) == set()


def test_after_an_override_the_others_keep_their_order_and_who_gave_way_is_first_next_time() -> None:
    for number in range(2_000):
        chance = random.Random(number)
        count = chance.randint(1, 3)
        line = [someone(f"m{place}", chance.choice((None, 1, 2, 3))) for place in range(chance.randint(count + 1, 9))]
        before = [one.member for one in in_order(line, SEED)]
        gives_way, chosen = asked(line, count)[-1], chance.choice(before[count:])
        now = [replace(one, chosen=True, answer=TODAY) if one.member == chosen else one for one in line]
        held = asked(now, count)
        assert overridden_out(now, count, SEED) == {gives_way}
        assert chosen in held
        assert gives_way not in held
        after = [someone(one.member, 9) if one.member in held else one for one in line]
        others = [member for member in before if member not in held]
        assert [one.member for one in in_order(after, SEED)][: len(others)] == others
        assert asked(after, count)[0] == gives_way


@pytest.mark.parametrize(
    ("members", "interval", "needed"),
    [(8, 7, 2), (9, 7, 3), (4, 7, 1), (1, 7, 1), (8, 14, 4), (8, 28, 8), (8, 3, 1), (8, 35, 10), (0, 7, 0), (3, 19, 3)],
)
def test_how_many_reviews_everyone_within_28_days_takes(members: int, interval: int, needed: int) -> None:
    assert needed_per_session(members, interval) == needed


def test_a_pace_says_when_the_chosen_number_cannot_do_it() -> None:
    assert Pace(chosen=2, needed=2).is_enough
    assert Pace(chosen=3, needed=2).is_enough
    assert not Pace(chosen=2, needed=3).is_enough


@pytest.mark.parametrize(
    ("answers", "rests"),
    [
        ([], False),
        ([NOT_TODAY], False),
        ([NOT_TODAY, NOT_TODAY], True),
        ([NOT_TODAY, TODAY, NOT_TODAY], False),
        ([TODAY, NOT_TODAY, NOT_TODAY], True),
        ([NOT_TODAY, NOT_TODAY, TODAY], False),
        ([NOT_TODAY, None], False),
    ],
)
def test_two_not_today_in_a_row_are_enough_to_rest(answers: list[Answer | None], rests: bool) -> None:
    assert rests_after(answers) is rests
