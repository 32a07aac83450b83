"""What stands in a text field before it is left: kept at once, beside the journal; leaving the field is the action."""

from __future__ import annotations

from agenda.instant import to_text
from agenda.record.connection import Record
from legible import legible


def save(record: Record, key: str, text: str) -> None:
    """Keep what is being typed under the key of its field."""
    record.refuse_if_read_only()
    with record.db.atomic():
        record.db.execute(
            "INSERT INTO drafts (key, text, saved_at) VALUES (?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
            [key, legible(text), to_text(record.clock.now())],
        )


def draft(record: Record, key: str) -> str | None:
    """What was being typed in a field when it was last seen, or none."""
    row = record.row("SELECT text FROM drafts WHERE key = ?", key)
    return None if row is None else str(row["text"])


def drop(record: Record, key: str) -> None:
    """The field was left: its text is in the record."""
    record.refuse_if_read_only()
    with record.db.atomic():
        record.db.execute("DELETE FROM drafts WHERE key = ?", [key])
