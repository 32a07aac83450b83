"""``facilitator site``: the handouts as a folder of pages, for any web host."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from content.error import N_, DamagedFile, Problem, problem
from content.pack import Pack
from facilitator.cli.site_folder import CODE, SiteFolder
from facilitator.curriculum import curriculum, refuse_missing_site_folder
from facilitator.error_words import in_words
from facilitator.language import _, ngettext
from facilitator.whom_to_call import CrisisHelp

DAMAGED = 3
HOME = "index.html"
NO_CODE = N_("“{id}” is not a code of eight signs a-z and 2-7: the lesson has no page.")


@click.command("site", help=_("Write a page for each handout into DIR, to be put on any web host."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.pass_context
def site(ctx: click.Context, folder: Path) -> None:
    """Every page is whole or as it was; a lesson that cannot be read is named, and the others are written."""
    from content.words import load_words  # the Markdown parser: not for --help
    from facilitator.crisis_help import UNSET, crisis_help

    refuse_missing_site_folder()
    pack = curriculum()
    words = load_words(pack)
    crisis = crisis_help(words.crisis)
    problems = [*pack.problems, *words.problems]
    pages = dict(_pages(pack, crisis, problems))
    place = SiteFolder(folder)
    place.open(set(pages))
    with click.progressbar(pages.items(), label=_("Pages"), file=sys.stderr) as shown:
        for name, page in shown:
            place.write(name, page)
    place.finish()
    count = len(pages) - 1
    said = ngettext("Wrote {count} lesson to {folder}.", "Wrote {count} lessons to {folder}.", count)
    click.echo(said.format(count=count, folder=folder))
    click.echo(_("Put the folder on your web host, and its https address into the settings of the group:"))
    click.echo(_("the codes on paper then lead to these pages."))
    if not crisis.is_known:
        click.echo(_(UNSET), err=True)
    for one in problems:
        click.echo(f"{one.file}:{one.line} {in_words(one.message, one.values)}", err=True)
    if problems:
        ctx.exit(DAMAGED)


def _pages(pack: Pack, crisis: CrisisHelp, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """Each page by the file that holds it. A lesson whose code is no code has no place of its own."""
    from facilitator.pages.site import Site  # the templates: not for --help

    made = Site(pack, crisis)
    yield HOME, made.home()
    for entry in pack.lessons():
        if not CODE.fullmatch(entry.id):
            problems.append(problem(entry.file, 1, NO_CODE, id=entry.id))
            continue
        try:
            yield f"{entry.id}/{HOME}", made.page(entry.id)
        except DamagedFile as error:
            problems.append(error.problem)
