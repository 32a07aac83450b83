"""What this person's program remembers from one day to the next, outside any record: no name, nothing about anybody.

A file that is gone, damaged or of a later version is no error: then nothing is remembered, and what a later version
wrote into it is left as it is.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from agenda.error import Refused
from facilitator.settings_folder import settings_folder

PRINTER = "printer"
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


def locks_after() -> int:
    """Minutes without a key until the console locks itself; 0 for never."""
    found = _read().get(LOCKS_AFTER)
    return found if type(found) is int and 0 <= found <= 24 * 60 else USUAL_MINUTES


def remember_locks_after(minutes: int) -> None:
    """Keep this for every console on this computer."""
    _remember({LOCKS_AFTER: minutes})


def _remember(changed: dict[str, Any]) -> None:
    """Keep these values; a folder that cannot be written to is no reason to say no to anything else."""
    from facilitator.whole_file import write_whole

    known = _read()
    if {**known, **changed} == known:
        return
    file = settings_file()
    with suppress(OSError, Refused):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(file, json.dumps({**known, **changed}, ensure_ascii=False, indent=1).encode() + b"\n")


def _read() -> dict[str, Any]:
    try:
        found = json.loads(settings_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
