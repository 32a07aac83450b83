"""A lesson of which nothing was shown before another was taken up in the hour: it is kept, to be offered next time."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS


@STEPS(name="0011-put-off")
def put_off(db: sqlite_utils.Database) -> None:
    """Sessions of before have put nothing off."""
    db.execute("ALTER TABLE session_lessons ADD COLUMN put_off TEXT")
    db.execute("ALTER TABLE session_lessons ADD COLUMN put_off_from INTEGER")
