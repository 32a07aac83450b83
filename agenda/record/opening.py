"""Making a record and opening one: file, key file, lock and lease together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from agenda.clock import Clock, SystemClock
from agenda.error import N_, Refused
from agenda.ids import IdMaker, random_ids
from agenda.instant import from_text, to_text
from agenda.record import facilitator as facilitators
from agenda.record.connection import Record, connect
from agenda.record.key_file import USUAL_COST as USUAL_COST
from agenda.record.key_file import KdfCost, Unlocked, create_key_file, key_file_path, unlock
from agenda.record.lock import WriterLock, lock_path
from agenda.record.schema import back_up_before_migration, migrate, pending


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
    with _nothing_half_done(path):
        lock = WriterLock(path)
        lock.acquire()
        writer = ids()
        created = create_key_file(path, passphrase, writer, cost=cost)
        db = connect(path, created.raw_key, create=True)
        migrate(db)
        record = Record(db, ticking, ids, facilitator=writer, path=path, lock=lock)
        facilitators.add(record, name, credentials, facilitator_id=writer)
        _take_lease(record)
    return record, created.recovery_code


@contextmanager
def _nothing_half_done(path: Path) -> Iterator[None]:
    key_file_was_there = key_file_path(path).exists()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield
    except BaseException as problem:
        made = [path, lock_path(path)] if key_file_was_there else [path, lock_path(path), key_file_path(path)]
        for file in made:
            _forget(file)
        if isinstance(problem, OSError):
            raise Refused(
                N_("The record cannot be made in this folder."), N_("Choose a folder of your own on this computer.")
            ) from None
        raise


def _forget(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return  # the folder was never ours to write: there is nothing of ours in it


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
    if lock is not None:
        lock.acquire()
    try:
        db = connect(path, unlocked.raw_key, read_only=read_only)
        if not read_only:
            back_up_before_migration(db, path, unlocked.raw_key)
            migrate(db)
        elif pending(db):
            raise Refused(N_("This record is of an earlier version."), N_("Open it once in the console first."))
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    record = Record(
        db,
        clock or SystemClock(),
        ids,
        facilitator=unlocked.facilitator,
        read_only=read_only,
        path=path,
        lock=lock,
    )
    if not read_only:
        _take_lease(record)
    return record


def _take_lease(record: Record) -> None:
    row = record.row("SELECT name FROM facilitators WHERE id = ?", record.facilitator)
    with record.db.atomic():
        record.db.execute("DELETE FROM lease")
        values = ["" if row is None else row["name"], to_text(record.clock.now())]
        record.db.execute("INSERT INTO lease (only, who, since) VALUES (1, ?, ?)", values)


def lease(record: Record) -> Lease | None:
    """Who has the record open for writing, as far as this record knows."""
    row = record.row("SELECT who, since FROM lease")
    return None if row is None else Lease(row["who"], from_text(row["since"]))
