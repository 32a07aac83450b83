"""What the keys of the library do that write."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from agenda.error import AgendaError
from agenda.record import undo as undoing
from content.lesson import Lesson
from facilitator.console.group import words as group_words
from facilitator.console.library.choosing import LessonChoice
from facilitator.console.library.shelf import LessonRow, Shelf
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp


class LibraryActions(Screen[None]):
    """Choosing, splitting, repeating, skipping; the screen that shows the lessons is below."""

    choice: LessonChoice
    shown: Shelf
    """The lessons as they were read last."""
    lesson: Lesson | None
    """The highlighted one in full, where its file can be read."""

    def action_choose(self) -> None:
        self._with_row(lambda row: self.choice.choose(row, self.lesson))

    def action_split(self) -> None:
        self._with_row(lambda row: self.choice.split(row, self.lesson))

    def action_repeat(self) -> None:
        last = self.shown.last
        if last is None:
            self.notify(_("This group has had no lesson yet."), markup=False)
            return
        self.highlight(self.shown.place_of(last.entry.id) or 0)
        self._with_row(lambda _row: self.choice.choose(last, self.console.workplace.lesson(last.entry.id)))

    def action_skip(self) -> None:
        self._with_row(self.choice.skip)

    def action_edition(self) -> None:
        self._with_row(lambda _row: self.choice.edition())

    def action_undo(self) -> None:
        self._replay(lambda: group_words.undone(undoing.undo(self.console.workplace.record, None)))

    def action_redo(self) -> None:
        self._replay(lambda: group_words.redone(undoing.redo(self.console.workplace.record, None)))

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def console(self) -> ConsoleApp:
        """The application, with its workplace."""
        return cast("ConsoleApp", self.app)

    @property
    def row(self) -> LessonRow | None:
        """The lesson under the cursor."""
        raise NotImplementedError

    def highlight(self, place: int) -> None:
        """Move the cursor to this row."""
        raise NotImplementedError

    def refresh_shelf(self) -> None:
        """Read the record again; the cursor stays on its lesson."""
        raise NotImplementedError

    def _with_row(self, work: Callable[[LessonRow], object]) -> None:
        if self.console.workplace.record.read_only:
            self.notify(_("This console only reads: another one has the record."), severity="warning", markup=False)
        elif self.row is not None:
            work(self.row)

    def _replay(self, work: Callable[[], str]) -> None:
        try:
            self.notify(work(), markup=False)
        except AgendaError as error:
            self.console.refuse(error)
        self.refresh_shelf()
