"""Where the console was, and what was being typed: kept at once, outside the journal.

A draft is what stands in a text field before leaving it; a restore point is the page of a running session. Neither is
an action: leaving the field, moving on and ending are.
"""

from __future__ import annotations

from dataclasses import dataclass

from agenda.instant import to_text
from agenda.record.connection import Record


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """The page on the wall: ``place`` names a phase or a page outside the phases, ``page`` counts from 0."""

    place: str
    page: int


def save_draft(record: Record, key: str, text: str) -> None:
    """Keep what is being typed under the key of its field."""
    record.refuse_if_read_only()
    with record.db.atomic():
        record.db.execute(
            "INSERT INTO drafts (key, text, saved_at) VALUES (?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
            [key, text, to_text(record.clock.now())],
        )


def draft(record: Record, key: str) -> str | None:
    """What was being typed in a field when it was last seen, or none."""
    row = record.row("SELECT text FROM drafts WHERE key = ?", key)
    return None if row is None else str(row["text"])


def drop_draft(record: Record, key: str) -> None:
    """The field was left: its text is in the record."""
    record.refuse_if_read_only()
    with record.db.atomic():
        record.db.execute("DELETE FROM drafts WHERE key = ?", [key])


def save_place(record: Record, session_id: str, point: RestorePoint) -> None:
    """Remember the page, so that a console started again shows it."""
    record.refuse_if_read_only()
    with record.db.atomic():
        record.db.execute(
            "INSERT INTO restore_points (session_id, place, page) VALUES (?, ?, ?) "
            "ON CONFLICT (session_id) DO UPDATE SET place = excluded.place, page = excluded.page",
            [session_id, point.place, point.page],
        )


def place(record: Record, session_id: str) -> RestorePoint | None:
    """The page remembered, or none."""
    row = record.row("SELECT place, page FROM restore_points WHERE session_id = ?", session_id)
    return None if row is None else RestorePoint(row["place"], row["page"])
