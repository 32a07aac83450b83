"""What a damaged record can still give, row by row, in a new record beside it under the same keys.

A damaged page costs the rows that stand in it and no others. What refers to a row that is lost is kept: nobody can tell
any more what it said, but that it was there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils

from agenda.error import N_, Damaged, Refused
from agenda.record.backup.copying import open_copy
from agenda.record.backup.name import stamp
from agenda.record.backup.plan import belonging, forget, sync_folder
from agenda.record.connection import as_database, connect
from agenda.record.journal import columns
from agenda.record.keys.store import key_file_path
from agenda.record.left_over import remove_empty_journal
from agenda.record.schema import migrate

_STEPS = "_sqlite_migrations"
_AT_ONCE = 500
_LAST_ROW = 1 << 40
"""More rows than any table has; where not even that can be asked, the rest of the table is lost."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """The new record, how many rows it has, and the tables of which some could not be read."""

    record: Path
    rows: int
    incomplete: tuple[str, ...]


def rescue(record: Path, raw_key: bytes, now: datetime) -> Rescued:
    """Put what can be read into a new record; the damaged one is only read.

    Raises:
        Damaged: if not even the list of its tables can be read.
        Refused: if nothing can be written beside it.
    """
    target = _free(record.with_name(f"{record.name}.rescued-{stamp(now)}"))
    try:
        new = connect(target, raw_key, create=True)
        try:
            with closing(new):
                rows, incomplete = _fill(new, record, raw_key)
            remove_empty_journal(target)
            _copy_keys(record, target)
        except BaseException:
            for file in belonging(target):
                forget(file)
            raise
        sync_folder(target.parent)
    except (OSError, sqlcipher.OperationalError):
        raise Refused(
            N_("Nothing can be written beside the record."), N_("Make room on the disk, or copy both files elsewhere.")
        ) from None
    return Rescued(target, rows, incomplete)


def _fill(new: sqlite_utils.Database, record: Path, raw_key: bytes) -> tuple[int, tuple[str, ...]]:
    new.execute("PRAGMA foreign_keys = OFF")
    rows, incomplete = 0, []
    statements = _schema(record, raw_key)
    with new.atomic():
        for kind, name, sql in statements:
            if kind == "table":
                new.execute(sql)
                found, whole = _copy_rows(new, name, record, raw_key)
                rows += found
                if not whole:
                    incomplete.append(name)
        for kind, _name, sql in statements:
            if kind != "table":
                new.execute(sql)
        if _STEPS in incomplete:
            _name_the_version(new)
    return rows, tuple(incomplete)


def _name_the_version(new: sqlite_utils.Database) -> None:
    """Where the list of steps that made the tables is lost, but these are the tables of this very version."""
    with closing(as_database(sqlcipher.connect(":memory:", isolation_level=None))) as ours:
        migrate(ours)
        if _tables(ours) == _tables(new):
            new.execute(f'DELETE FROM "{_STEPS}"')
            for row in ours.execute(f'SELECT * FROM "{_STEPS}"').fetchall():
                new.execute(f'INSERT INTO "{_STEPS}" VALUES ({", ".join("?" * len(row))})', row)


def _tables(db: sqlite_utils.Database) -> dict[str, tuple[str, ...]]:
    return {table: columns(db, table) for table in db.table_names()}


def _schema(record: Path, raw_key: bytes) -> list[tuple[str, str, str]]:
    question = (
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    )
    try:
        with closing(open_copy(record, raw_key)) as db:
            return [(str(kind), str(name), str(sql)) for kind, name, sql in db.conn.execute(question)]
    except sqlcipher.DatabaseError:
        raise Damaged(
            N_("Nothing can be read of this record any more."), N_("Keep its files as they are, and restore a backup.")
        ) from None


def _copy_rows(new: sqlite_utils.Database, table: str, record: Path, raw_key: bytes) -> tuple[int, bool]:
    count, reading = 0, _Reading(table, record, raw_key)
    for row in reading.rows():
        with suppress(sqlcipher.IntegrityError):  # read twice, or half
            new.execute(f'INSERT INTO "{table}" (rowid, {reading.columns}) VALUES ({", ".join("?" * len(row))})', row)
            count += 1
    return count, reading.is_whole


class _Reading:
    """The rows of one table in the order they were written. After a damaged page the connection is a new one: the
    cipher trusts the old one no more."""

    def __init__(self, table: str, record: Path, raw_key: bytes) -> None:
        self.is_whole = True
        self.columns = ""
        self._table, self._record, self._raw_key = table, record, raw_key

    def rows(self) -> Iterator[tuple[object, ...]]:
        place, most = -1, _AT_ONCE
        while place <= _LAST_ROW:
            found = self._after(place, most)
            if found is None and most > 1:  # a damaged page among the next ones: as far as it goes, by smaller steps
                most //= 2
            elif found is None:
                self.is_whole = False
                place, most = self._beyond(place), _AT_ONCE
            elif not found:
                return
            else:
                yield from found
                last = found[-1][0]
                place = last if isinstance(last, int) else _LAST_ROW + 1

    def _beyond(self, place: int) -> int:
        """The last row that cannot be read from here on without a gap, by trying; further than any where none can."""
        step, bad = 1, place
        while self._after(place + step, 1) is None:
            bad = place + step
            step *= 2
            if place + step > _LAST_ROW:
                return _LAST_ROW + 1
        good = place + step
        while good - bad > 1:
            middle = (good + bad) // 2
            good, bad = (good, middle) if self._after(middle, 1) is None else (middle, bad)
        return good

    def _after(self, place: int, most: int) -> list[tuple[object, ...]] | None:
        """The next rows by the number the database gave them; none if a page on the way is damaged."""
        try:
            with closing(open_copy(self._record, self._raw_key)) as db:
                if not self.columns:
                    names = [row[1] for row in db.conn.execute(f'PRAGMA table_info("{self._table}")')]
                    self.columns = ", ".join(f'"{name}"' for name in names)
                question = (
                    f'SELECT rowid, {self.columns} FROM "{self._table}" NOT INDEXED WHERE rowid > ? '
                    "ORDER BY rowid LIMIT ?"
                )
                return list(db.conn.execute(question, (place, most)))
        except sqlcipher.DatabaseError:
            return None


def _copy_keys(record: Path, target: Path) -> None:
    with os.fdopen(os.open(key_file_path(target), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as into:
        into.write(key_file_path(record).read_bytes())
        into.flush()
        os.fsync(into.fileno())


def _free(wanted: Path) -> Path:
    name, number = wanted, 1
    while any(os.path.lexists(file) for file in belonging(name)):
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name
