"""``facilitator content``: which lessons there are, and whether a pack is fit to teach from."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from content.error import ContentError, Problem
from content.load import builtin_pack_folder, load_pack
from content.pack import Module
from facilitator.language import _, locale, ngettext

if TYPE_CHECKING:
    from content.check import LessonReport

DAMAGED = 3
_PATH = click.argument("path", required=False, type=click.Path(path_type=Path, file_okay=False))


@click.group()
def content() -> None:
    """Look at the curriculum: its lessons, and what a check finds."""


@content.command("list")
@_PATH
def list_lessons(path: Path | None) -> None:
    """List modules and lessons, of the built-in curriculum or of the pack at PATH."""
    try:
        pack = load_pack(path or builtin_pack_folder(locale()))
    except ContentError as error:
        _refuse(error)
    _say(f"{pack.title} · {pack.language} · {pack.version}")
    for module in pack.modules:
        _say_module(module)
    _finish(pack.problems)


@content.command("check")
@_PATH
def check_lessons(path: Path | None) -> None:
    """Check every lesson of the built-in curriculum or of the pack at PATH."""
    from content.check import check_pack  # the Markdown parser and the reading formulas

    try:
        report = check_pack(path or builtin_pack_folder(locale()))
    except ContentError as error:
        _refuse(error)
    _say(_row(_("Lesson"), _("Words"), "ARI", _("Coleman–Liau"), _("Pages"), _("Homework")))
    for one in report.lessons:
        _say(_measured(one))
    if report.is_fit:
        count = len(report.lessons)
        _say(ngettext("{count} lesson, no problems.", "{count} lessons, no problems.", count).format(count=count))
    _finish(report.problems)


def _say_module(module: Module) -> None:
    _say(f"\n{module.title}  ({module.slug})")
    for entry in module.lessons:
        minutes = ngettext("{count} min", "{count} min", entry.minutes).format(count=entry.minutes)
        _say(f"  {entry.id}  {minutes:>7}  {entry.slug}  ·  {entry.title}")


def _measured(report: LessonReport) -> str:
    reading = report.reading
    grades = ["–" if grade is None else f"{grade:.1f}" for grade in (reading.automated, reading.coleman_liau)]
    return _row(report.entry.slug, str(reading.words), *grades, str(report.pages), str(report.homework))


def _row(name: str, *numbers: str) -> str:
    return f"{name:<36}" + "".join(f"{number:>13}" for number in numbers)


def _finish(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    for one in found:
        _say(f"{one.file}:{one.line} {one.sentence(_)}")
    if found:
        _say(ngettext("{count} problem.", "{count} problems.", len(found)).format(count=len(found)), err=True)
        sys.exit(DAMAGED)


def _refuse(error: ContentError) -> NoReturn:
    """A pack that cannot be opened at all: what, and what to do."""
    _say(_(error.message).format(**error.values), err=True)
    _say(_(error.hint).format(**error.values), err=True)
    sys.exit(error.exit_code)


def _say(text: str, err: bool = False) -> None:
    """Print also where the terminal knows only ASCII: a sign it lacks becomes a question mark, not an error."""
    stream = sys.stderr if err else sys.stdout
    encoding = stream.encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding), err=err)
