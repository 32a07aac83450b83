"""Who reads large print, and where a group meets: both stand on what members take home."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS


@STEPS(name="0012-paper-for-each")
def paper_for_each(db: sqlite_utils.Database) -> None:
    """Everybody had the usual print, and no group's place was known."""
    db.execute("ALTER TABLE members ADD COLUMN large_print INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE groups ADD COLUMN place TEXT NOT NULL DEFAULT ''")
