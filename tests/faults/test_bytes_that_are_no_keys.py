"""Real programs in real terminals are sent bytes that make no sense, and go on as if nothing had been sent."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.record.opening import create_record
from tests.builders import CHEAP
from tests.faults.odd_input import PROGRAMS, odd_input
from tests.terminal import FACILITATOR, a_terminal


@pytest.mark.slow
@pytest.mark.timeout(200)
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.__name__)
def test_none_of_them_ends_or_drives_it(tmp_path: Path, program: Callable[..., object]) -> None:
    assert odd_input(random.Random(7), tmp_path, program).wrong == ()


def test_a_command_that_asks_for_the_passphrase_says_what_is_wrong(tmp_path: Path) -> None:
    create_record(tmp_path / "record", "four calm mice", name="Robin", cost=CHEAP)[0].close()
    env = {"FACILITATOR_PASSPHRASE": None}
    with a_terminal(*FACILITATOR, "notes", "list", "--record", str(tmp_path / "record"), env=env) as terminal:
        terminal.shows("Passphrase")
        terminal.send(b"caf\xe9\xff\r")
        terminal.shows("other bytes than UTF-8", "Set the terminal to UTF-8")
        assert terminal.ends() == 1
        assert b"Traceback" not in terminal.sent
