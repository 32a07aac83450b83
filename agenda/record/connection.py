"""Opening the encrypted file, and the handle that everything else is given.

Every fault of storage leaves here in words (``agenda.record.fault``), and whenever no action is being written the file
is whole (``agenda.record.left_over``; docs/decisions/0009-whole-at-rest.md).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils

from agenda.clock import Clock, SystemClock
from agenda.error import N_, Damaged, NotWritten, Protected, Refused
from agenda.ids import IdMaker, random_ids
from agenda.record.fault import fault, parted, unreadable
from agenda.record.keys.store import key_file_path
from agenda.record.left_over import journal_path, number_of, remove_empty_journal
from agenda.record.lock import WriterLock
from agenda.record.on_disk import write_and_sync
from legible import legible

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 2000",
)
_STEP = "step"
"""A savepoint; the innermost of a name is meant, so one name serves all."""


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
    """What opens the file, for a second connection that makes a copy of it."""
    is_protected: bool = False
    """Whether it is read only because the disk, folder or file can only be read."""
    scratch: TemporaryDirectory[str] | None = None
    """The private copy that is read where the file itself ends in half an action."""
    key_file: bytes = field(default=b"", repr=False)
    """The key file as it was at the last look."""
    held: dict[str, str] = field(default_factory=dict, repr=False)
    """What was typed and the disk has not taken yet, by the key of its draft."""
    is_damaged: bool = False
    """Whether a page was met that is not as it was written; the next start looks at all of them."""
    _file: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        self._file = None if self.path is None else _identity(self.path)

    def rows(self, sql: str, *values: object) -> list[dict[str, Any]]:
        """The rows a question gives, as dictionaries; one statement, and no savepoint round it.

        Raises:
            Damaged: if a page is not as it was written, or the disk reports an error.
        """
        try:
            cursor = self.db.conn.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        except sqlcipher.Error as error:
            raise self.in_words(error, writing=False) from None

    def row(self, sql: str, *values: object) -> dict[str, Any] | None:
        """The first row, or none."""
        return next(iter(self.rows(sql, *values)), None)

    def write(self, sql: str, *values: object) -> int:
        """Carry out a statement that writes; how many rows it touched.

        Raises:
            NotWritten: if the disk does not take it; what belongs to it is taken back.
        """
        try:
            return self.db.conn.execute(sql, _kept(values)).rowcount
        except sqlcipher.Error as error:
            raise self.in_words(error, writing=True) from None

    def in_words(self, error: sqlcipher.Error, *, writing: bool) -> Exception:
        """What the database reports, as it is said to people; damage is kept in mind for the end."""
        found = fault(error, writing=writing)
        self.is_damaged |= isinstance(found, Damaged)
        return found

    def insert(self, table: str, row: Mapping[str, object]) -> None:
        """One more row. Table and columns are named by our own code, never by what somebody typed."""
        names = ", ".join(f'"{name}"' for name in row)
        places = ", ".join("?" * len(row))
        self.write(f'INSERT INTO "{table}" ({names}) VALUES ({places})', *row.values())

    def update(self, table: str, row_id: str, values: Mapping[str, object]) -> None:
        """Other values in the row of this id, which must be there."""
        if not values:
            return
        names = ", ".join(f'"{name}" = ?' for name in values)
        if self.write(f'UPDATE "{table}" SET {names} WHERE id = ?', *values.values(), row_id) != 1:
            raise LookupError(f"no such row in {table}")

    def delete(self, table: str, row_id: str) -> None:
        """The row of this id, which must be there, goes."""
        if self.write(f'DELETE FROM "{table}" WHERE id = ?', row_id) != 1:
            raise LookupError(f"no such row in {table}")

    def delete_of_session(self, table: str, session_id: str) -> None:
        """All rows a table has about one session, if any, go."""
        self.write(f'DELETE FROM "{table}" WHERE session_id = ?', session_id)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Several actions, or none of them, become durable together.

        Raises:
            NotWritten: if the disk does not take them, or the file is no longer at its path; nothing is written then.
        """
        try:
            with self._step() if self.db.conn.in_transaction else self._transaction():
                yield
        except BaseException:
            self.changes.append(None)  # what was read meanwhile is not so
            raise

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if not self.is_in_place:
            raise parted()
        held = dict(self.held)
        try:
            self.write("BEGIN")
            self._mark()
            yield
            if not self.db.conn.in_transaction:  # taken back by the database, and somebody went on nevertheless
                raise NotWritten(N_("This was not written."), N_("Do it once more."))
            self.write("COMMIT")
        except BaseException:
            self.held = held
            self._take_back("ROLLBACK")
            raise

    @contextmanager
    def _step(self) -> Iterator[None]:
        self.write(f"SAVEPOINT {_STEP}")
        try:
            yield
        except BaseException:
            self._take_back(f"ROLLBACK TO {_STEP}", f"RELEASE {_STEP}")
            raise
        self.write(f"RELEASE {_STEP}")

    def _take_back(self, *statements: str) -> None:
        """A full disk may have made the database take all back by itself. What fails here is done at the next start."""
        with suppress(sqlcipher.Error):
            for statement in statements:
                if self.db.conn.in_transaction:
                    self.db.conn.execute(statement)

    def _mark(self) -> None:
        """Write the number of the journal into the first page, so that each can be told to belong to the other."""
        if self.path is None or self.read_only:
            return
        self.write("PRAGMA user_version = 0")  # the journal begins with the first write, and has a number from then on
        try:
            number = number_of(journal_path(self.path))
        except (OSError, EOFError):
            raise parted() from None
        self.write(f"PRAGMA user_version = {int.from_bytes(number.to_bytes(4, 'big'), 'big', signed=True)}")

    @property
    def is_in_place(self) -> bool:
        """Whether the open file is still the one at its path, its key file beside it: not moved, replaced, removed."""
        if self.path is None:
            return True
        return _identity(self.path) == self._file and (not self.key_file or key_file_path(self.path).exists())

    def remember_keys(self) -> None:
        """Keep the key file as it is now: passphrases may have been added since the record was opened."""
        if self.path is not None and self.key_file:
            with suppress(OSError):
                self.key_file = key_file_path(self.path).read_bytes()

    def copy_to(self, path: Path) -> None:
        """A whole copy of the open record and its key file, wherever the file itself is by now; at a new place.

        Raises:
            Refused: if there is a file already, or none can be written there.
        """
        keys = key_file_path(path)
        if any(place.exists() or place.is_symlink() for place in (path, keys)):
            raise Refused(N_("There is a file of this name already."), N_("Choose another name for the copy."))
        made: list[Path] = []
        try:
            for place, content in ((keys, self.key_file), (path, b"")):
                write_and_sync(place, content)
                made.append(place)
            self._copy_pages(path)
            _sync(path)
        except BaseException as error:
            for place in made:
                with suppress(OSError):
                    place.unlink()
            if not isinstance(error, OSError | Refused):
                raise
            raise Refused(
                N_("The copy cannot be written there."), N_("Choose another folder, on a disk with room on it.")
            ) from None

    def _copy_pages(self, path: Path) -> None:
        """Through the open connection, which still has the file; also where that one only reads."""
        into, key = None, self.raw_key or b""
        try:
            into = sqlcipher.connect(address(path), isolation_level=None, uri=True)
            into.execute("PRAGMA cipher_log_level = NONE")
            into.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            self.db.conn.backup(into)
        except sqlcipher.Error as error:
            raise self.in_words(error, writing=True) from None
        finally:
            if into is not None:
                into.close()

    def close(self) -> None:
        """Close the file and let others write; what was confirmed is already on disk."""
        try:
            if self.lock is not None and self.lock.is_held and not self.is_damaged:
                with suppress(NotWritten), self.atomic():  # said by then; the next start looks at the record
                    self.write("DELETE FROM lease")
        finally:
            self.db.close()
            if self.lock is not None:
                if self.path is not None and self.lock.is_held:
                    remove_empty_journal(self.path)
                self.lock.release()
            if self.scratch is not None:
                self.scratch.cleanup()

    def refuse_if_read_only(self) -> None:
        """Raise Refused where another console has the right to write, or the disk gives it to nobody."""
        if self.read_only and self.is_protected:
            raise Protected(
                N_("This console only reads: the record is protected against writing here."),
                N_("To write, copy record and key file into a folder of your own and open them there."),
            )
        if self.read_only:
            raise Refused(
                N_("This console only reads: another one has the record."), N_("Make the change at the other console.")
            )


