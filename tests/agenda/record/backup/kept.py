"""A record on the disk that has something in it, and backups of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from agenda.record.backup.making import back_up
from agenda.record.backup.name import Backup
from agenda.record.connection import Record
from agenda.record.opening import create_record, open_record
from agenda.record.rows import note as notes
from agenda.record.rows import session as sessions
from tests.builders import CHEAP, NOON, a_clock, a_session, tables

SECRET = "correct horse"
Tables = dict[str, list[dict[str, object]]]


@dataclass(frozen=True)
class Kept:
    """An open record and the code that opens it as well."""

    record: Record
    path: Path
    code: str

    @property
    def raw_key(self) -> bytes:
        assert self.record.raw_key is not None
        return self.record.raw_key

    def back_up(self, now: datetime = NOON) -> Backup:
        return back_up(self.path, self.raw_key, now)


def a_kept_record(folder: Path, *, members: int = 2) -> Kept:
    """One session held, the notes of it reviewed."""
    path = folder / "record"
    record, code = create_record(path, SECRET, name="Robin", clock=a_clock(), cost=CHEAP)
    room = a_session(record, members=members)
    sessions.end(record, room.session)
    for member in room.members:
        notes.review(record, room.session, member)
    return Kept(record, path, code)


def all_tables(record: Record) -> Tables:
    """Every table row for row, the journal too; not who has it open just now."""
    return tables(record, but=("lease",))


def tables_at(path: Path, secret: str = SECRET) -> Tables:
    record = open_record(path, secret, clock=a_clock())
    try:
        return all_tables(record)
    finally:
        record.close()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())
