"""The backups that lie in a folder: which there are, and taking away those that are no longer kept."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from agenda.record.backup.name import Backup, as_backup, unfinished
from agenda.record.backup.thinning import kept

ABANDONED = timedelta(days=1)
"""What is unfinished and older than this, by the newest backup, belongs to nobody any more."""


def backups_in(folder: Path, record: str | None = None) -> tuple[Backup, ...]:
    """The backups in a folder, the newest first; ``record`` leaves out those of others. No folder, no backups."""
    found = (as_backup(path) for path in _files(folder))
    mine = [one for one in found if one is not None and (record is None or record.startswith(one.record))]
    return tuple(sorted(mine, key=lambda one: one.made_at, reverse=True))


def thin(folder: Path, newest: Backup) -> None:
    """Take away what the rule no longer keeps of the same record; ``newest`` was just made and stays in any case."""
    backups = backups_in(folder, newest.record)
    keep = kept(one.made_at for one in backups) | {newest.made_at}
    for one in backups:
        if one.made_at not in keep:
            _take_away(one.path)
    for path in _files(folder):
        left = unfinished(path)
        if left is not None and left.record == newest.record and newest.made_at - left.made_at > ABANDONED:
            _take_away(path)


def _files(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()


def _take_away(path: Path) -> None:
    with suppress(OSError):  # one more than needed harms nobody
        path.unlink()
