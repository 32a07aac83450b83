"""Making a backup: copied, opened and checked, put into one file, read back, and only then given its name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime, timedelta
from errno import EDQUOT, ENOSPC
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils

from agenda.error import N_, AgendaError, Damaged, DamagedBackup, Refused
from agenda.record.backup.check import OF_A_COPY, checked
from agenda.record.backup.container import Manifest, Progress, read_manifest, write_container
from agenda.record.backup.copying import copy_record, no_room, open_copy
from agenda.record.backup.folder import make_room, thin
from agenda.record.backup.name import Backup, as_backup, backup_folder, backup_name
from agenda.record.backup.plan import forget, sync_folder
from agenda.record.connection import connect
from agenda.record.keys.store import key_file_path, read_key_file
from agenda.record.migrations import STEPS

_SECOND = timedelta(seconds=1)
_COPIES = 2
"""Of the record at once, while it is put into its file."""
_CHUNK = 1 << 20


def back_up(
    record: Path,
    raw_key: bytes,
    now: datetime,
    *,
    source: sqlite_utils.Database | None = None,
    progress: Progress | None = None,
) -> Backup:
    """A backup in the folder beside the record, thinned by the rule; where room is short, the oldest make some."""
    folder = backup_folder(record)
    with _said_in_words():
        make_room(folder, read_key_file(key_file_path(record)).record, _COPIES * record.stat().st_size)
    made = make(record, raw_key, folder, now, source=source, progress=progress)
    thin(folder, made)
    return made


def make(
    record: Path,
    raw_key: bytes,
    folder: Path,
    now: datetime,
    *,
    source: sqlite_utils.Database | None = None,
    progress: Progress | None = None,
) -> Backup:
    """A backup of the record and its key file in this folder, as it is now; ``source`` is the record if it is open.

    It may run in any thread and beside the console that writes: it reads by a connection of its own.

    Raises:
        Refused: if it cannot be written; nothing of it is left behind.
        Damaged: if record or key file are not what they should be; then there is no backup of it either.
    """
    keys_path = key_file_path(record)
    key_file = read_key_file(keys_path)
    key_file.verify(raw_key)
    with ExitStack() as stack:
        stack.enter_context(_said_in_words())
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < _COPIES * record.stat().st_size:
            raise no_room()
        part, name = _reserved(folder, now, key_file.record)
        stack.callback(forget, part)
        copy = part.with_suffix(".record")
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        stack.callback(forget, copy)
        if source is None:
            source = connect(record, raw_key, read_only=True)
            stack.callback(source.close)
        copy_record(source, raw_key, copy, progress)
        schema = _refuse_unless_whole(copy, raw_key)
        keys = keys_path.read_bytes()
        write_container(part, Manifest(now, key_file.record, schema), copy, keys)
        if read_manifest(part).record != key_file.record or keys_path.read_bytes() != keys:
            raise Refused(N_("The passphrases were changed meanwhile."), N_("Make the backup again."))
        return _finished(part, folder / name)


def send(backup: Backup, place: Path) -> Backup:
    """The same file in another place as well, read back there; thinned by the rule.

    Raises:
        Refused: if it cannot be written there; nothing of it is left behind.
        Damaged: if it is not there as it was here.
    """
    target = place / backup.path.name
    with ExitStack() as stack:
        stack.enter_context(_said_in_words())
        if not target.exists():
            make_room(place, backup.record, backup.path.stat().st_size)
            part = place / f".{backup.path.name}.part"
            forget(part)  # left by a copy that was cut short
            stack.callback(forget, part)
            handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as into, backup.path.open("rb") as source:
                shutil.copyfileobj(source, into, _CHUNK)
                into.flush()
                os.fsync(into.fileno())
            read_manifest(part)
            _finished(part, target)
    sent = Backup(target, backup.made_at, backup.record)
    thin(place, sent)
    return sent


def _reserved(folder: Path, now: datetime, record_id: str) -> tuple[Path, str]:
    """An empty file under the first name that is free, a second later for each that is taken."""
    moment = now
    while True:
        name = backup_name(moment, record_id)
        part = folder / f".{name}.part"
        if not (folder / name).exists():
            with suppress(FileExistsError):
                os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                return part, name
        moment += _SECOND


def _refuse_unless_whole(copy: Path, raw_key: bytes) -> str:
    """Open the copy and look at all of it; the name of the last step of its schema."""
    db = open_copy(copy, raw_key)
    try:
        for check in OF_A_COPY.values():
            problem = checked(db, check)
            if problem:
                raise Damaged(
                    problem, N_("No backup was made. Keep the files as they are; older backups are untouched.")
                )
        return [step.name for step in STEPS.applied(db)][-1]
    finally:
        db.close()


def _finished(part: Path, target: Path) -> Backup:
    part.replace(target)
    sync_folder(target.parent)
    made = as_backup(target)
    if made is None:
        raise ValueError("not the name of a backup")
    return made


@contextmanager
def _said_in_words() -> Iterator[None]:
    try:
        yield
    except AgendaError:
        raise
    except sqlcipher.DatabaseError:
        raise DamagedBackup(
            N_("The backup could not be checked, so it was thrown away."), N_("Older backups are untouched.")
        ) from None
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
            raise no_room() from None
        raise Refused(
            N_("The backup cannot be written."), N_("Choose a folder of your own with room for it.")
        ) from None
