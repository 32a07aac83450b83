"""``facilitator`` without a command: the console."""

from __future__ import annotations

import os

import click

from facilitator.cli.record import chosen_record, record_option
from facilitator.language import _

PASSPHRASE = "FACILITATOR_PASSPHRASE"  # noqa: S105 - the name of a variable


@click.command("console", hidden=True, help=_("Open the console on your own record; the first time, set it up."))
@record_option
@click.option(
    "--stage",
    metavar="DIR",
    help=_("The folder where console and wall meet, if not your own default (also: FACILITATOR_STAGE)."),
)
@click.pass_context
def console(ctx: click.Context, stage: str | None) -> None:
    """Open the record that was chosen; with a passphrase in the environment nothing is asked."""
    from facilitator.console.start import run_console  # the key file and all that opens it

    ctx.exit(run_console(chosen_record(ctx), os.environ.get(PASSPHRASE) or None, stage=stage))
