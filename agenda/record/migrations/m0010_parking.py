"""The flip chart has a parking place: what came up and must wait until next time."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS


@STEPS(name="0010-parking")
def parking(db: sqlite_utils.Database) -> None:
    """Lines of before are all of the chart."""
    db.execute("ALTER TABLE flip_chart_lines ADD COLUMN parked INTEGER NOT NULL DEFAULT 0")
