"""The fast lane is a look at everything: no room of the code is left to the slow tests alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = sorted(
    {
        module.parent.relative_to(ROOT)
        for package in ("agenda", "content", "facilitator", "legible")
        for module in (ROOT / package).rglob("*.py")
    }
)
NAMED_OTHERWISE = {
    "agenda/record/migrations": "agenda/record/test_migrations.py",
    "facilitator/practice": "facilitator/cli/test_demo.py",
}
"""Rooms without a test folder of their own, and where their tests are."""


@pytest.fixture(scope="module")
def fast_tests() -> list[str]:
    """The files of all tests of the fast lane."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}  # those of this very run
    command = [sys.executable, "-m", "pytest", "-n", "0", "-m", "not slow", "--collect-only", "-q"]
    listed = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=True)
    return sorted({line.partition("::")[0] for line in listed.stdout.splitlines() if "::" in line})


@pytest.mark.slow
def test_every_room_of_the_code_has_tests_in_the_fast_lane(fast_tests: list[str]) -> None:
    without = [
        room.as_posix()
        for room in ROOMS
        if not any(file.startswith(f"tests/{NAMED_OTHERWISE.get(str(room), f'{room}/')}") for file in fast_tests)
    ]
    assert without == []


def test_every_room_has_its_folder_of_tests_or_says_where_they_are() -> None:
    folders = {room.as_posix() for room in ROOMS if (ROOT / "tests" / room).is_dir()}
    assert {room.as_posix() for room in ROOMS} - folders == set(NAMED_OTHERWISE)
    assert all((ROOT / "tests" / place).is_file() for place in NAMED_OTHERWISE.values())
