"""What small files between our processes have in common: written whole or not at all, and read with suspicion."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from facilitator.stage.folder import StageRefused, keep_names, open_inside, open_stage

HALF = ".part"
"""How a file ends whose writing is not finished; whoever reads looks past it."""


def drop(stage: Path, folder: str, name: str, raw: bytes) -> bool:
    """Put a file into a folder of the stage, in full or not at all; false if that cannot be done.

    True means that it is on disk: whoever gave it may be thanked, and the power may go.
    """
    half = f".{secrets.token_hex(16)}{HALF}"
    try:
        place = open_stage(open_stage(stage) / folder)
    except (OSError, ValueError, StageRefused):
        return False
    try:
        with os.fdopen(open_inside(place, half, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.replace(place / half, place / name)
        keep_names(place)
    except (OSError, ValueError, StageRefused):
        for left in (place / half, place / name):  # it was not kept, so nobody may find it later
            with suppress(OSError):
                left.unlink()
        return False
    return True


def short_text(value: Any, longest: int, *, may_be_empty: bool = False) -> str:
    """The value, if it is a text of so many letters that can be shown. Raises ``ValueError`` for anything else."""
    if not isinstance(value, str) or len(value) > longest or not (value or may_be_empty):
        raise ValueError("not a short text")
    value.encode()  # half a surrogate pair cannot be shown: UnicodeEncodeError is a ValueError
    return value


def instant(value: Any) -> datetime:
    """The instant in this text, in UTC. Raises ``ValueError`` for a text without a zone and anything else."""
    moment = datetime.fromisoformat(short_text(value, 64))
    if moment.tzinfo is None:
        raise ValueError("an instant without zone")
    return moment.astimezone(UTC)


def written(moment: datetime) -> str:
    """An instant as it stands in a file."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
