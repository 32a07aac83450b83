"""Lessons split over sessions, lessons a group goes without, and the edition it follows."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

TABLES = (
    """CREATE TABLE lesson_parts (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL UNIQUE REFERENCES sessions(id), lesson TEXT NOT NULL,
    pages_from INTEGER NOT NULL CHECK (pages_from > 0), pages_to INTEGER CHECK (pages_to >= pages_from))""",
    """CREATE TABLE lesson_skips (
    id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES groups(id), lesson TEXT NOT NULL, module TEXT NOT NULL,
    title TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, UNIQUE (group_id, lesson))""",
    "ALTER TABLE groups ADD COLUMN edition TEXT NOT NULL DEFAULT ''",
)


@STEPS(name="0003-lessons")
def lessons(db: sqlite_utils.Database) -> None:
    """Which pages of a lesson a session is meant for, what a group skips, and which edition's order it follows."""
    for statement in TABLES:
        db.execute(statement)
