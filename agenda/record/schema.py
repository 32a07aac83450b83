"""Bringing a record's schema up to date, an old one saved first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import sqlite_utils

from agenda.error import N_, Damaged, TooNew
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


def back_up_before_migration(db: sqlite_utils.Database, path: Path, raw_key: bytes, now: datetime) -> Path | None:
    """Back an old record up, checked, beside itself; none if it is new or up to date."""
    if not STEPS.applied(db) or not pending(db):
        return None
    from agenda.record.backup.making import back_up  # once in the life of a version

    return back_up(path, raw_key, now, source=db).path


def refuse_what_is_no_record(db: sqlite_utils.Database) -> None:
    """An empty file opens under any key; it must not pass for a record that has nothing in it."""
    if not STEPS.applied(db):
        raise Damaged(N_("This file holds no record."), N_("Restore the last backup to another place."))


def refuse_a_newer_one(db: sqlite_utils.Database) -> None:
    """A newer version may keep what this one would not understand, or harm."""
    if any(step.name not in NAMES for step in STEPS.applied(db)):
        raise TooNew(
            N_("This record was written by a newer version of Facilitator."), N_("Install that version to open it.")
        )
