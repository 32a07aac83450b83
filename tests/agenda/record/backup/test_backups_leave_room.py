"""Backups never take more of a disk than they leave free; two that are whole stay in any case."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.record.backup.container import is_whole
from agenda.record.backup.folder import backups_in, is_tight
from agenda.record.backup.making import send
from agenda.record.backup.name import Backup, backup_folder
from agenda.record.backup.thinning import LAST, LEAST, fitting
from tests.agenda.record.backup.kept import Kept, a_kept_record
from tests.builders import NOON, assert_refused

FIRST = datetime(2026, 1, 6, tzinfo=UTC)
SIZES = st.lists(st.integers(1, 10**9), max_size=60).map(
    lambda sizes: {FIRST + timedelta(days=day): size for day, size in enumerate(sizes)}
)
FREE = st.integers(0, 60 * 10**9)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = a_kept_record(tmp_path)
    made.record.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the file has its size
    yield made
    made.record.close()


@pytest.fixture
def disk(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A disk that has room for so many backups of this record and for nothing else."""

    def has_room_for(number: float) -> None:
        room = int(number * kept.path.stat().st_size)

        def usage(folder: Path) -> shutil._ntuple_diskusage:
            taken = sum(file.stat().st_size for file in Path(folder).iterdir())
            return shutil._ntuple_diskusage(room, taken, max(0, room - taken))

        monkeypatch.setattr(shutil, "disk_usage", usage)

    return has_room_for


def lying(kept: Kept) -> tuple[Backup, ...]:
    return backups_in(backup_folder(kept.path))


@given(SIZES, FREE)
def test_what_stays_takes_no_more_than_it_leaves_free_or_is_two(sizes: dict[datetime, int], free: int) -> None:
    stay = fitting(sizes, free)
    taken = sum(sizes[moment] for moment in stay)
    left_free = free + sum(sizes.values()) - taken
    assert taken <= left_free or len(stay) <= LEAST
    assert len(stay) >= min(LEAST, len(sizes))


@given(SIZES, FREE)
def test_the_newest_stay_and_as_many_as_there_is_room_for(sizes: dict[datetime, int], free: int) -> None:
    stay = fitting(sizes, free)
    assert stay == frozenset(sorted(sizes, reverse=True)[: len(stay)])
    assert fitting(sizes, sum(sizes.values())) == frozenset(sizes)
    if len(stay) < len(sizes):
        one_more = sum(sizes[moment] for moment in sorted(sizes, reverse=True)[: len(stay) + 1])
        assert one_more > free + sum(sizes.values()) - one_more


def test_a_month_of_backups_on_a_small_disk_never_fills_it(kept: Kept, disk: Callable[[float], None]) -> None:
    disk(9.5)
    for day in range(30):
        kept.back_up(NOON + timedelta(days=day))
        assert sum(one.path.stat().st_size for one in lying(kept)) <= shutil.disk_usage(backup_folder(kept.path)).free
    assert [one.made_at for one in lying(kept)] == [NOON + timedelta(days=day) for day in (29, 28, 27, 26)]
    assert is_tight(backup_folder(kept.path), None)


def test_on_a_large_disk_the_rule_alone_counts(kept: Kept, disk: Callable[[float], None]) -> None:
    disk(1000)
    for minute in range(LAST + 3):
        kept.back_up(NOON + timedelta(minutes=minute))
    assert len(lying(kept)) == LAST
    assert not is_tight(backup_folder(kept.path), None)


def test_the_oldest_make_room_for_a_new_one(kept: Kept, disk: Callable[[float], None]) -> None:
    for day in range(4):
        kept.back_up(NOON + timedelta(days=day))
    disk(4.7)
    newest = kept.back_up(NOON + timedelta(days=4))
    assert lying(kept)[0] == newest
    assert len(lying(kept)) == LEAST


def test_where_two_are_all_there_is_room_for_no_third_takes_their_place(
    kept: Kept, disk: Callable[[float], None]
) -> None:
    for day in range(2):
        kept.back_up(NOON + timedelta(days=day))
    were = lying(kept)
    disk(3.5)
    assert_refused("no room", lambda: kept.back_up(NOON + timedelta(days=2)))
    assert lying(kept) == were


def test_one_that_is_damaged_does_not_count_as_one_of_the_two(kept: Kept, disk: Callable[[float], None]) -> None:
    for day in range(4):
        kept.back_up(NOON + timedelta(days=day))
    oldest = lying(kept)[-1]
    for one in lying(kept)[:-1]:
        one.path.write_bytes(one.path.read_bytes()[:-1] + b"?")
    disk(7.5)
    newest = kept.back_up(NOON + timedelta(days=4))
    assert [one for one in lying(kept) if is_whole(one.path)] == [newest, oldest]


def test_a_small_stick_keeps_the_newest(kept: Kept, disk: Callable[[float], None], tmp_path: Path) -> None:
    made = [kept.back_up(NOON + timedelta(days=day)) for day in range(6)]
    stick = tmp_path / "stick"
    stick.mkdir()
    disk(3.5)
    for one in made:
        send(one, stick)
    assert [one.made_at for one in backups_in(stick)] == [made[5].made_at, made[4].made_at]


def test_a_folder_that_is_not_there_is_not_tight(tmp_path: Path) -> None:
    assert not is_tight(tmp_path / "nowhere", None)
