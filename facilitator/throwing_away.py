"""What lies in folders of ours for a while and must not stay: made paper, practice groups that were killed."""

from __future__ import annotations

import os
import shutil
import stat
import time
from contextlib import suppress
from pathlib import Path

A_DAY = 24 * 3600.0


def throw_away_old(folder: Path, prefix: str = "", older_than: float = A_DAY) -> None:
    """Delete what is ours in this folder, begins so and has not been touched for so many seconds.

    Links are not followed; what cannot be deleted now is left for the next time.
    """
    with suppress(OSError):
        for entry in os.scandir(folder):
            with suppress(OSError):
                found = entry.stat(follow_symlinks=False)
                if entry.name.startswith(prefix) and _is_ours(found) and time.time() - found.st_mtime > older_than:
                    _delete(Path(entry.path), found)


def _is_ours(found: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or found.st_uid == os.getuid()


def _delete(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        shutil.rmtree(path)
    else:
        path.unlink()
