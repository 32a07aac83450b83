"""What the documents promise is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import click
import pytest

from facilitator import __version__
from facilitator.cli import COMMANDS, cli

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
SETS_UP = "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt"
DEMO_LINE = f"{SETS_UP} . && .venv/bin/facilitator demo"
INSTALL_LINE = (
    "python3 -m pip wheel -q --no-deps -w dist . && "
    'pipx install --pip-args="-c $PWD/constraints.txt" dist/facilitator-*.whl'
)
TEST_LINE = f"{SETS_UP} -e '.[test]' && .venv/bin/python -m pytest"


def lines_of_code() -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def test_one_line_shows_it_one_installs_it_and_one_tests_it() -> None:
    assert lines_of_code() == [DEMO_LINE, INSTALL_LINE, TEST_LINE]


def test_every_command_of_the_readme_is_in_the_list_of_commands() -> None:
    named = set(re.findall(r"facilitator ([a-z]+)\b", README.partition("## Use it")[2]))
    listed = set(cli.list_commands(click.Context(cli)))
    assert named <= listed, "the README names a command that there is not"
    assert listed <= named, "the README does not name every command"
    assert set(COMMANDS) - listed == {"console"}


def test_the_readme_links_to_what_there_is() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert __version__ == "0.1.0" or __version__ in headings


def test_the_licences_say_which_they_are() -> None:
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert "SPDX-License-Identifier: CC-BY-4.0" in (ROOT / "content/packs/LICENSE").read_text("utf-8")


def test_every_requirement_has_one_exact_version_among_the_constraints() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!]*", line) for line in pinned)
    names = {plain(line.partition("==")[0]) for line in pinned}
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *extras["check"], *extras["test"]]
    needed = [one for one in needed if ";" not in one and one != "facilitator[check]"]
    assert {plain(re.split(r"[\[<>=!~ ]", requirement)[0]) for requirement in needed} <= names
    assert len(names) == len(pinned)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def repository_files() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        return []
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


FORBIDDEN = {
    "the path of one machine": re.compile(r"(?<![\w./-])/(?:root|work|home|Users)/\w|/tmp/(?:venv|bash_jobs)"),
    "the address of a registry": re.compile(r"pypi\.org|pythonhosted|(?:index-url|find-links|extra-index)\b|/simple/"),
}
HERE = Path(__file__).resolve()


def test_no_file_names_one_machine_or_a_registry() -> None:
    for path in repository_files():
        if path.resolve() == HERE:
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        for what, pattern in FORBIDDEN.items():
            found = pattern.search(text)
            assert found is None, f"{path.relative_to(ROOT)}: {what}: {found and found.group()}"


@pytest.mark.parametrize("ending", ["ttf", "otf", "woff", "woff2", "mo", "pyc", "pdf"])
def test_the_repository_holds_no_binary_that_can_be_made_or_installed(ending: str) -> None:
    assert [path.name for path in repository_files() if path.suffix == f".{ending}"] == []
