"""Commands read beside any console; that something was taken out is written down where nobody else has the record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from agenda.access import Access
from agenda.error import AgendaError
from agenda.record.backup.plan import refuse_half_restored
from agenda.record.connection import Record
from agenda.record.keys.key_file import Unlocked, unlock
from agenda.record.left_over import LeftOver, left_over
from agenda.record.opening import lease, open_with_key
from agenda.record.rows.access import written_down


@dataclass(slots=True)
class Reading:
    """A record open to read only, and the key by which one line can be added to its journal."""

    record: Record
    path: Path
    unlocked: Unlocked

    def write_down(self, kind: Access, *, member: str | None = None, session: str | None = None) -> bool:
        """Keep that this was asked for; whether it was kept. The record is another reading of it afterwards.

        Not while another console writes, nor on a medium that only reads, nor where the last console did not end as
        it should: a command that reads puts nothing right. Then nothing is touched.
        """
        if not self._is_at_rest():
            return False
        self.record.close()
        try:
            return self._written_down(kind, member, session)
        finally:
            self.record = open_with_key(self.path, self.unlocked, read_only=True)

    def _is_at_rest(self) -> bool:
        try:
            found = left_over(self.path, self.unlocked.raw_key)
        except (AgendaError, OSError):
            return False
        return found is LeftOver.NOTHING and lease(self.record) is None and not self.record.is_protected

    def _written_down(self, kind: Access, member: str | None, session: str | None) -> bool:
        try:
            writing = open_with_key(self.path, self.unlocked)
        except (AgendaError, OSError, sqlcipher.DatabaseError):
            return False
        try:
            return written_down(writing, kind, member=member, session=session)
        finally:
            writing.close()


@contextmanager
def reading(path: Path, secret: str) -> Iterator[Reading]:
    """The record to read. Raises as ``open_record`` does."""
    refuse_half_restored(path)
    unlocked = unlock(path, secret)
    source = Reading(open_with_key(path, unlocked, read_only=True), path.resolve(), unlocked)
    try:
        yield source
    finally:
        source.record.close()
