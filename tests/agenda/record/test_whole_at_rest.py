"""Whenever no action is being written, the record is one whole file; what a kill leaves is never put into another."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from agenda.error import Damaged
from agenda.record.connection import address
from agenda.record.keys.key_file import key_file_path, unlock
from agenda.record.left_over import LeftOver, journal_path, left_over, log_path
from agenda.record.lock import lock_path
from agenda.record.opening import create_record, open_record
from agenda.record.rows import group as groups
from tests.agenda.record.half import Half, half_an_action
from tests.builders import CHEAP, a_clock, a_group

SECRET = "correct horse"
MARKS = """
import sys
from pathlib import Path
from agenda.record.opening import open_record
from agenda.record.rows import group as groups
record = open_record(Path(sys.argv[1]), "correct horse")
[group] = groups.all_groups(record)
number = int(sys.argv[2])
while True:
    number += 1
    groups.set_agreements(record, group.id, (str(number),))
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with one group, closed."""
    place = tmp_path / "folder" / "record"
    record, _code = create_record(place, SECRET, name="Robin", clock=a_clock(), cost=CHEAP)
    groups.set_agreements(record, a_group(record), ("0",))
    record.close()
    return place


@pytest.fixture
def half(path: Path) -> Half:
    """A group whose agreement goes from ``old`` to ``new``; the record itself is left as it was before."""
    record = open_record(path, SECRET)
    [group] = groups.all_groups(record)
    groups.set_agreements(record, group.id, ("old",))
    found = half_an_action(record, group.id, "new")
    record.close()
    leave(path, found.before, found.journal)
    return found


def leave(path: Path, content: bytes, journal: bytes) -> None:
    path.write_bytes(content)
    journal_path(path).write_bytes(journal)


def written_on(path: Path, content: bytes, agreement: str) -> bytes:
    """What this file is after one more action, on another laptop."""
    other = path.parent.parent / "laptop" / path.name
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(content)
    shutil.copy(key_file_path(path), key_file_path(other))
    record = open_record(other, SECRET)
    groups.set_agreements(record, groups.all_groups(record)[0].id, (agreement,))
    found = other.read_bytes()
    record.close()
    return found


def kept(path: Path, *, read_only: bool = False) -> str:
    record = open_record(path, SECRET, read_only=read_only)
    try:
        assert record.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        assert record.rows("SELECT * FROM current_action") == []
        return groups.group(record, groups.all_groups(record)[0].id).agreements[0]
    finally:
        record.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_beside_an_open_record_lies_nothing_that_is_not_in_it(path: Path) -> None:
    record = open_record(path, SECRET)
    groups.set_agreements(record, groups.all_groups(record)[0].id, ("somewhere",))
    beside = {file.name: file.stat().st_size for file in path.parent.iterdir()}
    assert {name for name, size in beside.items() if size} == {path.name, key_file_path(path).name}
    record.close()
    assert {file.name for file in path.parent.iterdir()} == {
        path.name, key_file_path(path).name, lock_path(path).name
    }  # fmt: skip


def test_two_files_copied_between_any_two_actions_open_with_all_that_was_confirmed(path: Path, tmp_path: Path) -> None:
    record = open_record(path, SECRET)
    [group] = groups.all_groups(record)
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    for number in range(60):
        groups.set_agreements(record, group.id, (str(number),))
        for file in (path, key_file_path(path)):
            shutil.copy(file, copy.parent / file.name)
        assert kept(copy, read_only=number % 2 == 0) == str(number)
    record.close()


@pytest.mark.parametrize("seed", range(12))
def test_half_an_action_is_taken_back_however_far_it_came(path: Path, half: Half, seed: int) -> None:
    content = [half.before, half.after, half.torn(random.Random(seed))][min(seed, 2)]
    leave(path, content, half.journal)
    before = contents(path.parent)
    assert left_over(path, unlock(path, SECRET).raw_key) is LeftOver.HALF_AN_ACTION
    assert kept(path, read_only=True) == "old"
    assert contents(path.parent) == before, "reading wrote something"
    assert kept(path) == "old"


@pytest.mark.parametrize("which", ["older", "newer", "one action on from the same copy"])
def test_a_copy_put_back_beside_what_a_kill_left_opens_as_that_copy(path: Path, half: Half, which: str) -> None:
    older = half.before
    for number in range(3):
        older, last = written_on(path, older, f"older {number}"), older
    copy, expected = {
        "older": (last, "older 1"),
        "newer": (written_on(path, half.after, "newer"), "newer"),
        "one action on from the same copy": (written_on(path, half.before, "sibling"), "sibling"),
    }[which]
    leave(path, copy, half.journal)
    before = contents(path.parent)
    assert left_over(path, unlock(path, SECRET).raw_key) is LeftOver.FOREIGN
    assert kept(path, read_only=True) == expected
    assert contents(path.parent) == before, "reading wrote something"
    assert kept(path) == expected
    assert path.with_name("record-journal.left-over-1").read_bytes() == half.journal, "nothing is thrown away"


def test_killed_again_and_again_it_keeps_all_that_was_confirmed(path: Path, tmp_path: Path) -> None:
    """And a copy made before, put back beside whatever the kill left, opens as that copy."""
    chance, last = random.Random(7), 0
    for _kill in range(12):
        copy, copied = path.read_bytes(), last
        with subprocess.Popen(
            [sys.executable, "-c", MARKS, str(path), str(last)], stdout=subprocess.PIPE, text=True
        ) as console:
            assert console.stdout is not None
            for _mark in range(chance.randint(1, 6)):
                last = int(console.stdout.readline())
            console.send_signal(signal.SIGKILL)
            said = [int(line) for line in console.stdout.read().split()]
        last = said[-1] if said else last
        left = {file.name: file.read_bytes() for file in path.parent.iterdir()}
        path.write_bytes(copy)
        assert kept(path) == str(copied)
        for file in path.parent.iterdir():
            file.unlink()
        for name, content in left.items():
            path.with_name(name).write_bytes(content)
        found = int(kept(path))
        assert found in (last, last + 1), "the last may be on disk and not yet said"
        last = found


def as_an_earlier_version(path: Path) -> sqlcipher.Connection:
    """The file as that version has it open: in the mode with a log."""
    key = unlock(path, SECRET).raw_key
    connection = sqlcipher.connect(address(path), isolation_level=None, uri=True)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    return connection


def test_the_log_of_an_earlier_version_is_put_in_and_gone(path: Path) -> None:
    whole = path.read_bytes()
    connection = as_an_earlier_version(path)
    connection.execute("UPDATE lease SET who = 'x'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("INSERT OR REPLACE INTO lease (only, who, since) VALUES (1, 'Robin', '2026-11-24T12:00:00Z')")
    left = contents(path.parent)
    connection.close()
    for name, content in left.items():
        path.with_name(name).write_bytes(content)
    assert log_path(path).stat().st_size > 0
    reader = open_record(path, SECRET, read_only=True)
    assert reader.rows("SELECT who FROM lease") == [{"who": "Robin"}]
    reader.close()
    assert contents(path.parent) == left, "reading wrote something"
    record = open_record(path, SECRET)
    assert record.rows("PRAGMA journal_mode") == [{"journal_mode": "truncate"}]
    assert not log_path(path).exists()
    record.close()
    log_path(path).write_bytes(left[log_path(path).name])
    path.write_bytes(whole)
    assert kept(path, read_only=True) == "0", "a log beside a file of this version is not its own"
    assert kept(path) == "0"
    assert path.with_name("record-wal.left-over-1").exists()


def test_a_record_of_an_earlier_version_is_read_where_it_lies(path: Path) -> None:
    as_an_earlier_version(path).close()
    before = contents(path.parent)
    assert kept(path, read_only=True) == "0"
    assert contents(path.parent) == before


def test_one_that_was_left_open_is_looked_through_before_it_is_used(path: Path) -> None:
    record = open_record(path, SECRET)
    big = "x" * 3000
    for _line in range(20):
        groups.set_agreements(record, groups.all_groups(record)[0].id, (big + str(_line),))
    record.db.close()  # killed: the lease stays
    assert record.lock is not None
    record.lock.release()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged, match="A page of the record is damaged"):
        open_record(path, SECRET)


def test_a_reader_holds_up_nobody(path: Path) -> None:
    writer, reader = open_record(path, SECRET), open_record(path, SECRET, read_only=True)
    [group] = groups.all_groups(writer)
    for number in range(5):
        groups.set_agreements(writer, group.id, (str(number),))
        assert groups.group(reader, group.id).agreements == (str(number),)
    reader.close()
    writer.close()


@pytest.mark.parametrize("most", [0, 10_000])
def test_however_long_it_is_a_damaged_table_is_found_after_a_kill(
    path: Path, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agenda.record.opening.LOOKED_AT_WHOLE", most)
    record = open_record(path, SECRET)
    groups.set_agreements(record, groups.all_groups(record)[0].id, ("x" * 9000,))
    [(root,)] = record.db.conn.execute("SELECT rootpage FROM sqlite_master WHERE name = 'groups'").fetchall()
    record.db.close()  # killed: the lease stays
    assert record.lock is not None
    record.lock.release()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 + 2000] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged, match="A page of the record is damaged"):
        open_record(path, SECRET)
    assert path.read_bytes() == content, "left as it is"