def _kept(values: tuple[object, ...]) -> tuple[object, ...]:
    """The values as a row holds them: whoever writes, no text in it steers a screen that shows it."""
    return tuple(legible(value) if isinstance(value, str) else value for value in values)


def _shown(raw: bytes) -> str:
    return legible(raw.decode("utf-8", "replace"))


def connect(
    path: Path | None, raw_key: bytes, *, read_only: bool = False, create: bool = False, immutable: bool = False
) -> sqlite_utils.Database:
    """A database under this 256-bit key, in memory if no path is given.

    The connection is made here and handed over open: ``sqlite_utils.Database`` given a path would open the file
    without any key. Never ask it to. ``immutable``: nobody writes it, and what lies beside it is not looked at.

    Raises:
        AgendaError: if the file is no record, not one of this key, or cannot be opened.
    """
    if len(raw_key) != 32:
        raise ValueError("the key has 32 bytes")
    if create and path is not None:
        # Made here and not by the database, so that it is ours alone from its first byte.
        write_and_sync(path, b"")
    elif path is not None and _is_empty(path):
        raise unreadable(path, raw_key)  # the database would take it for a new one, whatever the key
    target = ":memory:" if path is None else address(path, read_only=read_only, immutable=immutable)
    connection = None
    try:
        connection = sqlcipher.connect(target, isolation_level=None, uri=path is not None)
        connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to the terminal, under the screen
        connection.execute(f"PRAGMA key = \"x'{raw_key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.text_factory = _shown  # also what an older version kept, or another program wrote
        for pragma in PRAGMAS:
            connection.execute(pragma)
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            _keep_it_whole(connection, in_memory=path is None)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if create and path is not None:
            path.unlink()
        if not isinstance(error, sqlcipher.Error):
            raise
        found = fault(error, writing=False)
        if isinstance(found, Refused) or path is None:
            raise found from None
        raise unreadable(path, raw_key) from None
    return as_database(connection)


def as_database(connection: sqlcipher.Connection) -> sqlite_utils.Database:
    """The open connection in the words of the library.

    Plugins are for the tool of that name: looking for some reads every package there is, and a stranger among them
    would be handed the open record.
    """
    return sqlite_utils.Database(connection, execute_plugins=False)


def address(path: PurePath, *, read_only: bool = False, immutable: bool = False) -> str:
    """The address of a file for the database; a share's server is a part of the path, for an authority is refused."""
    place = path.as_posix()
    if not place.startswith("/"):
        place = f"/{place}"  # C:/...
    mode = "ro" if read_only else "rw"
    return f"file://{quote(os.fsencode(place), safe='/:')}?mode={mode}{'&immutable=1' if immutable else ''}"


def _keep_it_whole(connection: sqlcipher.Connection, *, in_memory: bool) -> None:
    """A journal that is emptied with each action; the log of an earlier version is put in first, and gone."""
    connection.execute("PRAGMA synchronous = FULL")
    [(mode,)] = connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
    if mode != "truncate" and not in_memory:
        raise Refused(
            N_("The record is still being read by an earlier version of Facilitator."),
            N_("Close every window that has it open, then start again."),
        )


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False  # opening it says why


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells one file from another on one computer; none if there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
