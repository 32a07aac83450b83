"""Instants as text: UTC, to the millisecond, sorting as they happened."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """As in ``2026-11-21T14:00:00.000Z``; the moment must be aware."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_text(text: str) -> datetime:
    """The aware moment written by ``to_text``."""
    return datetime.fromisoformat(text).astimezone(UTC)


def maybe_from_text(text: str | None) -> datetime | None:
    """The same, or nothing for nothing."""
    return None if text is None else from_text(text)


def maybe_to_text(moment: datetime | None) -> str | None:
    """The same, or nothing for nothing."""
    return None if moment is None else to_text(moment)
