"""What this person's program remembers from one day to the next, outside any record: no name, nothing about anybody.

A file that is gone, damaged or of a later version is no error: then nothing is remembered, and what a later version
wrote into it is left as it is.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from agenda.error import Refused
from agenda.instant import from_text, to_text
from facilitator.settings_folder import settings_folder

PRINTER = "printer"
SECOND_PLACE = "second_place"
SENT = "sent"
LOCKS_AFTER = "locks_after"
USUAL_MINUTES = 15
"""Without a key, until the console locks itself."""


def settings_file() -> Path:
    """Where it lies: in the person's folder of settings. Asking creates nothing."""
    return settings_folder() / "settings.json"


def remembered_printer() -> str:
    """The printer chosen last; empty if none was."""
    found = _read().get(PRINTER)
    return found if isinstance(found, str) and found.isprintable() else ""


def remember_printer(name: str) -> None:
    """Keep this printer for the next time."""
    _remember({PRINTER: name})


def second_place() -> Path | None:
    """Where copies of backups go as well, if somebody chose a place."""
    found = _read().get(SECOND_PLACE)
    return Path(found) if isinstance(found, str) and found and "\0" not in found else None


def remember_second_place(place: Path | None) -> None:
    """Keep this place for copies of backups; none takes the choice back."""
    _remember({SECOND_PLACE: "" if place is None else str(place.absolute())})


def sent_at(record: str) -> datetime | None:
    """When the newest copy in the second place was made, of the record of this random name."""
    known = _read().get(SENT)
    found = known.get(record) if isinstance(known, dict) else None
    try:
        return from_text(found) if isinstance(found, str) else None
    except ValueError:
        return None


def remember_sent(record: str, moment: datetime) -> None:
    """The second place has the backup of this record made at this moment."""
    known = _read().get(SENT)
    _remember({SENT: {**(known if isinstance(known, dict) else {}), record: to_text(moment)}})


def locks_after() -> int:
    """Minutes without a key until the console locks itself; 0 for never."""
    found = _read().get(LOCKS_AFTER)
    return found if type(found) is int and 0 <= found <= 24 * 60 else USUAL_MINUTES


def remember_locks_after(minutes: int) -> None:
    """Keep this for every console on this computer."""
    _remember({LOCKS_AFTER: minutes})


def remembered(key: str) -> Any:
    """What another room keeps under this key; none where it has kept nothing. It checks itself what it finds."""
    return _read().get(key)


def remember(key: str, value: Any) -> bool:
    """Keep a value of plain data under this key; whether it is on disk."""
    return _remember({key: value})


def _remember(changed: dict[str, Any]) -> bool:
    """Keep these values; a folder that cannot be written to is no reason to say no to anything else."""
    from facilitator.whole_file import write_whole

    known = _read()
    if {**known, **changed} == known:
        return True
    file = settings_file()
    with suppress(OSError, Refused):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(file, json.dumps({**known, **changed}, ensure_ascii=False, indent=1).encode() + b"\n")
        return True
    return False


def _read() -> dict[str, Any]:
    try:
        found = json.loads(settings_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
