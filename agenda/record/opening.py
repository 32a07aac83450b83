"""Making a record and opening one: file, key file, lock and lease together."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import assert_never

import sqlcipher3.dbapi2 as sqlcipher

from agenda.clock import Clock, SystemClock
from agenda.error import N_, Protected, Refused
from agenda.ids import IdMaker, random_ids
from agenda.instant import from_text, to_text
from agenda.record.backup.plan import refuse_half_restored
from agenda.record.connection import Record, connect
from agenda.record.fault import HalfWritten, damaged_page
from agenda.record.keys.key_file import USUAL_COST as USUAL_COST
from agenda.record.keys.key_file import KdfCost, Unlocked, create_key_file, key_file_path, unlock
from agenda.record.left_over import LeftOver, copied, journal_path, keeps_a_log, left_over, log_path, set_aside
from agenda.record.lock import WriterLock, lock_path
from agenda.record.schema import (
    back_up_before_migration,
    is_up_to_date,
    migrate,
    pending,
    refuse_a_newer_one,
    refuse_what_is_no_record,
)

LOOKED_AT_WHOLE = 30_000
"""Pages (123 MB) up to which all of a record is looked at after a console that did not end as it should."""


@dataclass(frozen=True, slots=True)
class Lease:
    """Who writes a record and since when; shown only after the passphrase."""

    who: str
    since: datetime


def create_record(
    path: Path,
    passphrase: str,
    *,
    name: str,
    credentials: str = "",
    clock: Clock | None = None,
    ids: IdMaker = random_ids,
    cost: KdfCost = USUAL_COST,
) -> tuple[Record, str]:
    """A new record of a first facilitator, open for writing, and the recovery code to print.

    Raises:
        Refused: if anything lies there already or the folder cannot be written; then nothing new is left behind.
    """
    ticking = clock or SystemClock()
    refuse_half_restored(path)
    if path.exists() or path.is_symlink():
        raise Refused(N_("There is a file of this name already."), N_("Choose another name for the new record."))
    with _nothing_half_done() as undo:
        _make_folder(path.parent, undo)
        lock = WriterLock(path)
        lock.acquire()
        undo.callback(_forget, lock_path(path))
        undo.callback(lock.release)
        writer = ids()
        created = create_key_file(path, passphrase, writer, cost=cost)
        undo.callback(_forget, key_file_path(path))
        db = connect(path, created.raw_key, create=True)
        undo.callback(_forget, path)
        undo.callback(_forget, journal_path(path))
        undo.callback(db.close)
        record = Record(db, ticking, ids, facilitator=writer, path=path, lock=lock)
        record.raw_key = created.raw_key
        record.key_file = key_file_path(path).read_bytes()
        with record.atomic():
            migrate(db)
        _add_writer(record, writer, name, credentials)
        _take_lease(record)
    return record, created.recovery_code


def _add_writer(record: Record, writer: str, name: str, credentials: str) -> None:
    from agenda.record.rows import facilitator as facilitators  # once in the life of a record

    facilitators.add(record, name, credentials, facilitator_id=writer)


@contextmanager
def _nothing_half_done() -> Iterator[ExitStack]:
    """Steps that take back what was made so far, and only that; forgotten once all is made."""
    with ExitStack() as undo:
        try:
            yield undo
        except OSError:
            raise Refused(
                N_("The record cannot be made in this folder."), N_("Choose a folder of your own on this computer.")
            ) from None
        undo.pop_all()


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700)
        undo.callback(_forget_folder, place)


def _forget_folder(place: Path) -> None:
    with suppress(OSError):  # somebody put something there meanwhile
        place.rmdir()


def _forget(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)


def open_record(
    path: Path,
    secret: str,
    *,
    clock: Clock | None = None,
    ids: IdMaker = random_ids,
    read_only: bool = False,
) -> Record:
    """An existing record, opened with a passphrase or the recovery code.

    Raises:
        Refused: if there is no record there.
        WrongKey: if no slot opens; nothing was written.
        RecordBusy: if another process writes it and ``read_only`` is not asked.
        Protected: if it cannot be written there and ``read_only`` is not asked.
        Damaged: if record or key file are not what they should be.
    """
    refuse_half_restored(path)
    if not path.is_file():
        raise Refused(
            N_("There is no record at this place."), N_("Check the name, or start Facilitator without --record.")
        )
    return open_with_key(path, unlock(path, secret), clock=clock, ids=ids, read_only=read_only)


def open_with_key(
    path: Path,
    unlocked: Unlocked,
    *,
    clock: Clock | None = None,
    ids: IdMaker = random_ids,
    read_only: bool = False,
) -> Record:
    """The same for a key already derived, so that a busy record can be read without typing again."""
    place, ticking = path.resolve(), clock or SystemClock()
    with ExitStack() as undo:
        record = (
            _for_reading(place, unlocked.raw_key) if read_only else _for_writing(place, unlocked.raw_key, undo, ticking)
        )
        undo.callback(record.db.close)
        record.clock, record.ids, record.facilitator = ticking, ids, unlocked.facilitator
        record.raw_key = unlocked.raw_key
        record.key_file = key_file_path(place).read_bytes()
        if not read_only:
            _take_lease(record)
        undo.pop_all()
    return record


def _for_writing(path: Path, raw_key: bytes, undo: ExitStack, clock: Clock) -> Record:
    """What the last console left is put right first; where it did not end as it should, all pages are looked at."""
    lock = WriterLock(path)
    lock.acquire()
    undo.callback(lock.release)
    if not os.access(path, os.W_OK):
        raise Protected(
            N_("The record is protected against writing here."),
            N_("To write, copy record and key file into a folder of your own and open them there."),
        )
    found = left_over(path, raw_key)
    match found:
        case LeftOver.FOREIGN:
            set_aside(path)
        case LeftOver.LOG:
            _try_the_log(path, raw_key)
        case LeftOver.HALF_AN_ACTION | LeftOver.NOTHING:
            pass
        case _:
            assert_never(found)
    record = Record(connect(path, raw_key), path=path, lock=lock)
    with _closed_if_refused(record):
        _refuse_a_stranger(record)
        if found is not LeftOver.NOTHING or lease(record) is not None:
            look_through(record)
        if not is_up_to_date(record.db):
            back_up_before_migration(record.db, path, raw_key, clock.now())
            with record.atomic():
                migrate(record.db)
    return record


def _refuse_a_stranger(record: Record) -> None:
    if not is_up_to_date(record.db):  # the usual case is known from one look
        refuse_what_is_no_record(record.db)
        refuse_a_newer_one(record.db)


def _for_reading(path: Path, raw_key: bytes) -> Record:
    """Nothing is written, neither into the record nor beside it.

    A console may be writing meanwhile; the database waits for it. Where none is, and the last one left something that
    must be put in before the file is whole, that is done in a private copy; what is not its own is not looked at.
    """
    record = _opened_for_reading(path, raw_key)
    record.read_only = True
    record.is_protected = not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK)
    with _closed_if_refused(record):
        _refuse_a_stranger(record)
        if pending(record.db):
            raise Refused(N_("This record is of an earlier version."), N_("Open it once in the console first."))
    return record


def _opened_for_reading(path: Path, raw_key: bytes) -> Record:
    found = left_over(path, raw_key) if log_path(path).exists() else LeftOver.NOTHING
    if found is LeftOver.NOTHING and not keeps_a_log(path, raw_key):
        try:
            return Record(connect(path, raw_key, read_only=True), path=path)
        except HalfWritten:
            found = left_over(path, raw_key)
    if found in (LeftOver.NOTHING, LeftOver.FOREIGN):
        return Record(connect(path, raw_key, read_only=True, immutable=True), path=path)
    return _copy_put_right(path, raw_key)


def _copy_put_right(path: Path, raw_key: bytes) -> Record:
    scratch = copied(path)
    with ExitStack() as undo:
        undo.callback(scratch.cleanup)
        record = Record(connect(Path(scratch.name) / path.name, raw_key), path=path, scratch=scratch)
        undo.callback(record.db.close)
        look_through(record)
        record.db.conn.execute("PRAGMA query_only = ON")
        undo.pop_all()
    return record


def _try_the_log(path: Path, raw_key: bytes) -> None:
    """The log of an earlier version knows no file: it is put into a copy first, and that must be whole."""
    record = _copy_put_right(path, raw_key)
    try:
        if record.row("PRAGMA foreign_key_check") is not None:
            raise damaged_page()
    finally:
        record.close()


@contextmanager
def _closed_if_refused(record: Record) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        record.db.close()
        if record.scratch is not None:
            record.scratch.cleanup()
        if isinstance(
            error, sqlcipher.Error
        ):  # what looks at tables before the record is known asks the database itself
            raise record.in_words(error, writing=False) from None
        raise


def look_through(record: Record) -> None:
    """Damaged unless every page can be read and the tables hold together.

    Where that would take more than about a second, of the journal only its newest rows: it is as long as all the other
    tables together and is read for undo alone (docs/decisions/0009-whole-at-rest.md).
    """
    if record.rows("PRAGMA page_count")[0]["page_count"] <= LOOKED_AT_WHOLE:
        if record.rows("PRAGMA quick_check(1)") != [{"quick_check": "ok"}]:
            raise damaged_page()
        return
    tables = record.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'journal'")
    for table in tables:
        if record.rows(f"PRAGMA quick_check('{table['name']}')") != [{"quick_check": "ok"}]:
            raise damaged_page()
    record.rows("SELECT * FROM journal ORDER BY rowid DESC LIMIT 2000")


def _take_lease(record: Record) -> None:
    row = record.row("SELECT name FROM facilitators WHERE id = ?", record.facilitator)
    with record.atomic():
        record.write("DELETE FROM lease")
        name = "" if row is None else row["name"]
        record.write("INSERT INTO lease (only, who, since) VALUES (1, ?, ?)", name, to_text(record.clock.now()))


def take_over(record: Record, facilitator: str | None) -> None:
    """Whoever unlocked the console writes from now on, and the lease says so; none leaves it as it is."""
    if facilitator is None or facilitator == record.facilitator:
        return
    record.facilitator = facilitator
    if not record.read_only:
        _take_lease(record)


def lease(record: Record) -> Lease | None:
    """Who has the record open for writing, as far as this record knows."""
    row = record.row("SELECT who, since FROM lease")
    return None if row is None else Lease(row["who"], from_text(row["since"]))
