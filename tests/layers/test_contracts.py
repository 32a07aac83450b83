"""The rooms of the house: who may know whom, proved on the sources, and proved able to fail."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("facilitator", "agenda", "content", "legible")
PUBLIC_SIDE = {"kiosk", "pages", "wall", "web", "stage"}
PRIVATE_SIDE = {
    "backups", "cli", "console", "erasing", "journal_words", "note_wording", "own_record", "paperwork",
    "passphrase_strength", "practice", "printing", "record_names", "record_words", "session_paper", "settings", "tour",
}  # fmt: skip
BOTH_SIDES = {
    "crash", "crisis_help", "curriculum", "error_number", "error_words", "in_place", "language", "locale", "own_memory",
    "palette", "settings_folder", "throwing_away", "terminal", "whole_file", "__init__", "__main__",
}  # fmt: skip


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert " 0 broken" in result.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("facilitator/wall/scenes.py", "import agenda.record.connection"),
        ("facilitator/stage/reader.py", "import agenda.session"),
        ("facilitator/language.py", "import sqlite_utils"),
        ("facilitator/cli/wall.py", "import agenda.record.rows.session"),
        ("facilitator/kiosk/page.py", "import agenda.record.connection"),
        ("facilitator/kiosk/visit.py", "import agenda.attendance"),
        ("facilitator/kiosk/screen.py", "import facilitator.console.hour.view"),
        ("facilitator/cli/kiosk.py", "import agenda.record.rows.session"),
        ("agenda/session.py", "import agenda.record.rows.session"),
        ("agenda/session.py", "import content.load"),
        ("agenda/public.py", "import sqlcipher3"),
        ("agenda/record/rows/session.py", "import click"),
        ("content/load.py", "import agenda.error"),
        ("legible/__init__.py", "import agenda.error"),
        ("facilitator/wall/scenes.py", "import facilitator.paperwork.plan"),
        ("facilitator/paperwork/plan.py", "import agenda.record.rows.session"),
        ("facilitator/console/hour/view.py", "import typst"),
        ("facilitator/web/feed.py", "import agenda.session"),
        ("facilitator/cli/serve.py", "import agenda.record.rows.session"),
        ("facilitator/web/site.py", "import textual"),
        ("facilitator/console/hour/view.py", "import uvicorn"),
        ("facilitator/console/hour/view.py", "import segno"),
        ("facilitator/pages/site.py", "import agenda.session"),
        ("facilitator/pages/prose.py", "import agenda.record.connection"),
        ("facilitator/printing/queue.py", "import facilitator.paperwork.plan"),
    ],
)
def test_a_forbidden_import_breaks_a_contract(copy: Path, place: str, line: str) -> None:
    with (copy / place).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    result = lint(copy)
    assert result.returncode == 1, result.stdout + result.stderr
    assert " 0 broken" not in result.stdout


def test_every_room_of_facilitator_is_on_a_known_side() -> None:
    rooms = {path.stem for path in (ROOT / "facilitator").iterdir() if path.is_dir() or path.suffix == ".py"}
    assert rooms - {"__pycache__"} <= PUBLIC_SIDE | PRIVATE_SIDE | BOTH_SIDES, "add the new room to its contracts"
