"""What the test run itself promises: left-out tests are counted, and where no skip is allowed, a skip fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = """
import os, pytest

def test_plain():
    assert os.listdir(os.environ["HOME"]) == ["run"]

@pytest.mark.system
def test_needs_a_program():
    assert not os.environ.get("FACILITATOR_RECORD")

def test_that_skips():
    pytest.skip("not here")
"""


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_some.py").write_text(TESTS)
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def run(suite: Path, *options: str) -> tuple[int, str]:
    plain = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}  # those of this very run
    command = [sys.executable, "-m", "pytest", *options]
    result = subprocess.run(command, cwd=suite, env=plain, capture_output=True, text=True, timeout=100, check=False)
    return result.returncode, result.stdout


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["0", "2"])
def test_tests_that_need_a_system_package_are_left_out_and_counted(suite: Path, workers: str) -> None:
    code, shown = run(suite, "-n", workers)
    assert code == 0, shown
    assert "1 tests left out" in shown
    assert "1 passed, 1 skipped" in shown


@pytest.mark.slow
def test_asked_for_they_run_and_no_test_may_be_skipped(suite: Path) -> None:
    code, shown = run(suite, "--system")
    assert code == 1
    assert "1 failed, 2 passed" in shown
    assert "left out" not in shown
    assert run(suite, "-m", "system", "--system")[0] == 0


@pytest.mark.slow
def test_skips_can_be_forbidden_alone(suite: Path) -> None:
    code, shown = run(suite, "--no-skips")
    assert code == 1
    assert "1 failed, 1 passed" in shown
