"""From a folder to a pack. Listing reads the front matter of each lesson and nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from content.error import N_, ContentError, DamagedFile, Problem, problem
from content.front import front_of
from content.pack import LessonEntry, Module, Pack
from content.table import Table, read_table, read_text

if TYPE_CHECKING:
    from content.lesson import Lesson

PACKS = Path(__file__).parent / "packs"
PACK_FILE = "pack.toml"
MODULE_FILE = "module.toml"
# A name from a file becomes part of a path, so it may not climb out of its folder.
_FOLDER_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_LESSON_FILE = re.compile(r"[a-z0-9][a-z0-9-]*\.md")


def builtin_pack_folder(language: str = "en") -> Path:
    """The folder of the curriculum in this language (``it``, ``it_IT``), or in English where we have none."""
    code = re.split(r"[-_]", language.lower())[0]
    folder = PACKS / f"imr-{code}"
    return folder if _FOLDER_NAME.fullmatch(code) and folder.is_dir() else PACKS / "imr"


def load_pack(folder: Path) -> Pack:
    """The pack in this folder. Damaged modules and lessons are left out and become ``pack.problems``.

    Raises ``ContentError`` only when ``pack.toml`` itself cannot be used.
    """
    if not (folder / PACK_FILE).is_file():
        raise ContentError(
            N_("There is no curriculum in this folder."), N_("It would hold a file {file}."), file=PACK_FILE
        )
    table = read_table(folder / PACK_FILE, PACK_FILE)
    loading = _Loading(folder, table)
    pack = Pack(
        folder=folder,
        programme=table.text("programme"),
        language=table.text("language"),
        version=table.text("version"),
        title=table.text("title"),
        modules=tuple(loading.modules()),
    )
    return replace(pack, problems=tuple(loading.problems))


def load_lesson(entry: LessonEntry) -> Lesson:
    """The whole lesson. Missing or malformed parts are empty and stand in ``lesson.problems``.

    Raises ``ContentError`` when the file cannot be read as text at all.
    """
    from content.parse import parse_lesson  # the Markdown parser, which a list of lessons does not need

    return parse_lesson(entry, read_text(entry.path, entry.file))


class _Loading:
    """One walk through a pack: what was met so far and what was wrong with it."""

    def __init__(self, folder: Path, table: Table) -> None:
        self.folder = folder
        self.table = table
        self.problems: list[Problem] = []
        self._seen: set[str] = set()

    def modules(self) -> Iterator[Module]:
        for slug in self.table.texts("modules"):
            if not _FOLDER_NAME.fullmatch(slug):
                message = N_("“{name}” is not a module's folder name: use a-z, 0-9 and hyphens.")
                self._note(self.table, "modules", message, slug)
            elif self._is_new("module " + slug, self.table, "modules", slug):
                yield from self._module(slug)

    def _module(self, slug: str) -> Iterator[Module]:
        file = f"{slug}/{MODULE_FILE}"
        try:
            table = read_table(self.folder / file, file)
            yield self._module_of(slug, table)
        except DamagedFile as error:
            self.problems.append(error.problem)

    def _module_of(self, slug: str, table: Table) -> Module:
        title, names = table.text("title"), table.texts("lessons")
        if table.text("slug") != slug:
            self._note(table, "slug", N_("The slug must be the name of the folder, “{name}”."), slug)
        return Module(slug, title, tuple(self._lessons(slug, table, names)))

    def _lessons(self, module: str, table: Table, names: tuple[str, ...]) -> Iterator[LessonEntry]:
        for name in names:
            if not _LESSON_FILE.fullmatch(name):
                message = N_("“{name}” is not a lesson's file name, such as 1-first-steps.md.")
                self._note(table, "lessons", message, name)
                continue
            try:
                front = front_of(self.folder / module / name, f"{module}/{name}")
                entry = _entry(self.folder / module / name, module, front)
            except DamagedFile as error:
                self.problems.append(error.problem)
                continue
            if self._is_new(f"id {entry.id}", front, "id", entry.id) and self._is_new(
                f"slug {entry.slug}", front, "slug", entry.slug
            ):
                yield entry

    def _is_new(self, name: str, table: Table, key: str, shown: str) -> bool:
        """False, with a problem, for a name already taken: two lessons under one printed code help nobody."""
        if name in self._seen:
            message = N_("“{name}” is used twice; the second is left out.")
            self._note(table, key, message, shown)
            return False
        self._seen.add(name)
        return True

    def _note(self, table: Table, key: str, message: str, name: str) -> None:
        self.problems.append(problem(table.file, table.line_of(key), message, name=name))


def _entry(path: Path, module: str, front: Table) -> LessonEntry:
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
    )


__all__ = ["ContentError", "builtin_pack_folder", "load_lesson", "load_pack"]
