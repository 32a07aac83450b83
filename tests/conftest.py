"""What holds for every test: a home of its own, one locale, and nothing left out in silence."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar

import pytest

SYSTEM = "system"
COUNTED = "counted"
"""A test that recorded this property has something to say at the end even when it passes."""
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
LEFT_OUT = pytest.StashKey[int]()
TAKEN_AWAY = ("FACILITATOR_", "LC_", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TEXTUAL")
HOMES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, so that no test reads or writes the real one; every child process inherits it.

    It lies beside ``tmp_path``, not in it, so that a test can say what its own folder holds.
    """
    place = tmp_path_factory.mktemp("home")
    for name, folder in HOMES.items():
        monkeypatch.setenv(name, str(place / folder))
    (place / "run").mkdir(mode=0o700, parents=True)
    for name in [name for name in os.environ if name.startswith(TAKEN_AWAY)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("FACILITATOR_PORT", "0")  # one of its own: tests run side by side, and so do their servers
    return place


LONGEST_OF_A_SLOW_ONE = 360
"""Seconds: a law that takes half a minute at a desk takes two where both cores have other work."""


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """What a finished file of tests leaves behind (fonts, curricula, classes) is not looked through again and again."""
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--system",
        action="store_true",
        help="also run the tests that need a program from the system's packages; any skipped test is then a failure",
    )
    parser.addoption("--no-skips", action="store_true", help="any skipped test is a failure")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # What takes long begins first, so that at the end no worker waits for one that is in the middle of a law.
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(LONGEST_OF_A_SLOW_ONE))
    if config.getoption("--system"):
        return
    left_out = [item for item in items if item.get_closest_marker(SYSTEM)]
    config.stash[LEFT_OUT] = len(left_out)
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """No picture is sent to a terminal that nobody watches: what a screen shows is asked of it when it is looked at."""
    from textual.screen import Screen  # most tests have no screen

    def forget(screen: Screen[object]) -> None:
        screen._dirty_widgets.clear()
        screen._compositor._dirty_regions.clear()

    monkeypatch.setattr(Screen, "_compositor_refresh", forget)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _without_skips(item.config, (yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _without_skips(collector.config, (yield))


def pytest_sessionfinish(session: pytest.Session) -> None:
    counted = getattr(session.config, "workeroutput", None)
    if counted is not None:
        counted[SYSTEM] = session.config.stash.get(LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    # Every worker collects everything, so each of them has the whole count.
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get(SYSTEM, 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for report in terminalreporter.stats.get("passed", []):
        for name, value in report.user_properties:
            if name == COUNTED:
                terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {value}")
    left_out = config.stash.get(LEFT_OUT, 0)
    if left_out:
        terminalreporter.write_line(
            f"{left_out} tests left out: they need a program from the system's packages (pytest -m system --system)"
        )


def _without_skips(config: pytest.Config, report: Report) -> Report:
    if report.skipped and (config.getoption("--system") or config.getoption("--no-skips")):
        report.outcome = "failed"
        report.longrepr = f"skipped, which is not allowed here: {report.longrepr}"
    return report
