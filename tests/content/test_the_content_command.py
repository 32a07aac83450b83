"""``facilitator content list`` and ``check``: what is printed, how it exits, and what it does not load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content.building import a_pack, lesson_text, three_lessons

RUN = "from facilitator.cli import main; main()"


def run(*words: str | Path, script: str = RUN, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program with this command line, as a process of its own."""
    command = [sys.executable, "-W", "error", "-c", script, "content", *map(str, words)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=60, env={**os.environ, **environment}, check=False
    )


def test_the_list_names_modules_lessons_minutes_and_ids(tmp_path: Path) -> None:
    done = run("list", a_pack(tmp_path, three_lessons()))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "A pack (en, 1)",
        "",
        "Finding hope (finding-hope)",
        "  abcdef23   20 min  hope: Hope",
        "",
        "Daily life (daily-life)",
        "  courage2   20 min  courage: Courage",
        "  joyjoy22   20 min  joy: Joy",
        "",
        "3 lessons, 60 minutes.",
    ]


def test_the_list_of_a_damaged_pack_names_file_and_line_and_the_rest(tmp_path: Path) -> None:
    modules = three_lessons()
    modules["daily-life"]["1-courage.md"] = lesson_text(title=3)
    done = run("list", a_pack(tmp_path, modules))
    assert done.returncode == 3
    assert "joyjoy22" in done.stdout
    assert done.stdout.splitlines()[-1] == "daily-life/1-courage.md:4 “title” must be a text in quotes."
    assert done.stderr == "1 problem.\n"


def test_the_built_in_lessons_are_listed_without_a_path() -> None:
    done = run("list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "welcome-to-imr: Welcome to IMR" in done.stdout
    assert "what-recovery-means: What recovery means" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("command", ["list", "check"])
@pytest.mark.parametrize("title", ["Hope", "Hoffnung für später", "希望"])
def test_a_terminal_that_knows_only_ascii_still_gets_its_list(tmp_path: Path, command: str, title: str) -> None:
    folder = a_pack(tmp_path, {"finding-hope": {"1-hope.md": lesson_text({"Wall": "### " + title}, title=title)}})
    done = run(command, folder, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    assert "Traceback" not in done.stderr
    assert "hope" in done.stdout
    assert done.returncode == (0 if command == "list" else 3)


@pytest.mark.slow
def test_a_check_prints_a_table_and_that_all_is_well(tmp_path: Path) -> None:
    done = run("check", a_pack(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    heads, numbers, *counts, notice, verdict = done.stdout.splitlines()
    assert heads.split() == ["Lesson", "Words", "Grade", "(ARI)", "Grade", "(C-L)", "Pages", "Homework"]
    assert numbers.split()[:2] == ["hope", "304"]
    assert numbers.split()[-2:] == ["2", "3"]
    assert [line.split() for line in counts if line] == [
        ["Modules", "1"],
        ["Lessons", "1"],
        ["of", "these,", "variants", "0"],
        ["Pages", "for", "the", "wall", "2"],
        ["Homework", "options", "3"],
        ["Words", "424"],
        ["Highest", "grade", "-1.4"],
        ["Median", "grade", "-1.4"],
    ]
    assert notice.startswith("session.md:1 The part “crisis” is empty")
    assert verdict == "1 lesson, no problems."


@pytest.mark.slow
def test_a_check_prints_each_problem_with_file_and_line(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, {"finding-hope": {"1-hope.md": lesson_text({"Practice": None}, id="nope")}})
    done = run("check", folder)
    assert done.returncode == 3
    assert done.stdout.splitlines()[-2:] == [
        "finding-hope/1-hope.md:1 The part “Practice” is missing.",
        "finding-hope/1-hope.md:1 The id must be eight characters of a-z and 2-7.",
    ]
    assert done.stderr == "2 problems.\n"


def test_a_pack_in_another_language_is_not_graded(tmp_path: Path) -> None:
    folder = a_pack(tmp_path)
    file = folder / "pack.toml"
    file.write_text(file.read_text("utf-8").replace('"en"', '"it"'), "utf-8")
    done = run("check", folder)
    assert done.returncode == 0
    assert done.stdout.splitlines()[1].split() == ["hope", "304", "-", "-", "2", "3"]


@pytest.mark.parametrize("command", ["list", "check"])
def test_a_folder_without_a_pack_gets_a_sentence_and_a_hint(tmp_path: Path, command: str) -> None:
    done = run(command, tmp_path)
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr == "There is no curriculum in this folder.\nIt would hold a file pack.toml.\n"


@pytest.mark.parametrize("command", ["list", "check"])
def test_a_damaged_pack_file_names_its_line(tmp_path: Path, command: str) -> None:
    (tmp_path / "pack.toml").write_text('programme = "imr"\nlanguage = \n', "utf-8")
    done = run(command, tmp_path)
    assert done.returncode == 3
    assert done.stderr == "This line is not valid TOML.\nCorrect pack.toml, line 2.\n"


def test_a_path_that_is_no_folder_is_a_mistake_in_usage(tmp_path: Path) -> None:
    file = tmp_path / "file.md"
    file.write_text("x", "utf-8")
    assert run("check", file).returncode == 2


@pytest.mark.slow
def test_braces_in_a_file_are_only_signs(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, {"m": {"1-hope.md": lesson_text({"Wall": "### {0}\n\n### {x!r}"}, skills=["{y}"])}})
    done = run("check", folder)
    assert done.returncode == 3
    assert "“{y}” is not a skill a note can name." in done.stdout


def test_a_list_loads_neither_screens_nor_formulas() -> None:
    script = (
        "import sys\n"
        "from facilitator.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "names = ('textual', 'textstat', 'nltk', 'markdown_it', 'sqlite_utils', 'sqlcipher3')\n"
        "print([name for name in names if name in sys.modules])\n"
    )
    assert run("list", script=script).stdout.splitlines()[-1] == "[]"


@pytest.mark.slow
def test_without_the_extra_a_check_says_what_to_install_and_everything_else_works() -> None:
    without = f"import sys\nsys.modules['textstat'] = None\n{RUN}"
    done = run("check", script=without)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "Reading grades need the extra “check”, which is not installed.",
        "Install it beside Facilitator: pip install textstat; with pipx: pipx inject facilitator textstat",
    ]
    assert run("list", script=without).returncode == 0
