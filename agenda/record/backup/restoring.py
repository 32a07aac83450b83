"""Putting a backup back: whole, in one place, with nothing overwritten."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from errno import EDQUOT, ENOSPC
from pathlib import Path

from agenda.error import N_, Refused
from agenda.record.backup.container import read_manifest, seal_of, unpack
from agenda.record.backup.name import stamp
from agenda.record.backup.plan import Plan, abandoned, belonging, forget, plan_of
from agenda.record.keys.store import read_key_file
from agenda.record.lock import WriterLock


@dataclass(frozen=True, slots=True)
class Restored:
    """The record that was put back, when its backup was made, and where what was there before now lies."""

    record: Path
    made_at: datetime
    set_aside: Path | None


def restore(backup: Path, record: Path, now: datetime) -> Restored:
    """Put record and key file of a backup at this place; what lies there already is set aside, never overwritten.

    No key is needed: every bit of the backup was checked when it was made, and is compared with that. A restore that
    was cut short at this place is finished first.

    Raises:
        Damaged: if the backup is not whole; nothing was touched.
        RecordBusy: if a console has the record that lies there; nothing was touched.
        Refused: if it cannot be written there; what was there is where it was.
    """
    manifest = read_manifest(backup)
    with _said_in_words():
        record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with WriterLock(record):
            seal = seal_of(backup)
            begun = plan_of(record)
            if begun is not None and begun.carry_out() and begun.seal == seal:
                return Restored(record, begun.made_at, begun.set_aside)
            _clear(record)
            if shutil.disk_usage(record.parent).free < backup.stat().st_size:
                raise OSError(ENOSPC, "no room")
            plan = Plan(record, _aside(record, now), secrets.token_hex(4), manifest.made_at, seal)
            _carry_out(plan, backup)
    return Restored(record, plan.made_at, plan.set_aside)


def finish(record: Path) -> Restored | None:
    """Finish a restore that was cut short at this place; none if there is none.

    Raises:
        RecordBusy: if it is not cut short at all but under way.
        Refused: if a step of it cannot be done; it can be finished later.
        Damaged: if what it left cannot be read.
    """
    if plan_of(record) is None:
        return None
    with _said_in_words(), WriterLock(record):
        plan = plan_of(record)  # whoever had the lock may have finished it
        if plan is None:
            return None
        if not plan.carry_out():
            raise Refused(
                N_("What the restore was about to put there is gone."),
                N_("Restore the backup once more: {command}"),
                command="facilitator restore FILE",
            )
        return Restored(record, plan.made_at, plan.set_aside)


def _carry_out(plan: Plan, backup: Path) -> None:
    """All of it; or, if a step fails, everything as it was before."""
    try:
        unpack(backup, *plan.waiting)
        read_key_file(plan.waiting[1])
        plan.write()
        plan.carry_out()
    except BaseException:
        plan.take_back()  # if this fails as well, the plan and all it needs stay there to be finished
        _clear(plan.record)
        raise


def _clear(record: Path) -> None:
    for file in abandoned(record):
        forget(file)


@contextmanager
def _said_in_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (ENOSPC, EDQUOT):
            raise Refused(
                N_("There is no room to restore the backup here."),
                N_("Make room on the disk, or name another place with --to."),
            ) from None
        raise Refused(
            N_("The backup cannot be restored to this place."), N_("Name a folder of your own with --to.")
        ) from None


def _aside(record: Path, now: datetime) -> Path:
    """The new name for whatever belongs to the record that may be there."""
    wanted = record.with_name(f"{record.name}.before-restore-{stamp(now)}")
    name, number = wanted, 1
    while any(os.path.lexists(file) for file in belonging(name)):
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name
