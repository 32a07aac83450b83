"""``facilitator`` without a command: the console."""

from __future__ import annotations

import click

from facilitator.cli.passphrase import given_passphrase
from facilitator.cli.record import chosen_record, record_option
from facilitator.language import _


@click.command("console", hidden=True, help=_("Open the console on your own record; the first time, set it up."))
@record_option
@click.option(
    "--stage",
    metavar="DIR",
    help=_("The folder where console and wall meet, if not your own default (also: FACILITATOR_STAGE)."),
)
@click.pass_context
def console(ctx: click.Context, stage: str | None) -> None:
    """Open the record that was chosen; with a passphrase handed over nothing is asked."""
    from facilitator.console.start import run_console  # the key file and all that opens it

    ctx.exit(run_console(chosen_record(ctx), given_passphrase(), stage=stage))
