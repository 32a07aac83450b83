"""A backup that is cut, zeroed, flipped or longer is never restored, never called good, and named in a sentence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from agenda.error import DamagedBackup
from agenda.record.backup.container import is_whole
from agenda.record.backup.folder import backups_in
from agenda.record.backup.restoring import restore
from agenda.record.backup.verifying import opened_backup
from tests.agenda.record.backup.kept import SECRET, a_kept_record
from tests.builders import NOON
from tests.faults.backups import FAULTS, damage, try_it

TRIES = 40


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    kept = a_kept_record(tmp_path / "kept")
    made = kept.back_up()
    kept.record.close()
    return made.path


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_neither_restored_nor_opened_nor_called_good(fault: str, tmp_path: Path, backup: Path) -> None:
    chance = random.Random(fault)
    for _try in range(TRIES):
        spoilt, happened = damage(FAULTS[fault], chance, tmp_path, backup)
        assert not is_whole(spoilt), happened
        with pytest.raises(DamagedBackup):
            restore(spoilt, tmp_path / "never", NOON)
        with pytest.raises(DamagedBackup), opened_backup(spoilt, lambda: SECRET):
            pass
        spoilt.unlink()
    assert not list(tmp_path.glob("*never*"))
    assert [one.path for one in backups_in(backup.parent)] == [backup]


@pytest.mark.parametrize("fault", FAULTS)
def test_the_command_says_so_and_ends_with_3(fault: str, tmp_path: Path, backup: Path) -> None:
    outcome = try_it(FAULTS[fault], random.Random(fault), tmp_path, backup)
    assert outcome.is_honest, outcome
