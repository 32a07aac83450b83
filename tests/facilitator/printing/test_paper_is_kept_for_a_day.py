"""Paper with names lies in a folder of ours for a day; no two share a file, and no name says whose it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.printing.kept import keep, paper_folder, tagged
from facilitator.throwing_away import A_DAY, throw_away_old


@pytest.fixture(autouse=True)
def now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> float:
    """What time it is by the clock of files: this test's own may be set to another day."""
    (tmp_path / "now").touch()
    moment = (tmp_path / "now").stat().st_mtime
    (tmp_path / "now").unlink()
    monkeypatch.setattr("facilitator.throwing_away.time.time", lambda: moment)
    return moment


def age(file: Path, now: float, seconds: float) -> None:
    os.utime(file, (now - seconds, now - seconds))


def test_what_lay_there_for_a_day_is_gone_when_the_folder_is_next_asked_for(home: Path, now: float) -> None:
    old, new = (keep(paper_folder() / name, b"%PDF") for name in ("old.pdf", "new.pdf"))
    age(old, now, A_DAY + 60)
    age(new, now, A_DAY - 60)
    assert paper_folder().is_relative_to(home)
    assert not (home / "Documents").exists()
    assert [file.name for file in paper_folder().iterdir()] == ["new.pdf"]


def test_only_what_begins_so_is_thrown_away_and_no_link_is_followed(tmp_path: Path, now: float) -> None:
    others = tmp_path / "others"
    others.mkdir()
    (others / "kept").write_text("kept")
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("facilitator-practice-1", "somebody-else"):
        (folder / name).mkdir()
        (folder / name / "record").write_text("x")
        age(folder / name, now, 2 * A_DAY)
    (folder / "facilitator-practice-link").symlink_to(others)
    os.utime(folder / "facilitator-practice-link", (0, 0), follow_symlinks=False)
    throw_away_old(folder, "facilitator-practice-")
    assert [one.name for one in folder.iterdir()] == ["somebody-else"]
    assert (others / "kept").read_text() == "kept"
    throw_away_old(tmp_path / "none")


def test_two_groups_and_two_members_never_share_a_file() -> None:
    names = {tagged("session-3-certificate", session, member) for session in "ab" for member in ("x", "y", "z")}
    assert len(names) == 6
    assert tagged("session-3-before", "a") == tagged("session-3-before", "a")
