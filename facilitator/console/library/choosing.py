"""Choosing, splitting, repeating and skipping lessons: each asks what it must, then writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.text import Text

from agenda.error import AgendaError
from agenda.record.rows import group as groups
from agenda.record.rows import lesson_plan
from agenda.record.rows import session as sessions
from agenda.session import LessonPart, Session
from content.lesson import Lesson
from content.pack import LessonEntry
from facilitator.console.calendar import next_session as planning
from facilitator.console.library.words import next_words, part_words
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.form_dialog import FormDialog, FormField, Texts
from facilitator.language import _, ngettext

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp
    from facilitator.console.library.shelf import LessonRow

QUIET = "#a0a2a9"


class LessonChoice:
    """Works for one group; ``session`` is the one being planned, else the next that has not begun.

    ``written`` is called after each change, with True where a lesson was chosen.
    """

    def __init__(
        self, console: ConsoleApp, group_id: str, session: str | None, written: Callable[[bool], object]
    ) -> None:
        self._console, self._workplace = console, console.workplace
        self._group, self._session = group_id, session
        self._written = written

    def choose(self, row: LessonRow, lesson: Lesson | None) -> None:
        """The whole lesson, its rest where one is left, or its first pages."""
        options: list[tuple[str, Callable[[], object]]] = [
            (_("The whole lesson"), lambda: self._take(row.entry, None)),
        ]
        rest = row.rest
        if rest is not None:
            words = _("The rest, {pages}").format(pages=part_words(rest))
            options.insert(0, (words, lambda: self._take(row.entry, rest)))
        if lesson is not None and len(lesson.pages) > 1:
            options.append((_("Its first pages; the rest in the session after"), lambda: self.split(row, lesson)))

        def chosen(place: int | None) -> None:
            if place is not None:
                options[place][1]()

        title = f"{row.entry.title}: {next_words(self._upcoming())}"
        self._console.push_screen(ChoiceDialog(title, [words for words, _act in options], hint=_hint(row)), chosen)

    def split(self, row: LessonRow, lesson: Lesson | None) -> None:
        """Where to stop; half-way is offered first. What was split already is split further."""
        first = row.rest.pages_from if row.rest is not None else 1
        last = len(lesson.pages) if lesson is not None else 0
        ends = list(range(first, last))
        if lesson is None or not ends:
            self._console.notify(_("This lesson has no second page to stop before."), markup=False)
            return

        def chosen(place: int | None) -> None:
            if place is not None:
                self._take(row.entry, LessonPart(first, ends[place]))

        options = [_until(first, end, lesson) for end in ends]
        title = _("Where does the first part of “{title}” end?").format(title=row.entry.title)
        self._console.push_screen(ChoiceDialog(title, options, chosen=(len(ends) - 1) // 2), chosen)

    def skip(self, row: LessonRow) -> None:
        """With a reason if wished; a lesson skipped already is taken up again."""
        skip = row.skip
        if skip is not None:
            self._write(lambda: self._take_up(skip.id, row.entry))
            return

        def typed(texts: Texts | None) -> None:
            if texts is not None:
                self._write(lambda: self._skip(row.entry, texts["reason"], dialog))

        key = f"lesson-skip/{self._group}/{row.entry.id}"
        field = FormField("reason", _("Why, in a few words"), hint=_("May stay empty."), draft_key=key)
        dialog = FormDialog(_("The group goes without “{title}”").format(title=row.entry.title), [field])
        self._console.push_screen(dialog, typed)

    def edition(self) -> None:
        """The order of the curriculum, or that of an edition of the manual."""
        editions = self._workplace.pack.editions
        names = ["", *(one.name for one in editions)]
        words = [_("The order of this curriculum"), *(_edition(len(one.modules)) for one in editions)]

        def chosen(place: int | None) -> None:
            if place is not None:
                self._write(lambda: groups.set_edition(self._workplace.record, self._group, names[place]))

        now = groups.edition(self._workplace.record, self._group)
        place = names.index(now) if now in names else 0
        self._console.push_screen(ChoiceDialog(_("Which edition does the group follow?"), words, chosen=place), chosen)

    def _upcoming(self) -> Session:
        if self._session is not None:
            return sessions.session(self._workplace.record, self._session)
        return planning.session_to_plan(self._workplace, self._group)

    def _take(self, entry: LessonEntry, part: LessonPart | None) -> None:
        upcoming = self._upcoming()

        def write() -> str:
            sessions.choose_lesson(self._workplace.record, upcoming.id, planning.given(entry), part)
            return _in_session(upcoming, entry.title, part)

        self._write(write, is_chosen=True)

    def _skip(self, entry: LessonEntry, reason: str, dialog: FormDialog) -> str:
        record = self._workplace.record
        with record.atomic():
            lesson_plan.skip(record, self._group, planning.given(entry), reason)
            dialog.drop_drafts(record)
            return self._replaced(entry) or _("Skipped: {title}.").format(title=entry.title)

    def _replaced(self, entry: LessonEntry) -> str:
        """The session that was to have a lesson now skipped takes the one that follows."""
        upcoming = sessions.to_come(self._workplace.record, self._group)
        planned = sessions.lesson_of(self._workplace.record, upcoming.id) if upcoming else None
        found = planning.next_lesson(self._workplace, self._group)
        if upcoming is None or planned is None or planned.lesson != entry.id or found is None:
            return ""
        sessions.choose_lesson(self._workplace.record, upcoming.id, found.lesson, found.part)
        return _in_session(upcoming, found.lesson.title, found.part)

    def _take_up(self, skip_id: str, entry: LessonEntry) -> str:
        lesson_plan.take_up(self._workplace.record, skip_id)
        return _("Taken up again: {title}.").format(title=entry.title)

    def _write(self, work: Callable[[], object], *, is_chosen: bool = False) -> None:
        try:
            said = work()
        except AgendaError as error:
            self._console.refuse(error)
            return
        if isinstance(said, str):
            self._console.notify(said, markup=False)
        self._written(is_chosen)


def _in_session(upcoming: Session, title: str, part: LessonPart | None) -> str:
    pages = f", {part_words(part)}" if part is not None else ""
    return f"{next_words(upcoming)}: {title}{pages}."


def _until(first: int, end: int, lesson: Lesson) -> Text:
    pages = part_words(LessonPart(first, end))
    after = _("then: {title}").format(title=lesson.pages[end].title)
    return Text.assemble(f"{pages[:1].upper()}{pages[1:]}", (f"   {after}", QUIET))


def _edition(topics: int) -> str:
    return ngettext("{n} topic", "{n} topics", topics).format(n=topics)


def _hint(row: LessonRow) -> str:
    times = len(row.held)
    if not times or row.rest is not None:
        return ""
    had = ngettext("The group had it once already.", "The group had it {n} times already.", times)
    return had.format(n=times)
