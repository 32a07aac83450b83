"""Bringing a record's schema up to date, an old one saved first."""

from __future__ import annotations

import os
from pathlib import Path

import sqlite_utils

from agenda.error import N_, Damaged
from agenda.record.journal import remake_triggers
from agenda.record.migrations import NAMES, STEPS


def pending(db: sqlite_utils.Database) -> bool:
    """Whether this record was made by an earlier version."""
    return bool(STEPS.pending(db))


def is_up_to_date(db: sqlite_utils.Database) -> bool:
    """Whether this is a record of this very version, which can be opened as it is."""
    return {step.name for step in STEPS.applied(db)} == set(NAMES)


def migrate(db: sqlite_utils.Database) -> None:
    """Apply what is missing, all of it or nothing, and remake the journal's triggers."""
    refuse_a_newer_one(db)
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
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    db.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{raw_key.hex()}'\"", [str(copy)])
    try:
        db.execute("SELECT sqlcipher_export('copy')")
    finally:
        db.execute("DETACH DATABASE copy")
    return copy


def refuse_what_is_no_record(db: sqlite_utils.Database) -> None:
    """An empty file opens under any key; it must not pass for a record that has nothing in it."""
    if not STEPS.applied(db):
        raise Damaged(N_("This file holds no record."), N_("Restore the last backup to another place."))


def refuse_a_newer_one(db: sqlite_utils.Database) -> None:
    """A newer version may keep what this one would not understand, or harm."""
    if any(step.name not in NAMES for step in STEPS.applied(db)):
        raise Damaged(
            N_("This record was written by a newer version of Facilitator."), N_("Install that version to open it.")
        )
