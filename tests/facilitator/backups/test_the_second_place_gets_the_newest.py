"""The second place: nothing fails while it is away, and when it is back it gets the newest backup."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.backups.second_place import FOLDER, Standing, bring_up_to_date, choose
from facilitator.backups.words import pressing, quiet, second_place_words, when
from facilitator.settings import second_place, settings_file
from tests.agenda.record.backup.kept import Kept, a_kept_record, names
from tests.builders import NOON, assert_refused


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = a_kept_record(tmp_path)
    yield made
    made.record.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    choose(tmp_path / "stick")
    return tmp_path / "stick"


def test_nobody_needs_one(kept: Kept) -> None:
    backup = kept.back_up()
    assert bring_up_to_date(kept.path) == Standing(backup, None)
    assert second_place_words(Standing(backup, None)) == ""


def test_it_gets_the_newest_when_it_is_there_again(kept: Kept, stick: Path, tmp_path: Path) -> None:
    stick.rename(tmp_path / "away")
    first = kept.back_up()
    away = bring_up_to_date(kept.path)
    assert (away.newest, away.is_there, away.sent) == (first, False, None)
    assert second_place_words(away) == f"{stick} is not there; it has had no copy yet."
    newest = kept.back_up(NOON + timedelta(days=1))
    (tmp_path / "away").rename(stick)
    back = bring_up_to_date(kept.path)
    assert (back.is_there, back.sent) == (True, newest.made_at)
    assert names(stick / FOLDER) == [newest.path.name]
    stick.rename(tmp_path / "away")
    assert bring_up_to_date(kept.path).sent == newest.made_at


def test_an_empty_folder_left_by_a_share_that_is_not_mounted_is_not_there(
    kept: Kept, stick: Path, tmp_path: Path
) -> None:
    stick.rename(tmp_path / "away")
    stick.mkdir()
    kept.back_up()
    assert not bring_up_to_date(kept.path).is_there
    assert names(stick) == []


def test_a_copy_that_fails_is_said_and_the_backup_counts_all_the_same(kept: Kept, stick: Path) -> None:
    backup = kept.back_up()
    (stick / FOLDER / f".{backup.path.name}.part").mkdir()
    standing = bring_up_to_date(kept.path)
    assert standing.newest == backup
    assert second_place_words(standing) == f"{stick} got no copy. The backup cannot be written."
    assert pressing(standing, NOON, "s") == [second_place_words(standing)]


def test_a_place_where_nothing_can_be_made_is_refused_and_the_choice_stays(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert_refused("Nothing can be written", lambda: choose(tmp_path / "none"), lambda: choose(tmp_path / "file"))
    assert second_place() == stick
    choose(None)
    assert second_place() is None


@pytest.mark.parametrize("kept_there", ["[]", '{"second_place": 1, "sent": []}', '{"second_place": "a\\u0000b"}', "{"])
def test_settings_that_make_no_sense_are_no_second_place(kept: Kept, kept_there: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(kept_there)
    assert bring_up_to_date(kept.path).place is None


def test_what_presses_is_a_backup_that_is_missing_or_older_than_a_week(kept: Kept) -> None:
    assert pressing(Standing(None, None), NOON, "s") == ["There is no backup yet: s makes one."]
    backup = kept.back_up()
    week = timedelta(days=7)
    assert pressing(Standing(backup, None), NOON + week, "s") == []
    assert "Last backup: " in quiet(Standing(backup, None), NOON + week)[0]
    assert "A copy is in" not in quiet(Standing(backup, None), NOON)[0]
    stick = Path("stick")
    assert "A copy is in stick." in quiet(Standing(backup, stick, is_there=True, sent=NOON), NOON)[0]
    assert "A copy is in" not in quiet(Standing(backup, stick, sent=NOON), NOON)[0]
    (line,) = pressing(Standing(backup, None), NOON + week + timedelta(seconds=1), "s")
    assert line.startswith(f"The last backup is of {when(NOON)}")
    assert quiet(Standing(backup, None), NOON + week + timedelta(seconds=1)) == []
