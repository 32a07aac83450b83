"""The laptop's own clock, on systems that count sleep and on one that does not."""

from __future__ import annotations

import sys
import time

import pytest

from agenda import clock
from agenda.clock import SystemClock


def test_what_counts_sleep_never_runs_backward_and_is_never_behind_what_does_not() -> None:
    system = SystemClock()
    first, second = system.elapsed(), system.elapsed()
    if first is None or second is None:
        assert sys.platform not in ("linux", "darwin")
    else:
        assert first <= second


@pytest.mark.parametrize("names", [("CLOCK_BOOTTIME",), ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC")])
def test_a_system_without_such_a_clock_says_none(names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in names:
        monkeypatch.delattr(time, name, raising=False)
    assert SystemClock().elapsed() is None


def test_a_mac_has_another_name_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(clock, "_IS_MAC", True)
    assert SystemClock().elapsed() is not None


def test_a_name_the_system_does_not_know_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_which: int) -> float:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(time, "clock_gettime", unknown)
    assert SystemClock().elapsed() is None
