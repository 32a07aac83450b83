"""A stage, and servers on it that are gone when the test is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.stage import Publisher
from tests.facilitator.web.server import AServer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "stage"


@pytest.fixture
def publisher(folder: Path) -> Iterator[Publisher]:
    opened = Publisher(folder, lambda: datetime.now(UTC))
    yield opened
    opened.close()


@pytest.fixture
def serve(folder: Path) -> Iterator[Callable[..., AServer]]:
    """Start a server on the stage, with these options."""
    started: list[AServer] = []

    def start(*options: str) -> AServer:
        started.append(AServer(folder, *options))
        return started[-1]

    yield start
    for each in started:
        each.close()


@pytest.fixture
def server(serve: Callable[..., AServer]) -> AServer:
    return serve()
