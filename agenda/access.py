"""What somebody looked at or took out of the record, as the journal keeps it."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never


class Access(StrEnum):
    """A page about one member that was opened, or words that left the record."""

    MEMBER_SHEET = "member-sheet"
    GOAL_SHEET = "goal-sheet"
    NOTE = "note"
    EXPORT = "export"
    NOTE_FILES = "note-files"
    COPY = "copy"
    PAPER = "paper"

    @property
    def leaves(self) -> bool:
        """Whether something was made that is no longer under the key of the record."""
        match self:
            case Access.MEMBER_SHEET | Access.GOAL_SHEET | Access.NOTE:
                return False
            case Access.EXPORT | Access.NOTE_FILES | Access.COPY | Access.PAPER:
                return True
            case _:
                assert_never(self)
