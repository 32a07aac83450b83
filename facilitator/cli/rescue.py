"""``facilitator rescue``: what a damaged record can still give, in a new one beside it."""

from __future__ import annotations

from shlex import quote

import click

from agenda.clock import SystemClock
from agenda.error import N_, Refused
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.record import chosen_record, record_option
from facilitator.language import _


@click.command(
    "rescue",
    help=_(
        "Save what can still be read of a damaged record into a new one beside it, under the same passphrases. The "
        "damaged one stays as it is. A backup is whole, this is not: look things up in it, and go on with the backup."
    ),
)
@record_option
@click.pass_context
def rescue(ctx: click.Context) -> None:
    """Only reads the record that is there."""
    from agenda.record.backup.plan import refuse_half_restored
    from agenda.record.backup.rescuing import rescue as save  # the database: not for --help
    from agenda.record.keys.key_file import unlock

    record = chosen_record(ctx)
    refuse_half_restored(record)
    if not record.is_file():
        raise Refused(N_("There is no record at this place."), N_("Name it: facilitator rescue --record PATH"))
    saved = save(record, unlock(record, asked_passphrase()).raw_key, SystemClock().now())
    click.echo(_("What can be read of the record was saved as {file}.").format(file=saved.record))
    if saved.incomplete:
        click.echo(_("Some of it could not be read any more, in: {tables}.").format(tables=", ".join(saved.incomplete)))
    else:
        click.echo(_("All of it could be read."))
    click.echo(_("Look at it: facilitator --record {file}").format(file=quote(str(saved.record))))
