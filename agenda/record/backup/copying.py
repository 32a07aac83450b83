"""Copying an open record page by page, under the same key, while others go on writing it.

By the online backup of SQLite: each page is read through the cipher, which proves it, and written through it again. It
needs no right to write the record, waits for no writer and makes none wait longer than a step, whatever the journal
mode. ``VACUUM INTO`` and ``sqlcipher_export`` are refused to a connection that only reads.
"""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils

from agenda.error import N_, Damaged, Refused
from agenda.record.backup.container import Progress
from agenda.record.connection import as_database

PAGES_A_STEP = 256
"""A mebibyte: some 15 ms."""
MOST_BEGINNINGS = 50
"""The copy begins again when somebody writes between two steps; so often, and it is given up."""


def copy_record(source: sqlite_utils.Database, raw_key: bytes, target: Path, progress: Progress | None = None) -> None:
    """Copy all pages into ``target``, which is there, empty and ours alone.

    Raises:
        Refused: if there is no room, or the record is written to all the time.
        Damaged: if a page of the record cannot be read.
    """
    beginnings, last = 0, -1

    def told(_status: int, remaining: int, total: int) -> None:
        nonlocal beginnings, last
        done = total - remaining
        beginnings += done <= last
        last = done
        if beginnings > MOST_BEGINNINGS:
            raise Refused(
                N_("The record is being written to all the time, so no backup could be made."),
                N_("Try again in a minute."),
            )
        if progress is not None:
            progress(done, total)

    into = None
    try:
        into = sqlcipher.connect(f"{target.absolute().as_uri()}?mode=rw", isolation_level=None, uri=True)
        _unlock(into, raw_key)
        into.execute("PRAGMA journal_mode = OFF")  # what is half done is thrown away, and synced once it is whole
        into.execute("PRAGMA synchronous = OFF")
        source.conn.backup(into, pages=PAGES_A_STEP, progress=told, sleep=0.05)
    except sqlcipher.DatabaseError as error:
        raise _refused(str(error)) from None
    finally:
        if into is not None:
            into.close()


def open_copy(path: Path, raw_key: bytes) -> sqlite_utils.Database:
    """A copy that nobody writes, to look at: no file appears beside it and no bit of it changes."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlcipher.connect(address, isolation_level=None, uri=True)
    _unlock(connection, raw_key)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    return as_database(connection)


def _unlock(connection: sqlcipher.Connection, raw_key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # what is wrong is said in words of ours
    connection.execute(f"PRAGMA key = \"x'{raw_key.hex()}'\"")


def no_room() -> Refused:
    return Refused(N_("There is no room for a backup."), N_("Make room on the disk, or choose another place."))


def _refused(said: str) -> Refused | Damaged:
    """The library tells kinds of failure apart by its sentence alone."""
    if "full" in said:
        return no_room()
    if "I/O" in said or "unable to open" in said or "readonly" in said:
        return Refused(N_("The backup cannot be written."), N_("Choose a folder of your own with room for it."))
    if "locked" in said:
        return Refused(N_("The record is in use just now, so no backup could be made."), N_("Try again in a minute."))
    return Damaged(
        N_("The record has a damaged page, so no backup could be made of it."),
        N_("Keep its files as they are, and restore the newest backup to another place."),
    )
