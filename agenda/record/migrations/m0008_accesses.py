"""Who opened a member's page, and what left the record."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

TABLE = """
CREATE TABLE accesses (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('member-sheet', 'goal-sheet', 'note', 'export', 'note-files', 'copy')),
    member_id TEXT, session_id TEXT, at TEXT NOT NULL)
"""


@STEPS(name="0008-accesses")
def accesses(db: sqlite_utils.Database) -> None:
    """Member and session are named as the journal names them: having been looked at keeps no ``u`` from anything."""
    db.execute(TABLE)
