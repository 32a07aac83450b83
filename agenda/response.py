"""How somebody took part."""

from __future__ import annotations

from enum import StrEnum


class Chip(StrEnum):
    """A way of taking part, in what was seen; never a judgement."""

    LISTENED = "listened"
    SHARED = "shared"
    PRACTISED = "practised"
    HELPED = "helped"
    QUIET = "quiet"
