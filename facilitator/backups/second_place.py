"""A second place for backups: a stick or a share, which may be away for weeks and then gets the newest one.

What makes it "there" is a folder of ours in it, made when the place was chosen. A share that is not mounted leaves an
empty folder behind; without that sign, backups would land on this computer's own disk and pass for copies elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from agenda.error import N_, AgendaError, Refused
from agenda.record.backup.folder import backups_in, is_tight
from agenda.record.backup.making import send
from agenda.record.backup.name import Backup, backup_folder
from agenda.record.keys.store import key_file_path, read_key_file
from facilitator.settings import remember_second_place, remember_sent, second_place, sent_at

FOLDER = "facilitator-backups"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the backups of a record. ``newest`` lies beside it; ``sent`` is when the newest copy
    in the second place was made; ``problem`` is what kept it from getting one although it is there. ``room_for`` is
    how many there is room for beside the record, where there is room for no more than there are."""

    newest: Backup | None
    place: Path | None
    is_there: bool = False
    sent: datetime | None = None
    problem: AgendaError | None = None
    room_for: int | None = None


def choose(place: Path | None) -> None:
    """From now on copies go there as well; to no second place any more for none.

    Raises:
        Refused: if nothing can be written there; then the choice is as it was.
    """
    if place is not None:
        try:
            if not place.is_dir():
                raise FileNotFoundError
            (place / FOLDER).mkdir(mode=0o700, exist_ok=True)
        except OSError:
            raise Refused(
                N_("Nothing can be written at this place."), N_("Plug it in, or name another folder that is there.")
            ) from None
    remember_second_place(place)


def bring_up_to_date(record: Path) -> Standing:
    """Send the newest backup of the record to the second place, if that is there and lacks it; how things stand.

    It may take as long as a share takes to answer: never on the thread that draws.
    """
    key = record_id(record)
    beside = backups_in(backup_folder(record), key or None)
    place = second_place()
    standing = Standing(
        newest=next(iter(beside), None),
        place=place,
        sent=None if place is None else sent_at(key),
        room_for=len(beside) if is_tight(backup_folder(record), key or None) else None,
    )
    if place is None or not _is_there(place / FOLDER):
        return standing
    try:
        if standing.newest is not None:
            remember_sent(key, send(standing.newest, place / FOLDER).made_at)
    except AgendaError as problem:
        return replace(standing, is_there=True, problem=problem)
    return replace(standing, is_there=True, sent=sent_at(key))


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:  # a share whose computer is off
        return False


def record_id(record: Path) -> str:
    """The random name of a record, from its key file; empty where that cannot be read."""
    try:
        return read_key_file(key_file_path(record)).record
    except AgendaError:
        return ""
