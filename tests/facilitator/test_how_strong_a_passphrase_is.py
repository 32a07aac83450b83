"""A passphrase is judged by how long it would stand against guessing, and by nothing else."""

from __future__ import annotations

import pytest

from facilitator.console.door.new_passphrase import passphrase_problems
from facilitator.passphrase_strength import Strength, estimate, words_of


@pytest.mark.parametrize("passphrase", ["", "   ", "password1", "qwertzuiop", "Robin Vale", "12345678"])
def test_what_anybody_would_try_is_refused(passphrase: str) -> None:
    assert estimate(passphrase, ("Robin Vale",)).strength is Strength.GUESSED
    assert passphrase_problems({"passphrase": passphrase, "again": passphrase}, ("Robin Vale",))


@pytest.mark.parametrize("passphrase", ["four calm grey mice", "größe unter dem Tisch", "kfqzxvwpt", "no digit at all"])
def test_no_rule_says_what_it_is_made_of(passphrase: str) -> None:
    assert passphrase_problems({"passphrase": passphrase, "again": f"{passphrase} "}) == {}


def test_two_that_differ_are_told() -> None:
    wrong = passphrase_problems({"passphrase": "four calm grey mice", "again": "four calm grey rice"})
    assert list(wrong) == ["again"]


def test_the_estimate_is_told_in_time_and_never_repeats_what_was_typed() -> None:
    told = {words_of(estimate(one)) for one in ("qwertz", "heron-bakery", "four calm grey mice", "x" * 5000)}
    assert len(told) >= 3
    assert any("Good: guessing it would take longer than anybody lives." in one for one in told)
    assert not any("mice" in one or "heron" in one for one in told)
