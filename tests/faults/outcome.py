"""How one try of a fault ended: what had been confirmed, and what of it was not there afterwards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """``ended`` is one of a few words, so that tries can be counted; ``confirmed`` and ``lost`` are marks."""

    ended: str
    confirmed: int
    lost: int = 0
