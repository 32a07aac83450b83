"""Each fault of storage in its own sentence with what to do, and after it the record goes on as if never asked."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from agenda.error import AgendaError, Damaged, NotWritten, RecordBusy, Refused
from agenda.record.connection import Record, address
from agenda.record.fault import code_of, fault
from agenda.record.lock import WriterLock
from agenda.record.opening import create_record, open_record
from agenda.record.page import SIZE
from agenda.record.rows import draft
from agenda.record.rows import group as groups
from tests.builders import CHEAP, a_group, assert_refused, tables

SECRET = "correct horse"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with one group, closed."""
    place = tmp_path / "folder" / "record"
    record, _code = create_record(place, SECRET, name="Robin", cost=CHEAP)
    a_group(record)
    record.close()
    return place


@pytest.fixture
def record(path: Path) -> Record:
    return open_record(path, SECRET)


def the_group(record: Record) -> str:
    return groups.all_groups(record)[0].id


def error_of(code: int) -> sqlcipher.Error:
    error = sqlcipher.OperationalError("x")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "writing", "kind", "words"),
    [
        (sqlite3.SQLITE_FULL, True, NotWritten, "disk is full"),
        (sqlite3.SQLITE_READONLY, True, NotWritten, "only be read here"),
        (sqlite3.SQLITE_READONLY, False, Refused, "in the middle of a change"),
        (sqlite3.SQLITE_PERM, True, NotWritten, "in the record's folder"),
        (sqlite3.SQLITE_CANTOPEN, True, NotWritten, "in the record's folder"),
        (sqlite3.SQLITE_CANTOPEN, False, Refused, "cannot be opened"),
        (sqlite3.SQLITE_IOERR, True, NotWritten, "disk reported an error"),
        (sqlite3.SQLITE_IOERR_WRITE, True, NotWritten, "disk reported an error"),
        (sqlite3.SQLITE_IOERR, False, Refused, "disk reported an error"),
        (sqlite3.SQLITE_BUSY, True, RecordBusy, "uses the record just now"),
        (sqlite3.SQLITE_LOCKED, False, RecordBusy, "uses the record just now"),
        (sqlite3.SQLITE_CORRUPT, False, Damaged, "page of the record is damaged"),
        (sqlite3.SQLITE_NOTADB, True, Damaged, "page of the record is damaged"),
    ],
)
def test_a_fault_has_its_sentence_and_what_to_do(code: int, writing: bool, kind: type[AgendaError], words: str) -> None:
    found = fault(error_of(code), writing=writing)
    assert isinstance(found, kind)
    assert words in found.message
    assert found.hint
    assert found.exit_code == (3 if kind is Damaged else 1)


def test_what_is_no_fault_of_storage_goes_on_as_it_is() -> None:
    for code in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_ERROR):
        error = error_of(code)
        assert fault(error, writing=True) is error


def test_without_numbers_the_message_tells() -> None:
    assert code_of(sqlcipher.OperationalError("database or disk is full")) == sqlite3.SQLITE_FULL
    assert code_of(sqlcipher.OperationalError("attempt to write a readonly database")) == sqlite3.SQLITE_READONLY
    assert code_of(sqlcipher.DatabaseError("file is not a database")) == sqlite3.SQLITE_NOTADB
    assert code_of(sqlcipher.DatabaseError("no such table: x")) == 0


def fill_the_disk(record: Record) -> None:
    [(pages,)] = record.db.conn.execute("PRAGMA page_count").fetchall()
    record.db.conn.execute(f"PRAGMA max_page_count = {pages}")


def make_room(record: Record) -> None:
    record.db.conn.execute("PRAGMA max_page_count = 100000")


def test_on_a_full_disk_a_mark_is_refused_in_words_and_taken_once_there_is_room(record: Record) -> None:
    group, long = the_group(record), "x" * 9000
    fill_the_disk(record)
    before, changes = tables(record, but=()), len(record.changes)
    writes: tuple[Callable[[], None], ...] = (
        lambda: groups.set_agreements(record, group, (long,)),
        lambda: draft.save(record, "key", long),
    )
    for write in writes:
        with pytest.raises(NotWritten, match="disk is full"):
            write()
        assert not record.in_action
        assert not record.db.conn.in_transaction
        assert tables(record, but=()) == before
        assert len(record.changes) > changes
        assert record.changes[-1] is None
    make_room(record)
    groups.set_agreements(record, group, (long,))
    assert groups.group(record, group).agreements == (long,)
    record.close()


