"""Short codes for checking in at the kiosk without a name on its screen."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

TABLE = """
CREATE TABLE member_codes (
    id TEXT PRIMARY KEY, member_id TEXT NOT NULL UNIQUE REFERENCES members(id),
    group_id TEXT NOT NULL REFERENCES groups(id), code TEXT NOT NULL, made_at TEXT NOT NULL, UNIQUE (group_id, code))
"""


@STEPS(name="0004-kiosk")
def kiosk(db: sqlite_utils.Database) -> None:
    """One code a member, unique in the group."""
    db.execute(TABLE)
