"""A site's own folder laid over our pack: the same slug replaces, a new one adds, all else stays ours.

A list of the site may name our modules and lesson files too, which only says where its own stand among them. What is
damaged in the site's folder is left out and named; ours goes on working.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from content.error import N_, ContentError, DamagedFile, Problem
from content.load import pack_of, pack_table
from content.loading import MODULE_FILE, PACK_FILE, Loading
from content.pack import LessonEntry, Module, Origin, Pack
from content.table import Table

Named = TypeVar("Named", LessonEntry, Module)


def laid_over(base: Pack, folder: Path) -> Pack:
    """Our pack with the site's folder laid over it. Never raises: what cannot be used is one problem more.

    The title, language and version stay those of ours.
    """
    prefix = f"{folder.name}/"
    try:
        site = _site_pack(base, folder, prefix)
    except ContentError as error:
        return replace(base, problems=(*base.problems, _as_problem(error, prefix)))
    return replace(
        base,
        modules=_merged(base.modules, tuple(_joined(base, module) for module in site.modules)),
        editions=tuple({one.name: one for one in (*base.editions, *site.editions)}.values()),
        problems=(*base.problems, *site.problems),
        site=folder,
    )


def _site_pack(base: Pack, folder: Path, prefix: str) -> Pack:
    table = pack_table(folder, prefix)
    if table.text("programme") != base.programme:
        raise table.wrong("programme", N_("This folder is for another programme than “{name}”."), name=base.programme)
    return pack_of(_SiteLoading(base, folder, table, prefix), table, tuple(module.slug for module in base.modules))


def _as_problem(error: ContentError, prefix: str) -> Problem:
    if isinstance(error, DamagedFile):
        return error.problem
    return Problem(prefix + PACK_FILE, 1, error.message, error.values)


class _SiteLoading(Loading):
    """The walk through a site's folder, which knows what is ours already."""

    def __init__(self, base: Pack, folder: Path, table: Table, prefix: str) -> None:
        super().__init__(folder, table, prefix)
        self._ours = {entry.slug: entry for entry in base.lessons()}
        self._ids = {entry.id: entry for entry in base.lessons()}
        self._files = {entry.path.relative_to(base.folder).as_posix(): entry for entry in base.lessons()}
        self._modules = {module.slug: module for module in base.modules}

    def module(self, slug: str) -> Iterator[Module]:
        ours = self._modules.get(slug)
        if ours is not None and not (self.folder / slug / MODULE_FILE).exists():
            yield replace(ours, lessons=())
        else:
            yield from super().module(slug)

    def lesson(self, module: str, name: str) -> Iterator[LessonEntry]:
        ours = self._files.get(f"{module}/{name}")
        if ours is not None and not (self.folder / module / name).exists():
            yield ours
        else:
            yield from super().lesson(module, name)

    def accepted(self, entry: LessonEntry, front: Table) -> Iterator[LessonEntry]:
        """A lesson that replaces ours is known by our id, under which the record and printed codes know it."""
        ours = self._ours.get(entry.slug)
        if ours is None and entry.id in self._ids:
            self.note_twice(front, "id", entry.id)
        elif ours is None:
            yield replace(entry, origin=Origin.ADDED)
        elif ours.module != entry.module:
            self.note_twice(front, "slug", entry.slug)
        else:
            if entry.id != ours.id:
                self.note(front, "id", N_("This lesson replaces ours and needs its id, “{name}”."), ours.id)
            yield replace(entry, id=ours.id, origin=Origin.REPLACED, replaces=ours)


def _joined(base: Pack, site: Module) -> Module:
    """A module of the site, with the lessons of ours where it is one of ours."""
    ours = base.module(site.slug)
    if ours is None:
        return replace(site, origin=Origin.ADDED)
    origin = Origin.OURS if ours.title == site.title else Origin.REPLACED
    return replace(site, lessons=_merged(ours.lessons, site.lessons), origin=origin)


def _merged(ours: Sequence[Named], theirs: Sequence[Named]) -> tuple[Named, ...]:
    """Theirs in the place of ours of the same slug; a new one behind the one that stands before it in their list."""
    merged, before = list(ours), ""
    for one in theirs:
        slugs = [other.slug for other in merged]
        if one.slug in slugs:
            merged[slugs.index(one.slug)] = one
        else:
            merged.insert(slugs.index(before) + 1 if before in slugs else len(merged), one)
        before = one.slug
    return tuple(merged)
