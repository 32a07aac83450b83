"""Making a record and opening one: file, key file, lock and lease together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlite_utils

from agenda.clock import Clock, SystemClock
from agenda.error import N_, Refused
from agenda.ids import IdMaker, random_ids
from agenda.instant import from_text, to_text
from agenda.record.connection import Record, connect
from agenda.record.keys.key_file import USUAL_COST as USUAL_COST
from agenda.record.keys.key_file import KdfCost, Unlocked, create_key_file, key_file_path, unlock
from agenda.record.lock import WriterLock, lock_path
from agenda.record.schema import (
    back_up_before_migration,
    is_up_to_date,
    migrate,
    pending,
    refuse_a_newer_one,
    refuse_what_is_no_record,
)


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
        undo.callback(db.close)
        migrate(db)
        record = Record(db, ticking, ids, facilitator=writer, path=path, lock=lock)
        record.raw_key = created.raw_key
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
        Damaged: if record or key file are not what they should be.
    """
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
    lock = None if read_only else WriterLock(path)
    with ExitStack() as undo:
        if lock is not None:
            lock.acquire()
            undo.callback(lock.release)
        db = connect(path, unlocked.raw_key, read_only=read_only)
        undo.callback(db.close)
        _bring_up_to_date(db, path, unlocked.raw_key, read_only)
        ticking = clock or SystemClock()
        record = Record(db, ticking, ids, unlocked.facilitator, read_only=read_only, path=path, lock=lock)
        record.raw_key = unlocked.raw_key
        if not read_only:
            _take_lease(record)
        undo.pop_all()
    return record


def _bring_up_to_date(db: sqlite_utils.Database, path: Path, raw_key: bytes, read_only: bool) -> None:
    if is_up_to_date(db):  # the usual case, known from one look
        return
    refuse_what_is_no_record(db)
    refuse_a_newer_one(db)
    if not read_only:
        back_up_before_migration(db, path, raw_key)
        migrate(db)
    elif pending(db):
        raise Refused(N_("This record is of an earlier version."), N_("Open it once in the console first."))


def _take_lease(record: Record) -> None:
    row = record.row("SELECT name FROM facilitators WHERE id = ?", record.facilitator)
    with record.db.atomic():
        record.db.execute("DELETE FROM lease")
        values = ["" if row is None else row["name"], to_text(record.clock.now())]
        record.db.execute("INSERT INTO lease (only, who, since) VALUES (1, ?, ?)", values)


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
