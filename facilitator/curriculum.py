"""The curriculum that everything here works with: the built-in pack, and a site's own folder laid over it.

The folder is the one that ``FACILITATOR_PACK`` names, else ``pack`` in the person's folder of settings if it is there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from content.error import N_, ContentError
from content.load import PACK_FILE, builtin_pack_folder, load_pack
from content.overlay import laid_over
from content.pack import Pack
from facilitator.language import locale
from facilitator.settings_folder import settings_folder

if TYPE_CHECKING:
    from content.drawing import Drawing
    from content.lesson import Lesson
    from content.worksheet import Worksheet
    from facilitator.whom_to_call import CrisisHelp

NAMED_BY = "FACILITATOR_PACK"


def curriculum(tag: str | None = None) -> Pack:
    """The pack in this language, or the facilitator's own; what is wrong with a site's folder is in its problems.

    Raises ``ContentError`` only when our own ``pack.toml`` cannot be used.
    """
    pack = load_pack(builtin_pack_folder(tag or locale()))
    folder = site_folder()
    return pack if folder is None else laid_over(pack, folder)


def pack_folders() -> tuple[Path, ...]:
    """Where the curriculum lies: a site's own folder, if there is one, before ours."""
    site = site_folder()
    return (*((site,) if site else ()), builtin_pack_folder(locale()))


def curriculum_at(folder: Path) -> Pack:
    """The pack in this folder; one that says it is an overlay is laid over ours. Raises ``ContentError``."""
    pack = load_pack(folder)
    return laid_over(load_pack(builtin_pack_folder(pack.language)), folder) if pack.is_overlay else pack


def worksheets_of_lesson(pack: Pack, lesson: Lesson) -> tuple[Worksheet, ...]:
    """The forms a lesson names; one that the pack does not have is left out, as ``content check`` says."""
    from content.worksheet_shelf import load_worksheet, worksheets_of  # forms: only where paper is made

    there = {entry.slug for entry in worksheets_of(pack)}
    return tuple(load_worksheet(pack, slug) for slug in lesson.entry.worksheets if slug in there)


def drawing_of_lesson(pack: Pack, lesson: Lesson) -> Drawing | None:
    """The lesson's drawing; none where it has none, or one that is not of the form, as ``content check`` says."""
    return drawings_named(pack, (lesson.entry.drawing,)).get(lesson.entry.drawing)


def drawings_named(pack: Pack, names: Iterable[str]) -> dict[str, Drawing]:
    """Those of these drawings that the pack has and that are of the form, by name."""
    from content.drawing import drawings_of, load_drawing

    there, found = drawings_of(pack), {}
    for name in names:
        if name in there:
            with suppress(ContentError, OSError):
                found[name] = load_drawing(*there[name])
    return found


def crisis_help_of(pack: Pack) -> CrisisHelp:
    """Whom to turn to here: in the words of the pack where it has some, else as this place has written it down."""
    from content.words import load_words
    from facilitator.crisis_help import crisis_help

    return crisis_help(load_words(pack).crisis)


def site_folder() -> Path | None:
    """The site's own folder: the one named, whether it is there or not, else the usual one if it is there."""
    named = os.environ.get(NAMED_BY)
    if named:
        return Path(named).expanduser().absolute()
    folder = usual_site_folder()
    return folder if folder.is_dir() else None


def refuse_missing_site_folder() -> None:
    """Raises ``ContentError`` where a site's own folder was named that is not there, or holds no curriculum: whoever
    makes paper or pages would take ours for theirs.
    """
    folder = site_folder()
    if folder is not None and not (folder / PACK_FILE).is_file():
        raise ContentError(
            N_("The folder of your own curriculum holds no file {file}, or is not there: {folder}"),
            N_("Plug in the disk it lies on, correct {variable}, or take {variable} away to use ours."),
            file=PACK_FILE, folder=folder, variable=NAMED_BY,
        )  # fmt: skip


def usual_site_folder() -> Path:
    """Where a site's own folder lies when nothing names another."""
    return settings_folder() / "pack"
