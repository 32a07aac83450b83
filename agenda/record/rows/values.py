"""Domain values in questions to the database: a question lists them, it does not spell them a second time."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


def one_of(values: Iterable[StrEnum]) -> str:
    """What stands after ``IN``: these values and no others."""
    return "(" + ", ".join(f"'{value.value}'" for value in values) + ")"
