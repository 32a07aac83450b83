"""A process that writes is killed at any moment: what it had confirmed is there, and nothing is half done."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.killed_writer import killed_in_a_write
from tests.laws import tried


@pytest.mark.slow
def test_what_was_confirmed_is_there(tmp_path: Path) -> None:
    confirmed = 0
    for seed in range(tried(40)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        outcome = killed_in_a_write(random.Random(seed), folder)
        assert outcome.lost == 0, (seed, outcome)
        confirmed += outcome.confirmed
    assert confirmed
