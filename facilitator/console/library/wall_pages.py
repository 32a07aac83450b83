"""The wall pages of a lesson, one at a time, exactly as the smallest wall will show them."""

from __future__ import annotations

from rich.console import Group
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.getters import query_one
from textual.widgets import Static

from agenda.public import Dots, PublicState
from agenda.publish import publish
from agenda.session import PhaseKey, PlannedPhase
from content.lesson import Lesson
from facilitator.console.hour.pages import LedPage, PageSource, pages_of
from facilitator.console.library.lesson_text import hanging
from facilitator.console.parts.colour import QUIET
from facilitator.console.workplace import Workplace
from facilitator.language import _
from facilitator.wall.sheet import Sheet


class WallPages(Vertical):
    """The wall's own sheet, and below it what the facilitator says or asks while the page is up."""

    sheet = query_one(Sheet)
    words = query_one("#wall-words", Static)

    def __init__(self, workplace: Workplace, zone: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._workplace, self._zone = workplace, zone
        self._pages: tuple[LedPage, ...] = ()
        self._place = 0

    def compose(self) -> ComposeResult:
        yield Sheet(id="wall-sheet")
        with VerticalScroll(can_focus=False):
            yield Static(id="wall-words", markup=False)

    def show(self, lesson: Lesson) -> None:
        """The pages of a lesson, beginning with its title page."""
        self._pages, self._place = lesson_pages(self._workplace, lesson), 0
        self._redraw()

    def turn(self, by: int) -> None:
        """Another page, as far as there are any."""
        self._place = max(0, min(self._place + by, len(self._pages) - 1))
        self._redraw()

    def _redraw(self) -> None:
        if not self._pages:
            return
        now = self._workplace.clock.now()
        page = self._pages[self._place]
        self.sheet.show(self._state(page), now)
        position = _("page {page} of {pages}").format(page=self._place + 1, pages=len(self._pages))
        self.words.update(Group(Text(position, QUIET), hanging(("·", Text(line)) for line in page.ask)))

    def _state(self, page: LedPage) -> PublicState:
        return publish(
            revision=0,
            now=self._workplace.clock.now(),
            zone=self._zone,
            locale=self._workplace.pack.language,
            scene=page.scene,
            page=page.public,
            dots=Dots(self._place + 1, len(self._pages)),
            curtain=False,
        )


def lesson_pages(workplace: Workplace, lesson: Lesson) -> tuple[LedPage, ...]:
    """What the lesson's phase puts on the wall in a usual session."""
    source = PageSource(workplace.words.for_kind("usual"), lesson, lesson.entry.title, (), ())
    return pages_of(PlannedPhase("", PhaseKey.LESSON, lesson.entry.minutes), source)
