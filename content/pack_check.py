"""What holds a pack together: every file is listed, every variant has its base, every worksheet named is there."""

from __future__ import annotations

from collections.abc import Iterator

from content.drawing import drawings_of, faults
from content.error import N_, DamagedFile, Problem, problem
from content.loading import MODULE_FILE, PACK_FILE
from content.pack import Pack
from content.table import read_text
from content.worksheet_check import worksheet_problems
from content.worksheet_shelf import load_worksheet, worksheets_of


def pack_problems(pack: Pack) -> Iterator[Problem]:
    """Everything that no single lesson can know."""
    yield from _unlisted(pack)
    yield from _variants(pack)
    yield from _worksheets(pack)
    yield from _drawings(pack)


def _variants(pack: Pack) -> Iterator[Problem]:
    """A variant stands beside a lesson of its own module, and that one is not a variant itself."""
    for module in pack.modules:
        bases = {entry.id for entry in module.lessons if entry.variant_of is None}
        for entry in module.lessons:
            if entry.variant_of is not None and entry.variant_of not in bases:
                message = N_("“{name}” is the id of no lesson of this module that could have a variant.")
                yield problem(entry.file, 1, message, name=entry.variant_of)


def _worksheets(pack: Pack) -> Iterator[Problem]:
    shelf = worksheets_of(pack)
    slugs = {entry.slug for entry in shelf}
    for lesson in pack.lessons():
        for slug in lesson.worksheets:
            if slug not in slugs:
                yield problem(lesson.file, 1, N_("No worksheet is called “{name}”."), name=slug)
    for entry in shelf:
        try:
            yield from worksheet_problems(load_worksheet(pack, entry.slug), pack.language)
        except DamagedFile as error:
            yield error.problem


def _drawings(pack: Pack) -> Iterator[Problem]:
    """Every file is of the form, and every lesson's drawing is there."""
    there = drawings_of(pack)
    for name, (path, file) in there.items():
        try:
            text = read_text(path, file)
        except DamagedFile as error:
            yield error.problem
        else:
            yield from faults(name, text, file)
    for lesson in pack.lessons():
        if lesson.drawing and lesson.drawing not in there:
            yield problem(lesson.file, 1, N_("No drawing is called “{name}”."), name=lesson.drawing)


def _unlisted(pack: Pack) -> Iterator[Problem]:
    """Files that lie in the pack and would never be taught, because no list names them."""
    entries = [*pack.lessons(), *(entry.replaces for entry in pack.lessons() if entry.replaces)]
    known = {entry.path for entry in entries} | {
        folder / module.slug / MODULE_FILE for folder, _prefix in pack.folders() for module in pack.modules
    }
    named = {one.file for one in pack.problems}
    for folder, prefix in pack.folders():
        for pattern, message, name in _LISTED:
            for path in sorted(folder.glob(pattern)):
                file = prefix + path.relative_to(folder).as_posix()
                if path not in known and file not in named:
                    yield problem(file, 1, message, list=name)


_LISTED = (
    ("*/[0-9]*.md", N_("No {list} names this lesson, or it cannot be used."), MODULE_FILE),
    (f"*/{MODULE_FILE}", N_("{list} does not name this module."), PACK_FILE),
)
