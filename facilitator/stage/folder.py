"""Where the stage is, and that it is a folder of ours and nobody else's."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

STATE = "state.json"
KIOSK = "kiosk.json"
INBOX = "inbox"
PROMPT = "telephone.json"
PRESSES = "presses"
LOCK = "stage.lock"
OURS_ONLY = 0o700


def N_(text: str) -> str:  # noqa: N802 - the name gettext looks for
    """Mark a sentence for translation; it is translated where it is shown."""
    return text


class StageRefused(Exception):
    """The folder cannot be the stage. The sentences name no path: they may be read on a projector."""

    exit_code = 1

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


_ANOTHER = N_("Name another folder with --stage.")


def stage_folder(chosen: Path | None = None) -> Path:
    """The stage: the one chosen, else FACILITATOR_STAGE, else the user's own place. Asking creates nothing.

    Raises:
        StageRefused: if this system names no place of the user's own.
    """
    if chosen is not None:
        return chosen
    named = os.environ.get("FACILITATOR_STAGE")
    if named:
        return Path(named)
    runtime = _runtime_folder()
    return (runtime / "facilitator" if runtime else _data_folder()) / "stage"


def open_stage(folder: Path) -> Path:
    """Make the folder if it is missing, readable by us alone, and give it back.

    Raises:
        StageRefused: if it is a link, not a folder, somebody else's, or cannot be made.
    """
    try:
        _make(folder)
        found = folder.lstat()
        _refuse_what_is_not_ours(found)
        if os.name == "posix" and stat.S_IMODE(found.st_mode) != OURS_ONLY:
            folder.chmod(OURS_ONLY)
    except (OSError, ValueError):
        raise StageRefused(N_("The folder for the wall cannot be made or opened."), _ANOTHER) from None
    return folder


def open_inside(folder: Path, name: str, flags: int, mode: int = 0o600) -> int:
    """Open one file of the folder, where neither the folder nor the file may be a link."""
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    if os.open not in os.supports_dir_fd:
        return os.open(folder / name, flags, mode)
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        return os.open(name, flags, mode, dir_fd=place)
    finally:
        os.close(place)


def read_inside(folder: Path, name: str, most: int) -> bytes | None:
    """The bytes of one file of the folder; none unless it is a plain file of ours with one name and not too long.

    Whoever forged it, a link, a folder, a pipe that nobody writes to, a file without an end: nobody waits for it.
    """
    try:
        # A fifo would keep us waiting for a writer; O_NONBLOCK opens it at once, and then it is refused.
        file = open_inside(folder, name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return None
    try:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1 or found.st_size > most or not _is_ours(found):
            return None
        return os.read(file, most)
    except OSError:
        return None
    finally:
        os.close(file)


def _is_ours(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid == os.geteuid()


def keep_names(folder: Path) -> None:
    """The names of its files are on disk, too. Only POSIX can ask for that; elsewhere the system sees to it itself."""
    if os.name != "posix":
        return
    place = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(place)
    except OSError as problem:
        if problem.errno not in _CANNOT_BE_ASKED:
            raise
    finally:
        os.close(place)


_CANNOT_BE_ASKED = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)
"""What a file system says that synchronises no folders; the file itself is safe by then."""


def _make(folder: Path) -> None:
    # Path.mkdir(parents=True) would leave the parents open to everybody.
    missing = [parent for parent in (folder, *folder.parents) if not os.path.lexists(parent)]
    for each in reversed(missing):
        each.mkdir(OURS_ONLY, exist_ok=True)


def _refuse_what_is_not_ours(found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise StageRefused(N_("The folder for the wall is a link to somewhere else."), _ANOTHER)
    if not stat.S_ISDIR(found.st_mode):
        raise StageRefused(N_("The name for the wall's folder is taken by a file."), _ANOTHER)
    if not _is_ours(found):
        raise StageRefused(N_("The folder for the wall belongs to somebody else."), _ANOTHER)


def _runtime_folder() -> Path | None:
    # platformdirs would warn and fall back to a shared place; we prefer the person's own data folder.
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.name != "posix" or not os.path.isabs(named):
        return None
    try:
        found = os.lstat(named)
        _refuse_what_is_not_ours(found)
    except (OSError, ValueError, StageRefused):
        return None
    return Path(named) if not stat.S_IMODE(found.st_mode) & 0o077 else None


def _data_folder() -> Path:
    from platformdirs import user_data_path  # only when nothing nearer is named

    try:
        folder = user_data_path("facilitator", appauthor=False)
    except (OSError, RuntimeError, ValueError, KeyError):
        folder = Path()
    if not folder.is_absolute():
        raise StageRefused(
            N_("This system does not say where your files are kept."),
            N_("Name a folder with --stage, or set FACILITATOR_STAGE."),
        )
    return folder
