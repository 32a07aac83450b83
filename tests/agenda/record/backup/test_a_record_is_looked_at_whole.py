"""Verifying finds each kind of damage in a record or a backup, says which part, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agenda.error import Damaged, TooNew, WrongKey
from agenda.record.backup.check import Part
from agenda.record.backup.verifying import Looked, look, opened_backup, opened_record
from agenda.record.connection import connect
from agenda.record.migrations import NAMES, STEPS
from tests.agenda.record.backup.kept import SECRET, Kept, a_kept_record, names
from tests.builders import NOON, a_group

Spoil = Callable[[Kept], None]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = a_kept_record(tmp_path)
    yield made
    made.record.close()


def looked_at(path: Path) -> list[Looked]:
    with opened_record(path, SECRET) as opened:
        return list(look(opened))


def problems(path: Path) -> dict[Part, str]:
    return {one.part: one.problem for one in looked_at(path) if one.problem}


def test_a_good_record_is_good_in_every_part_beside_a_console(kept: Kept) -> None:
    found = looked_at(kept.path)
    assert [one.part for one in found] == [part for part in Part if part is not Part.FILE]
    assert not any(one.problem for one in found)
    assert (found[-1].holding, found[-1].lapsed) == (2, 0)


def test_while_it_is_looked_at_the_console_goes_on_writing(kept: Kept) -> None:
    with opened_record(kept.path, SECRET) as opened:
        reading = opened.db.conn.execute("SELECT * FROM journal")
        assert reading.fetchone() is not None
        a_group(kept.record, name="Meanwhile")
        assert not any(one.problem for one in look(opened))


def test_a_good_backup_is_good_in_every_part_and_is_not_changed(kept: Kept) -> None:
    backup = kept.back_up(NOON)
    before = backup.path.read_bytes()
    with opened_backup(backup.path, lambda: SECRET) as opened:
        found = list(look(opened))
    assert [one.part for one in found] == list(Part)
    assert not any(one.problem for one in found)
    assert backup.path.read_bytes() == before
    assert names(backup.path.parent) == [backup.path.name]


def test_a_review_that_lapsed_is_counted_and_is_no_damage(kept: Kept) -> None:
    with_the_key(kept, "UPDATE notes SET reviewed_hash = ? WHERE rowid = 1", "0" * 64)
    found = looked_at(kept.path)[-1]
    assert (found.problem, found.holding, found.lapsed) == ("", 1, 1)


def with_the_key(kept: Kept, statement: str, *values: str) -> None:
    """A change as somebody makes it who has the key and other programs."""
    kept.record.db.execute("INSERT INTO current_action SELECT 1, 'x', 'x', NULL, NULL, NULL, '', 0, NULL")
    kept.record.db.execute(statement, list(values))
    kept.record.db.execute("DELETE FROM current_action")


def _trigger_dropped(kept: Kept) -> None:
    kept.record.db.execute("DROP TRIGGER journal_notes_update")


def _trigger_emptied(kept: Kept) -> None:
    _trigger_dropped(kept)
    kept.record.db.execute("CREATE TRIGGER journal_notes_update AFTER UPDATE ON notes BEGIN SELECT 1; END")


def _row_lost(kept: Kept) -> None:
    kept.record.db.execute("PRAGMA foreign_keys = OFF")
    with_the_key(kept, "DELETE FROM participants WHERE rowid = 1")


def _hash_cut(kept: Kept) -> None:
    with_the_key(kept, "UPDATE notes SET reviewed_hash = 'abc' WHERE rowid = 1")


def _hash_lost(kept: Kept) -> None:
    with_the_key(kept, "UPDATE notes SET reviewed_hash = NULL WHERE rowid = 1")


def _not_expected(kept: Kept) -> None:
    kept.record.db.execute("PRAGMA foreign_keys = OFF")
    with_the_key(kept, "DELETE FROM session_roster WHERE rowid = 1")


def _later_step(kept: Kept) -> None:
    kept.record.db.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('record', '9999-later', '')"
    )


@pytest.mark.parametrize(
    ("spoil", "part"),
    [
        (_trigger_dropped, Part.JOURNAL),
        (_trigger_emptied, Part.JOURNAL),
        (_row_lost, Part.REFERENCES),
        (_hash_cut, Part.NOTES),
        (_hash_lost, Part.NOTES),
        (_not_expected, Part.NOTES),
    ],
)
def test_each_kind_of_damage_is_found_in_its_part(kept: Kept, spoil: Spoil, part: Part) -> None:
    spoil(kept)
    assert part in problems(kept.path)


def test_a_record_of_a_newer_version_is_not_called_damaged(kept: Kept) -> None:
    _later_step(kept)
    with pytest.raises(TooNew, match="newer version"):
        problems(kept.path)


def test_an_index_that_does_not_agree_with_its_table_is_found(kept: Kept) -> None:
    db = kept.record.db
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_master SET sql = replace(sql, '(group_id)', '(name)') WHERE name = 'members_group'")
    db.execute("PRAGMA writable_schema = OFF")
    kept.record.close()
    assert set(problems(kept.path)) == {Part.TABLES}


def test_a_flipped_bit_in_any_page_is_found_or_the_record_does_not_open(kept: Kept) -> None:
    kept.record.close()
    whole = kept.path.read_bytes()
    pages = len(whole) // 4096
    refused = told = 0
    for page in range(0, pages, 12):
        spoilt = bytearray(whole)
        spoilt[page * 4096 + 2000] ^= 4
        kept.path.write_bytes(spoilt)
        try:
            found = problems(kept.path)
        except Damaged:
            refused += 1
        else:
            assert Part.PAGES in found
            told += 1
    kept.path.write_bytes(whole)
    assert problems(kept.path) == {}
    assert told > refused > 0


def test_a_wrong_passphrase_is_told_from_damage(kept: Kept) -> None:
    with pytest.raises(WrongKey), opened_record(kept.path, "not this one"):
        pass
    with pytest.raises(WrongKey), opened_backup(kept.back_up().path, lambda: "not this one"):
        pass


def test_a_damaged_backup_is_told_before_a_passphrase_is_asked(kept: Kept) -> None:
    path = kept.back_up().path
    path.write_bytes(path.read_bytes()[:-1])

    def asked() -> str:
        raise AssertionError("nobody needs to type")

    with pytest.raises(Damaged), opened_backup(path, asked):
        pass


def test_a_record_of_an_earlier_version_says_so_of_its_notes_only(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    from agenda.record.backup import check, verifying

    later = (*NAMES, "9999-later")
    monkeypatch.setattr(check, "NAMES", later)
    monkeypatch.setattr(verifying, "NAMES", later)
    assert set(problems(kept.path)) == {Part.NOTES}


def test_nothing_but_a_record_is_looked_at(kept: Kept, tmp_path: Path) -> None:
    db = connect(tmp_path / "empty", kept.raw_key, create=True)
    STEPS.applied(db)
    db.execute("CREATE TABLE something (else_ TEXT)")
    db.close()
    (tmp_path / "empty.keys").write_bytes((tmp_path / "record.keys").read_bytes())
    assert Part.VERSION in problems(tmp_path / "empty")
