"""The command line itself: what it lists, what it opens, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from agenda.error import Damaged, Refused
from facilitator import __version__
from facilitator.cli import COMMANDS, Entry, cli, main, with_command

PYTHON = sys.executable


@click.command()
@click.option("--end", default="well")
def acting(end: str) -> int:
    """Ends in the way it is told."""
    if end == "refused":
        raise Refused("The record {file} is open.", "Close {file} first.", file="group")
    if end == "damaged":
        raise Damaged("The record is damaged.")
    if end == "unforeseen":
        secret = "canary"
        raise LookupError(f"no such member: {secret}")
    if end == "interrupted":
        raise KeyboardInterrupt
    if end == "three":
        click.get_current_context().exit(3)
    click.echo("done")
    return 7


@pytest.fixture(autouse=True)
def _commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "act", Entry(f"{__name__}:acting", "Act."))
    monkeypatch.setitem(COMMANDS, "console", Entry(f"{__name__}:acting"))


def ended(*args: str) -> int | str | None:
    with pytest.raises(SystemExit) as caught:
        main(args)
    return caught.value.code


def program(*args: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in {**os.environ, **changes}.items() if value is not None}
    return subprocess.run(
        [PYTHON, "-m", "facilitator", *args], env=env, capture_output=True, text=True, timeout=60, check=False
    )


def test_without_a_command_the_console_opens(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended() == 0
    assert ended("--end", "three") == 3
    assert capsys.readouterr().out == "done\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ([], ["console"]),
        (["wall"], ["wall"]),
        (["--record", "x"], ["--record", "x", "console"]),
        (["--record=x", "wall", "--help"], ["--record=x", "wall", "--help"]),
        (["--stage", "x"], ["console", "--stage", "x"]),
        (["--help"], ["--help"]),
        (["--record", "x", "--version"], ["--record", "x", "--version"]),
        (["--record"], ["--record", "console"]),
    ],
)
def test_the_console_is_meant_where_no_command_is_named(typed: list[str], meant: list[str]) -> None:
    assert with_command(typed) == meant


def test_a_refusal_is_its_sentence_and_its_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("act", "--end", "refused") == 1
    assert capsys.readouterr() == ("", "The record group is open.\nClose group first.\n")


def test_damaged_data_ends_with_three_and_no_empty_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("act", "--end", "damaged") == 3
    said = capsys.readouterr().err
    assert said.startswith("The record is damaged.\nThere is no good backup of it")
    assert "\n\n" not in said


def test_what_nobody_foresaw_is_a_number_without_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("act", "--end", "unforeseen") == 1
    first = capsys.readouterr()
    assert ended("act", "--end", "unforeseen") == 1
    assert first == capsys.readouterr()
    assert first.out == ""
    for unwanted in ("canary", "LookupError", "Traceback", ".py", "raise"):
        assert unwanted not in first.err
    assert "error number" in first.err


def test_ctrl_c_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("act", "--end", "interrupted") == 130
    assert capsys.readouterr().err.strip() == ""


def test_what_a_command_returns_is_no_exit_code() -> None:
    assert ended("act") == 0


def test_a_wrong_word_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("wal") == 2
    assert ended("act", "--nonsense") == 2
    assert "facilitator --help" in capsys.readouterr().err


def test_every_listed_command_has_a_line_and_a_place() -> None:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        assert COMMANDS[name].line.endswith(".")
        assert cli.get_command(context, name) is not None


def test_the_version_is_told() -> None:
    assert program("--version").stdout == f"facilitator {__version__}\n"


def test_help_lists_the_commands_in_any_locale() -> None:
    for language in ("C", "POSIX", "nonsense", ""):
        result = program("--help", LC_ALL=language, HOME=None, XDG_RUNTIME_DIR=None)
        assert result.returncode == 0
        assert result.stderr == ""
        assert "export" in result.stdout


def test_a_terminal_without_our_letters_shows_a_question_mark() -> None:
    code = "import click; from facilitator.cli import main, cli; cli.callback = None; main(['caf\u00e9 \u05d0'])"
    result = subprocess.run(
        [PYTHON, "-c", code],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 2
    assert b"No such command" in result.stderr
    assert b"Traceback" not in result.stderr


def test_closed_streams_are_no_fault(tmp_path: Path) -> None:
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        result = subprocess.run(
            ["/bin/sh", "-c", f'"$0" -m facilitator --version {closed}', PYTHON],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (result.returncode, result.stderr) == (0, "")


def test_a_reader_who_leaves_is_no_fault() -> None:
    code = "import sys; sys.stdin.readline(); from facilitator.cli import main; main(['--help'])"
    with subprocess.Popen(
        [PYTHON, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.flush()
        assert process.stderr.read() == b""
