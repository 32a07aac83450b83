"""``facilitator restore``: a backup put back, with nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import click

from agenda.clock import SystemClock
from agenda.error import N_, Refused
from facilitator.cli.record import chosen_record, record_option
from facilitator.language import _


@click.command(
    "restore",
    help=_(
        "Put the record of the backup FILE in the place of yours, or at --to PATH. A record that is there is set "
        "aside under another name, never overwritten. No passphrase is asked: all that opened the record when the "
        "backup was made opens it again. Without FILE a restore that was cut short is finished."
    ),
)
@record_option
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--to", metavar="PATH", type=click.Path(path_type=Path), help=_("Put it there instead."))
@click.pass_context
def restore(ctx: click.Context, file: Path | None, to: Path | None) -> None:
    """Refused while a console has the record that is there."""
    from agenda.record.backup.restoring import finish
    from agenda.record.backup.restoring import restore as put_back  # the database: not for --help
    from facilitator.backups.words import risk_of, when

    record = chosen_record(ctx) if to is None else to
    done = finish(record) if file is None else put_back(file, record, SystemClock().now())
    if done is None:
        raise Refused(N_("Which backup? No file was named."), "{which}", which=_which(record))
    click.echo(_("Restored the record as it was on {when} to {file}.").format(when=when(done.made_at), file=record))
    if done.set_aside is not None:
        click.echo(_("What was there before is kept as {file}.").format(file=done.set_aside))
    if to is not None:
        click.echo(_("Open it: facilitator --record {file}").format(file=record))
    risk = risk_of(record)
    if risk:
        click.echo(risk)


def _which(record: Path) -> str:
    """How to name one; the newest that is good, if one is found."""
    from agenda.record.backup.name import ENDING
    from facilitator.backups.offer import newest_good, restore_command

    found = newest_good(record)
    if found is None:
        return _("Their names end in {ending}. No good one was found beside the record or in a second place.").format(
            ending=ENDING
        )
    return _("The newest good one: {command}").format(command=restore_command(found.path, record))
