"""A damaged page costs the rows in it and no others; the rest is in a new record that opens."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from agenda.error import Damaged, Refused
from agenda.record.backup.plan import belonging
from agenda.record.backup.rescuing import rescue
from agenda.record.keys.key_file import key_file_path
from agenda.record.opening import open_record
from tests.agenda.record.backup.kept import SECRET, Kept, Tables, a_kept_record, all_tables, names, tables_at
from tests.builders import NOON, a_clock, a_group

PAGE = 4096
MANY, TRIES = 300, 12
"""Groups, so that the journal has pages below pages; and records with damaged pages."""


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    made = a_kept_record(tmp_path)
    with made.record.atomic():
        for number in range(MANY):
            a_group(made.record, name=f"Group {number}")
    return made


def spoil(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE + 200] ^= 1
    path.write_bytes(content)


def closed(kept: Kept) -> Tables:
    was = all_tables(kept.record)
    kept.record.close()
    return was


def test_of_a_whole_record_it_gives_everything(kept: Kept) -> None:
    was = closed(kept)
    saved = rescue(kept.path, kept.raw_key, NOON)
    assert saved.record.name == "record.rescued-20261124T120000Z"
    assert saved.incomplete == ()
    assert saved.rows >= sum(len(rows) for rows in was.values())
    assert tables_at(saved.record) == was


def test_of_a_damaged_one_it_gives_what_does_not_stand_in_the_damaged_pages(kept: Kept) -> None:
    was = closed(kept)
    whole, chance = kept.path.read_bytes(), Random(5)
    last = len(whole) // PAGE
    lost_something = 0
    for _try in range(TRIES):
        kept.path.write_bytes(whole)
        spoilt = chance.sample(range(2, last + 1), chance.randint(1, 3))
        for page in spoilt:
            spoil(kept.path, page)
        before = kept.path.read_bytes()
        try:
            saved = rescue(kept.path, kept.raw_key, NOON)
        except Damaged:  # the list of tables itself is in one of these pages
            continue
        assert kept.path.read_bytes() == before
        given = read_all(saved.record)
        for table, rows in was.items():
            assert all(row in rows for row in given[table])
            if table not in saved.incomplete:
                assert given[table] == rows
        lost_something += bool(saved.incomplete)
        for file in belonging(saved.record):
            file.unlink(missing_ok=True)
    assert lost_something > 3


def read_all(path: Path) -> Tables:
    record = open_record(path, SECRET, clock=a_clock(), read_only=True)
    try:
        return all_tables(record)
    finally:
        record.close()


def test_one_page_in_the_middle_costs_little(kept: Kept) -> None:
    was = closed(kept)
    count = len(kept.path.read_bytes()) // PAGE
    for page in range(count - 3, count + 1):  # written last: the rows of the groups and of the journal
        spoil(kept.path, page)
        saved = rescue(kept.path, kept.raw_key, NOON)
        given = sum(len(rows) for rows in read_all(saved.record).values())
        assert given > 0.9 * sum(len(rows) for rows in was.values())
        spoil(kept.path, page)


def test_nothing_is_left_where_nothing_can_be_read(kept: Kept, tmp_path: Path) -> None:
    closed(kept)
    kept.path.write_bytes(bytes(len(kept.path.read_bytes())))
    before = names(tmp_path)
    with pytest.raises(Damaged, match="Nothing can be read"):
        rescue(kept.path, kept.raw_key, NOON)
    assert names(tmp_path) == before


def test_nothing_is_left_where_the_key_file_went_meanwhile(kept: Kept, tmp_path: Path) -> None:
    closed(kept)
    key_file_path(kept.path).unlink()
    before = names(tmp_path)
    with pytest.raises(Refused, match="Nothing can be written"):
        rescue(kept.path, kept.raw_key, NOON)
    assert names(tmp_path) == before
