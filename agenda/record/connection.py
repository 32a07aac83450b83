"""Opening the encrypted file, and the handle that everything else is given."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils

from agenda.clock import Clock, SystemClock
from agenda.error import N_, Damaged, Refused
from agenda.ids import IdMaker, random_ids
from agenda.record.lock import WriterLock

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 2000",
)


@dataclass(slots=True)
class Record:
    """An open record: its database, the clock and the maker of ids it writes with, and who is writing."""

    db: sqlite_utils.Database
    clock: Clock = field(default_factory=SystemClock)
    ids: IdMaker = random_ids
    facilitator: str | None = None
    read_only: bool = False
    path: Path | None = None
    in_action: bool = False
    changes: list[frozenset[str] | None] = field(default_factory=list)
    """For each action so far, the tables it wrote to; none where that is not known, and anything may have changed."""
    lock: WriterLock | None = None
    raw_key: bytes | None = field(default=None, repr=False)
    """What opens the file, for a second connection that makes a backup of it."""

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """The rows a question gives, as dictionaries; one statement, and no savepoint round it."""
        cursor = self.db.conn.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def row(self, sql: str, *values: object) -> dict[str, Any] | None:
        """The first row, or none."""
        return next(iter(self.rows(sql, *values)), None)

    def insert(self, table: str, row: Mapping[str, object]) -> None:
        """One more row. Table and columns are named by our own code, never by what somebody typed."""
        names = ", ".join(f'"{name}"' for name in row)
        places = ", ".join("?" * len(row))
        self.db.conn.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(row.values()))

    def update(self, table: str, row_id: str, values: Mapping[str, object]) -> None:
        """Other values in the row of this id, which must be there."""
        if not values:
            return
        names = ", ".join(f'"{name}" = ?' for name in values)
        done = self.db.conn.execute(f'UPDATE "{table}" SET {names} WHERE id = ?', (*values.values(), row_id))
        if done.rowcount != 1:
            raise LookupError(f"no such row in {table}")

    def delete(self, table: str, row_id: str) -> None:
        """The row of this id, which must be there, goes."""
        if self.db.conn.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,)).rowcount != 1:
            raise LookupError(f"no such row in {table}")

    def delete_of_session(self, table: str, session_id: str) -> None:
        """All rows a table has about one session, if any, go."""
        self.db.conn.execute(f'DELETE FROM "{table}" WHERE session_id = ?', (session_id,))

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Several actions, or none of them, become durable together."""
        try:
            with self.db.atomic():
                yield
        except BaseException:
            self.changes.append(None)  # what was read meanwhile is not so
            raise

    def close(self) -> None:
        """Close the file and let others write; what was confirmed is already on disk."""
        try:
            if self.lock is not None and self.lock.is_held:
                self.db.execute("DELETE FROM lease")
        finally:
            self.db.close()
            if self.lock is not None:
                self.lock.release()

    def refuse_if_read_only(self) -> None:
        """Raise Refused where another console has the right to write."""
        if self.read_only:
            raise Refused(
                N_("This console only reads: another one has the record."), N_("Make the change at the other console.")
            )


def connect(
    path: Path | None, raw_key: bytes, *, read_only: bool = False, create: bool = False
) -> sqlite_utils.Database:
    """A database under this 256-bit key, in memory if no path is given.

    The connection is made here and handed over open: ``sqlite_utils.Database`` given a path would open the file
    without any key. Never ask it to.

    Raises:
        Damaged: if the file is no record, or not one of this key.
    """
    if len(raw_key) != 32:
        raise ValueError("the key has 32 bytes")
    if create and path is not None:
        # Made here and not by the database, so that it is ours alone from its first byte.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    elif path is not None and path.stat().st_size == 0:
        raise _unreadable()  # the database would take it for a new one, whatever the key
    target = ":memory:" if path is None else f"{path.absolute().as_uri()}?mode=rw"
    connection = None
    try:
        connection = sqlcipher.connect(target, isolation_level=None, uri=path is not None)
        connection.execute(f"PRAGMA key = \"x'{raw_key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in PRAGMAS:
            connection.execute(pragma)
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
    except sqlcipher.DatabaseError:
        if connection is not None:
            connection.close()
        raise _unreadable() from None
    # Plugins are for the tool of that name: looking for some reads every package there is, and a stranger among them
    # would be handed the open record.
    return sqlite_utils.Database(connection, execute_plugins=False)


def _unreadable() -> Damaged:
    return Damaged(
        N_("The record cannot be read with this key file."),
        N_("Keep both files as they are and restore the last backup to another place."),
    )
