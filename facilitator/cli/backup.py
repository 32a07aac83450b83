"""``facilitator backup``: one file that holds record and key file, made beside an open console."""

from __future__ import annotations

from pathlib import Path

import click

from agenda.error import N_, Refused
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.progress import progress
from facilitator.cli.record import chosen_record, record_option
from facilitator.language import _


@click.command(
    "backup",
    help=_(
        "Back the record up into one file that holds record and keys, opened and checked before it counts. Without "
        "PLACE it lies beside the record, older ones are thinned, and the second place gets a copy; with PLACE it is "
        "written into that folder, a stick for instance, and nothing there is taken away."
    ),
)
@record_option
@click.argument("place", required=False, type=click.Path(path_type=Path))
@click.pass_context
def backup(ctx: click.Context, place: Path | None) -> None:
    """Reads the record; a console may have it open."""
    from agenda.record.backup.making import back_up, make  # the database: not for --help
    from agenda.record.backup.plan import refuse_half_restored
    from agenda.record.opening import open_record
    from facilitator.backups.second_place import bring_up_to_date
    from facilitator.backups.words import risk_of, second_place_words

    path = chosen_record(ctx)
    refuse_half_restored(path)
    if not path.is_file():  # said before anybody types a passphrase
        raise Refused(N_("There is no record at this place."), N_("Name it: facilitator backup --record PATH"))
    if place is not None and not place.is_dir():
        raise Refused(N_("There is no such folder."), N_("Plug the stick in, or name a folder that is there."))
    record = open_record(path, asked_passphrase(), read_only=True)
    try:
        if record.raw_key is None:
            raise ValueError("opened without a key")
        now, key = record.clock.now(), record.raw_key
        with progress(_("Backing up…")) as told:
            if place is None:
                made = back_up(path, key, now, source=record.db, progress=told)
            else:
                made = make(path, key, place, now, source=record.db, progress=told)
    finally:
        record.close()
    click.echo(_("Backed up to {file}; it was opened and checked.").format(file=made.path))
    said = "" if place is not None else second_place_words(bring_up_to_date(path))
    for line in (said, risk_of(path)):
        if line:
            click.echo(line)
