"""Faults of storage told apart: the one place where the database's errors become sentences.

What is no fault of storage (a constraint that does not hold, a statement that is wrong) is ours and goes on as it is.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from agenda.error import N_, AgendaError, Damaged, NotWritten, RecordBusy, Refused
from agenda.record.page import SALT, SIZE, is_genuine

_KIND = 0xFF
"""The low byte of the database's number is the kind; whether the rest says where depends on the build."""
_PLAIN = b"SQLite format 3\x00"
_MESSAGES = {
    "disk is full": sqlite3.SQLITE_FULL,
    "readonly database": sqlite3.SQLITE_READONLY,
    "unable to open": sqlite3.SQLITE_CANTOPEN,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "is locked": sqlite3.SQLITE_BUSY,
    "malformed": sqlite3.SQLITE_CORRUPT,
    "not a database": sqlite3.SQLITE_NOTADB,
}
"""For builds of the database whose errors carry no number."""


def fault(error: Exception, *, writing: bool) -> Exception:
    """The error in words if storage failed, else itself. ``writing``: what was asked would have changed something."""
    match code_of(error) & _KIND:
        case sqlite3.SQLITE_FULL:
            return NotWritten(
                N_("The disk is full. This was not written."),
                N_("Make room on it, then do it once more. What was confirmed before is safe."),
            )
        case sqlite3.SQLITE_READONLY if not writing:  # reading a file that must be put right first is the only way
            return HalfWritten(
                N_("The console that wrote this record ended in the middle of a change."),
                N_("Open the record once in the console: it takes half changes back and keeps what was confirmed."),
            )
        case sqlite3.SQLITE_READONLY:
            return NotWritten(
                N_("The record can only be read here. This was not written."),
                N_("Look whether disk, stick or folder are protected against writing, then do it once more."),
            )
        case sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN if writing:
            return NotWritten(
                N_("Nothing can be written in the record's folder. This was not written."),
                N_("Look who may write there, and whether the disk is still there, then do it once more."),
            )
        case sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return cannot_be_opened()
        case sqlite3.SQLITE_IOERR if writing:
            return NotWritten(
                N_("The disk reported an error. This was not written."),
                N_("Look at the disk or stick, then do it once more. What was confirmed before is safe."),
            )
        case sqlite3.SQLITE_IOERR:
            return Refused(
                N_("The disk reported an error while the record was read."),
                N_("Copy record and key file to another disk and open them there, or restore a backup: {command}."),
                command="facilitator restore",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return RecordBusy(
                N_("Something else uses the record just now. This was not done."), N_("Do it once more in a moment.")
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged_page()
        case _:
            return error


def code_of(error: Exception) -> int:
    """The database's number for an error, 0 if there is none."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return code
    return next((found for part, found in _MESSAGES.items() if part in str(error)), 0)


def parted() -> NotWritten:
    """The open file is no longer the one at its path."""
    return NotWritten(
        N_("The record or its key file was moved, replaced or removed while it is open. Nothing is written."),
        N_("Put it back where it was and do it once more; or save a copy elsewhere (Ctrl+P), close and open the copy."),
    )


class HalfWritten(Refused):
    """The last console ended in half an action, which only somebody who may write can take back."""


def cannot_be_opened() -> Refused:
    return Refused(
        N_("The record cannot be opened."), N_("Look who may read the file, and whether the disk is still there.")
    )


def damaged_page() -> Damaged:
    return Damaged(
        N_("A page of the record is damaged."),
        N_("Leave its files as they are. {verify} says what is whole, {restore} brings back a backup."),
        verify="facilitator verify",
        restore="facilitator restore",
    )


def unreadable(path: Path, raw_key: bytes) -> AgendaError:
    """Why this file does not open under this key: no record, cut short, damaged, or another key's."""
    try:
        with path.open("rb") as file:
            pages = [file.read(SIZE), file.read(SIZE)]
        size = path.stat().st_size
    except OSError:
        return cannot_be_opened()
    salt = pages[0][:SALT]
    if any(is_genuine(page, number, raw_key, salt) for number, page in enumerate(pages, 1) if len(page) == SIZE):
        return damaged_page()
    if size < 2 * SIZE or size % SIZE or salt == _PLAIN:
        return Damaged(
            N_("This file is no record, or only a part of one."),
            N_("Look whether it is the right file; a backup is brought back by {command}."),
            command="facilitator restore",
        )
    return Damaged(
        N_("The record cannot be read with this key file."),
        N_("Record and key file may not belong together. Leave both as they are; a backup holds a pair: {command}."),
        command="facilitator restore",
    )
