"""The page of a running session, so that a console started again shows it: kept at once, beside the journal."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.record.connection import Record


@dataclass(frozen=True, slots=True)
class RestorePoint:
    """The page on the wall: ``place`` names a phase or a page outside the phases, ``page`` counts from 0."""

    place: str
    page: int


def save(record: Record, session_id: str, point: RestorePoint) -> None:
    """Remember the page, so that a console started again shows it."""
    record.refuse_if_read_only()
    with record.atomic():
        record.write(
            "INSERT INTO restore_points (session_id, place, page) VALUES (?, ?, ?) "
            "ON CONFLICT (session_id) DO UPDATE SET place = excluded.place, page = excluded.page",
            session_id,
            point.place,
            point.page,
        )


def restore_point(record: Record, session_id: str) -> RestorePoint | None:
    """The page remembered, or none."""
    row = record.row("SELECT place, page FROM restore_points WHERE session_id = ?", session_id)
    return None if row is None else RestorePoint(row["place"], row["page"])
