"""What came of an appointment is asked the week after, and the answer is kept where the question was."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

COLUMNS = "id, session_id, member_id, what, who, due, created_at, done_at, kind"
TABLE = """
CREATE TABLE follow_ups_with_answers (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), member_id TEXT REFERENCES members(id),
    what TEXT NOT NULL, who TEXT NOT NULL DEFAULT '', due TEXT, created_at TEXT NOT NULL, done_at TEXT,
    kind TEXT CHECK (kind IN ('came-up', 'appointment')),
    came_of TEXT NOT NULL DEFAULT '', asked_in TEXT REFERENCES sessions(id))
"""
INDEXES = (
    "CREATE INDEX follow_ups_open ON follow_ups(session_id) WHERE done_at IS NULL",
    "CREATE INDEX follow_ups_session ON follow_ups(session_id)",
    "CREATE INDEX follow_ups_asked ON follow_ups(asked_in) WHERE asked_in IS NOT NULL",
)


@STEPS(name="0014-appointment")
def appointment(db: sqlite_utils.Database) -> None:
    """A list of values cannot be made longer where it stands: the same rows in a table that has one more.

    Its triggers go with the old table; all are made anew after the last step.
    """
    db.execute(TABLE)
    db.execute(f"INSERT INTO follow_ups_with_answers ({COLUMNS}) SELECT {COLUMNS} FROM follow_ups ORDER BY rowid")
    db.execute("DROP TABLE follow_ups")
    db.execute("ALTER TABLE follow_ups_with_answers RENAME TO follow_ups")
    for statement in INDEXES:
        db.execute(statement)
