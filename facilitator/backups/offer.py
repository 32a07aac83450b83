"""What is offered where a record is damaged: the newest backup that is good, and what it lacks."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from agenda.error import Damaged, DamagedBackup, TooNew
from agenda.record.backup.container import is_whole
from agenda.record.backup.folder import backups_in
from agenda.record.backup.name import Backup, backup_folder
from facilitator.backups.second_place import FOLDER, record_id
from facilitator.backups.words import when
from facilitator.error_words import error_words
from facilitator.language import _
from facilitator.settings import second_place


def newest_good(record: Path) -> Backup | None:
    """The newest backup of the record, beside it or in the second place, of which no bit is other than it was written.

    Each is read whole, the newest first, until one is good: seconds for a large one.
    """
    beside = backups_in(backup_folder(record))
    known = record_id(record) or next((one.record for one in beside), None)
    place = second_place()
    away = () if place is None else backups_in(place / FOLDER)
    mine = [one for one in (*beside, *away) if known is None or known.startswith(one.record)]
    ordered = sorted(mine, key=lambda one: one.made_at, reverse=True)
    return next((one for one in ordered if is_whole(one.path)), None)


def restore_command(backup: Path, record: Path) -> str:
    """What to type to put it in the place of this record."""
    return f"facilitator restore --record {quote(str(record))} {quote(str(backup))}"


def offer(record: Path) -> str:
    """What can be done about a damaged record."""
    found = newest_good(record)
    rest = _("What the damaged record can still give, this saves beside it:\n{command}").format(
        command=f"facilitator rescue --record {quote(str(record))}"
    )
    if found is None:
        return _("There is no good backup of it, neither beside it nor in a second place.") + "\n" + rest
    newest = _(
        "The newest good backup is of {when}; what was written after that is not in it. This puts it back and keeps "
        "the damaged files under another name:\n{command}"
    ).format(when=when(found.made_at), command=restore_command(found.path, record))
    return f"{rest}\n{newest}"


def with_offer(error: Damaged, record: Path) -> Damaged:
    """The same error with the offer at its end; as it is where no backup of the record would help."""
    if isinstance(error, TooNew | DamagedBackup):
        return error
    said = error_words(error)
    to_do = f"{said.hint}\n{offer(record)}" if said.hint else offer(record)
    return Damaged("{what}", "{to_do}", what=said.message, to_do=to_do)
