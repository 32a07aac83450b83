"""``facilitator content``: which lessons there are, are they fit to teach from, and a new one to fill in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from content.error import N_, ContentError, Problem
from content.pack import LessonEntry, Module, Origin, Pack
from facilitator.curriculum import curriculum, curriculum_at, site_folder, usual_site_folder
from facilitator.language import _, ngettext

if TYPE_CHECKING:
    from content.check import Counts, LessonReport

DAMAGED = 3
NAME_WIDTH, NUMBER_WIDTH = 36, 14
ORIGINS = {Origin.REPLACED: N_("your own in place of ours"), Origin.ADDED: N_("your own")}

pack_argument = click.argument("path", required=False, type=click.Path(path_type=Path, file_okay=False))
"""The folder of a pack; without one, the curriculum in use: the built-in one and the site's own over it."""


@click.group(help=_("List and check the lessons, or begin one."))
def content() -> None:
    pass


@content.command("list", help=_("List modules and lessons: those in use, or those of the pack at PATH."))
@pack_argument
@click.option("--edition", metavar="9|10|11", help=_("Number the modules as that edition of the manual does."))
@click.pass_context
def list_lessons(ctx: click.Context, path: Path | None, edition: str | None) -> None:
    pack = _pack(path)
    modules = _in_edition(pack, edition)
    click.echo(f"{pack.title} ({pack.language}, {pack.version})")
    for number, module in modules:
        _show_module(number, module)
    _show_sum([entry for _number, module in modules for entry in module.course()])
    _show_problems(ctx, pack.problems)


@content.command("check", help=_("Check every lesson: those in use, or those of the pack at PATH."))
@pack_argument
@click.pass_context
def check_lessons(ctx: click.Context, path: Path | None) -> None:
    from content.check import check  # the Markdown parser and the reading formulas

    report = check(_pack(path))
    columns = (_("Words"), _("Grade (ARI)"), _("Grade (C-L)"), _("Pages"), _("Homework"))
    click.echo(_row(_("Lesson"), *columns))
    for one in report.lessons:
        click.echo(_measured(one))
    _show_counts(report.counts)
    _show(report.notices)
    if report.is_fit:
        count = len(report.lessons)
        click.echo(ngettext("{count} lesson, no problems.", "{count} lessons, no problems.", count).format(count=count))
    _show_problems(ctx, report.problems)


@content.command("new", help=_("Begin a lesson in your own folder; a lesson of ours is copied, to be changed."))
@click.argument("name", metavar=_("MODULE/SLUG"))
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=_("Your own folder of lessons; else the one in use."),
)
def new(name: str, folder: Path | None) -> None:
    from content.new_lesson import new_lesson

    own = folder or site_folder() or usual_site_folder()
    written = new_lesson(own, name, curriculum())
    said = _("Copied our lesson, to be changed: {file}") if written.is_copy else _("Wrote a lesson to fill in: {file}")
    click.echo(said.format(file=written.lesson))
    for path in written.lists:
        click.echo(_("Its list: {file}").format(file=path))
    click.echo(_("When it is written: facilitator content check {folder}").format(folder=own))
    if own.absolute() != site_folder():
        click.echo(_("To teach from it, set FACILITATOR_PACK={folder}").format(folder=own.absolute()))


def _pack(path: Path | None) -> Pack:
    return curriculum_at(path) if path else curriculum()


def _in_edition(pack: Pack, name: str | None) -> tuple[tuple[int | None, Module], ...]:
    if name is None:
        return tuple((None, module) for module in pack.modules)
    edition = pack.edition(name)
    if edition is None:
        known = ", ".join(one.name for one in pack.editions) or "-"
        raise UnknownEdition(N_("There is no edition “{name}”."), N_("There are: {known}."), name=name, known=known)
    return pack.numbered(edition)


class UnknownEdition(ContentError):
    """Something to type again."""

    exit_code = 1


def _show_module(number: int | None, module: Module) -> None:
    place = "" if number is None else f"{number}. "
    click.echo(f"\n{place}{module.title} ({module.slug}){_origin(module.origin)}")
    for entry in module.course():
        _show_lesson(entry, "  ")
        for variant in module.variants(entry.id):
            _show_lesson(variant, "      ")


def _show_lesson(entry: LessonEntry, indent: str) -> None:
    minutes = _("{count} min").format(count=entry.minutes)
    click.echo(f"{indent}{entry.id}  {minutes:>7}  {entry.slug}: {entry.title}{_origin(entry.origin)}")


def _origin(origin: Origin) -> str:
    return f" ({_(ORIGINS[origin])})" if origin in ORIGINS else ""


def _show_sum(entries: list[LessonEntry]) -> None:
    text = ngettext("{count} lesson, {minutes} minutes.", "{count} lessons, {minutes} minutes.", len(entries))
    click.echo("\n" + text.format(count=len(entries), minutes=sum(entry.minutes for entry in entries)))


def _measured(report: LessonReport) -> str:
    reading = report.reading
    grades = (_grade(grade) for grade in (reading.automated, reading.coleman_liau))
    return _row(report.entry.slug, str(reading.words), *grades, str(report.pages), str(report.homework))


def _show_counts(counts: Counts) -> None:
    click.echo()
    for name, value in (
        (_("Modules"), str(counts.modules)),
        (_("Lessons"), str(counts.lessons)),
        (_("of these, variants"), str(counts.variants)),
        (_("Pages for the wall"), str(counts.pages)),
        (_("Homework options"), str(counts.homework)),
        (_("Words"), str(counts.words)),
        (_("Highest grade"), _grade(counts.highest)),
        (_("Median grade"), _grade(counts.median)),
    ):
        click.echo(f"{name:<{NAME_WIDTH}}{value:>{NUMBER_WIDTH}}")
    click.echo()


def _grade(grade: float | None) -> str:
    return "-" if grade is None else f"{grade:.1f}"


def _row(name: str, *numbers: str) -> str:
    return f"{name:<{NAME_WIDTH}}" + "".join(f"{number:>{NUMBER_WIDTH}}" for number in numbers)


def _show(problems: Iterable[Problem]) -> None:
    from facilitator.error_words import in_words  # a curriculum without problems needs none of them

    for one in problems:
        click.echo(f"{one.file}:{one.line} {in_words(one.message, one.values)}")


def _show_problems(ctx: click.Context, problems: Iterable[Problem]) -> None:
    """Each problem as ``file:line sentence``, which editors know how to open; exit 3 if there are any."""
    found = tuple(problems)
    if found:
        _show(found)
        total = ngettext("{count} problem.", "{count} problems.", len(found))
        click.echo(total.format(count=len(found)), err=True)
        ctx.exit(DAMAGED)
