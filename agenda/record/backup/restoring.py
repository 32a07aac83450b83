"""Putting a backup back: whole, in one place, with nothing overwritten."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from errno import EDQUOT, ENOSPC
from pathlib import Path

from agenda.error import N_, Refused
from agenda.record.backup.container import read_manifest, unpack
from agenda.record.backup.making import sync_folder
from agenda.record.backup.name import stamp
from agenda.record.keys.store import key_file_path, read_key_file
from agenda.record.lock import WriterLock

BESIDE = ("-wal", "-shm", "-journal")
"""Files the database may have left beside a record; they belong to that one and to no other."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The record that was put back, when its backup was made, and where what was there before now lies."""

    record: Path
    made_at: datetime
    set_aside: Path | None


def restore(backup: Path, record: Path, now: datetime) -> Restored:
    """Put record and key file of a backup at this place; what lies there already is set aside, never overwritten.

    No key is needed: every bit of the backup was checked when it was made, and is compared with that.

    Raises:
        Damaged: if the backup is not whole; nothing was touched.
        RecordBusy: if a console has the record that lies there; nothing was touched.
        Refused: if it cannot be written there; what was there is where it was.
    """
    manifest = read_manifest(backup)
    try:
        record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with WriterLock(record), ExitStack() as leave:
            record_beside, keys_beside = _beside(record), _beside(key_file_path(record))
            for file in (record_beside, keys_beside):
                leave.callback(_forget, file)
            if shutil.disk_usage(record.parent).free < backup.stat().st_size:
                raise OSError(ENOSPC, "no room")
            unpack(backup, record_beside, keys_beside)
            read_key_file(keys_beside)
            with ExitStack() as undo:
                aside = _set_aside(record, now, undo)
                os.replace(keys_beside, key_file_path(record))
                undo.callback(_forget, key_file_path(record))
                os.replace(record_beside, record)
                undo.pop_all()
            sync_folder(record.parent)
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
            raise Refused(
                N_("There is no room to restore the backup here."),
                N_("Make room on the disk, or name another place with --to."),
            ) from None
        raise Refused(
            N_("The backup cannot be restored to this place."), N_("Name a folder of your own with --to.")
        ) from None
    return Restored(record, manifest.made_at, aside)


def _set_aside(record: Path, now: datetime, undo: ExitStack) -> Path | None:
    """Rename whatever belongs to the record that is there, all of it to one new name; none if nothing is."""
    belonging = [file for file in _belonging(record) if os.path.lexists(file)]
    if not belonging:
        return None
    aside = _free(record.with_name(f"{record.name}.before-restore-{stamp(now)}"))
    for file in belonging:
        target = aside.with_name(aside.name + file.name.removeprefix(record.name))
        os.rename(file, target)
        undo.callback(os.rename, target, file)
    return aside


def _belonging(record: Path) -> tuple[Path, ...]:
    return (record, key_file_path(record), *(record.with_name(record.name + ending) for ending in BESIDE))


def _free(wanted: Path) -> Path:
    """This name, or the first with a number after it under which nothing lies."""
    name, number = wanted, 1
    while any(os.path.lexists(file) for file in _belonging(name)):
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.{secrets.token_hex(4)}")


def _forget(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
