"""The backups that lie in a folder: which there are, and taking away those that are no longer kept or have no room."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from agenda.record.backup.container import is_whole
from agenda.record.backup.name import Backup, as_backup, unfinished
from agenda.record.backup.thinning import LEAST, fitting, kept

ABANDONED = timedelta(days=1)
"""What is unfinished and older than this, by the newest backup, belongs to nobody any more."""


def backups_in(folder: Path, record: str | None = None) -> tuple[Backup, ...]:
    """The backups in a folder, the newest first; ``record`` leaves out those of others. No folder, no backups."""
    found = (as_backup(path) for path in _files(folder))
    mine = [one for one in found if one is not None and (record is None or record.startswith(one.record))]
    return tuple(sorted(mine, key=lambda one: one.made_at, reverse=True))


def thin(folder: Path, newest: Backup) -> None:
    """Take away what the rule no longer keeps of the same record, and then the oldest, until backups take no more room
    than they leave free; ``newest`` was just made and stays in any case, and beside it one more that is whole."""
    backups = backups_in(folder, newest.record)
    keep = kept(one.made_at for one in backups) | {newest.made_at}
    for one in backups:
        if one.made_at not in keep:
            _take_away(one.path)
    for path in _files(folder):
        left = unfinished(path)
        if left is not None and left.record == newest.record and newest.made_at - left.made_at > ABANDONED:
            _take_away(path)
    _leave_room(folder, newest)


def make_room(folder: Path, record: str, needed: int) -> None:
    """Take away the oldest backups of this record until so many bytes are free, but for two that are whole.

    Where that would not be enough, none is taken away.
    """
    free = _free(folder)
    if free is None or free >= needed:
        return
    backups = backups_in(folder, record)
    stay = _newest_whole(backups, LEAST)
    going = [one for one in reversed(backups) if one not in stay]
    sizes = _sizes(going)
    if free + sum(sizes.values()) < needed:
        return
    for one in going:
        if free >= needed:
            return
        free += sizes.get(one.made_at, 0)
        _take_away(one.path)


def is_tight(folder: Path, record: str | None) -> bool:
    """Whether one more backup like the newest would cost the oldest, for want of room."""
    backups = backups_in(folder, record)
    sizes, free = _sizes(backups), _free(folder)
    if free is None or not sizes:
        return False
    one_more = sizes[max(sizes)]
    return sum(sizes.values()) + one_more > (sum(sizes.values()) + free) // 2


def _leave_room(folder: Path, newest: Backup) -> None:
    backups = backups_in(folder, newest.record)
    sizes, free = _sizes(backups), _free(folder)
    if free is None:
        return
    fits = fitting(sizes, free)
    if len(fits) == len(sizes):
        return
    others = tuple(one for one in backups if one.made_at != newest.made_at)
    stay = {newest.made_at, *(one.made_at for one in _newest_whole(others, LEAST - 1))}
    for one in backups:
        if one.made_at not in fits and one.made_at not in stay:
            _take_away(one.path)


def _newest_whole(backups: Sequence[Backup], number: int) -> tuple[Backup, ...]:
    """So many of these, the newest first, of which no bit is other than it was written."""
    found: list[Backup] = []
    for one in backups:
        if len(found) == number:
            break
        if is_whole(one.path):
            found.append(one)
    return tuple(found)


def _sizes(backups: Sequence[Backup]) -> dict[datetime, int]:
    found = {}
    for one in backups:
        with suppress(OSError):  # gone meanwhile
            found[one.made_at] = one.path.stat().st_size
    return found


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:  # some shares do not say
        return None


def _files(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()


def _take_away(path: Path) -> None:
    with suppress(OSError):  # one more than needed harms nobody
        path.unlink()
