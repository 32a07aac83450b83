"""The console's tests look at what a screen says; nobody watches the terminal it would be drawn on."""

from __future__ import annotations

import pytest

from tests.laws import IN_FULL


@pytest.fixture(autouse=True)
def _drawn_when_looked_at(request: pytest.FixtureRequest) -> None:
    """Two fifths of the time of these tests would go into pictures for no one; where all is checked, all is drawn."""
    if not IN_FULL:
        request.getfixturevalue("undrawn")
