"""Signs of open walls: renewed while a wall is open, gone with it, and believed for six seconds and no longer."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from agenda.clock import ManualClock
from facilitator.stage import WallSign, open_stage, open_walls
from tests.facilitator.wall.states import NOW


def a_stage(tmp_path: Path) -> tuple[Path, ManualClock]:
    return open_stage(tmp_path / "stage"), ManualClock(NOW)


def test_no_wall_is_open_where_none_ever_was(tmp_path: Path) -> None:
    stage, clock = a_stage(tmp_path)
    assert open_walls(stage, clock.now()) == 0
    assert open_walls(tmp_path / "nowhere", clock.now()) == 0
    assert list(stage.iterdir()) == []


def test_each_wall_counts_once_however_often_it_says_so(tmp_path: Path) -> None:
    stage, clock = a_stage(tmp_path)
    first, second = WallSign(stage, clock.now), WallSign(stage, clock.now)
    for _second in range(10):
        first.renew(clock.monotonic())
        second.renew(clock.monotonic())
        clock.advance(timedelta(seconds=1))
        assert open_walls(stage, clock.now()) == 2
    second.take_away()
    assert open_walls(stage, clock.now()) == 1


def test_a_killed_wall_counts_no_more_after_six_seconds_and_the_next_one_clears_its_sign(tmp_path: Path) -> None:
    stage, clock = a_stage(tmp_path)
    WallSign(stage, clock.now).renew(clock.monotonic())
    clock.advance(timedelta(seconds=6))
    assert open_walls(stage, clock.now()) == 1
    clock.advance(timedelta(seconds=1))
    assert open_walls(stage, clock.now()) == 0
    clock.advance(timedelta(seconds=60))
    WallSign(stage, clock.now).renew(clock.monotonic())
    assert len(list((stage / "walls").iterdir())) == 1


def test_a_clock_set_back_hides_a_wall_only_until_it_says_so_again(tmp_path: Path) -> None:
    stage, clock = a_stage(tmp_path)
    sign = WallSign(stage, clock.now)
    sign.renew(clock.monotonic())
    clock.set_back(timedelta(hours=1))
    assert open_walls(stage, clock.now()) == 0
    clock.advance(timedelta(seconds=2))
    sign.renew(clock.monotonic())
    assert open_walls(stage, clock.now()) == 1


def test_the_sign_is_empty_and_ours_alone(tmp_path: Path) -> None:
    stage, clock = a_stage(tmp_path)
    WallSign(stage, clock.now).renew(clock.monotonic())
    (sign,) = (stage / "walls").iterdir()
    assert sign.read_bytes() == b""
    assert [os.stat(each).st_mode & 0o077 for each in (sign, sign.parent)] == [0, 0]


def test_links_folders_and_a_link_in_place_of_the_folder_are_no_walls(tmp_path: Path) -> None:
    stage, clock = a_stage(tmp_path)
    WallSign(stage, clock.now).renew(clock.monotonic())
    (tmp_path / "elsewhere").mkdir()
    (stage / "walls" / "folder").mkdir()
    (stage / "walls" / "link").symlink_to(next((stage / "walls").iterdir()))
    assert open_walls(stage, clock.now()) == 1
    os.rename(stage / "walls", tmp_path / "signs")
    (stage / "walls").symlink_to(tmp_path / "signs")
    assert open_walls(stage, clock.now()) == 0


def test_a_wall_that_cannot_leave_a_sign_says_nothing_and_goes_on(tmp_path: Path) -> None:
    stage, clock = a_stage(tmp_path)
    (stage / "walls").write_bytes(b"in the way")
    sign = WallSign(stage, clock.now)
    sign.renew(clock.monotonic())
    sign.take_away()
    assert (stage / "walls").read_bytes() == b"in the way"
