"""A sheet of paper with what somebody told the group is something that left the record, too."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

COLUMNS = "id, kind, member_id, session_id, at"
TABLE = """
CREATE TABLE accesses_with_paper (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('member-sheet', 'goal-sheet', 'note', 'export', 'note-files', 'copy', 'paper')),
    member_id TEXT, session_id TEXT, at TEXT NOT NULL)
"""


@STEPS(name="0013-private-paper")
def private_paper(db: sqlite_utils.Database) -> None:
    """A list of values cannot be made longer where it stands: the same rows in a table that has one more.

    Its triggers go with the old table; all are made anew after the last step.
    """
    db.execute(TABLE)
    db.execute(f"INSERT INTO accesses_with_paper ({COLUMNS}) SELECT {COLUMNS} FROM accesses ORDER BY rowid")
    db.execute("DROP TABLE accesses")
    db.execute("ALTER TABLE accesses_with_paper RENAME TO accesses")
