"""Waiting in tests: for something to become true, never for a while."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

_BREATH = 0.005


async def until(condition: Callable[[], bool], pilot: Pilot[Any], timeout: float = 30.0, what: str = "") -> None:
    """Let the app run until the condition holds; fail with its text when ``timeout`` seconds have passed."""
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {timeout:g} s: {what or _text(condition)}")
        await pilot.pause()
        await asyncio.sleep(_BREATH)


def _text(condition: Callable[[], bool]) -> str:
    try:
        return " ".join(inspect.getsource(condition).split())
    except (OSError, TypeError):
        return repr(condition)
