"""``facilitator handout``: what is written where, and what is said."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from content.load import builtin_pack_folder
from facilitator.cli import cli
from facilitator.crisis_help import UNSET, remember
from facilitator.whom_to_call import CrisisHelp, CrisisLine
from tests.builders import TODAY
from tests.facilitator.paperwork.opened import codes_of, words_of

RUN = "from facilitator.cli import main; main()"


def run(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "error", "-c", RUN, "handout", *map(str, words)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["what-recovery-means", "recmean2", "RECMEAN2"])
def test_a_lesson_is_found_by_name_or_code(tmp_path: Path, name: str) -> None:
    file = tmp_path / "sheet.pdf"
    done = run(name, "-o", file)
    assert (done.returncode, done.stderr.decode().splitlines()) == (0, [UNSET])
    assert str(file).encode() in done.stdout
    assert "What recovery means" in words_of(file.read_bytes())
    assert "Recovery Strategies" in words_of(file.read_bytes())


@pytest.mark.slow
def test_a_dash_writes_to_standard_output_and_nothing_else_there() -> None:
    done = run("recmean2", "-o", "-", "--large", "--paper", "letter", "--address", "https://imr.example.org/")
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF")
    assert codes_of(done.stdout) == ["https://imr.example.org/recmean2"]


@pytest.mark.slow
def test_an_older_sheet_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(b"old")
    assert run("recmean2", "-o", file).returncode == 0
    assert file.read_bytes().startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == [file]


def test_an_unknown_lesson_is_refused_with_the_nearest(tmp_path: Path) -> None:
    done = run("what-recovery", "-o", tmp_path / "sheet.pdf")
    assert done.returncode == 1
    assert b"what-recovery-means" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [(), ("-o", "{folder}"), ("--address",)])
def test_a_command_line_that_cannot_be_meant_is_a_usage_error(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run("recmean2", *(word.format(folder=tmp_path) for word in words))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["http://example.org", "https://example.org/?id=1"])
def test_an_address_that_is_not_public_https_is_refused_and_nothing_written(tmp_path: Path, address: str) -> None:
    done = run("recmean2", "-o", tmp_path / "sheet.pdf", "--address", address)
    assert done.returncode == 1
    assert b"https" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = run("recmean2", "-o", tmp_path / "none" / "sheet.pdf")
    assert done.returncode == 1
    assert b"folder" in done.stderr


@pytest.mark.slow
def test_a_curriculum_of_ones_own_that_is_not_there_is_an_error_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path / "gone", tmp_path):
        monkeypatch.setenv("FACILITATOR_PACK", str(folder))
        result = CliRunner().invoke(cli, ["handout", "what-recovery-means", "-o", str(tmp_path / "handout.pdf")])
        assert result.exit_code != 0
        assert "The folder of your own curriculum" in str(result.exception)
        assert not (tmp_path / "handout.pdf").exists()


def test_where_no_crisis_help_is_known_it_is_said_and_the_sheet_has_lines_for_it(tmp_path: Path) -> None:
    target = tmp_path / "handout.pdf"
    result = CliRunner().invoke(cli, ["handout", "what-recovery-means", "-o", str(target)])
    assert result.exit_code == 0
    assert UNSET in result.output
    assert remember(CrisisHelp(in_danger=CrisisLine("when a life is in danger", "112"), looked_at=TODAY))
    result = CliRunner().invoke(cli, ["handout", "what-recovery-means", "-o", str(target)])
    assert UNSET not in result.output


def test_making_a_handout_loads_neither_screens_nor_the_record(tmp_path: Path) -> None:
    code = "import sys\nfrom facilitator.cli import cli\ncli.main(sys.argv[1:], standalone_mode=False)\n"
    code += "print(*{name.partition('.')[0] for name in sys.modules})"
    command = [sys.executable, "-c", code, "handout", "recmean2", "-o", str(tmp_path / "sheet.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "typst" in loaded
    assert not loaded & {"textual", "rich", "sqlite_utils", "sqlcipher3", "numpy", "fontTools", "PIL"}


@pytest.mark.slow
def test_a_character_without_a_letter_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    shutil.copytree(builtin_pack_folder(), folder)
    lesson = folder / "recovery-strategies" / "1-what-recovery-means.md"
    lesson.write_text(lesson.read_text("utf-8").replace("What recovery means", "What 🌱 means"), "utf-8")
    change = (
        f"import facilitator.curriculum as c, pathlib; c.builtin_pack_folder = lambda _: pathlib.Path({str(folder)!r})"
    )
    file = tmp_path / "sheet.pdf"
    command = [sys.executable, "-c", f"{change}\n{RUN}", "handout", "recmean2", "-o", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "seedling" in done.stderr
    assert "What □ means" in words_of(file.read_bytes())
