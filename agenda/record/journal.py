"""Who changed what when: one table for all, filled by triggers made from the schema.

Every trigger copies the one row of ``current_action``. Outside an action that row is missing, ``journal.action`` is
NOT NULL, and the write aborts. Values travel as JSON, so journalled columns hold text, whole numbers or nothing
(a REAL would lose digits, a BLOB cannot be written).
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlite_utils

UNJOURNALLED = frozenset(
    {"journal", "current_action", "lease", "drafts", "restore_points", "_sqlite_migrations", "sqlite_sequence"}
)
"""Tables that only serve the running console, or the journal itself."""

_ACTION_COLUMNS = ("action", "verb", "session", "member", "facilitator", "at", "undoable", "undoes")
_OF_CURRENT = ("id", *_ACTION_COLUMNS[1:])
_EVENTS = {"insert": (False, True), "update": (True, True), "delete": (True, False)}


def journalled_tables(db: sqlite_utils.Database) -> tuple[str, ...]:
    """The tables whose every change is kept, sorted by name."""
    return tuple(sorted(name for name in db.table_names() if name not in UNJOURNALLED))


def columns(db: sqlite_utils.Database, table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return tuple(row[1] for row in db.execute(f'PRAGMA table_info("{table}")').fetchall())


def remake_triggers(db: sqlite_utils.Database) -> None:
    """Drop and recreate every journal trigger from the schema as it stands; call after each migration."""
    with db.atomic():
        for name in _existing(db):
            db.execute(f'DROP TRIGGER "{name}"')
        for table in journalled_tables(db):
            for statement in _triggers(table, columns(db, table)):
                db.execute(statement)


def expected_triggers(db: sqlite_utils.Database) -> dict[str, str]:
    """Every journal trigger the schema asks for as it stands, by name, in the words the database keeps."""
    return {
        statement.split('"')[1]: statement
        for table in journalled_tables(db)
        for statement in _triggers(table, columns(db, table))
    }


def _existing(db: sqlite_utils.Database) -> list[str]:
    question = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal~_%' ESCAPE '~'"
    return [row[0] for row in db.execute(question).fetchall()]


def _triggers(table: str, names: tuple[str, ...]) -> Iterable[str]:
    current = ", ".join(f"(SELECT {column} FROM current_action)" for column in _OF_CURRENT)
    for event, (has_old, has_new) in _EVENTS.items():
        row_id = "NEW.id" if has_new else "OLD.id"
        yield (
            f'CREATE TRIGGER "journal_{table}_{event}" AFTER {event.upper()} ON "{table}" '
            f"{_when_changed(names) if event == 'update' else ''} BEGIN "
            f'INSERT INTO journal ({", ".join(_ACTION_COLUMNS)}, "table", "row", operation, before, after) '
            f"VALUES ({current}, '{table}', {row_id}, '{event}', "
            f"{_as_json('OLD', names) if has_old else 'NULL'}, {_as_json('NEW', names) if has_new else 'NULL'}); END"
        )


def _when_changed(names: Iterable[str]) -> str:
    """Saying again what is so already changes nothing: no row in the journal, nothing to undo."""
    return "WHEN " + " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in names)


def _as_json(side: str, names: Iterable[str]) -> str:
    return "json_object(" + ", ".join(f"'{name}', {side}.\"{name}\"" for name in names) + ")"
