"""A pack: one language of a programme's curriculum, its modules in order, and the lessons they hold.

What stands here is what a library shows: titles, aims and minutes, not what a lesson says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from content.error import N_, Problem, UnknownLesson


class Origin(StrEnum):
    """Where something in a pack comes from, once a site has laid its own over ours."""

    OURS = "ours"
    REPLACED = "replaced"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """A lesson as its front matter describes it. The id never changes: printed codes live for years.

    ``idea`` is what it is about in one sentence to a reader, ``drawing`` names a file of the pack's ``drawings``; a
    lesson of a site's own may have neither. ``variant_of`` is the id of the lesson it stands beside; ``replaces`` is
    ours, where a site has its own.
    """

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
    origin: Origin = Origin.OURS
    replaces: LessonEntry | None = None
    idea: str = ""
    drawing: str = ""

    @property
    def in_a_sentence(self) -> str:
        """What it is about, for a reader; the aim where nothing simpler was written."""
        return self.idea or self.aim


@dataclass(frozen=True, slots=True)
class Module:
    """Lessons about one thing. Known by its slug: the number differs between editions (docs/domain.md 1: B, D)."""

    slug: str
    title: str
    lessons: tuple[LessonEntry, ...]
    origin: Origin = Origin.OURS

    def course(self) -> tuple[LessonEntry, ...]:
        """The lessons that follow one another. A variant is none of them while its base is here."""
        ids = {entry.id for entry in self.lessons}
        return tuple(entry for entry in self.lessons if entry.variant_of not in ids)

    def variants(self, lesson_id: str) -> tuple[LessonEntry, ...]:
        """What can be taught in place of this lesson, in the order of the module."""
        return tuple(entry for entry in self.lessons if entry.variant_of == lesson_id)


@dataclass(frozen=True, slots=True)
class Edition:
    """The order and numbers of one edition of the manual, so that a site can follow its own copy."""

    name: str
    modules: tuple[str, ...]

    def number(self, module_slug: str) -> int | None:
        """The module's number, from 1; None where this edition does not have it."""
        return self.modules.index(module_slug) + 1 if module_slug in self.modules else None


@dataclass(frozen=True, slots=True)
class Pack:
    """The readable part of a curriculum folder, and the problems met while reading it.

    ``site`` is the folder that a site has laid over it, if any. ``is_overlay``: made to be laid over ours.
    """

    folder: Path
    programme: str
    language: str
    version: str
    title: str
    modules: tuple[Module, ...]
    problems: tuple[Problem, ...] = ()
    editions: tuple[Edition, ...] = ()
    site: Path | None = None
    is_overlay: bool = False

    @property
    def site_prefix(self) -> str:
        """What stands before a file of the site's folder in messages, so that it is not taken for ours."""
        return f"{self.site.name}/" if self.site is not None else ""

    def folders(self) -> tuple[tuple[Path, str], ...]:
        """Our folder, and the site's if there is one, each with what stands before its files in messages."""
        ours = (self.folder, "")
        return (ours,) if self.site is None else (ours, (self.site, self.site_prefix))

    def lessons(self) -> Iterator[LessonEntry]:
        """Every lesson in the order of the pack, variants too."""
        return (entry for module in self.modules for entry in module.lessons)

    def course(self) -> Iterator[LessonEntry]:
        """The lessons that follow one another: every one but the variants."""
        return (entry for module in self.modules for entry in module.course())

    def module(self, slug: str) -> Module | None:
        """The module of this slug; None when it is not in this pack."""
        return next((one for one in self.modules if one.slug == slug), None)

    def edition(self, name: str) -> Edition | None:
        """The edition of this name, such as ``10`` for ten topics."""
        return next((one for one in self.editions if one.name == name), None)

    def numbered(self, edition: Edition) -> tuple[tuple[int | None, Module], ...]:
        """The modules as this edition orders and numbers them.

        What no edition numbers, such as an orientation, keeps its place before or after them; what only other editions
        have is left out.
        """
        anywhere = {slug for one in self.editions for slug in one.modules}
        first = next((n for n, module in enumerate(self.modules) if module.slug in anywhere), 0)
        before = [(None, module) for module in self.modules[:first]]
        after = [(None, module) for module in self.modules[first:] if module.slug not in anywhere]
        inside = [(edition.number(slug), module) for slug in edition.modules if (module := self.module(slug))]
        return (*before, *inside, *after)

    def variants(self, lesson_id: str) -> tuple[LessonEntry, ...]:
        """The lessons that stand beside this one, for a group in which the facts differ."""
        return tuple(entry for module in self.modules for entry in module.variants(lesson_id))

    def lesson_named(self, text: str) -> LessonEntry:
        """The lesson with this slug or id, in either case. Raises ``UnknownLesson`` naming the nearest."""
        wanted = text.strip().casefold()
        for entry in self.lessons():
            if wanted in (entry.slug.casefold(), entry.id.casefold()):
                return entry
        raise self._unknown(text, wanted)

    def after(self, lesson_id: str) -> LessonEntry | None:
        """The next lesson of the course, across modules; None after the last or an unknown one.

        After a variant comes what comes after the lesson it stood in for.
        """
        entries = list(self.course())
        base = next((one.variant_of for one in self.lessons() if one.id == lesson_id and one not in entries), None)
        for place, entry in enumerate(entries[:-1]):
            if entry.id == (base or lesson_id):
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
