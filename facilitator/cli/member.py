"""``facilitator member``: who is who, a copy for one of them of what is kept, and erasing it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from agenda.error import N_, Refused
from agenda.name import folded
from facilitator.cli.paper import chosen_paper, large_option, name_replaced, paper_option
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.record import chosen_record, record_option
from facilitator.cli.taking_out import write_down
from facilitator.language import _, locale
from facilitator.whole_file import write_whole
from legible import one_line

group_option = click.option("--group", metavar="NAME", help=_("Only this group."))


@click.group(help=_("Who is who in the groups; a copy for one member of all that is kept about them; erasing it."))
@record_option
def member() -> None:
    pass


@member.command("list", help=_("List everybody who is or was a member, with the digit by which commands know them."))
@record_option
@group_option
@click.pass_context
def list_members(ctx: click.Context, group: str | None) -> None:
    from agenda.record.taking_out import reading
    from facilitator.cli.choice import all_members, chosen_groups
    from facilitator.record_words import VALUES

    with reading(_path(ctx), asked_passphrase()) as source:
        for one in chosen_groups(source.record, group):
            click.echo(one_line(one.name))
            for found in all_members(source.record, one):
                status = _(VALUES[found.status.value])
                click.echo(f"  {found.word:<4} {status:<12}  {one_line(found.name)}")


@member.command(
    "copy",
    help=_(
        "Write all that is kept about one member, to be handed to them: DIGIT as in member list. "
        "Names of other members are taken out where they stand in full; read it before you hand it over. "
        "The files are not encrypted."
    ),
)
@record_option
@group_option
@click.argument("who", metavar="DIGIT")
@click.option("-o", "--output", "pdf", metavar="FILE", type=click.Path(path_type=Path), help=_("The PDF to write."))
@click.option("--json", "data", metavar="FILE", type=click.Path(path_type=Path), help=_("The same as data, to write."))
@large_option
@paper_option
@click.pass_context
def copy(
    ctx: click.Context,
    group: str | None,
    who: str,
    pdf: Path | None,
    data: Path | None,
    is_large: bool,
    size: str | None,
) -> None:
    targets = [one for one in (pdf, data) if one is not None]
    if not targets:
        raise click.UsageError(_("Say where it goes: -o FILE, or --json FILE."))
    _refuse_what_is_there(targets)
    path = _path(ctx)
    from agenda.access import Access
    from agenda.record.taking_out import reading
    from facilitator.cli.choice import chosen_member

    with reading(path, asked_passphrase()) as source:
        found = chosen_member(source.record, who, group)
        write_down(source, Access.COPY, member=found.id)
        from facilitator.paperwork.press import press
        from facilitator.session_paper.access_copy import as_data, kept_about, on_paper

        kept, now = kept_about(source.record, found.id), source.record.clock.now()
    if pdf is not None:
        paper = chosen_paper(kept.language or locale(), is_large, size)
        pressed = press([on_paper(kept, now, paper)], paper)
        write_whole(pdf, pressed.pdf)
        name_replaced(pressed)
    if data is not None:
        write_whole(data, (json.dumps(as_data(kept, now), ensure_ascii=False, indent=1) + "\n").encode())
    for one in targets:
        click.echo(_("Wrote {file}.").format(file=one))
    click.echo(_("Read it first: words may still point to others. It is not encrypted: delete what is left here."))


@member.command(
    "erase",
    help=_(
        "Erase a former member for good: DIGIT as in member list. It says what goes and what stays, and asks for the "
        "name. Whoever erases must be allowed to."
    ),
)
@record_option
@group_option
@click.argument("who", metavar="DIGIT")
@click.pass_context
def erase(ctx: click.Context, group: str | None, who: str) -> None:
    path = _path(ctx)
    from agenda.record.erasure import erase as erased
    from agenda.record.erasure import refuse_too_early
    from agenda.record.opening import open_record
    from facilitator.cli.choice import chosen_member
    from facilitator.erasing import still_named_words, what_goes_and_stays

    record = open_record(path, asked_passphrase())
    try:
        found = chosen_member(record, who, group)
        refuse_too_early(record, found.id)
        click.echo(_("Erase what is kept about {name} of “{group}”?").format(
            name=one_line(found.name), group=one_line(found.group.name)
        ))  # fmt: skip
        for sentence in what_goes_and_stays():
            click.echo(sentence)
        typed = click.prompt(_("To erase, type the name as it stands above"), default="", show_default=False)
        if folded(typed) != folded(found.name):
            raise Refused(
                N_("This is not the name; nothing was erased."), N_("See who is who: facilitator member list")
            )
        count = erased(record, found.id)
    finally:
        record.close()
    click.echo(_("Erased."))
    if count:
        click.echo(still_named_words(count))


def _path(ctx: click.Context) -> Path:
    path = chosen_record(ctx)
    if not path.is_file():  # said before anybody types a passphrase
        raise Refused(N_("There is no record at this place."), N_("Name it: facilitator member list --record PATH"))
    return path


def _refuse_what_is_there(targets: list[Path]) -> None:
    if len({one.resolve() for one in targets}) < len(targets):
        raise click.UsageError(_("The PDF and the data need a file each."))
    for one in targets:
        if one.exists() or one.is_symlink():
            raise Refused(
                N_("There is another file at {file}; nothing was written."),
                N_("Choose another place, or move that file away."),
                file=one,
            )
        if not one.parent.is_dir():
            raise Refused(N_("There is no such folder to write into."), N_("Make the folder first, or choose another."))
