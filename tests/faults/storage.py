"""Faults of storage, one try at a time: each makes a record in an empty folder, harms it, and counts what was lost.

Every try gets its chance and its folder, so that the same seeds are the same tries; ``TRIES`` names them all.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from agenda.error import AgendaError, Damaged, NotWritten, RecordBusy, Refused
from agenda.record.connection import Record
from agenda.record.keys.key_file import key_file_path
from agenda.record.left_over import journal_path
from agenda.record.lock import lock_path
from agenda.record.opening import create_record, open_record
from agenda.record.rows import group as groups
from tests.agenda.record.half import half_an_action
from tests.builders import CHEAP, a_group
from tests.faults.disk import WORDS, a_disk
from tests.faults.outcome import Outcome

SECRET = "correct horse"
FILLING = 6000
"""Characters a mark may have: enough for pages of its own."""

TryOnce = Callable[[random.Random, Path], Outcome]


def a_new_record(folder: Path) -> Record:
    record, _code = create_record(folder / "record", SECRET, name="Robin", cost=CHEAP)
    a_group(record)
    return record


def mark(record: Record, number: int, chance: random.Random) -> None:
    """One confirmed action, as large as chance has it."""
    [group] = groups.all_groups(record)
    groups.set_agreements(record, group.id, (str(number), "x" * chance.randrange(FILLING)))


def marks_in(record: Record) -> int:
    """The number of the last mark that is there, all of it whole."""
    assert record.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}], "not whole"
    assert record.rows("SELECT * FROM current_action") == [], "half an action"
    found = groups.all_groups(record)[0].agreements
    return int(found[0]) if found else 0


def reopened(path: Path, *, read_only: bool = False) -> int:
    record = open_record(path, SECRET, read_only=read_only)
    try:
        return marks_in(record)
    finally:
        record.close()


def refusal(work: Callable[[], object]) -> AgendaError | None:
    """How this was refused, if it was."""
    try:
        work()
    except AgendaError as refused:
        return refused
    return None


def disk_takes_nothing(chance: random.Random, folder: Path) -> Outcome:
    """Full, protected, gone or faulty at any write of a short session; each refusal has its words, and work goes on."""
    record, confirmed = a_new_record(folder), 0
    with a_disk(record) as disk:
        for number in range(1, 9):
            disk.fault = chance.choice((*WORDS, None))
            disk.spared, disk.takes_all_back = chance.randrange(6), chance.random() < 0.5
            refused = refusal(lambda: mark(record, number, chance))  # noqa: B023 - done at once
            if refused is None:
                confirmed = number
            else:
                assert disk.fault is not None
                assert isinstance(refused, NotWritten | RecordBusy)
                assert refused.message.startswith(WORDS[disk.fault])
                assert refused.hint
            disk.is_well()
            assert marks_in(record) == confirmed
    record.close()
    return Outcome("refused, then taken", confirmed, confirmed - reopened(folder / "record"))


def file_goes_away(chance: random.Random, folder: Path) -> Outcome:
    """Moved, removed, replaced or without its keys while open: refused, and a copy saved elsewhere has everything."""
    record, path, confirmed = a_new_record(folder), folder / "record", chance.randrange(1, 5)
    for number in range(1, confirmed + 1):
        mark(record, number, chance)
    match chance.choice(("moved", "removed", "replaced", "keys")):
        case "moved":
            path.rename(folder / "moved")
        case "removed":
            path.unlink()
        case "replaced":
            shutil.copy(path, folder / "other")
            (folder / "other").rename(path)
        case _:
            key_file_path(path).unlink()
    refused = refusal(lambda: mark(record, confirmed + 1, chance))
    if refused is None:
        return Outcome("taken though it was gone", confirmed, confirmed)
    assert "moved, replaced or removed" in refused.message
    record.copy_to(folder / "copy")
    record.close()
    return Outcome("refused, and saved elsewhere", confirmed, confirmed - reopened(folder / "copy"))


def put_back_beside(chance: random.Random, folder: Path) -> Outcome:
    """An older or newer copy put back beside what a kill left in the middle of an action opens as that copy."""
    record, path = a_new_record(folder), folder / "record"
    states = []
    for number in range(1, 5):
        mark(record, number, chance)
        states.append(path.read_bytes())
    half = half_an_action(record, groups.all_groups(record)[0].id, "5")
    states.append(half.after)
    record.close()
    number = chance.randrange(1, 7)
    path.write_bytes(half.torn(chance) if number == 6 else states[number - 1])
    journal_path(path).write_bytes(half.journal)
    lock_path(path).unlink(missing_ok=True)
    expected = 4 if number in (4, 5, 6) else number  # the state before the action, or half of it, is mended
    read = reopened(path, read_only=True)
    found = reopened(path, read_only=chance.random() < 0.2)
    assert read == found
    ended = "half of it taken back" if number >= 4 else "opened as that copy"
    return Outcome(ended, expected, int(found != expected))


def copied_at_any_moment(chance: random.Random, folder: Path) -> Outcome:
    """``cp`` of the two files while marks are written: the copy has all that was confirmed before, or is refused."""
    record, path, number = a_new_record(folder), folder / "record", 0
    (folder / "copy").mkdir()
    for number in range(1, chance.randrange(2, 6)):
        mark(record, number, chance)
    before = number
    with subprocess.Popen(["cp", str(path), str(key_file_path(path)), str(folder / "copy")]) as copying:
        while copying.poll() is None:
            number += 1
            mark(record, number, chance)
    record.close()
    found: list[int] = []
    refused = refusal(lambda: found.append(reopened(folder / "copy" / "record")))
    if refused is None:
        return Outcome("opened", before, max(0, before - found[0]))
    assert isinstance(refused, Damaged)
    return Outcome("refused: copied in the middle of an action", before)


def harmed(chance: random.Random, folder: Path) -> Outcome:
    """Record or key file cut, zeroed or with a bit turned: refused in words, or nothing that matters was touched."""
    record, path = a_new_record(folder), folder / "record"
    mark(record, 1, chance)
    record.db.close()  # ended without being closed: the next start looks through it
    assert record.lock is not None
    record.lock.release()
    file = chance.choice((path, key_file_path(path)))
    content = bytearray(file.read_bytes())
    place = chance.randrange(len(content))
    match chance.choice(("cut", "zeroed", "flipped")):
        case "cut":
            del content[place:]
        case "zeroed":
            content[place : place + 512] = bytes(len(content[place : place + 512]))
        case _:
            content[place] ^= 1 << chance.randrange(8)
    file.write_bytes(content)
    found: list[int] = []
    refused = refusal(lambda: found.append(reopened(path)))
    if refused is None:
        return Outcome("opened whole", 1, 1 - found[0])
    assert isinstance(refused, Damaged), "nothing false: no wrong passphrase, nobody else's record"
    assert refused.hint
    assert file.read_bytes() == content, "a damaged file is left as it is"
    return Outcome("refused in words", 1)


def held_by_another(chance: random.Random, folder: Path) -> Outcome:
    """A second console, and a stranger's lock on the file: refused in words, and written once it is free."""
    record, path = a_new_record(folder), folder / "record"
    mark(record, 1, chance)
    if not isinstance(refusal(lambda: open_record(path, SECRET)), RecordBusy):
        return Outcome("two consoles wrote", 1, 1)
    reader = open_record(path, SECRET, read_only=True)
    record.db.conn.execute("PRAGMA busy_timeout = 0")
    reader.db.conn.execute("BEGIN")
    reader.rows("SELECT * FROM groups")
    if not isinstance(refusal(lambda: mark(record, 2, chance)), RecordBusy):
        return Outcome("written while it was read", 1, 1)
    reader.db.conn.execute("COMMIT")
    assert marks_in(reader) == 1
    mark(record, 3, chance)
    assert isinstance(refusal(lambda: mark(reader, 4, chance)), Refused)
    reader.close()
    record.close()
    return Outcome("refused, then taken", 3, 3 - reopened(path))


TRIES: dict[str, TryOnce] = {
    "disk full, protected, gone or faulty at a write": disk_takes_nothing,
    "file moved, removed or replaced while open": file_goes_away,
    "copy put back beside what a kill left": put_back_beside,
    "two files copied by cp while marks are written": copied_at_any_moment,
    "record or key file cut, zeroed, a bit turned": harmed,
    "second console, record locked": held_by_another,
}
"""Every fault of storage, by what happens."""
