"""Commands read beside any console; that something was taken out is written down where nobody else has the record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from agenda.access import Access
from agenda.error import AgendaError
from agenda.record.connection import Record
from agenda.record.keys.key_file import Unlocked, unlock
from agenda.record.opening import open_with_key
from agenda.record.rows.access import written_down


@dataclass(frozen=True, slots=True)
class Reading:
    """A record open to read only, and the key by which one line can be added to its journal."""

    record: Record
    path: Path
    unlocked: Unlocked

    def write_down(self, kind: Access, *, member: str | None = None, session: str | None = None) -> bool:
        """Keep that this was asked for; whether it was kept. Not while another console writes, nor on a medium that
        only reads: then nothing is touched.
        """
        try:
            writing = open_with_key(self.path, self.unlocked, clock=self.record.clock)
        except (AgendaError, OSError, sqlcipher.DatabaseError):
            return False
        try:
            return written_down(writing, kind, member=member, session=session)
        finally:
            writing.close()


@contextmanager
def reading(path: Path, secret: str) -> Iterator[Reading]:
    """The record to read. Raises as ``open_record`` does."""
    unlocked = unlock(path, secret)
    record = open_with_key(path, unlocked, read_only=True)
    try:
        yield Reading(record, path, unlocked)
    finally:
        record.close()
