"""From a folder to a pack. Listing reads the front matter of each lesson and nothing behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from content.error import N_, ContentError, DamagedFile
from content.loading import FOLDER_NAME, MODULE_FILE, PACK_FILE, Loading
from content.pack import LessonEntry, Pack
from content.table import Table, read_table, read_text

if TYPE_CHECKING:
    from content.lesson import Lesson

PACKS = Path(__file__).parent / "packs"


def builtin_pack_folder(language: str = "en") -> Path:
    """The folder of the curriculum in this language (``it``, ``it_IT``), or in English where we have none."""
    code = re.split(r"[-_]", language.lower())[0]
    folder = PACKS / f"imr-{code}"
    return folder if FOLDER_NAME.fullmatch(code) and folder.is_dir() else PACKS / "imr"


def load_pack(folder: Path) -> Pack:
    """The pack in this folder. Damaged modules and lessons are left out and become ``pack.problems``.

    Raises ``ContentError`` only when ``pack.toml`` itself cannot be used.
    """
    table = pack_table(folder)
    return pack_of(Loading(folder, table), table)


def pack_table(folder: Path, prefix: str = "") -> Table:
    """The pack's own file. Raises ``ContentError`` where there is none, or none that can be read."""
    if not (folder / PACK_FILE).is_file():
        raise ContentError(
            N_("There is no curriculum in this folder."), N_("It would hold a file {file}."), file=PACK_FILE
        )
    return read_table(folder / PACK_FILE, prefix + PACK_FILE)


def pack_of(loading: Loading, table: Table, base_modules: tuple[str, ...] = ()) -> Pack:
    """The pack that this walk finds; its editions may name ``base_modules`` too. Raises ``ContentError``."""
    pack = Pack(
        folder=loading.folder,
        programme=table.text("programme"),
        language=table.text("language"),
        version=table.text("version"),
        title=table.text("title"),
        modules=tuple(loading.modules()),
        editions=tuple(loading.editions((*table.texts("modules"), *base_modules))),
        is_overlay=table.flag("overlay"),
    )
    return replace(pack, problems=tuple(loading.problems))


def load_lesson(entry: LessonEntry) -> Lesson:
    """The whole lesson. Missing or malformed parts are empty and stand in ``lesson.problems``.

    A site's file that cannot be read is named there, and ours is taken, where it has one of ours to replace. Raises
    ``DamagedFile`` when there is nothing to take.
    """
    from content.parse import parse_lesson  # the Markdown parser, which a list of lessons does not need

    try:
        return parse_lesson(entry, read_text(entry.path, entry.file))
    except DamagedFile as error:
        if entry.replaces is None:
            raise
        ours = load_lesson(entry.replaces)
        return replace(ours, problems=(error.problem, *ours.problems))


__all__ = ["MODULE_FILE", "PACK_FILE", "ContentError", "builtin_pack_folder", "load_lesson", "load_pack"]
