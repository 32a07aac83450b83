"""The publisher: whole files, one at a time, and never an error into the console."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agenda.public import PublicPage, PublicState, Scene, from_json
from facilitator.stage import Publisher, read_raw

NOW = datetime(2026, 11, 24, 13, 11, tzinfo=UTC)
STATE = PublicState(1, NOW, "Europe/Rome", "en", Scene.PAGE, PublicPage("Hello"))

Publishing = Callable[[], Publisher]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "stage"


@pytest.fixture
def a_publisher(folder: Path) -> Iterator[Publishing]:
    opened: list[Publisher] = []

    def publishing() -> Publisher:
        opened.append(Publisher(folder, lambda: NOW + timedelta(seconds=5)))
        return opened[-1]

    yield publishing
    for each in opened:
        each.close()


def shown(folder: Path) -> PublicState | None:
    raw = read_raw(folder)
    return from_json(raw) if raw else None


def test_a_state_is_written_whole_and_stamped(folder: Path, a_publisher: Publishing) -> None:
    assert a_publisher().publish(STATE)
    assert shown(folder) == replace(STATE, published_at=NOW + timedelta(seconds=5))


def test_only_we_can_read_what_is_written(folder: Path, a_publisher: Publishing) -> None:
    a_publisher().publish(STATE)
    for each in folder.iterdir():
        assert stat.S_IMODE(each.stat().st_mode) == 0o600, each.name
    assert {each.name for each in folder.iterdir()} == {"state.json", "stage.lock"}


def test_a_second_console_writes_nothing_and_knows_why(folder: Path, a_publisher: Publishing) -> None:
    first, second = a_publisher(), a_publisher()
    first.publish(STATE)
    assert first.has_wall
    assert not second.has_wall
    assert not second.publish(replace(STATE, revision=2))
    assert second.problem is None
    assert (shown(folder) or STATE).revision == 1


def test_the_wall_is_free_once_the_first_console_lets_go(folder: Path, a_publisher: Publishing) -> None:
    first, second = a_publisher(), a_publisher()
    first.close()
    assert not first.publish(STATE)
    assert second.publish(STATE)
    assert second.has_wall


def test_the_wall_is_free_after_a_console_was_killed(folder: Path, a_publisher: Publishing) -> None:
    program = (
        "import sys, datetime, pathlib; from facilitator.stage import Publisher;"
        "held = Publisher(pathlib.Path(sys.argv[1]), lambda: datetime.datetime.now(datetime.UTC));"
        "print(held.has_wall, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not a_publisher().has_wall
        other.kill()
    assert a_publisher().publish(STATE)


def test_a_deleted_folder_comes_back_with_its_lock(folder: Path, a_publisher: Publishing) -> None:
    first = a_publisher()
    shutil.rmtree(folder)
    assert first.publish(STATE)
    assert shown(folder) is not None
    assert not a_publisher().has_wall


def test_a_wall_taken_over_in_a_new_folder_is_not_shared(folder: Path, a_publisher: Publishing) -> None:
    first = a_publisher()
    shutil.rmtree(folder)
    second = a_publisher()
    assert second.publish(STATE)
    assert not first.publish(replace(STATE, revision=2))
    assert not first.has_wall


def test_a_folder_replaced_by_a_link_is_a_problem_in_words(
    folder: Path, a_publisher: Publishing, tmp_path: Path
) -> None:
    first = a_publisher()
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(folder)
    folder.symlink_to(tmp_path / "elsewhere")
    assert not first.publish(STATE)
    assert "link" in (first.problem or "")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    folder.unlink()
    assert first.publish(STATE)
    assert first.problem is None


@pytest.mark.parametrize("name", ["state.json", "state.json.new"])
def test_a_link_in_the_folder_is_replaced_not_followed(
    name: str, folder: Path, a_publisher: Publishing, tmp_path: Path
) -> None:
    (tmp_path / "precious").write_bytes(b"kept")
    first = a_publisher()
    (folder / name).symlink_to(tmp_path / "precious")
    assert first.publish(STATE)
    assert (tmp_path / "precious").read_bytes() == b"kept"
    assert shown(folder) is not None


def test_a_link_for_the_lock_is_a_problem_in_words(folder: Path, a_publisher: Publishing, tmp_path: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "stage.lock").symlink_to(tmp_path / "elsewhere")
    first = a_publisher()
    assert not first.publish(STATE)
    assert first.problem
    assert not (tmp_path / "elsewhere").exists()


def test_an_empty_folder_in_the_way_is_removed_and_a_full_one_is_a_problem(
    folder: Path, a_publisher: Publishing
) -> None:
    first = a_publisher()
    (folder / "state.json").mkdir()
    assert first.publish(STATE)
    (folder / "state.json").unlink()
    (folder / "state.json").mkdir()
    (folder / "state.json" / "thing").write_bytes(b"")
    assert not first.publish(STATE)
    assert first.problem


def test_a_full_disk_is_a_problem_in_words_and_passes(
    folder: Path, a_publisher: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = a_publisher()
    first.publish(STATE)

    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as now_full:
        now_full.setattr(os, "replace", full)
        assert not first.publish(replace(STATE, revision=2))
        assert first.problem == "The wall cannot be updated: its folder cannot be written."
    assert (shown(folder) or STATE).revision == 1
    assert first.publish(replace(STATE, revision=3))
    assert first.problem is None


def test_a_publisher_on_a_file_is_without_a_wall_and_says_so(folder: Path, a_publisher: Publishing) -> None:
    folder.write_bytes(b"")
    first = a_publisher()
    assert not first.has_wall
    assert first.problem
