"""Each fault of storage again and again, with what had been confirmed counted before and after."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.storage import TRIES
from tests.laws import tried

OFTEN = tried(40)


@pytest.mark.parametrize("fault", TRIES)
def test_no_try_loses_what_was_confirmed(fault: str, tmp_path: Path) -> None:
    ends: Counter[str] = Counter()
    for seed in range(OFTEN):
        folder = tmp_path / str(seed)
        folder.mkdir()
        outcome = TRIES[fault](random.Random(seed), folder)
        assert outcome.lost == 0, (seed, outcome)
        ends[outcome.ended] += 1
    print(fault, dict(ends))
    assert sum(ends.values()) == OFTEN
