"""Styles of the console's words, by what they mean; ``facilitator.palette`` holds the colours themselves."""

from __future__ import annotations

from facilitator.palette import CONSOLE, INK, PAPER

WORDS, QUIET, GOLD, GREEN, BLUE, RED = (
    CONSOLE.words, CONSOLE.quiet, CONSOLE.gold, CONSOLE.green, CONSOLE.blue, CONSOLE.red
)  # fmt: skip
KEY = NOW = f"bold {GOLD}"
HEADING = f"bold {BLUE}"
STRONG = f"bold {WORDS}"
CODE = f"{INK} on {PAPER}"
"""A drawn code: dark on light, or no telephone reads it."""


def stamp(colour: str) -> str:
    """A word that stands in a bar like a stamp."""
    return f"bold {CONSOLE.ground} on {colour}"
