"""One writer a record, whoever asks second, and nothing left behind by a killed one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agenda.error import RecordBusy, Refused
from agenda.record.lock import WriterLock, lock_path

HOLD = """
import sys
from pathlib import Path
from agenda.record.lock import WriterLock
lock = WriterLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_console(record: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock until it is told to end."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(record)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_process_is_told_who_is_first(tmp_path: Path) -> None:
    record = tmp_path / "record"
    with another_console(record):
        lock = WriterLock(record)
        with pytest.raises(RecordBusy, match="Another console has this record open") as caught:
            lock.acquire()
        assert caught.value.hint
        assert not lock.is_held


def test_a_killed_process_leaves_the_record_free(tmp_path: Path) -> None:
    record = tmp_path / "record"
    with another_console(record) as process:
        process.kill()
        process.wait(timeout=10)
        with WriterLock(record) as lock:
            assert lock.is_held


def test_a_second_console_in_one_process_is_refused_too(tmp_path: Path) -> None:
    with WriterLock(tmp_path / "record"), pytest.raises(RecordBusy):
        WriterLock(tmp_path / "record").acquire()


def test_a_released_lock_can_be_taken_by_the_next(tmp_path: Path) -> None:
    first, second = WriterLock(tmp_path / "record"), WriterLock(tmp_path / "record")
    first.acquire()
    first.acquire()
    first.release()
    first.release()
    second.acquire()
    assert (first.is_held, second.is_held) == (False, True)
    second.release()


def test_two_records_have_two_writers(tmp_path: Path) -> None:
    with WriterLock(tmp_path / "one"), WriterLock(tmp_path / "two") as second:
        assert second.is_held


def test_the_lock_file_names_nobody(tmp_path: Path) -> None:
    with WriterLock(tmp_path / "record"):
        assert lock_path(tmp_path / "record").read_bytes() == b""


def test_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match="folder") as caught:
        WriterLock(tmp_path / "file" / "record").acquire()
    assert not isinstance(caught.value, RecordBusy)
