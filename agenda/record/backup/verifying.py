"""Looking at the whole of a record or of a backup, one part after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils

from agenda.error import N_, AgendaError, RecordBusy, Refused
from agenda.notes.note import Note
from agenda.record.backup.check import OF_A_RECORD, Part, checked
from agenda.record.backup.container import Progress, unpack
from agenda.record.backup.copying import copy_record, open_copy
from agenda.record.connection import Record, connect
from agenda.record.keys.key_file import unlock
from agenda.record.lock import WriterLock, lock_path
from agenda.record.migrations import NAMES, STEPS
from agenda.record.schema import refuse_a_newer_one

_REVIEWED = "SELECT DISTINCT session_id FROM notes WHERE reviewed_hash IS NOT NULL ORDER BY session_id"
_HASHES = "SELECT count(*) AS count FROM notes WHERE reviewed_hash IS NOT NULL"
_NO_HASHES = """
SELECT count(*) AS count FROM notes WHERE (reviewed_hash IS NULL) <> (reviewed_at IS NULL)
OR (reviewed_hash IS NOT NULL AND (length(reviewed_hash) <> 64 OR reviewed_hash GLOB '*[^0-9a-f]*'))
"""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at, what is wrong with it (nothing, if empty), and for notes how many hold and have lapsed."""

    part: Part
    problem: str = ""
    holding: int = 0
    lapsed: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """A record that nobody will write, and what was found on the way to it."""

    db: sqlite_utils.Database
    before: tuple[Part, ...]


@contextmanager
def opened_record(path: Path, secret: str) -> Iterator[Opened]:
    """The record at this place, beside any console; its key file is proved by opening it."""
    unlocked = unlock(path, secret)
    with (
        closing(connect(path, unlocked.raw_key, read_only=True)) as db,
        _in_nobodys_way(db, path, unlocked.raw_key) as looked_at,
    ):
        _refuse_a_newer_one(looked_at)
        yield Opened(looked_at, (Part.KEYS,))


@contextmanager
def _in_nobodys_way(db: sqlite_utils.Database, path: Path, raw_key: bytes) -> Iterator[sqlite_utils.Database]:
    """A copy where a console writes: while somebody looks at all pages of the file itself, no mark could be written.

    A page that cannot be proved leaves a hole in the copy, which is found there.
    """
    if not _has_a_writer(path):
        yield db
        return
    with TemporaryDirectory(prefix="facilitator-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "record"
        copy.touch(mode=0o600)
        copy_record(db, raw_key, copy)
        with closing(open_copy(copy, raw_key)) as apart:
            yield apart


def _has_a_writer(path: Path) -> bool:
    if not lock_path(path).exists():  # looking makes no file
        return False
    try:
        with WriterLock(path):
            return False
    except RecordBusy:
        return True
    except Refused:  # on a medium that can only be read nobody writes
        return False


@contextmanager
def opened_backup(path: Path, secret: Callable[[], str]) -> Iterator[Opened]:
    """The record in a backup, unpacked into a private folder that is gone afterwards; still encrypted there.

    ``secret`` is asked once the file itself was found whole.
    """
    with TemporaryDirectory(prefix="facilitator-", ignore_cleanup_errors=True) as folder:
        record = Path(folder) / "record"
        unpack(path, record, Path(folder) / "record.keys")
        unlocked = unlock(record, secret())
        with closing(open_copy(record, unlocked.raw_key)) as db:
            _refuse_a_newer_one(db)
            yield Opened(db, (Part.FILE, Part.KEYS))


def _refuse_a_newer_one(db: sqlite_utils.Database) -> None:
    """What only a newer version understands is not called damaged by this one."""
    with suppress(sqlcipher.DatabaseError):  # damaged there; it is looked at
        refuse_a_newer_one(db)


def look(opened: Opened, progress: Progress | None = None) -> Iterator[Looked]:
    """Each part as it was looked at. After a damaged part the others are looked at all the same."""
    yield from map(Looked, opened.before)
    for part, check in OF_A_RECORD.items():
        yield Looked(part, checked(opened.db, check))
    yield _notes(opened.db, progress)


def _notes(db: sqlite_utils.Database, progress: Progress | None) -> Looked:
    """Every reviewed note is composed again from its facts and its hash compared; the review of some has lapsed."""
    try:
        if tuple(step.name for step in STEPS.applied(db)) != NAMES:
            return Looked(
                Part.NOTES, N_("This record is of an earlier version: its notes are looked at once it is opened.")
            )
        return _hashes(Record(db, read_only=True), progress)
    except (sqlcipher.DatabaseError, AgendaError, LookupError, ValueError, TypeError):
        return Looked(Part.NOTES, N_("A note cannot be composed from the facts of the record."))


def _hashes(record: Record, progress: Progress | None) -> Looked:
    from agenda.record.rows.note import notes

    if _count(record, _NO_HASHES):
        return Looked(Part.NOTES, N_("A note says that it was reviewed, but not what was reviewed."))
    sessions = [row["session_id"] for row in record.rows(_REVIEWED)]
    found: list[Note] = []
    for place, session in enumerate(sessions, 1):
        found += (note for note in notes(record, session) if note.reviewed or note.lapsed)
        if progress is not None:
            progress(place, len(sessions))
    if len(found) != _count(record, _HASHES):
        return Looked(Part.NOTES, N_("A reviewed note is about somebody who was not expected in its session."))
    lapsed = sum(note.lapsed for note in found)
    return Looked(Part.NOTES, "", len(found) - lapsed, lapsed)


def _count(record: Record, question: str) -> int:
    row = record.row(question)
    return 0 if row is None else int(row["count"])
