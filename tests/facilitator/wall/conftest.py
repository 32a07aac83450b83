"""A stage for every test of the wall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.facilitator.wall.states import AStage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[AStage]:
    opened = AStage(tmp_path / "stage")
    yield opened
    opened.publisher.close()
