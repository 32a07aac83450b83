"""What backups are called: when they were made and of which record, and nothing that anybody typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ENDING = ".facilitator-backup"
FOLDER_ENDING = ".backups"
_STAMP = "%Y%m%dT%H%M%SZ"
_LETTERS = 8
_NAME = re.compile(rf"(\d{{8}}T\d{{6}}Z)-([0-9a-f]{{{_LETTERS}}}){re.escape(ENDING)}")
_UNFINISHED = re.compile(rf"\.(\d{{8}}T\d{{6}}Z-[0-9a-f]{{{_LETTERS}}}{re.escape(ENDING)})\.(?:part|record)")


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup: its file, when it was made, and the random name of the record it is of."""

    path: Path
    made_at: datetime
    record: str


def backup_folder(record: Path) -> Path:
    """Where the backups of a record lie if nothing else is said: beside it, its name with ``.backups`` added."""
    return record.with_name(record.name + FOLDER_ENDING)


def stamp(moment: datetime) -> str:
    """An instant in the name of a file: UTC to the second, sorting as it happened."""
    return moment.astimezone(UTC).strftime(_STAMP)


def backup_name(moment: datetime, record_id: str) -> str:
    """The name of a backup made at this moment. ``record_id`` is the random name in the record's key file."""
    return f"{stamp(moment)}-{record_id[:_LETTERS]}{ENDING}"


def as_backup(path: Path) -> Backup | None:
    """What the name of a file says, if it is the name of a finished backup."""
    found = _NAME.fullmatch(path.name)
    moment = None if found is None else _moment(found[1])
    return None if found is None or moment is None else Backup(path, moment, found[2])


def unfinished(path: Path) -> Backup | None:
    """The same for what a backup that was killed has left behind."""
    found = _UNFINISHED.fullmatch(path.name)
    meant = None if found is None else as_backup(path.with_name(found[1]))
    return None if meant is None else Backup(path, meant.made_at, meant.record)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
