"""Homework: a day of their own, what they will do if something gets in the way, and whether that was asked."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

STATEMENTS = (
    "ALTER TABLE homework ADD COLUMN day TEXT",
    "ALTER TABLE homework ADD COLUMN remedy TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE homework ADD COLUMN foreseen INTEGER NOT NULL DEFAULT 0",
)


@STEPS(name="0009-own-day")
def own_day(db: sqlite_utils.Database) -> None:
    """A day is a date, told apart from words about when; homework of before has neither day nor remedy."""
    for statement in STATEMENTS:
        db.execute(statement)
