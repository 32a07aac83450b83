"""One walk through a pack's folder: its lists, and the front matter of each lesson. What is wrong is noted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from content.error import N_, DamagedFile, Problem, problem
from content.front import front_of
from content.pack import Edition, LessonEntry, Module, Origin
from content.table import Table, read_table

PACK_FILE = "pack.toml"
MODULE_FILE = "module.toml"
# A name from a file becomes part of a path, so it may not climb out of its folder.
FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_LESSON_FILE = re.compile(r"[a-z0-9][a-z0-9-]*\.md")


class Loading:
    """What was met so far and what was wrong with it. ``prefix`` stands before each file's name in messages."""

    def __init__(self, folder: Path, table: Table, prefix: str = "") -> None:
        self.folder = folder
        self.table = table
        self.prefix = prefix
        self.problems: list[Problem] = []
        self._seen: set[str] = set()

    def modules(self) -> Iterator[Module]:
        """The modules that ``pack.toml`` lists."""
        for slug in self.table.texts("modules"):
            if not FOLDER_NAME.fullmatch(slug):
                message = N_("“{name}” is not a module's folder name: use a-z, 0-9 and hyphens.")
                self.note(self.table, "modules", message, slug)
            elif self._is_new("module " + slug, self.table, "modules", slug):
                yield from self.module(slug)

    def editions(self, slugs: tuple[str, ...]) -> Iterator[Edition]:
        """The orders of modules by edition; each may name only these modules, and none twice."""
        table = self.table.table("editions")
        for name in table.data:
            try:
                found = table.texts(name)
            except DamagedFile as error:
                self.problems.append(error.problem)
                continue
            for slug in found:
                if slug not in slugs:
                    self.note(table, name, N_("No module is called “{name}”."), slug)
            known = tuple(dict.fromkeys(slug for slug in found if slug in slugs))
            if len(known) < sum(1 for slug in found if slug in slugs):
                self.note(table, name, N_("Edition {name} has a module twice."), name)
            yield Edition(name, known)

    def module(self, slug: str) -> Iterator[Module]:
        """One module, or none with a problem."""
        file = f"{slug}/{MODULE_FILE}"
        try:
            table = read_table(self.folder / file, self.prefix + file)
            yield self._module_of(slug, table)
        except DamagedFile as error:
            self.problems.append(error.problem)

    def _module_of(self, slug: str, table: Table) -> Module:
        title, names = table.text("title"), table.texts("lessons")
        if table.text("slug") != slug:
            self.note(table, "slug", N_("The slug must be the name of the folder, “{name}”."), slug)
        return Module(slug, title, tuple(self._lessons(slug, table, names)))

    def _lessons(self, module: str, table: Table, names: tuple[str, ...]) -> Iterator[LessonEntry]:
        for name in names:
            if not _LESSON_FILE.fullmatch(name):
                message = N_("“{name}” is not a lesson's file name, such as 1-first-steps.md.")
                self.note(table, "lessons", message, name)
                continue
            try:
                yield from self.lesson(module, name)
            except DamagedFile as error:
                self.problems.append(error.problem)

    def lesson(self, module: str, name: str) -> Iterator[LessonEntry]:
        """One lesson, or none with a problem. Raises ``DamagedFile`` for what cannot be read."""
        front = front_of(self.folder / module / name, f"{self.prefix}{module}/{name}")
        entry = entry_from(self.folder / module / name, module, front)
        if self._is_new(f"id {entry.id}", front, "id", entry.id) and self._is_new(
            f"slug {entry.slug}", front, "slug", entry.slug
        ):
            yield from self.accepted(entry, front)

    def accepted(self, entry: LessonEntry, front: Table) -> Iterator[LessonEntry]:
        """The lesson as it is taken into the pack."""
        yield entry

    def _is_new(self, name: str, table: Table, key: str, shown: str) -> bool:
        """False, with a problem, for a name already taken: two lessons under one printed code help nobody."""
        if name in self._seen:
            self.note_twice(table, key, shown)
            return False
        self._seen.add(name)
        return True

    def note_twice(self, table: Table, key: str, name: str) -> None:
        """A name that somebody else has already."""
        self.note(table, key, N_("“{name}” is used twice; the second is left out."), name)

    def note(self, table: Table, key: str, message: str, name: str) -> None:
        """Something is wrong with what stands under this key."""
        self.problems.append(problem(table.file, table.line_of(key), message, name=name))


def entry_from(path: Path, module: str, front: Table, origin: Origin = Origin.OURS) -> LessonEntry:
    """A lesson's front matter as an entry. Raises ``DamagedFile``."""
    return LessonEntry(
        id=front.text("id"),
        slug=front.text("slug"),
        title=front.text("title"),
        aim=front.text("aim"),
        minutes=front.whole("minutes"),
        module=module,
        path=path,
        file=front.file,
        skills=front.texts("skills"),
        worksheets=front.texts("worksheets"),
        variant_of=front.optional_text("variant_of"),
        origin=origin,
        idea=front.optional_text("idea") or "",
        drawing=front.optional_text("drawing") or "",
    )
