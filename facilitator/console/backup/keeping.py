"""Backups of the record that is open: when one is due, and making it beside whatever is on the screen.

Nothing here asks or draws. A made-up record, one that only lies in memory, and a console that only reads have none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from agenda.error import AgendaError
from agenda.record.connection import Record

if TYPE_CHECKING:
    from facilitator.backups.second_place import Standing  # with all about backups: after the first picture of Home


@dataclass(slots=True)
class Backups:
    """What a console knows of the backups of its record. ``standing`` is as it was found last, none before that."""

    record: Record
    practice: bool = False
    standing: Standing | None = None
    problem: AgendaError | None = None
    """What kept the last backup from being made."""
    _as_of: int = 0
    _one_at_a_time: Lock = field(default_factory=Lock)

    @property
    def path(self) -> Path | None:
        """The record that is backed up; none where none is."""
        known = self.record.path is not None and self.record.raw_key is not None
        return self.record.path if known and not self.practice else None

    @property
    def is_due(self) -> bool:
        """Whether something changed at this console since the last backup it made."""
        return self.path is not None and len(self.record.changes) > self._as_of

    def look(self) -> None:
        """Find out how things stand, and send the newest to the second place if that lacks it. Slow: in a thread."""
        from facilitator.backups.second_place import bring_up_to_date

        if self.path is not None:
            with self._one_at_a_time:
                self.standing = bring_up_to_date(self.path)

    def make(self, now: datetime) -> Standing | None:
        """A backup, and how things stand after it. Slow: in a thread.

        Raises:
            AgendaError: if none could be made; it is kept as ``problem`` until one could.
        """
        from agenda.record.backup.making import back_up  # only once one is made
        from facilitator.backups.second_place import bring_up_to_date

        path, key = self.path, self.record.raw_key
        if path is None or key is None:
            return None
        with self._one_at_a_time:
            changes = len(self.record.changes)
            try:
                back_up(path, key, now)
            except AgendaError as problem:
                self.problem = problem
                raise
            self.problem, self._as_of = None, changes
            self.standing = bring_up_to_date(path)
            return self.standing
