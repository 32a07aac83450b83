"""What a command really loads when it runs, seen in ``sys.modules`` of a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = {"textual", "rich"}
DATABASE = {"sqlite_utils", "sqlcipher3", "sqlite3", "numpy"}
SECRETS = {"cryptography"}
HEAVY = {"babel", "textstat", "nltk", "segno", "qrcode", "markdown_it", "asyncio", "platformdirs", "email"}
UNASKED = {"tomllib", "tempfile", "hashlib", "zoneinfo"}
"""What a list of lessons that is written plainly, and has no problems, has no use for: each costs milliseconds."""

TELL = """
import contextlib, json, sys
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(sys.stderr):
    {code}
print(json.dumps(sorted(sys.modules)))
"""


def loaded(code: str) -> set[str]:
    """Every module in a fresh process after this code, by its full name."""
    result = subprocess.run(
        [sys.executable, "-c", TELL.format(code=code)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return set(json.loads(result.stdout))


def command(*args: str) -> set[str]:
    return loaded(f"from facilitator.cli import main; main({list(args)!r})")


def packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_plain_options_load_little_more_than_a_bare_command(option: str) -> None:
    modules = command(option)
    assert not packages(modules) & (SCREENS | DATABASE | SECRETS | HEAVY)
    assert not {name for name in modules if name.startswith(("agenda.record", "facilitator.console", "content."))}


def test_listing_the_lessons_loads_neither_screens_nor_record() -> None:
    modules = command("content", "list")
    assert "content.load" in modules
    assert not packages(modules) & (
        SCREENS | DATABASE | SECRETS | (HEAVY - {"platformdirs"}) | (UNASKED - {"tempfile"})
    )
    assert "agenda.record" not in modules


def test_writing_the_record_out_loads_no_screens(tmp_path: Path) -> None:
    modules = command("export", "--record", str(tmp_path / "none"), "--json", "-")
    assert "facilitator.cli.export" in modules
    assert not packages(modules) & SCREENS


def test_the_wall_holds_nothing_that_could_open_a_record() -> None:
    modules = loaded("import facilitator.cli.wall, facilitator.wall.app, facilitator.stage")
    assert "textual" in modules
    assert not packages(modules) & (DATABASE | SECRETS | {"content"})
    known = {name for name in modules if name.startswith("agenda.")}
    assert known <= {"agenda.public", "agenda.error"}
    assert "facilitator.console" not in modules


@pytest.mark.slow
@pytest.mark.parametrize("code", [
    "import facilitator.cli.kiosk, facilitator.kiosk.app, facilitator.stage.inbox",
    "import facilitator.kiosk.page",
])  # fmt: skip
def test_the_kiosk_holds_nothing_that_could_open_a_record(code: str) -> None:
    modules = loaded(code)
    assert not packages(modules) & (DATABASE | SECRETS | {"content"})
    known = {name for name in modules if name.startswith("agenda.")}
    assert known <= {"agenda.public", "agenda.error"}
    assert "facilitator.console" not in modules


def test_the_server_holds_nothing_that_could_open_a_record_and_draws_on_no_terminal() -> None:
    modules = loaded("import facilitator.cli.serve, facilitator.web.server, facilitator.web.address")
    assert "uvicorn" in modules
    assert not packages(modules) & (DATABASE | SECRETS | SCREENS | {"content"})
    assert {name for name in modules if name.startswith("agenda.")} <= {"agenda.public", "agenda.error"}


def test_the_public_state_needs_nothing_else_of_ours() -> None:
    modules = loaded("import agenda.public")
    assert {name for name in modules if name.startswith(("agenda", "content", "facilitator"))} == {
        "agenda",
        "agenda.public",
    }


def test_what_is_true_knows_no_screens_and_no_lessons() -> None:
    modules = loaded("import agenda.record.opening, agenda.record.export, agenda.record.practice.group")
    assert not packages(modules) & (SCREENS | {"content", "facilitator"})  # sqlite_utils itself brings click


def test_what_we_teach_knows_no_record_and_no_screens() -> None:
    modules = loaded("import content.load, content.check")
    assert not packages(modules) & (SCREENS | DATABASE | {"click", "agenda", "facilitator"})
