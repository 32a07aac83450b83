"""A restore that is killed between two of its renames loses nothing, and the next one finishes it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from signal import SIGKILL

import pytest

from agenda.error import Damaged, Refused
from agenda.record.backup.plan import plan_of, plan_path
from agenda.record.backup.restoring import Restored, finish, restore
from agenda.record.keys.key_file import key_file_path
from agenda.record.opening import create_record, open_record
from tests.agenda.record.backup.kept import SECRET, Tables, a_kept_record, all_tables, names, tables_at
from tests.builders import CHEAP, NOON, a_group

DIES = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from agenda.record.backup import plan, restoring
left = int(sys.argv[1])
def dying(real):
    def step(*given):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)
    return step
os.rename, os.replace, plan.forget = dying(os.rename), dying(os.replace), dying(plan.forget)
restoring.restore(Path(sys.argv[2]), Path(sys.argv[3]), datetime.fromisoformat(sys.argv[4]))
"""
STEPS_OF_ALL = 6
"""The plan takes its place, record and keys go aside, keys and record take theirs, the plan goes."""
STEPS_OF_NOTHING_THERE = 4


class Cut:
    """A record, a backup of it from before its last group, and a restore of that into its place that was killed."""

    def __init__(self, folder: Path, steps: int) -> None:
        kept = a_kept_record(folder)
        self.path, self.backup, self.backed_up = kept.path, kept.back_up().path, all_tables(kept.record)
        a_group(kept.record, name="Later than the backup")
        self.later: Tables = all_tables(kept.record)
        kept.record.close()
        assert killed_after(steps, self.backup, self.path) == -SIGKILL


def killed_after(steps: int, backup: Path, record: Path) -> int:
    command = [sys.executable, "-c", DIES, str(steps), str(backup), str(record), NOON.isoformat()]
    return subprocess.run(command, check=False, timeout=60).returncode


def again(cut: Cut) -> Restored | None:
    return restore(cut.backup, cut.path, NOON)


def only_finished(cut: Cut) -> Restored | None:
    return finish(cut.path)


@pytest.mark.parametrize("end", [again, only_finished])
@pytest.mark.parametrize("steps", range(1, STEPS_OF_ALL))
def test_killed_after_any_step_it_is_finished_and_what_was_there_is_kept(
    tmp_path: Path, steps: int, end: Callable[[Cut], Restored | None]
) -> None:
    cut = Cut(tmp_path, steps)
    with pytest.raises(Refused, match="Nothing is lost"):
        open_record(cut.path, SECRET)
    with pytest.raises(Refused, match="Nothing is lost"):
        create_record(cut.path, SECRET, name="Robin", cost=CHEAP)
    done = end(cut)
    assert done is not None
    assert done.made_at == NOON
    assert done.set_aside == tmp_path / "record.before-restore-20261124T120000Z"
    assert tables_at(cut.path) == cut.backed_up
    assert tables_at(done.set_aside) == cut.later
    assert not [name for name in names(tmp_path) if "restoring" in name]
    assert finish(cut.path) is None


def test_killed_before_the_first_step_nothing_has_changed_and_what_is_left_goes_with_the_next(tmp_path: Path) -> None:
    cut = Cut(tmp_path, 0)
    assert finish(cut.path) is None
    assert tables_at(cut.path) == cut.later
    assert [name for name in names(tmp_path) if "restoring" in name]
    restore(cut.backup, cut.path, NOON)
    assert tables_at(cut.path) == cut.backed_up
    assert not [name for name in names(tmp_path) if "restoring" in name]


@pytest.mark.parametrize("steps", range(1, STEPS_OF_NOTHING_THERE))
def test_it_is_finished_where_nothing_was_before(tmp_path: Path, steps: int) -> None:
    kept = a_kept_record(tmp_path)
    backup, was = kept.back_up().path, all_tables(kept.record)
    kept.record.close()
    new = tmp_path / "new"
    assert killed_after(steps, backup, new) == -SIGKILL
    with pytest.raises(Refused, match="cut short") as refused:
        open_record(new, SECRET)
    assert "file" not in refused.value.values
    done = finish(new)
    assert done is not None
    assert done.set_aside is None
    assert tables_at(new) == was


def test_the_sentence_names_where_the_former_record_lies(tmp_path: Path) -> None:
    cut = Cut(tmp_path, 2)
    with pytest.raises(Refused) as refused:
        open_record(cut.path, SECRET)
    assert refused.value.values["file"] == tmp_path / "record.before-restore-20261124T120000Z"
    assert refused.value.values["command"] == f"facilitator restore --record {cut.path}"


def test_another_backup_is_restored_after_the_one_that_was_cut_short(tmp_path: Path) -> None:
    cut = Cut(tmp_path, 3)
    (tmp_path / "other").mkdir()
    other = a_kept_record(tmp_path / "other")
    backup, was = other.back_up().path, all_tables(other.record)
    other.record.close()
    done = restore(backup, cut.path, NOON)
    assert done.set_aside == tmp_path / "record.before-restore-20261124T120000Z-2"
    assert tables_at(cut.path) == was
    assert tables_at(done.set_aside) == cut.backed_up
    assert tables_at(tmp_path / "record.before-restore-20261124T120000Z") == cut.later


@pytest.mark.parametrize("steps", range(1, STEPS_OF_ALL))
def test_killed_a_second_time_while_it_is_finished_it_is_finished_by_the_third(tmp_path: Path, steps: int) -> None:
    cut = Cut(tmp_path, 1)
    killed_after(steps - 1, cut.backup, cut.path)
    restore(cut.backup, cut.path, NOON)
    assert tables_at(cut.path) == cut.backed_up
    assert tables_at(tmp_path / "record.before-restore-20261124T120000Z") == cut.later


def test_without_what_was_to_be_put_there_it_says_so_and_can_be_done_once_more(tmp_path: Path) -> None:
    cut = Cut(tmp_path, 3)
    for left in tmp_path.glob(".record*restoring-*"):
        left.unlink()
    with pytest.raises(Refused, match="is gone"):
        finish(cut.path)
    assert restore(cut.backup, cut.path, NOON).record == cut.path
    assert tables_at(cut.path) == cut.backed_up
    assert tables_at(tmp_path / "record.before-restore-20261124T120000Z") == cut.later


def test_a_plan_that_cannot_be_read_is_said_and_nothing_is_touched(tmp_path: Path) -> None:
    cut = Cut(tmp_path, 2)
    plan_path(cut.path).write_bytes(b"{")
    before = names(tmp_path)
    for tried in (lambda: open_record(cut.path, SECRET), lambda: finish(cut.path), lambda: again(cut)):
        with pytest.raises(Damaged, match="cut short, and what it left cannot be read"):
            tried()
    assert names(tmp_path) == before
    assert restore(cut.backup, tmp_path / "elsewhere", NOON).set_aside is None


def test_a_plan_that_names_files_elsewhere_is_not_carried_out(tmp_path: Path) -> None:
    cut = Cut(tmp_path, 2)
    written = plan_path(cut.path).read_text()
    plan_path(cut.path).write_text(written.replace("record.before", "../record.before"))
    with pytest.raises(Damaged):
        plan_of(cut.path)


def test_what_somebody_put_there_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    cut = Cut(tmp_path, 3)
    key_file_path(cut.path).write_text("somebody's only key")
    with pytest.raises(Refused):
        finish(cut.path)
    assert key_file_path(cut.path).read_text() == "somebody's only key"
    key_file_path(cut.path).unlink()
    assert finish(cut.path) is not None
    assert tables_at(cut.path) == cut.backed_up
