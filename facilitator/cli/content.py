"""``facilitator content``: which lessons there are, and whether a pack is fit to teach from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from content.error import Problem
from content.pack import Module
from facilitator.cli.failure import in_words
from facilitator.curriculum import curriculum, curriculum_at
from facilitator.language import _, ngettext

if TYPE_CHECKING:
    from content.check import LessonReport

DAMAGED = 3
NAME_WIDTH, NUMBER_WIDTH = 36, 14

pack_argument = click.argument("path", required=False, type=click.Path(path_type=Path, file_okay=False))
"""The folder of a pack; without one, the curriculum that comes with the program."""


@click.group(help=_("List and check the lessons."))
def content() -> None:
    pass


@content.command("list", help=_("List modules and lessons: the built-in ones, or those of the pack at PATH."))
@pack_argument
@click.pass_context
def list_lessons(ctx: click.Context, path: Path | None) -> None:
    pack = curriculum_at(path) if path else curriculum()
    click.echo(f"{pack.title} ({pack.language}, {pack.version})")
    for module in pack.modules:
        _show_module(module)
    _show_problems(ctx, pack.problems)


@content.command("check", help=_("Check every lesson: the built-in ones, or those of the pack at PATH."))
@pack_argument
@click.pass_context
def check_lessons(ctx: click.Context, path: Path | None) -> None:
    from content.check import check  # the Markdown parser and the reading formulas

    report = check(curriculum_at(path) if path else curriculum())
    columns = (_("Words"), _("Grade (ARI)"), _("Grade (C-L)"), _("Pages"), _("Homework"))
    click.echo(_row(_("Lesson"), *columns))
    for one in report.lessons:
        click.echo(_measured(one))
    if report.is_fit:
        count = len(report.lessons)
        click.echo(ngettext("{count} lesson, no problems.", "{count} lessons, no problems.", count).format(count=count))
    _show_problems(ctx, report.problems)


def _show_module(module: Module) -> None:
    click.echo(f"\n{module.title} ({module.slug})")
    for entry in module.lessons:
        minutes = _("{count} min").format(count=entry.minutes)
        click.echo(f"  {entry.id}  {minutes:>7}  {entry.slug}: {entry.title}")


def _measured(report: LessonReport) -> str:
    reading = report.reading
    grades = ("-" if grade is None else f"{grade:.1f}" for grade in (reading.automated, reading.coleman_liau))
    return _row(report.entry.slug, str(reading.words), *grades, str(report.pages), str(report.homework))


def _row(name: str, *numbers: str) -> str:
    return f"{name:<{NAME_WIDTH}}" + "".join(f"{number:>{NUMBER_WIDTH}}" for number in numbers)


def _show_problems(ctx: click.Context, problems: Iterable[Problem]) -> None:
    """Each problem as ``file:line sentence``, which editors know how to open; exit 3 if there are any."""
    found = tuple(problems)
    for one in found:
        click.echo(f"{one.file}:{one.line} {in_words(one.message, one.values)}")
    if found:
        total = ngettext("{count} problem.", "{count} problems.", len(found))
        click.echo(total.format(count=len(found)), err=True)
        ctx.exit(DAMAGED)
