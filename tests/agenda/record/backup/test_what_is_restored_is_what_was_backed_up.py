"""A restored record equals the original table by table, opens with every secret of it, and overwrites nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from agenda.error import Refused
from agenda.record.backup.making import make, send
from agenda.record.backup.restoring import restore
from agenda.record.keys.key_file import add_passphrase, key_file_path
from agenda.record.lock import WriterLock
from tests.agenda.record.backup.kept import SECRET, Kept, a_kept_record, all_tables, names, tables_at
from tests.builders import CHEAP, NOON, a_group, assert_refused


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = a_kept_record(tmp_path)
    yield made
    made.record.close()


def test_every_table_and_the_journal_come_back_as_they_were(kept: Kept, tmp_path: Path) -> None:
    backup = kept.back_up()
    was = all_tables(kept.record)
    a_group(kept.record, name="Later than the backup")
    assert restore(backup.path, tmp_path / "new" / "one", NOON).set_aside is None
    assert was["journal"]
    assert tables_at(tmp_path / "new" / "one") == was


def test_the_key_file_is_equal_and_every_passphrase_and_the_code_open_it(kept: Kept, tmp_path: Path) -> None:
    add_passphrase(kept.path, kept.raw_key, "another one", kept.record.facilitator, cost=CHEAP)
    restore(kept.back_up().path, tmp_path / "copy", NOON)
    assert key_file_path(tmp_path / "copy").read_bytes() == key_file_path(kept.path).read_bytes()
    for secret in (SECRET, "another one", kept.code):
        assert tables_at(tmp_path / "copy", secret)["groups"]


def test_what_was_confirmed_a_moment_ago_is_in_it(kept: Kept, tmp_path: Path) -> None:
    a_group(kept.record, name="Just now")
    restore(kept.back_up().path, tmp_path / "copy", NOON)
    assert [row["name"] for row in tables_at(tmp_path / "copy")["groups"]] == ["Tuesday", "Just now"]


def test_what_was_there_is_set_aside_as_a_record_that_still_opens(kept: Kept, tmp_path: Path) -> None:
    backup = kept.back_up()
    a_group(kept.record, name="Later than the backup")
    was = all_tables(kept.record)
    kept.record.close()
    (tmp_path / "record-journal").write_bytes(b"left by somebody")
    done = restore(backup.path, kept.path, NOON)
    assert done.set_aside == tmp_path / "record.before-restore-20261124T120000Z"
    assert (tmp_path / "record.before-restore-20261124T120000Z-journal").read_bytes() == b"left by somebody"
    (tmp_path / "record.before-restore-20261124T120000Z-journal").unlink()
    assert tables_at(done.set_aside) == was
    assert [row["name"] for row in tables_at(kept.path)["groups"]] == ["Tuesday"]
    assert restore(backup.path, kept.path, NOON).set_aside == tmp_path / "record.before-restore-20261124T120000Z-2"


def test_a_lone_key_file_is_not_overwritten(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "new.keys").write_text("somebody's only key")
    done = restore(kept.back_up().path, tmp_path / "new", NOON)
    assert done.set_aside is not None
    assert key_file_path(done.set_aside).read_text() == "somebody's only key"


def test_while_a_console_has_the_record_nothing_is_restored_over_it(kept: Kept, tmp_path: Path) -> None:
    backup = kept.back_up()
    before = names(tmp_path)
    assert_refused("Another console", lambda: restore(backup.path, kept.path, NOON))
    assert names(tmp_path) == before


@pytest.mark.parametrize("fails_at", range(6))
def test_a_step_that_fails_puts_everything_back(kept: Kept, fails_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    backup = kept.back_up()
    kept.record.close()
    was = {file.name: file.read_bytes() for file in kept.path.parent.iterdir() if file.is_file()}
    steps = iter(range(10))

    def sometimes(real: Callable[[str, str], None]) -> Callable[[str, str], None]:
        def act(source: str, target: str) -> None:
            if next(steps) == fails_at:
                raise OSError("the stick was pulled out")
            real(source, target)

        return act

    with monkeypatch.context() as failing:
        failing.setattr(os, "rename", sometimes(os.rename))
        failing.setattr(os, "replace", sometimes(os.replace))
        if fails_at < 5:
            assert_refused("cannot be restored", lambda: restore(backup.path, kept.path, NOON))
            assert {file.name: file.read_bytes() for file in kept.path.parent.iterdir() if file.is_file()} == was
        else:
            restore(backup.path, kept.path, NOON)


def test_a_restored_record_is_free_again_and_only_ours_may_read_it(kept: Kept, tmp_path: Path) -> None:
    restore(kept.back_up().path, tmp_path / "new" / "copy", NOON)
    with WriterLock(tmp_path / "new" / "copy"):
        pass
    for name in ("copy", "copy.keys"):
        assert stat.S_IMODE((tmp_path / "new" / name).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert names(tmp_path / "new") == ["copy", "copy.keys", "copy.lock"]


def test_a_backup_in_another_place_is_the_same_file_and_restores_alike(kept: Kept, tmp_path: Path) -> None:
    backup = kept.back_up()
    (tmp_path / "stick").mkdir()
    sent = send(backup, tmp_path / "stick")
    assert send(backup, tmp_path / "stick") == sent
    assert sent.path.read_bytes() == backup.path.read_bytes()
    backup.path.unlink()
    restore(sent.path, tmp_path / "copy", NOON)
    assert tables_at(tmp_path / "copy") == all_tables(kept.record)


def test_a_place_that_is_gone_is_refused_and_nothing_is_made_there(kept: Kept, tmp_path: Path) -> None:
    backup = kept.back_up()
    with pytest.raises(Refused, match="cannot be written"):
        send(backup, tmp_path / "pulled out")
    assert not (tmp_path / "pulled out").exists()


def test_a_backup_made_where_somebody_says_is_thinned_by_nobody(kept: Kept, tmp_path: Path) -> None:
    for days in range(30):
        make(kept.path, kept.raw_key, tmp_path / "mine", NOON + timedelta(hours=days))
    assert len(names(tmp_path / "mine")) == 30