def test_several_actions_of_which_one_is_refused_are_none(record: Record) -> None:
    group = the_group(record)
    before = tables(record, but=())
    fill_the_disk(record)

    def both() -> None:
        with record.atomic():
            groups.set_agreements(record, group, ("short",))
            groups.set_agreements(record, group, ("x" * 9000,))

    with pytest.raises(NotWritten):
        both()
    assert tables(record, but=()) == before
    record.close()


AT_EVERY_SIZE = """
import json, resource, signal, sys
from pathlib import Path
from agenda.error import NotWritten
from agenda.record.opening import open_record
from agenda.record.rows import group as groups
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
record = open_record(Path(sys.argv[1]), "correct horse")
[group] = groups.all_groups(record)
size = Path(sys.argv[1]).stat().st_size
told = []
for most in range(0, 2 * size, 2048):
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    before = group.agreements
    try:
        groups.set_agreements(record, group.id, (f"{most} " + "x" * 9000,))
    except NotWritten as refused:
        told.append(refused.message)
        if most >= size:  # below, what is there cannot even be put back before there is room
            assert groups.group(record, group.id).agreements == before, "half of it was written"
    else:
        told.append("")
        group = groups.group(record, group.id)
    assert not record.in_action and not record.db.conn.in_transaction
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
groups.set_agreements(record, group.id, ("there is room again",))
assert record.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
record.close()
print(json.dumps(told))
"""


