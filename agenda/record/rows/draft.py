"""What stands in a text field before it is left: kept at once, beside the journal; leaving the field is the action.

Where the disk does not take it, it is held in memory and offered from there, and written once there is room again.
"""

from __future__ import annotations

from contextlib import suppress

from agenda.error import Refused
from agenda.instant import to_text
from agenda.record.connection import Record


def save(record: Record, key: str, text: str) -> None:
    """Keep what is being typed under the key of its field.

    Raises:
        NotWritten: if the disk does not take it; it is held until it does.
    """
    record.refuse_if_read_only()
    record.held[key] = text
    with record.atomic():
        record.write(
            "INSERT INTO drafts (key, text, saved_at) VALUES (?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
            key,
            text,
            to_text(record.clock.now()),
        )
    record.held.pop(key, None)


def hold(record: Record, key: str, text: str) -> None:
    """Have it at hand until it is in the record: what is about to be written may be refused."""
    record.held[key] = text


def save_what_is_held(record: Record) -> None:
    """Try again what the disk did not take."""
    for key, text in tuple(record.held.items()):
        with suppress(Refused):
            save(record, key, text)


def draft(record: Record, key: str) -> str | None:
    """What was being typed in a field when it was last seen, or none."""
    if key in record.held:
        return record.held[key]
    row = record.row("SELECT text FROM drafts WHERE key = ?", key)
    return None if row is None else str(row["text"])


def drop(record: Record, key: str) -> None:
    """The field was left: its text is in the record."""
    record.refuse_if_read_only()
    with record.atomic():
        record.write("DELETE FROM drafts WHERE key = ?", key)
        record.held.pop(key, None)
