"""Writing a file that is there in full or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from agenda.error import N_, Refused
from facilitator.in_place import put_in_place

OURS_ONLY = 0o600


def write_whole(target: Path, content: bytes, mode: int = OURS_ONLY) -> None:
    """The file is there in full or not at all, and from its first byte only those may read it whom ``mode`` lets."""
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(beside, target)
    except OSError:
        beside.unlink(missing_ok=True)
        raise Refused(N_("The file cannot be written."), N_("Choose a folder of your own with room for it.")) from None
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
