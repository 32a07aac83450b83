"""Having what was written on the disk itself, and not only with the system."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_and_sync(path: Path, data: bytes) -> None:
    """A new file, ours alone from its first byte."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    with suppress(OSError):  # some systems cannot open a folder; the file itself is safe by then
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
