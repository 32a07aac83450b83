"""Making a record and opening it: file, key file, lock and lease together."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from agenda.error import Damaged, RecordBusy, WrongKey
from agenda.record import opening
from agenda.record.connection import Record, connect
from agenda.record.keys.key_file import key_file_path, unlock
from agenda.record.lock import WriterLock, lock_path
from agenda.record.opening import create_record, lease, open_record
from tests.builders import CHEAP, NOON, a_clock, a_group, assert_refused

SECRET = "correct horse"


def made(path: Path) -> Record:
    record, _code = create_record(path, SECRET, name="Robin", credentials="RN", clock=a_clock(), cost=CHEAP)
    return record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with one group, closed."""
    place = tmp_path / "folder" / "record"
    record = made(place)
    a_group(record)
    record.close()
    return place


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def names(record: Record) -> list[str]:
    return [row["name"] for row in record.rows("SELECT name FROM groups")]


def test_a_new_record_is_open_for_its_first_facilitator(tmp_path: Path) -> None:
    record = made(tmp_path / "record")
    assert record.rows("SELECT id, name, credentials FROM facilitators") == [
        {"id": record.facilitator, "name": "Robin", "credentials": "RN"}
    ]
    assert record.path == tmp_path / "record"
    assert not record.read_only
    record.close()


def test_what_was_written_is_there_when_it_is_opened_again(path: Path) -> None:
    record = open_record(path, SECRET)
    assert names(record) == ["Tuesday"]
    [found] = record.rows("SELECT id FROM facilitators")
    assert record.facilitator == found["id"]
    record.close()


def test_the_recovery_code_opens_it_too_for_nobody_in_particular(tmp_path: Path) -> None:
    record, code = create_record(tmp_path / "record", SECRET, name="Robin", cost=CHEAP)
    record.close()
    again = open_record(tmp_path / "record", code.lower())
    assert again.facilitator is None
    again.close()


def test_nothing_in_the_files_can_be_read_and_only_we_may_try(path: Path) -> None:
    for file in path.parent.iterdir():
        assert b"Robin" not in file.read_bytes()
        assert b"SQLite" not in file.read_bytes()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_wrong_passphrase_is_refused_and_writes_nothing(path: Path) -> None:
    before = contents(path.parent)
    for secret in ("wrong", "", "correct hors", "Correct horse"):
        with pytest.raises(WrongKey) as caught:
            open_record(path, secret)
        assert caught.value.hint
    assert contents(path.parent) == before


def test_where_there_is_no_record_none_is_made(tmp_path: Path) -> None:
    assert_refused("no record at this place", lambda: open_record(tmp_path / "none", SECRET))
    assert_refused("no record at this place", lambda: open_record(tmp_path, SECRET))
    assert list(tmp_path.iterdir()) == []


def test_one_writes_and_others_read(path: Path) -> None:
    writer = open_record(path, SECRET)
    with pytest.raises(RecordBusy):
        open_record(path, SECRET)
    reader = open_record(path, SECRET, read_only=True)
    a_group(writer, name="Thursday")
    assert names(reader) == ["Tuesday", "Thursday"]
    assert_refused("only reads", lambda: a_group(reader, name="Friday"))
    reader.close()
    writer.close()
    open_record(path, SECRET).close()


def test_who_writes_and_since_when_is_known_behind_the_passphrase(path: Path) -> None:
    writer = open_record(path, SECRET, clock=a_clock())
    reader = open_record(path, SECRET, read_only=True)
    found = lease(reader)
    assert found is not None
    assert (found.who, found.since) == ("Robin", NOON)
    assert lock_path(path).read_bytes() == b""
    writer.close()
    assert lease(reader) is None
    reader.close()


def test_the_lease_of_a_console_that_was_killed_is_replaced(path: Path) -> None:
    killed = open_record(path, SECRET, clock=a_clock(NOON.replace(hour=1)))
    assert killed.lock is not None
    killed.db.close()
    killed.lock.release()
    record = open_record(path, SECRET, clock=a_clock())
    found = lease(record)
    assert found is not None
    assert found.since == NOON
    record.close()


@pytest.mark.parametrize("harm", ["garbage", "empty", "first page", "another's"])
def test_a_damaged_record_is_told_and_left_as_it_is(path: Path, harm: str, tmp_path: Path) -> None:
    whole = path.read_bytes()
    other = tmp_path / "other"
    made(other).close()
    path.write_bytes(
        {
            "garbage": os.urandom(len(whole)),
            "empty": b"",
            "first page": whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
            "another's": other.read_bytes(),
        }[harm]
    )
    before = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(Damaged) as caught:
            open_record(path, SECRET, read_only=read_only)
        assert caught.value.hint
    assert path.read_bytes() == before
    with WriterLock(path):
        pass  # and nobody is locked out


def test_a_missing_key_file_is_told(path: Path) -> None:
    key_file_path(path).unlink()
    with pytest.raises(Damaged, match="key file"):
        open_record(path, SECRET)


def test_a_record_is_opened_by_a_key_derived_before(path: Path) -> None:
    record = opening.open_with_key(path, unlock(path, SECRET))
    assert names(record) == ["Tuesday"]
    record.close()


def test_a_path_with_strange_letters_is_a_path(tmp_path: Path) -> None:
    place = tmp_path / "Ä ?#%20&mode=ro [x]" / "a;b'c"
    made(place).close()
    record = open_record(place, SECRET)
    a_group(record)
    record.close()
    assert sorted(file.name for file in place.parent.iterdir()) == ["a;b'c", "a;b'c.keys", "a;b'c.lock"]


def test_a_key_has_32_bytes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        connect(None, b"short")


def test_an_encrypted_file_with_nothing_in_it_is_no_record(path: Path) -> None:
    key = unlock(path, SECRET).raw_key
    path.unlink()
    connect(path, key, create=True).close()
    for read_only in (True, False):
        with pytest.raises(Damaged, match="is no record"):
            open_record(path, SECRET, read_only=read_only)