def test_wherever_in_an_action_the_disk_ends_the_action_is_refused_whole(path: Path) -> None:
    """A limit on the size of a file meets each write of journal and record in turn."""
    done = subprocess.run([sys.executable, "-c", AT_EVERY_SIZE, str(path)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert "" in told, "none was written at all"
    assert len([words for words in told if words]) > 5, told
    record = open_record(path, SECRET)
    assert groups.group(record, the_group(record)).agreements == ("there is room again",)
    record.close()


@pytest.mark.parametrize("how", ["moved", "removed", "replaced"])
def test_a_record_that_is_no_longer_at_its_place_takes_no_mark_and_can_be_saved_elsewhere(
    path: Path, record: Record, how: str, tmp_path: Path
) -> None:
    group = the_group(record)
    groups.set_agreements(record, group, ("confirmed",))
    elsewhere, copy = tmp_path / "elsewhere", tmp_path / "copy"
    assert record.is_in_place
    shutil.copy(path, elsewhere)
    if how == "moved":
        path.rename(tmp_path / "moved")
    elif how == "removed":
        path.unlink()
    else:
        elsewhere.rename(path)
    assert not record.is_in_place
    with pytest.raises(NotWritten, match="moved, replaced or removed") as caught:
        groups.set_agreements(record, group, ("lost",))
    assert "save a copy elsewhere" in caught.value.hint
    record.copy_to(copy)
    saved = open_record(copy, SECRET)
    assert groups.group(saved, group).agreements == ("confirmed",)
    assert tables(saved, but=("lease",)) == tables(record, but=("lease",))
    saved.close()
    if how == "moved":
        (tmp_path / "moved").rename(path)
        groups.set_agreements(record, group, ("back again",))
        assert groups.group(record, group).agreements == ("back again",)
    record.close()


def test_a_console_that_only_reads_saves_a_copy_as_well(path: Path, record: Record, tmp_path: Path) -> None:
    reader = open_record(path, SECRET, read_only=True)
    groups.set_agreements(record, the_group(record), ("confirmed",))
    path.rename(tmp_path / "moved")
    reader.copy_to(tmp_path / "copy")
    reader.close()
    record.close()
    saved = open_record(tmp_path / "copy", SECRET)
    assert groups.group(saved, the_group(saved)).agreements == ("confirmed",)
    saved.close()


def test_a_copy_overwrites_nothing_and_leaves_nothing_half_made(path: Path, record: Record, tmp_path: Path) -> None:
    assert_refused("file of this name", lambda: record.copy_to(path))
    assert_refused("cannot be written there", lambda: record.copy_to(tmp_path / "no folder" / "copy"))
    (tmp_path / "copy.keys").write_bytes(b"theirs")
    assert_refused("file of this name", lambda: record.copy_to(tmp_path / "copy"))
    assert {file.name for file in tmp_path.iterdir()} == {"folder", "copy.keys"}
    record.close()


def harmed(path: Path, harm: str, tmp_path: Path) -> bytes:
    whole = path.read_bytes()
    other = tmp_path / "other"
    create_record(other, SECRET, name="Kim", cost=CHEAP)[0].close()
    return {
        "a page": whole[: SIZE * 3 + 100] + bytes([whole[SIZE * 3 + 100] ^ 1]) + whole[SIZE * 3 + 101 :],
        "first page": whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
        "cut in a page": whole[: SIZE * 5 + 77],
        "half a page": whole[:2000],
        "empty": b"",
        "not encrypted": b"SQLite format 3\x00" + bytes(SIZE * 2 - 16),
        "another's": other.read_bytes(),
    }[harm]


def read_all(path: Path) -> None:
    record = open_record(path, SECRET, read_only=True)
    try:
        tables(record)
    finally:
        record.close()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("a page", "page of the record is damaged"),
        ("first page", "page of the record is damaged"),
        ("cut in a page", "page of the record is damaged"),
        ("half a page", "no record, or only a part"),
        ("empty", "no record, or only a part"),
        ("not encrypted", "no record, or only a part"),
        ("another's", "cannot be read with this key file"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_apart(path: Path, harm: str, words: str, tmp_path: Path) -> None:
    path.write_bytes(harmed(path, harm, tmp_path))
    before = path.read_bytes()
    with pytest.raises(Damaged, match=words) as caught:
        read_all(path)
    assert caught.value.hint
    assert path.read_bytes() == before


def test_a_link_to_a_record_has_its_lock_its_keys_and_its_journal(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(path)
    record = open_record(link, SECRET)
    assert record.path == path
    with pytest.raises(RecordBusy):
        open_record(path, SECRET)
    with pytest.raises(RecordBusy):
        WriterLock(link).acquire()
    groups.set_agreements(record, the_group(record), ("by the link",))
    record.close()
    assert {file.name for file in tmp_path.iterdir()} == {"folder", "link"}


def test_the_address_of_a_share_has_no_authority() -> None:
    share = PureWindowsPath(r"\\server\share\group a\record")
    assert address(share) == "file:////server/share/group%20a/record?mode=rw"
    assert address(PureWindowsPath(r"C:\data\record?#"), read_only=True) == "file:///C:/data/record%3F%23?mode=ro"


READS = """
import os, sys
import cryptography.hazmat.primitives.ciphers.aead, cryptography.hazmat.primitives.kdf.argon2, filelock
import cryptography.hazmat.primitives.hashes, cryptography.hazmat.primitives.kdf.hkdf, sqlite_utils
from pathlib import Path
from agenda.error import Protected
from agenda.record.opening import open_record
from agenda.record.rows import group as groups
path = Path(sys.argv[1])
if os.geteuid() == 0:  # root may write anywhere, so somebody else looks
    sqlite_utils.Database(memory=True).close()  # all that is loaded late is loaded before, codecs too
    (b"".decode("ascii"), filelock.SoftFileLock)
    os.setuid(65534)
try:
    open_record(path, "correct horse")
except Protected as refused:
    print(refused.message)
record = open_record(path, "correct horse", read_only=True)
[group] = groups.all_groups(record)
try:
    groups.set_agreements(record, group.id, ("x",))
except Protected as refused:
    print(refused.message, refused.hint)
record.close()
"""


def test_where_nothing_can_be_written_it_opens_for_reading_and_says_so(path: Path) -> None:
    with TemporaryDirectory() as medium:
        Path(medium).chmod(0o755)
        folder = Path(medium) / "folder"
        shutil.copytree(path.parent, folder)
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        before = {file.name: file.read_bytes() for file in folder.iterdir()}
        done = subprocess.run(
            [sys.executable, "-c", READS, str(folder / path.name)], capture_output=True, text=True, check=False
        )
        assert done.stderr == ""
        first, second = done.stdout.splitlines()
        assert "cannot be written" in first or "protected against writing" in first
        assert "protected against writing here" in second
        assert "copy record and key file" in second
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
        folder.chmod(0o755)
