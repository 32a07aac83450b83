"""The library: every lesson as it will appear, what the group had of it, and which one comes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from rich.console import RenderableType
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.error import AgendaError
from agenda.record import group as groups
from agenda.record import undo as undoing
from content.lesson import Lesson
from facilitator.console import lesson_parts, library_words
from facilitator.console.lesson_choice import LessonChoice
from facilitator.console.library_view import LessonRow, Shelf, shelf
from facilitator.console.screens import group_words
from facilitator.console.screens.library_keys import FOOTER, LIBRARY_KEYS, PARTS
from facilitator.console.widgets.footer import KeyFooter
from facilitator.console.widgets.part_tabs import PartTabs
from facilitator.console.widgets.title import TitleBar
from facilitator.console.widgets.wall_page import WallPages
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp

WALL = PARTS.index("wall")
WIDE = 100


class LibraryScreen(Screen[None]):
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
        self._shelf = Shelf(())
        self._part = 0
        self._lesson: Lesson | None = None

    def compose(self) -> ComposeResult:
        desk = self.console.desk
        yield TitleBar(id="library-title")
        with Horizontal(id="library"):
            yield OptionList(id="library-lessons", markup=False)
            with Vertical(id="library-side"):
                yield PartTabs(_part_words())
                with VerticalScroll(id="library-scroll", can_focus=False):
                    yield Static(id="library-words", markup=False)
                yield WallPages(desk, groups.group(desk.record, self.group_id).zone, id="library-wall")
        yield KeyFooter(FOOTER)

    def on_mount(self) -> None:
        self._choice = LessonChoice(self.console, self.group_id, self._session, self._written)
        self.refresh_shelf()
        upcoming = self._shelf.lesson
        place = self._shelf.place_of(upcoming.lesson if upcoming else None)
        self._highlight(place or 0)

    def on_resize(self, event: Resize) -> None:
        self._list()

    @on(OptionList.OptionHighlighted, "#library-lessons")
    def show_lesson(self) -> None:
        row = self.row
        if row is not None and (self._lesson is None or self._lesson.entry.id != row.entry.id):
            self._lesson = self.console.desk.lesson(row.entry.id)
            self.scroll.scroll_home(animate=False)
            if self._lesson is not None:
                self.wall.show(self._lesson)
        self._show_part()

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

    def action_choose(self) -> None:
        self._with_row(lambda row: self._choice.choose(row, self._lesson))

    def action_split(self) -> None:
        self._with_row(lambda row: self._choice.split(row, self._lesson))

    def action_repeat(self) -> None:
        last = self._shelf.last
        if last is None:
            self.notify(_("This group has had no lesson yet."), markup=False)
            return
        self._highlight(self._shelf.place_of(last.entry.id) or 0)
        self._with_row(lambda _row: self._choice.choose(last, self.console.desk.lesson(last.entry.id)))

    def action_skip(self) -> None:
        self._with_row(self._choice.skip)

    def action_edition(self) -> None:
        self._with_row(lambda _row: self._choice.edition())

    def action_undo(self) -> None:
        self._replay(lambda: group_words.undone(undoing.undo(self.console.desk.record, None)))

    def action_redo(self) -> None:
        self._replay(lambda: group_words.redone(undoing.redo(self.console.desk.record, None)))

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def console(self) -> ConsoleApp:
        """The application, with its desk."""
        return cast("ConsoleApp", self.app)

    @property
    def row(self) -> LessonRow | None:
        """The lesson under the cursor."""
        place = self.lessons.highlighted
        option = self.lessons.get_option_at_index(place) if place is not None else None
        found = self._shelf.place_of(option.id if option else None)
        return None if found is None else self._shelf.rows[found]

    def refresh_shelf(self) -> None:
        """Read the record again; the cursor stays on its lesson."""
        self._shelf = shelf(self.console.desk, self.group_id, self._session)
        self._list()
        upcoming, lesson = self._shelf.upcoming, self._shelf.lesson
        parts = [groups.group(self.console.desk.record, self.group_id).name]
        if upcoming is not None:
            pages = library_words.part_words(self._shelf.part)
            said = ", ".join(filter(None, (lesson.title if lesson else _("no lesson chosen"), pages)))
            parts.append(f"{library_words.next_words(upcoming)}: {said}")
        self.query_one(TitleBar).show(_("Library"), parts, Text())

    def _list(self) -> None:
        before = self.row
        wide = self.size.width >= WIDE
        self.lessons.clear_options()
        topic = None
        for row in self._shelf.rows:
            if row.topic is not topic:
                topic = row.topic
                self.lessons.add_option(Option(library_words.topic_line(topic), disabled=True))
            self.lessons.add_option(Option(library_words.lesson_line(row, wide=wide), id=row.entry.id))
        if before is not None:
            self._highlight(self._shelf.place_of(before.entry.id) or 0)

    def _highlight(self, place: int) -> None:
        if self._shelf.rows:
            self.lessons.highlighted = self.lessons.get_option_index(self._shelf.rows[place].entry.id)

    def _show_part(self) -> None:
        row, name = self.row, PARTS[self._part]
        self.tabs.show(self._part + 1)
        self.wall.display = name == "wall" and self._lesson is not None
        self.scroll.display = not self.wall.display
        self.words.update(Text() if row is None else self._text(row, name))

    def _text(self, row: LessonRow, name: str) -> RenderableType:
        if name == "overview":
            return library_words.overview(row, self._lesson, self._shelf, self.console.desk.pack)
        if self._lesson is None:
            return Text(_("This lesson's file cannot be read: facilitator content check says why."))
        return Text() if name == "wall" else lesson_parts.PARTS[name](self._lesson)

    def _with_row(self, work: Callable[[LessonRow], object]) -> None:
        if self.console.desk.record.read_only:
            self.notify(_("This console only reads: another one has the record."), severity="warning", markup=False)
        elif self.row is not None:
            work(self.row)

    def _replay(self, work: Callable[[], str]) -> None:
        try:
            self.notify(work(), markup=False)
        except AgendaError as error:
            self.console.refuse(error)
        self.refresh_shelf()

    def _written(self, is_chosen: bool) -> None:
        if is_chosen and self._session is not None:
            self.dismiss(None)
        else:
            self.refresh_shelf()


def _part_words() -> tuple[str, ...]:
    return (_("Overview"), _("Wall"), _("Guide"), _("Handout"), _("Questions"), _("Practice"), _("Homework"),
            _("Supporters"))  # fmt: skip
