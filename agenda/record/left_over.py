"""What lies beside a record that is opened: the trace of a kill, and whether it is this file's own.

While an action is written the database keeps the pages as they were in ``RECORD-journal``; at every other moment that
file is empty and the record is whole. The database would put such a trace back into whatever lies beside it, into a
copy from last week, too. So every change writes the number of its journal (drawn anew each time) into the first page
(``mark``). A journal is the file's own if the file's first page is the one it keeps, or carries its number; anything
else is set aside under another name and never put back. A log (``RECORD-wal``) is of an earlier version.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

from agenda.error import N_, Damaged
from agenda.record.page import SIZE, FirstPage, first_page

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_NUMBER = 12
"""Where the journal's own number stands in it; it is there before anything of the record is changed."""
_ENTRY = 4 + SIZE + 4


class LeftOver(Enum):
    """What the last console left beside the record."""

    NOTHING = "nothing"
    HALF_AN_ACTION = "half an action"
    """The file's own journal: taking it back gives all that was confirmed."""
    LOG = "log"
    """The log of an earlier version, which belongs to a file of that version."""
    FOREIGN = "foreign"
    """A journal or log of another file, or of another state of this one."""


@dataclass(frozen=True, slots=True)
class _Journal:
    number: int
    before: bytes | None
    """The record's first page as it was, if the journal keeps it."""


def journal_path(record: Path) -> Path:
    return record.with_name(f"{record.name}-journal")


def log_path(record: Path) -> Path:
    return record.with_name(f"{record.name}-wal")


def index_path(record: Path) -> Path:
    """Where the earlier version kept an index of its log."""
    return record.with_name(f"{record.name}-shm")


def number_of(journal: Path) -> int:
    """The number of the journal that is being written.

    Raises:
        OSError: if it cannot be read.
        EOFError: if it has none.
    """
    with journal.open("rb") as file:
        file.seek(_NUMBER)
        found = file.read(4)
    if len(found) < 4:
        raise EOFError("a journal without a number")
    return int.from_bytes(found, "big")


def remove_empty_journal(record: Path) -> None:
    """A journal that holds nothing is taken away by whoever writes the record, so that two files are all there is."""
    journal = journal_path(record)
    with suppress(OSError):
        if journal.stat().st_size == 0:
            journal.unlink()


def left_over(record: Path, raw_key: bytes) -> LeftOver:
    """What lies beside this record. Reads only; the caller knows that no console is writing, or reads a copy."""
    journal = _journal(journal_path(record))
    has_log = _size(log_path(record)) > 0
    if journal is None and not has_log:
        return LeftOver.NOTHING
    with record.open("rb") as file:
        raw = file.read(SIZE)
    if len(raw) < SIZE:
        return LeftOver.FOREIGN
    page = first_page(raw, raw_key)
    if has_log:
        return LeftOver.LOG if page.keeps_a_log and journal is None else LeftOver.FOREIGN
    return LeftOver.HALF_AN_ACTION if journal is not None and _is_its_own(journal, page, raw_key) else LeftOver.FOREIGN


def keeps_a_log(record: Path, raw_key: bytes) -> bool:
    """Whether an earlier version had this record last, and left nothing."""
    with record.open("rb") as file:
        raw = file.read(SIZE)
    return len(raw) == SIZE and first_page(raw, raw_key).keeps_a_log


def set_aside(record: Path) -> None:
    """Rename what is not this record's own, so that nothing ever puts it in; nothing is thrown away."""
    for file in (journal_path(record), log_path(record), index_path(record)):
        if file.exists():
            file.rename(_free_name(file))


def copied(record: Path) -> TemporaryDirectory[str]:
    """A private folder with a copy of the record and all that lies beside it, as encrypted as they are."""
    folder = TemporaryDirectory(prefix="facilitator-", ignore_cleanup_errors=True)
    for file in (record, journal_path(record), log_path(record)):
        if file.exists():
            shutil.copyfile(file, Path(folder.name) / file.name)
    return folder


def _journal(path: Path) -> _Journal | None:
    """The journal, if the database would put it back: none, empty or without its first sign is nothing."""
    try:
        with path.open("rb") as file:
            head = file.read(28)
            if len(head) < 28 or not head[0]:
                return None
            count, number, sector = (int.from_bytes(head[at : at + 4], "big") for at in (8, _NUMBER, 20))
            if head[:8] != _MAGIC or not 28 <= sector <= 65536:
                return _Journal(number, None)
            file.seek(sector)
            for _entry in range(count):
                entry = file.read(_ENTRY)
                if len(entry) < _ENTRY:
                    break
                if int.from_bytes(entry[:4], "big") == 1:
                    return _Journal(number, entry[4 : 4 + SIZE])
            return _Journal(number, None)
    except FileNotFoundError:
        return None
    except OSError:
        raise Damaged(
            N_("What the last console left beside the record cannot be read: {file}."),
            N_("Look who may read it, and at the disk. Leave both files as they are."),
            file=path.name,
        ) from None


def _is_its_own(journal: _Journal, page: FirstPage, raw_key: bytes) -> bool:
    """The first page is the first to be kept, and to be written: it is as the journal has it, or carries its number."""
    if page.mark == journal.number:
        return True
    if journal.before is None:
        return False
    before = first_page(journal.before, raw_key)
    return before.plain == page.plain if before.mark == 0 else before.mark == page.mark


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _free_name(file: Path) -> Path:
    number = 1
    while (place := file.with_name(f"{file.name}.left-over-{number}")).exists():
        number += 1
    return place
