"""Where the stage is, and what is refused as one."""

from __future__ import annotations

import os
import pwd
import stat
import warnings
from pathlib import Path

import pytest

from facilitator.stage import StageRefused, open_stage, stage_folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_argument_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACILITATOR_STAGE", str(tmp_path / "named"))
    assert stage_folder(tmp_path / "chosen") == tmp_path / "chosen"
    assert stage_folder() == tmp_path / "named"


def test_without_either_it_is_in_the_runtime_folder(home: Path) -> None:
    assert stage_folder() == home / "run" / "facilitator" / "stage"


def test_asking_creates_nothing(home: Path) -> None:
    before = sorted(home.rglob("*"))
    stage_folder()
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize("runtime", [None, "", "run", "/nowhere/at/all"])
def test_without_a_usable_runtime_folder_it_is_with_the_data(
    runtime: str | None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    if runtime is not None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert stage_folder() == home / "data" / "facilitator" / "stage"


def test_a_runtime_folder_open_to_others_is_not_used(home: Path) -> None:
    (home / "run").chmod(0o755)
    assert stage_folder() == home / "data" / "facilitator" / "stage"


def test_nobody_at_home_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(number: int) -> None:
        raise KeyError(number)

    for name in ("XDG_RUNTIME_DIR", "XDG_DATA_HOME", "HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    with pytest.raises(StageRefused) as refused:
        stage_folder()
    assert "FACILITATOR_STAGE" in refused.value.hint


def test_it_and_its_new_parents_are_ours_alone(tmp_path: Path) -> None:
    folder = open_stage(tmp_path / "a" / "b" / "stage")
    assert [mode(each) for each in (folder, folder.parent, folder.parent.parent)] == [0o700] * 3


def test_a_folder_of_ours_that_is_too_open_is_tightened(tmp_path: Path) -> None:
    (tmp_path / "stage").mkdir(mode=0o755)
    assert mode(open_stage(tmp_path / "stage")) == 0o700


def test_opening_it_again_changes_nothing(tmp_path: Path) -> None:
    (open_stage(tmp_path / "stage") / "state.json").write_bytes(b"kept")
    assert (open_stage(tmp_path / "stage") / "state.json").read_bytes() == b"kept"


def test_a_link_is_refused_even_to_a_folder_of_ours(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o755)
    (tmp_path / "stage").symlink_to(tmp_path / "real")
    with pytest.raises(StageRefused, match="link"):
        open_stage(tmp_path / "stage")
    assert mode(tmp_path / "real") == 0o755


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stage").symlink_to(tmp_path / "nowhere")
    with pytest.raises(StageRefused, match="link"):
        open_stage(tmp_path / "stage")
    assert not (tmp_path / "nowhere").exists()


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stage").write_bytes(b"")
    with pytest.raises(StageRefused, match="file"):
        open_stage(tmp_path / "stage")


def test_somebody_elses_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stage").mkdir(mode=0o755)
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    with pytest.raises(StageRefused, match="somebody else"):
        open_stage(tmp_path / "stage")
    assert mode(tmp_path / "stage") == 0o755


@pytest.mark.parametrize("name", ["file/stage", "n" * 300, "nul\0l"])
def test_a_folder_that_cannot_be_made_is_refused_in_words(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StageRefused) as refused:
        open_stage(tmp_path / name)
    assert str(tmp_path) not in refused.value.message + refused.value.hint
