"""The worksheets of a pack: which there are, and one of them by its slug."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from content.error import N_, DamagedFile, UnknownWorksheet, problem
from content.loading import FOLDER_NAME
from content.pack import Origin, Pack
from content.table import read_text
from content.worksheet import Worksheet
from content.worksheet_reading import worksheet_from

SHELF = "worksheets"


@dataclass(frozen=True, slots=True)
class WorksheetEntry:
    """A worksheet's file, unread. ``file`` is its name in messages; ``replaces`` is ours, where a site has its own."""

    slug: str
    path: Path
    file: str
    origin: Origin = Origin.OURS
    replaces: WorksheetEntry | None = None


def worksheets_of(pack: Pack) -> tuple[WorksheetEntry, ...]:
    """Every worksheet by slug, a site's before ours. Opens no file."""
    found = {entry.slug: entry for entry in _on(pack.folder)}
    if pack.site is not None:
        for entry in _on(pack.site, pack.site_prefix):
            ours = found.get(entry.slug)
            found[entry.slug] = replace(entry, origin=Origin.REPLACED if ours else Origin.ADDED, replaces=ours)
    return tuple(found[slug] for slug in sorted(found))


def load_worksheet(pack: Pack, slug: str) -> Worksheet:
    """The worksheet of this slug; what is malformed in it is left out and stands in its ``problems``.

    A site's file that cannot be used is named there, and ours is taken. Raises ``UnknownWorksheet`` where there is
    none, ``DamagedFile`` where there is nothing else to take.
    """
    entry = next((one for one in worksheets_of(pack) if one.slug == slug), None)
    if entry is None:
        raise UnknownWorksheet(N_("No worksheet is called “{name}”."), name=slug)
    return _loaded(entry)


def _loaded(entry: WorksheetEntry) -> Worksheet:
    try:
        sheet = worksheet_from(read_text(entry.path, entry.file), entry.file, entry.origin)
    except DamagedFile as error:
        if entry.replaces is None:
            raise
        ours = _loaded(entry.replaces)
        return replace(ours, problems=(error.problem, *ours.problems))
    if sheet.slug == entry.slug:
        return sheet
    message = N_("The slug must be the name of the file, “{name}”.")
    wrong = problem(entry.file, 1, message, name=entry.slug)
    return replace(sheet, slug=entry.slug, problems=(wrong, *sheet.problems))


def _on(folder: Path, prefix: str = "") -> Iterator[WorksheetEntry]:
    for path in sorted((folder / SHELF).glob("*.toml")):
        if FOLDER_NAME.fullmatch(path.stem):
            yield WorksheetEntry(path.stem, path, f"{prefix}{SHELF}/{path.name}")
