"""Choosing, splitting, repeating and skipping lessons: each asks what it must, then writes it."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text

from agenda.record.rows import group as groups
from agenda.record.rows import hour as hours
from agenda.record.rows import lesson_plan
from agenda.record.rows import session as sessions
from agenda.session import LessonPart, Session
from content.lesson import Lesson
from content.pack import LessonEntry
from facilitator.console.calendar import next_session
from facilitator.console.console import Console
from facilitator.console.library.shelf import LessonRow
from facilitator.console.library.words import next_words
from facilitator.console.parts.ask_words import Texts, ask_form
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.colour import QUIET
from facilitator.console.parts.form import FormField
from facilitator.console.parts.wording import part_words
from facilitator.language import _, ngettext


@dataclass(frozen=True, slots=True)
class LessonChoice:
    """Choices for one group; ``session`` is the one being planned, else the next that has not begun.

    What a choice did is said; each method gives back whether a lesson was chosen.
    """

    console: Console
    group: str
    session: str | None

    async def choose(self, row: LessonRow, lesson: Lesson | None) -> bool:
        """The whole lesson, its rest where one is left, or its first pages."""
        rest = row.rest
        options: list[tuple[str, LessonPart | None]] = []
        if rest is not None:
            options.append((_("The rest, {pages}").format(pages=part_words(rest)), rest))
        whole = len(options)
        options.append((_("The whole lesson"), None))
        if lesson is not None and len(lesson.pages) > 1:
            options.append((_("Its first pages; the rest in the session after"), None))
        title = f"{row.entry.title}: {next_words(self._upcoming())}"
        place = await self.console.ask(ChoiceDialog(title, [words for words, _part in options], hint=_hint(row)))
        if place is None:
            return False
        if place > whole:
            return await self.split(row, lesson)
        return self._take(row.entry, options[place][1])

    async def split(self, row: LessonRow, lesson: Lesson | None) -> bool:
        """Where to stop; half-way is offered first. What was split already is split further."""
        first = row.rest.pages_from if row.rest is not None else 1
        last = len(lesson.pages) if lesson is not None else 0
        ends = list(range(first, last))
        if lesson is None or not ends:
            self.console.say(_("This lesson has no second page to stop before."))
            return False
        options = [_until(first, end, lesson) for end in ends]
        title = _("Where does the first part of “{title}” end?").format(title=row.entry.title)
        place = await self.console.ask(ChoiceDialog(title, options, chosen=(len(ends) - 1) // 2))
        return False if place is None else self._take(row.entry, LessonPart(first, ends[place]))

    async def skip(self, row: LessonRow) -> bool:
        """With a reason if wished; a lesson skipped already is taken up again."""
        record, entry = self.console.workplace.record, row.entry
        if row.skip is not None:
            lesson_plan.take_up(record, row.skip.id)
            self.console.say(_("Taken up again: {title}.").format(title=entry.title))
            return False
        key = f"lesson-skip/{self.group}/{entry.id}"
        field = FormField("reason", _("Why, in a few words"), hint=_("May stay empty."), draft_key=key)
        title = _("The group goes without “{title}”").format(title=entry.title)
        said: list[str] = []

        def write(texts: Texts) -> None:
            lesson_plan.skip(record, self.group, next_session.given(entry), texts["reason"])
            said.append(self._replaced(entry) or _("Skipped: {title}.").format(title=entry.title))

        await ask_form(self.console, title, [field], write)
        for sentence in said:
            self.console.say(sentence)
        return False

    async def edition(self) -> bool:
        """The order of the curriculum, or that of an edition of the manual."""
        record = self.console.workplace.record
        editions = self.console.workplace.pack.editions
        names = ["", *(one.name for one in editions)]
        words = [_("The order of this curriculum"), *(_edition(len(one.modules)) for one in editions)]
        now = groups.edition(record, self.group)
        here = names.index(now) if now in names else 0
        place = await self.console.ask(ChoiceDialog(_("Which edition does the group follow?"), words, chosen=here))
        if place is not None:
            groups.set_edition(record, self.group, names[place])
        return False

    def _upcoming(self) -> Session:
        if self.session is not None:
            return sessions.session(self.console.workplace.record, self.session)
        return next_session.session_to_plan(self.console.workplace, self.group)

    def _take(self, entry: LessonEntry, part: LessonPart | None) -> bool:
        upcoming = self._upcoming()
        record, lesson = self.console.workplace.record, next_session.given(entry)
        if upcoming.running:  # in the middle of the hour
            hours.change_lesson(record, upcoming.id, lesson, part)
        else:
            sessions.choose_lesson(record, upcoming.id, lesson, part)
        self.console.say(_in_session(upcoming, entry.title, part))
        return True

    def _replaced(self, entry: LessonEntry) -> str:
        """The session that was to have a lesson now skipped takes the one that follows."""
        workplace = self.console.workplace
        upcoming = sessions.to_come(workplace.record, self.group)
        planned = sessions.lesson_of(workplace.record, upcoming.id) if upcoming else None
        found = next_session.next_lesson(workplace, self.group)
        if upcoming is None or planned is None or planned.lesson != entry.id or found is None:
            return ""
        sessions.choose_lesson(workplace.record, upcoming.id, found.lesson, found.part)
        return _in_session(upcoming, found.lesson.title, found.part)


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
