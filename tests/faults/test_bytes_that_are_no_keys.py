"""Real programs in real terminals are sent bytes that make no sense, and go on as if nothing had been sent."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.odd_input import PROGRAMS, odd_input


@pytest.mark.slow
@pytest.mark.timeout(200)
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.__name__)
def test_none_of_them_ends_or_drives_it(tmp_path: Path, program: Callable[..., object]) -> None:
    assert odd_input(random.Random(7), tmp_path, program).wrong == ()
