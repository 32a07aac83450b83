"""A pack: one language of a programme's curriculum, its modules in order, and the lessons they hold.

What stands here is what a library shows: titles, aims and minutes, not what a lesson says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from content.error import N_, Problem, UnknownLesson


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """A lesson as its front matter describes it. The id never changes: printed codes live for years."""

    id: str
    slug: str
    title: str
    aim: str
    minutes: int
    module: str
    path: Path
    file: str
    skills: tuple[str, ...] = ()
    worksheets: tuple[str, ...] = ()
    variant_of: str | None = None


@dataclass(frozen=True, slots=True)
class Module:
    """Lessons about one thing. Known by its slug: the number differs between editions (DOMAIN.md 1: B, D)."""

    slug: str
    title: str
    lessons: tuple[LessonEntry, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """The readable part of a curriculum folder, and the problems met while reading it."""

    folder: Path
    programme: str
    language: str
    version: str
    title: str
    modules: tuple[Module, ...]
    problems: tuple[Problem, ...] = ()

    def lessons(self) -> Iterator[LessonEntry]:
        """Every lesson in the order of the pack."""
        return (entry for module in self.modules for entry in module.lessons)

    def lesson_named(self, text: str) -> LessonEntry:
        """The lesson with this slug or id, in either case. Raises ``UnknownLesson`` naming the nearest."""
        wanted = text.strip().casefold()
        for entry in self.lessons():
            if wanted in (entry.slug.casefold(), entry.id.casefold()):
                return entry
        raise self._unknown(text, wanted)

    def first_lesson(self, module_slug: str) -> LessonEntry | None:
        """Where a module starts; None when it has no lessons or is not in this pack."""
        return next((one for one in self.lessons() if one.module == module_slug), None)

    def after(self, lesson_id: str) -> LessonEntry | None:
        """The next lesson in the order of the pack, across modules; None after the last or an unknown one."""
        entries = list(self.lessons())
        for place, entry in enumerate(entries[:-1]):
            if entry.id == lesson_id:
                return entries[place + 1]
        return None

    def _unknown(self, text: str, wanted: str) -> UnknownLesson:
        from difflib import get_close_matches  # only a mistyped name needs it

        names = [name for entry in self.lessons() for name in (entry.slug, entry.id)]
        nearest = get_close_matches(wanted, names, n=1, cutoff=0.4)
        message = N_("No lesson is called “{name}”.")
        if nearest:
            return UnknownLesson(message, N_("Did you mean “{nearest}”?"), name=text, nearest=nearest[0])
        return UnknownLesson(message, N_("“facilitator content list” shows all lessons."), name=text)
