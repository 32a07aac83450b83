"""Writes the public state into the stage: one publisher at a time, whole files only, never an error."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.public import PublicState, to_json
from facilitator.in_place import put_in_place
from facilitator.language import _
from facilitator.stage.folder import KIOSK, LOCK, N_, PROMPT, STATE, StageRefused, open_inside, open_stage

if TYPE_CHECKING:
    from filelock import FileLock

_UNWRITABLE = N_("The wall cannot be updated: its folder cannot be written.")


class Publisher:
    """The one writer of a stage.

    ``has_wall`` is false while another console holds the stage; ``problem`` is a sentence when the last ``publish``
    failed for another reason. Each ``publish`` tries everything anew, so a folder that was deleted comes back and a
    wall that another console let go is taken.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.problem: str | None = None
        self._folder = folder
        self._now = now
        self._lock: FileLock | None = None
        self._lock_is: tuple[int, int] | None = None
        self._closed = False
        self._attempt(lambda: None)

    @property
    def folder(self) -> Path:
        """Where the stage is."""
        return self._folder

    @property
    def has_wall(self) -> bool:
        return self._lock is not None

    def publish(self, state: PublicState) -> bool:
        """Show this state, stamped with the present instant; false if nothing was written."""
        if self._closed:
            return False
        return self._attempt(lambda: self._write(to_json(replace(state, published_at=self._now()))))

    def publish_kiosk(self, raw: bytes | None) -> bool:
        """Put these bytes into the kiosk file, or none: then there is no kiosk; false if the stage is not ours."""
        return self._publish_beside(raw, KIOSK)

    def publish_prompt(self, raw: bytes | None) -> bool:
        """The same for the file of the facilitator's telephone."""
        return self._publish_beside(raw, PROMPT)

    def _publish_beside(self, raw: bytes | None, name: str) -> bool:
        if self._closed:
            return False
        return self._attempt(lambda: _clear(self._folder / name) if raw is None else self._write(raw, name))

    def close(self) -> None:
        """Let the wall go; the last state stays until the wall finds it stale."""
        self._closed = True
        self._release()

    def _attempt(self, work: Callable[[], None]) -> bool:
        self.problem = None
        try:
            open_stage(self._folder)
            self._hold()
            if self.has_wall:
                work()
        except StageRefused as refused:
            self.problem = _(refused.message)
        except OSError:
            self.problem = _(_UNWRITABLE)
        return self.has_wall and self.problem is None

    def _hold(self) -> None:
        # After the folder was deleted or replaced, the lock we hold is on a file nobody else can see.
        if self._lock is not None and self._lock_on_disk() != self._lock_is:
            self._release()
        if self._lock is None:
            self._take()

    def _take(self) -> None:
        from filelock import FileLock, SoftFileLock, Timeout  # here, so that a wall never loads it

        # No lock made of a mere file, which is what the library means where the system has none: that one would
        # outlive a killed console.
        if issubclass(FileLock, SoftFileLock):
            raise OSError("no locks here")
        lock = FileLock(self._folder / LOCK, mode=0o600, thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return
        except NotImplementedError as unlockable:
            raise OSError("no locks here") from unlockable
        self._lock, self._lock_is = lock, self._lock_on_disk()

    def _lock_on_disk(self) -> tuple[int, int] | None:
        try:
            found = (self._folder / LOCK).lstat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _release(self) -> None:
        lock, self._lock, self._lock_is = self._lock, None, None
        if lock is not None:
            with suppress(OSError):
                lock.release()

    def _write(self, raw: bytes, name: str = STATE) -> None:
        # What a killed console left under this name is ours to remove: we hold the lock.
        fresh = self._folder / f"{name}.new"
        _clear(fresh)
        with os.fdopen(open_inside(self._folder, fresh.name, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
            file.write(raw)
        if (self._folder / name).is_dir():
            _clear(self._folder / name)
        put_in_place(fresh, self._folder / name)


def _clear(path: Path) -> None:
    """Remove a file, a link or an empty folder in our way."""
    with suppress(FileNotFoundError):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
