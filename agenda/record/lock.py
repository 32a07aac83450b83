"""One writer a record: a lock of the operating system, so that a killed console leaves none behind.

``RECORD.lock`` stays empty and stays where it is. Who has the record and since when is in the record itself, behind
the passphrase: a file beside it names nobody. A link to a record has the lock of the record.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from agenda.error import N_, Protected, RecordBusy


def lock_path(record: Path) -> Path:
    """Where the lock of a record lies: beside it, its name with ``.lock`` added."""
    return record.with_name(record.name + ".lock")


class WriterLock:
    """The right to write one record, held by one process at a time; also a context manager."""

    def __init__(self, record: Path) -> None:
        from filelock import FileLock  # 7 ms, and nothing that only reads takes a lock

        # Not a singleton and not thread-local: a second console in this very process is refused as well, and a
        # worker thread may write under the lock its console holds. No fallback to a lock made of a mere file: that
        # one would outlive a killed console.
        self._lock = FileLock(
            lock_path(record.resolve()), timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    @property
    def is_held(self) -> bool:
        return self._lock.is_locked

    def acquire(self) -> None:
        """Take the lock at once or raise RecordBusy; taking it again while held changes nothing."""
        from filelock import SoftFileLock, Timeout

        if self.is_held:
            return
        try:
            if isinstance(self._lock, SoftFileLock):  # what the library takes by itself where the system has no locks
                raise NotImplementedError
            self._lock.acquire(blocking=False)
        except Timeout:
            raise RecordBusy(
                N_("Another console has this record open."),
                N_("Close it there first, or open the record here to read only."),
            ) from None
        except (OSError, NotImplementedError):
            raise Protected(
                N_("The folder of the record cannot be written."),
                N_("Choose a folder of your own on this computer's disk."),
            ) from None

    def release(self) -> None:
        """Give the lock back; releasing one that is not held changes nothing."""
        self._lock.release()

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
