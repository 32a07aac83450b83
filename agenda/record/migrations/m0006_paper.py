"""Paper: what members agreed to, and the title under which the next session stands in a telephone's calendar."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

STATEMENTS = (
    """CREATE TABLE consents (
    id TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES members(id),
    kind TEXT NOT NULL CHECK (kind IN ('supporter')), given_on TEXT NOT NULL, withdrawn_on TEXT)""",
    "CREATE UNIQUE INDEX consents_in_force ON consents(member_id, kind) WHERE withdrawn_on IS NULL",
    "ALTER TABLE groups ADD COLUMN calendar_title TEXT NOT NULL DEFAULT ''",
)


@STEPS(name="0006-paper")
def paper(db: sqlite_utils.Database) -> None:
    """A consent is a row: it can be given, withdrawn and given again."""
    for statement in STATEMENTS:
        db.execute(statement)
