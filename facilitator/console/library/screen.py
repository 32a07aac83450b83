"""The library: every lesson as it will appear, what the group had of it, and which one comes next."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.record import undo as undoing
from agenda.record.rows import group as groups
from content.lesson import Lesson
from facilitator.console.library import lesson_text as lesson_parts
from facilitator.console.library import words as library_words
from facilitator.console.library.choosing import LessonChoice
from facilitator.console.library.keys import FOOTER, LIBRARY_KEYS, PARTS
from facilitator.console.library.part_tabs import PartTabs
from facilitator.console.library.shelf import LessonRow, Shelf, shelf
from facilitator.console.library.wall_pages import WallPages
from facilitator.console.parts.change_words import redone, undone
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.console.parts.wording import part_words
from facilitator.language import _

WALL = PARTS.index("wall")
WIDE = 100


class LibraryScreen(ConsoleScreen[None]):
    """Lessons on the left, one part of the highlighted one on the right. ``session`` is the one being planned: then
    a choice leads back to its plan.
    """

    AUTO_FOCUS = "#library-lessons"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    CSS_PATH = "../../wall/wall.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*LIBRARY_KEYS]

    lessons = query_one("#library-lessons", OptionList)
    tabs = query_one(PartTabs)
    scroll = query_one("#library-scroll", VerticalScroll)
    words = query_one("#library-words", Static)
    wall = query_one(WallPages)

    def __init__(self, group_id: str, session: str | None = None) -> None:
        super().__init__()
        self.group_id, self._session = group_id, session
        self.shown = Shelf(())
        self._part = 0
        self.lesson: Lesson | None = None

    def compose(self) -> ComposeResult:
        workplace = self.console.workplace
        yield TitleBar(id="library-title")
        with Horizontal(id="library"):
            yield OptionList(id="library-lessons", markup=False)
            with Vertical(id="library-side"):
                yield PartTabs(_part_words())
                with VerticalScroll(id="library-scroll", can_focus=False):
                    yield Static(id="library-words", markup=False)
                yield WallPages(workplace, groups.group(workplace.record, self.group_id).zone, id="library-wall")
        yield KeyFooter(FOOTER)

    def on_mount(self) -> None:
        self.choice = LessonChoice(self.console, self.group_id, self._session)
        self.refresh_shelf()
        upcoming = self.shown.lesson
        place = self.shown.place_of(upcoming.lesson if upcoming else None)
        self.highlight(place or 0)

    def on_resize(self, event: Resize) -> None:
        self._list()

    @on(OptionList.OptionHighlighted, "#library-lessons")
    def show_lesson(self) -> None:
        row = self.row
        if row is not None and (self.lesson is None or self.lesson.entry.id != row.entry.id):
            self.lesson = self.console.workplace.lesson(row.entry.id)
            self.scroll.scroll_home(animate=False)
            if self.lesson is not None:
                self.wall.show(self.lesson)
        self._show_part()

    def action_choose(self) -> None:
        self._about_row(lambda row: self.choice.choose(row, self.lesson))

    def action_split(self) -> None:
        self._about_row(lambda row: self.choice.split(row, self.lesson))

    def action_repeat(self) -> None:
        last = self.shown.last
        if last is None:
            self.console.say(_("This group has had no lesson yet."))
            return
        self.highlight(self.shown.place_of(last.entry.id) or 0)
        self._about_row(lambda _row: self.choice.choose(last, self.console.workplace.lesson(last.entry.id)))

    def action_skip(self) -> None:
        self._about_row(self.choice.skip)

    def action_edition(self) -> None:
        self._about_row(lambda _row: self.choice.edition())

    def action_undo(self) -> None:
        self._replay(lambda: undone(undoing.undo(self.record, None)))

    def action_redo(self) -> None:
        self._replay(lambda: redone(undoing.redo(self.record, None)))

    def action_close(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected, "#library-lessons")
    def choose_touched(self) -> None:
        self.action_choose()

    @on(PartTabs.Chosen)
    def part_touched(self, event: PartTabs.Chosen) -> None:
        self.action_part(event.number)

    def action_part(self, number: int) -> None:
        self._part = number - 1
        self.scroll.scroll_home(animate=False)
        self._show_part()

    def action_turn_part(self, by: int) -> None:
        self.action_part((self._part + by) % len(PARTS) + 1)

    def action_page(self, by: int) -> None:
        """The next or previous wall page; of a text, most of a screenful."""
        if self._part == WALL:
            self.wall.turn(by)
        else:
            self.scroll.scroll_relative(y=by * max(1, self.scroll.size.height - 2), animate=False)

    @property
    def row(self) -> LessonRow | None:
        """The lesson under the cursor."""
        place = self.lessons.highlighted
        option = self.lessons.get_option_at_index(place) if place is not None else None
        found = self.shown.place_of(option.id if option else None)
        return None if found is None else self.shown.rows[found]

    def refresh_shelf(self) -> None:
        """Read the record again; the cursor stays on its lesson."""
        self.shown = shelf(self.console.workplace, self.group_id, self._session)
        self._list()
        upcoming, lesson = self.shown.upcoming, self.shown.lesson
        parts = [groups.group(self.console.workplace.record, self.group_id).name]
        if upcoming is not None:
            pages = part_words(self.shown.part)
            said = ", ".join(filter(None, (lesson.title if lesson else _("no lesson chosen"), pages)))
            parts.append(f"{library_words.next_words(upcoming)}: {said}")
        self.query_one(TitleBar).show(_("Library"), parts, Text())

    def _list(self) -> None:
        before = self.row
        wide = self.size.width >= WIDE
        self.lessons.clear_options()
        topic = None
        for row in self.shown.rows:
            if row.topic is not topic:
                topic = row.topic
                self.lessons.add_option(Option(library_words.topic_line(topic), disabled=True))
            self.lessons.add_option(Option(library_words.lesson_line(row, wide=wide), id=row.entry.id))
        if before is not None:
            self.highlight(self.shown.place_of(before.entry.id) or 0)

    def highlight(self, place: int) -> None:
        """Move the cursor to this row."""
        if self.shown.rows:
            self.lessons.highlighted = self.lessons.get_option_index(self.shown.rows[place].entry.id)

    def _show_part(self) -> None:
        row, name = self.row, PARTS[self._part]
        self.tabs.show(self._part + 1)
        self.wall.display = name == "wall" and self.lesson is not None
        self.scroll.display = not self.wall.display
        self.words.update(Text() if row is None else self._text(row, name))

    def _text(self, row: LessonRow, name: str) -> RenderableType:
        if name == "overview":
            return library_words.overview(row, self.lesson, self.shown, self.console.workplace.pack)
        if self.lesson is None:
            return Text(_("This lesson's file cannot be read: facilitator content check says why."))
        return Text() if name == "wall" else lesson_parts.PARTS[name](self.lesson)

    def _about_row(self, flow: Callable[[LessonRow], Coroutine[Any, Any, bool]]) -> None:
        """Ask about the highlighted lesson; once one is chosen for the session being planned, back to its plan."""
        if self.may_write() and self.row is not None:
            self.console.begin(self._asked(flow(self.row)))

    async def _asked(self, flow: Coroutine[Any, Any, bool]) -> None:
        if await self.answered(flow) and self._session is not None:
            self.dismiss(None)
        else:
            self.refresh_shelf()

    def _replay(self, work: Callable[[], str]) -> None:
        self.tried(lambda: self.console.say(work()))
        self.refresh_shelf()


def _part_words() -> tuple[str, ...]:
    return (_("Overview"), _("Wall"), _("Guide"), _("Handout"), _("Questions"), _("Practice"), _("Homework"),
            _("Supporters"))  # fmt: skip
