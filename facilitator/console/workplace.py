"""What a console works with, made in one place and handed in: record, clock, curriculum, wall."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agenda.clock import Clock
from agenda.record.connection import Record
from content.error import ContentError, DamagedFile
from content.load import builtin_pack_folder, load_lesson
from content.pack import Pack
from facilitator.console.backup.keeping import Backups
from facilitator.console.projector.broadcast import Broadcast
from facilitator.curriculum import curriculum
from facilitator.language import locale
from facilitator.stage import Publisher, stage_folder

if TYPE_CHECKING:
    from content.lesson import Lesson
    from content.phase import SessionWords


@dataclass(slots=True)
class Workplace:
    """The open record and all that stands around it. ``practice``: the group is made up and may be thrown away."""

    record: Record
    clock: Clock
    pack: Pack
    wall: Broadcast
    practice: bool = False
    backups: Backups = field(init=False)
    _words: SessionWords | None = None

    def __post_init__(self) -> None:
        self.backups = Backups(self.record, self.practice)

    @property
    def words(self) -> SessionWords:
        """The session's own words, read at their first use."""
        if self._words is None:
            from content.words import load_words  # the Markdown parser, which the first picture of Home does not need

            self._words = load_words(self.pack)
        return self._words

    def lesson(self, lesson_id: str) -> Lesson | None:
        """The lesson with this id, or none where the pack no longer has it or its file is damaged."""
        for entry in self.pack.lessons():
            if entry.id == lesson_id:
                try:
                    return load_lesson(entry)
                except ContentError:
                    return None
        return None

    def close(self) -> None:
        """Leave the wall and the record to others."""
        self.wall.close()
        self.record.close()


def the_pack() -> Pack:
    """The curriculum; without lessons, and saying why, where our own pack's file is damaged."""
    try:
        return curriculum()
    except ContentError as error:
        problems = (error.problem,) if isinstance(error, DamagedFile) else ()
        return Pack(builtin_pack_folder(locale()), "", "en", "", "", (), problems)


def make_workplace(record: Record, *, stage: str | None = None, practice: bool = False) -> Workplace:
    """A workplace on this record with the curriculum; ``stage`` names another folder than the usual one."""
    from pathlib import Path

    folder = stage_folder(Path(stage) if stage else None)
    return Workplace(
        record=record,
        clock=record.clock,
        pack=the_pack(),
        wall=Broadcast(Publisher(folder, record.clock.now), record.clock),
        practice=practice,
    )
