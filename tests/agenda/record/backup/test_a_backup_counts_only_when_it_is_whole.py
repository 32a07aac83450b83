"""A backup has its name only once it was opened and checked; whatever fails leaves nothing of it behind."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from agenda.error import Damaged, Refused
from agenda.record.backup import copying, making
from agenda.record.backup.check import OF_A_COPY, Part
from agenda.record.backup.container import MANIFEST, Manifest, read_manifest, write_container
from agenda.record.backup.folder import backups_in
from agenda.record.backup.making import back_up, send
from agenda.record.backup.restoring import restore
from agenda.record.keys.key_file import add_passphrase, key_file_path
from tests.agenda.record.backup.kept import SECRET, Kept, a_kept_record, all_tables, names, tables_at
from tests.builders import CHEAP, NAMES, NOON, a_group, assert_refused

FLIPS, CUTS, ZEROED = 240, 60, 60
LIMITS = (0, 1, 4096, 100_000, 400_000, 680_000)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = a_kept_record(tmp_path)
    yield made
    made.record.close()


def test_its_name_says_when_in_utc_and_sorts_by_it(kept: Kept) -> None:
    first, again, later = kept.back_up(), kept.back_up(), kept.back_up(NOON + timedelta(days=1))
    assert first.path.name == f"20261124T120000Z-{first.record}.facilitator-backup"
    assert again.path.name == f"20261124T120001Z-{first.record}.facilitator-backup"
    folder = first.path.parent
    assert names(folder) == [first.path.name, again.path.name, later.path.name]
    assert backups_in(folder) == (later, again, first)
    assert folder == kept.path.with_name("record.backups")


def test_only_its_owner_may_read_it(kept: Kept) -> None:
    path = kept.back_up().path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nothing_in_it_can_be_read_without_the_key(kept: Kept) -> None:
    written = kept.back_up().path.read_bytes()
    for word in (NAMES[1], "Robin", "Tuesday", "What recovery means", SECRET, "CREATE TABLE"):
        assert word.encode() not in written
    assert kept.raw_key not in written
    assert kept.raw_key.hex().encode() not in written


def test_any_unzip_program_takes_the_two_files_out(kept: Kept, tmp_path: Path) -> None:
    shutil.unpack_archive(kept.back_up().path, tmp_path / "out", "zip")
    assert names(tmp_path / "out") == ["keys", MANIFEST, "record"]
    assert (tmp_path / "out" / "keys").read_bytes() == key_file_path(kept.path).read_bytes()


def test_flipped_cut_and_zeroed_backups_are_refused(kept: Kept, tmp_path: Path) -> None:
    path = kept.back_up().path
    whole, random, spoilt = path.read_bytes(), Random(11), tmp_path / "spoilt"
    tried = [_flipped(whole, random.randrange(len(whole)), random.randrange(8)) for _ in range(FLIPS // 2)]
    tried += [_flipped(whole, len(whole) - 1 - random.randrange(1200), random.randrange(8)) for _ in range(FLIPS // 2)]
    tried += [whole[: random.randrange(len(whole))] for _ in range(CUTS)]
    tried += [_zeroed(whole, random) for _ in range(ZEROED)]
    tried += [b"", b"\0", whole + b"\0", whole * 2, key_file_path(kept.path).read_bytes(), kept.path.read_bytes()]
    for content in tried:
        spoilt.write_bytes(content)
        with pytest.raises(Damaged, match="not a backup"):
            restore(spoilt, tmp_path / "never", NOON)
    assert not (tmp_path / "never").exists()
    assert not key_file_path(tmp_path / "never").exists()
    spoilt.write_bytes(whole)
    assert read_manifest(spoilt).made_at == NOON


def _flipped(whole: bytes, place: int, bit: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]


def _zeroed(whole: bytes, random: Random) -> bytes:
    """A stretch of it zeroed that was not zero before."""
    start = random.randrange(len(whole) - 600)
    return whole[:start] + bytes(512) + whole[start + 512 :]


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", LIMITS)
def test_a_file_that_cannot_grow_leaves_no_half_backup(kept: Kept, size: int) -> None:
    good = kept.back_up()
    with no_file_longer_than(size):
        assert_refused("no room|cannot be written", lambda: kept.back_up(NOON + timedelta(days=1)))
    assert names(good.path.parent) == [good.path.name]
    assert kept.back_up(NOON + timedelta(days=2)).path.exists()


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "no room"), (errno.EIO, "cannot be written")])
def test_a_disk_that_fails_when_it_is_synced_leaves_no_half_backup(
    kept: Kept, number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = kept.back_up()
    (tmp_path / "stick").mkdir()

    def fails(_handle: int) -> None:
        raise OSError(number, "the disk")

    monkeypatch.setattr(os, "fsync", fails)
    assert_refused(words, lambda: kept.back_up(NOON + timedelta(days=1)), lambda: send(good, tmp_path / "stick"))
    assert names(good.path.parent) == [good.path.name]
    assert names(tmp_path / "stick") == []


def test_where_there_is_no_room_none_is_begun(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(kept.path.parent)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    assert_refused("no room", kept.back_up)
    assert names(kept.path.with_name("record.backups")) == []


@pytest.mark.parametrize("part", OF_A_COPY)
def test_a_copy_that_fails_a_check_is_taken_away_and_said(
    kept: Kept, part: Part, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(OF_A_COPY, part, lambda _db: "It is not so.")
    with pytest.raises(Damaged, match="It is not so"):
        kept.back_up()
    assert names(kept.path.with_name("record.backups")) == []


def spoil(path: Path, page: int) -> None:
    """Turn one bit of a page, counted from 1; again, and it is as it was."""
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 + 100] ^= 1
    path.write_bytes(content)


def test_a_record_with_a_damaged_page_is_not_backed_up_and_the_older_backup_stays(kept: Kept) -> None:
    good = kept.back_up()
    kept.record.close()
    for page in (2, 90, len(kept.path.read_bytes()) // 4096):
        spoil(kept.path, page)
        with pytest.raises(Damaged):
            back_up(kept.path, kept.raw_key, NOON + timedelta(days=1))
        spoil(kept.path, page)
    assert names(good.path.parent) == [good.path.name]
    assert back_up(kept.path, kept.raw_key, NOON + timedelta(days=1)).path.exists()


def test_a_file_cut_short_is_not_backed_up(kept: Kept) -> None:
    good = kept.back_up()
    kept.record.close()
    kept.path.write_bytes(kept.path.read_bytes()[: 40 * 4096])
    with pytest.raises(Damaged):
        back_up(kept.path, kept.raw_key, NOON + timedelta(days=1))
    assert names(good.path.parent) == [good.path.name]


def test_a_key_file_of_another_record_is_not_backed_up(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = a_kept_record(tmp_path / "other")
    shutil.copy(key_file_path(other.path), key_file_path(kept.path))
    other.record.close()
    with pytest.raises(Damaged, match="changed outside"):
        kept.back_up()


def test_passphrases_changed_meanwhile_make_it_another_backup(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(target: Path, manifest: Manifest, record: Path, keys: bytes) -> None:
        write_container(target, manifest, record, keys)
        add_passphrase(kept.path, kept.raw_key, "another one", None, cost=CHEAP)

    monkeypatch.setattr(making, "write_container", slow)
    with pytest.raises(Refused, match="changed meanwhile"):
        kept.back_up()
    assert names(kept.path.with_name("record.backups")) == []


def test_what_a_killed_backup_left_goes_a_day_later_and_stands_in_nobodys_way(kept: Kept) -> None:
    first = kept.back_up()
    folder = first.path.parent
    left = [folder / f".{first.path.name}.part", folder / f".{first.path.name}.record"]
    for file in left:
        file.write_bytes(b"half")
    kept.back_up(NOON + timedelta(hours=2))
    assert all(file.exists() for file in left)
    kept.back_up(NOON + timedelta(days=2))
    assert not any(file.exists() for file in left)


def test_it_is_made_while_somebody_writes(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "PAGES_A_STEP", 16)
    written = iter(range(3))

    def writes(_done: int, _all: int) -> None:
        number = next(written, None)
        if number is not None:
            a_group(kept.record, name=f"Meanwhile {number}")

    backup = back_up(kept.path, kept.raw_key, NOON, progress=writes)
    restore(backup.path, tmp_path / "copy", NOON)
    assert tables_at(tmp_path / "copy") == all_tables(kept.record)


def test_a_record_that_is_written_without_end_is_given_up(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "PAGES_A_STEP", 16)
    monkeypatch.setattr(copying, "MOST_BEGINNINGS", 3)
    with pytest.raises(Refused, match="all the time"):
        back_up(kept.path, kept.raw_key, NOON, progress=lambda *_told: _written(kept))
    assert names(kept.path.with_name("record.backups")) == []


def _written(kept: Kept) -> None:
    a_group(kept.record, name="Again")
