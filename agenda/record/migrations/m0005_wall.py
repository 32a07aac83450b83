"""The wall: the flip chart of a session, and whether a group wants to see the hour."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

STATEMENTS = (
    """CREATE TABLE flip_chart_lines (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    page INTEGER NOT NULL CHECK (page >= 1), heading TEXT NOT NULL DEFAULT '', text TEXT NOT NULL)""",
    "CREATE INDEX flip_chart_lines_session ON flip_chart_lines(session_id)",
    "ALTER TABLE groups ADD COLUMN clock INTEGER NOT NULL DEFAULT 1 CHECK (clock IN (0, 1))",
)


@STEPS(name="0005-wall")
def wall(db: sqlite_utils.Database) -> None:
    """What a projector shows beside the lesson."""
    for statement in STATEMENTS:
        db.execute(statement)
