"""How one try of a fault ended: what had been confirmed, and what of it was not there afterwards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """``ended`` is one of a few words, so that tries can be counted; ``confirmed`` and ``lost`` are marks."""

    ended: str
    confirmed: int
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """Of faults that harm no mark: how often it was tried, and each thing that was not as it must be.

    ``wrong`` names no person and nobody's words.
    """

    fault: str
    tries: int
    wrong: tuple[str, ...] = ()
