"""What the wall's process has loaded: of the agenda the public types, and no database at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHOWN = """
import asyncio, json, sys, time
from datetime import UTC, datetime
from pathlib import Path
from facilitator.stage import open_stage
from facilitator.wall.app import WallApp
from facilitator.wall.code import code

async def show():
    folder = open_stage(Path(sys.argv[1]) / "stage")
    code("public")
    async with WallApp(folder, lambda: datetime.now(UTC), time.monotonic).run_test() as pilot:
        await pilot.pause()

asyncio.run(show())
print(json.dumps(sorted(sys.modules)))
"""
COMMAND = "import json, sys; import facilitator.cli.wall; print(json.dumps(sorted(sys.modules)))"
DATABASES = {"sqlite3", "_sqlite3", "sqlite_utils", "sqlcipher3"}


def modules(program: str, folder: Path) -> set[str]:
    run = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    return set(json.loads(run.stdout))


def test_of_the_agenda_it_has_only_the_public_types(tmp_path: Path) -> None:
    loaded = modules(SHOWN, tmp_path)
    assert {each for each in loaded if each.partition(".")[0] == "agenda"} == {"agenda", "agenda.public"}
    assert not {each for each in loaded if each.partition(".")[0] == "content"}


@pytest.mark.slow
def test_it_has_no_database_and_no_lock(tmp_path: Path) -> None:
    loaded = {each.partition(".")[0] for each in modules(SHOWN, tmp_path)}
    assert not loaded & (DATABASES | {"filelock", "numpy"})


def test_its_command_loads_no_screen_before_it_is_called(tmp_path: Path) -> None:
    loaded = {each.partition(".")[0] for each in modules(COMMAND, tmp_path)}
    assert not loaded & (DATABASES | {"textual"})
