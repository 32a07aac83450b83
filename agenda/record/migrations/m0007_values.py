"""Values where phrases of the screen were kept: why somebody is excused, what came up, words still to be written."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

COLUMNS = (
    "ALTER TABLE attendance ADD COLUMN excuse TEXT "
    "CHECK (excuse IN ('work', 'appointment', 'unwell', 'family', 'could-not-come', 'holiday'))",
    "ALTER TABLE follow_ups ADD COLUMN kind TEXT CHECK (kind IN ('came-up'))",
)
PHRASE = "own words"
"""What earlier versions wrote, in English, where the words of a homework were left for later."""


@STEPS(name="0007-values")
def values(db: sqlite_utils.Database) -> None:
    """Reasons and phrases of before stay the words they are; only what the program compared with becomes a value.

    The journal says so: it is a change of rows, which nobody can take back.
    """
    for statement in COLUMNS:
        db.execute(statement)
    if db.execute("SELECT 1 FROM homework WHERE what = ? AND option IS NULL LIMIT 1", [PHRASE]).fetchone() is None:
        return
    db.execute(
        "INSERT INTO current_action (only, id, verb, at, undoable) "
        "VALUES (1, '0007-values', 'record.migrate', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 0)"
    )
    db.execute("UPDATE homework SET what = '' WHERE what = ? AND option IS NULL", [PHRASE])
    db.execute("DELETE FROM current_action")
