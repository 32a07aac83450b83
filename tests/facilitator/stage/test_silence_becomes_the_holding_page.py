"""What a wall may still believe: the law of the reader, and what is read at all."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agenda.public import PublicState, Scene, to_json
from facilitator.stage import STALE_AFTER, StageReader, read_raw
from facilitator.stage.reader import MOST_BYTES

NOW = datetime(2026, 11, 24, 13, 11, tzinfo=UTC)
STATE = PublicState(1, NOW, "Europe/Rome", "en", Scene.PAGE)


def raw(revision: int = 1, published_at: datetime = NOW) -> bytes:
    return to_json(replace(STATE, revision=revision, published_at=published_at))


def test_a_change_is_shown_at_once() -> None:
    reader = StageReader()
    assert reader.look(raw(1), 0.0, NOW) == STATE
    assert reader.look(raw(2), 0.03, NOW) == replace(STATE, revision=2)


def test_six_seconds_without_a_change_are_silence() -> None:
    reader = StageReader()
    reader.look(raw(), 100.0, NOW)
    assert reader.look(raw(), 105.9, NOW) == STATE
    assert reader.look(raw(), 106.0, NOW) is None
    assert reader.look(raw(2), 300.0, NOW) == replace(STATE, revision=2)


@pytest.mark.parametrize(
    ("age", "is_shown"), [(-3600.0, True), (0.0, True), (5.0, True), (6.0, False), (3600.0, False)]
)
def test_the_first_look_goes_by_when_it_was_published(age: float, is_shown: bool) -> None:
    shown = StageReader().look(raw(), 50.0, NOW + timedelta(seconds=age))
    assert (shown is not None) is is_shown


def test_what_was_old_at_the_first_look_stays_held_until_it_changes() -> None:
    reader = StageReader()
    late = NOW + timedelta(hours=1)
    assert [reader.look(raw(), at, late) for at in (0.0, 1.0, 2.0)] == [None] * 3
    assert reader.look(raw(2), 3.0, late) == replace(STATE, revision=2)


def test_a_missing_file_is_silence_and_its_return_is_no_news() -> None:
    reader = StageReader()
    reader.look(raw(), 0.0, NOW)
    assert reader.look(None, 1.0, NOW) is None
    assert reader.look(raw(), 2.0, NOW) == STATE
    assert reader.look(raw(), 6.0, NOW) is None


def test_half_a_file_is_silence_and_the_whole_one_is_shown() -> None:
    reader = StageReader()
    reader.look(raw(), 0.0, NOW)
    assert reader.look(raw(2)[:-20], 1.0, NOW) is None
    assert reader.look(raw(2), 1.03, NOW) == replace(STATE, revision=2)


def test_another_version_is_silence() -> None:
    assert StageReader().look(raw().replace(b'"schema": 1', b'"schema": 2'), 0.0, NOW) is None


@given(
    some.lists(some.tuples(some.none() | some.binary(), some.floats(0, 1e9), some.datetimes(timezones=some.just(UTC))))
)
def test_no_bytes_and_no_clock_ever_raise(looks: list[tuple[bytes | None, float, datetime]]) -> None:
    reader = StageReader()
    for seen, monotonic, now in looks:
        assert reader.look(seen, monotonic, now) is None


@given(
    some.lists(
        some.tuples(some.floats(0, 10), some.booleans(), some.timedeltas(timedelta(days=-999), timedelta(days=999))),
        min_size=1,
    )
)
def test_only_the_monotonic_clock_decides_whatever_is_done_to_the_other(
    steps: list[tuple[float, bool, timedelta]],
) -> None:
    reader = StageReader()
    reader.look(raw(0), 0.0, NOW)
    monotonic, changed_at, revision = 0.0, 0.0, 0
    for passed, is_changed, jump in steps:
        monotonic += passed
        if is_changed:
            changed_at, revision = monotonic, revision + 1
        shown = reader.look(raw(revision), monotonic, NOW + jump)
        assert (shown is not None) is (monotonic - changed_at < STALE_AFTER)


def test_a_clock_set_back_an_hour_makes_nothing_stale() -> None:
    reader = StageReader()
    reader.look(raw(), 0.0, NOW)
    back = NOW - timedelta(hours=1)
    for beat in range(1, 10):
        assert reader.look(raw(1, back + timedelta(seconds=2 * beat)), 2.0 * beat, back) is not None


def test_only_a_regular_file_of_sensible_size_is_read(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    assert read_raw(tmp_path) is None
    state.write_bytes(b"x" * MOST_BYTES)
    assert read_raw(tmp_path) == b"x" * MOST_BYTES
    state.write_bytes(b"x" * (MOST_BYTES + 1))
    assert read_raw(tmp_path) is None


def test_a_link_a_folder_and_a_pipe_are_not_read_and_keep_nobody_waiting(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    (tmp_path / "real").write_bytes(b"{}")
    state.symlink_to(tmp_path / "real")
    assert read_raw(tmp_path) is None
    state.unlink()
    state.mkdir()
    assert read_raw(tmp_path) is None
    state.rmdir()
    os.mkfifo(state)
    assert read_raw(tmp_path) is None


def test_a_folder_that_is_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "state.json").write_bytes(b"{}")
    (tmp_path / "stage").symlink_to(tmp_path / "real")
    assert read_raw(tmp_path / "stage") is None
    assert read_raw(tmp_path / "real") == b"{}"
