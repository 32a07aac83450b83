"""What came of a fault: how often it was tried, and each thing that was not as it must be, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stood:
    """``wrong`` names no person and nobody's words."""

    fault: str
    tries: int
    wrong: tuple[str, ...] = ()
