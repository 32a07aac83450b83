"""A disk that takes nothing: the database's own errors, at whichever write is wanted, with nothing else in between."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import sqlcipher3.dbapi2 as sqlcipher

from agenda.record.connection import Record

WORDS = {
    sqlite3.SQLITE_FULL: "The disk is full.",
    sqlite3.SQLITE_READONLY: "The record can only be read here.",
    sqlite3.SQLITE_CANTOPEN: "Nothing can be written in the record's folder.",
    sqlite3.SQLITE_IOERR: "The disk reported an error.",
    sqlite3.SQLITE_BUSY: "Something else uses the record just now.",
}
"""What a person reads for each fault, by the database's number for it."""
_WRITES = ("INSERT", "UPDATE", "DELETE", "COMMIT")


@dataclass
class Disk:
    """Stands between a record and its database. ``fault`` is the error every write meets after ``spared`` more."""

    connection: Any
    fault: int | None = None
    spared: int = 0
    takes_all_back: bool = False
    """Whether the database has undone the action by itself, as it does on a full disk."""
    met: int = field(default=0)
    """How often the fault was met."""

    def execute(self, sql: str, values: Sequence[object] = ()) -> Any:
        if self.fault is not None and sql.lstrip().startswith(_WRITES):
            if self.spared == 0:
                self._fail(self.fault)
            self.spared -= 1
        return self.connection.execute(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def _fail(self, fault: int) -> None:
        self.met += 1
        if self.takes_all_back and self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        error = sqlcipher.OperationalError("as the database says it, for nobody to read: x.y:1")
        error.sqlite_errorcode = fault
        raise error

    def is_well(self) -> None:
        """There is room again."""
        self.fault = None


@contextmanager
def a_disk(record: Record) -> Iterator[Disk]:
    """The disk under an open record; well until it is told otherwise, and again at the end."""
    disk = Disk(record.db.conn)
    record.db.conn = cast("sqlcipher.Connection", disk)
    try:
        yield disk
    finally:
        record.db.conn = disk.connection
