"""Bringing a record's schema up to date, an old one saved first."""

from __future__ import annotations

from pathlib import Path

import sqlite_utils

from agenda.error import N_, Damaged
from agenda.record.journal import remake_triggers
from agenda.record.migrations import NAMES, STEPS


def pending(db: sqlite_utils.Database) -> bool:
    """Whether this record was made by an earlier version."""
    return bool(STEPS.pending(db))


def migrate(db: sqlite_utils.Database) -> None:
    """Apply what is missing, all of it or nothing, and remake the journal's triggers."""
    _refuse_a_newer_one(db)
    if not pending(db):
        return
    with db.atomic():
        STEPS.apply(db)
        remake_triggers(db)


def back_up_before_migration(db: sqlite_utils.Database, path: Path, raw_key: bytes) -> Path | None:
    """Copy an old record, still encrypted with the same key, beside itself; none if it is new or up to date."""
    done = [step.name for step in STEPS.applied(db)]
    if not done or not pending(db):
        return None
    copy = path.with_name(f"{path.name}.before-{STEPS.pending(db)[0].name}")
    copy.unlink(missing_ok=True)
    db.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{raw_key.hex()}'\"", [str(copy)])
    db.execute("SELECT sqlcipher_export('copy')")
    db.execute("DETACH DATABASE copy")
    return copy


def _refuse_a_newer_one(db: sqlite_utils.Database) -> None:
    if any(step.name not in NAMES for step in STEPS.applied(db)):
        raise Damaged(
            N_("This record was written by a newer version of Facilitator."), N_("Install that version to open it.")
        )
