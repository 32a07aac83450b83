"""Files that somebody else put into the stage: wrong, huge, links, folders, pipes, another's. Nobody believes them."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from facilitator.stage.reader import read_raw
from tests.faults.forged_stage import (
    a_publisher_on_it,
    a_state,
    forged_before_the_console,
    forged_before_their_eyes,
    forged_stage,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="makes pipes and links")


@pytest.mark.parametrize("seed", range(3))
def test_nobody_crashes_waits_or_believes(seed: int, tmp_path: Path) -> None:
    assert forged_stage(random.Random(seed), tmp_path, 120).wrong == ()


@pytest.mark.parametrize("seed", range(2))
def test_a_console_publishes_or_says_why_not(seed: int, tmp_path: Path) -> None:
    assert a_publisher_on_it(random.Random(seed), tmp_path, 60).wrong == ()


@pytest.mark.slow
def test_wall_and_kiosk_look_on_and_stay(tmp_path: Path) -> None:
    assert forged_before_their_eyes(random.Random(5), tmp_path, 30).wrong == ()


@pytest.mark.slow
@pytest.mark.timeout(200)
def test_a_console_goes_on_with_its_hour(tmp_path: Path) -> None:
    assert forged_before_the_console(random.Random(6), tmp_path, 25).wrong == ()


def test_a_file_of_somebody_elses_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from agenda.public import to_json

    (tmp_path / "state.json").write_bytes(to_json(a_state()))
    assert read_raw(tmp_path) is not None
    monkeypatch.setattr(os, "geteuid", lambda: 54_321)
    assert read_raw(tmp_path) is None
