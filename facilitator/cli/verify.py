"""``facilitator verify``: is everything in a record or a backup as it should be?"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

import click

from agenda.error import N_, Damaged, DamagedBackup, Refused
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.progress import progress
from facilitator.cli.record import choose_record, chosen_record, record_option
from facilitator.language import _, ngettext

if TYPE_CHECKING:
    from agenda.record.backup.check import Part
    from agenda.record.backup.verifying import Looked, Opened

ZIP = b"PK\x03\x04"


@click.command(
    "verify",
    help=_(
        "Look at every page, key, reference and journal trigger and at every reviewed note of your record, or of the "
        "record or backup FILE. Nothing is changed. Exit code 3 if something is damaged."
    ),
)
@record_option
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_context
def verify(ctx: click.Context, file: Path | None) -> None:
    """Reads beside any console."""
    from agenda.record.backup.plan import refuse_half_restored
    from agenda.record.backup.verifying import look  # the database: not for --help

    path = chosen_record(ctx) if file is None else file
    refuse_half_restored(path)
    if not path.is_file():
        raise Refused(N_("There is no record or backup at this place."), N_("Name it: facilitator verify FILE"))
    if file is not None:
        choose_record(ctx, file)
    is_good = True
    is_backup = _is_backup(path)
    with _opened(path, is_backup) as opened, progress(_("Looking…")) as told:
        for looked in look(opened, told):
            is_good = is_good and not looked.problem
            click.echo(_line(looked))
    if not is_good:
        kind = DamagedBackup if is_backup else Damaged
        raise kind(N_("Not everything is as it should be."), N_("Leave these files as they are."))
    click.echo(_("Everything is as it should be."))


def _is_backup(path: Path) -> bool:
    from agenda.record.backup.name import ENDING

    return path.name.endswith(ENDING) or _begins_like_a_zip(path)


def _opened(path: Path, is_backup: bool) -> AbstractContextManager[Opened]:
    from agenda.record.backup.verifying import opened_backup, opened_record

    return opened_backup(path, asked_passphrase) if is_backup else opened_record(path, asked_passphrase())


def _begins_like_a_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(ZIP)) == ZIP
    except OSError:
        raise Refused(N_("This file cannot be read."), N_("Look at who may read it, and at the disk.")) from None


def _line(looked: Looked) -> str:
    name = _called(looked.part)
    if looked.problem:
        return f"✗ {name}: {_(looked.problem)}"
    count = looked.holding + looked.lapsed
    if not count:
        return f"✓ {name}"
    said = ngettext("{n} review holds", "{n} reviews hold", looked.holding).format(n=looked.holding)
    if looked.lapsed:
        lapsed = ngettext("{n} has lapsed", "{n} have lapsed", looked.lapsed).format(n=looked.lapsed)
        said = _("{what}, {more}").format(what=said, more=lapsed)
    return f"✓ {name}: {said}"


def _called(part: Part) -> str:
    from agenda.record.backup.check import Part

    match part:
        case Part.FILE:
            return _("The file of the backup")
        case Part.KEYS:
            return _("The keys")
        case Part.PAGES:
            return _("Every page")
        case Part.TABLES:
            return _("Tables and indexes")
        case Part.REFERENCES:
            return _("What rows say of each other")
        case Part.VERSION:
            return _("The version")
        case Part.JOURNAL:
            return _("The journal")
        case Part.NOTES:
            return _("Reviewed notes")
        case _:
            assert_never(part)
