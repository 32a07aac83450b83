"""One curriculum for console, commands and paper: ours, with the site's own folder over it where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from content.load import builtin_pack_folder
from content.pack import Origin
from facilitator.crisis_help import UNSET
from facilitator.curriculum import curriculum, curriculum_at, site_folder, usual_site_folder
from tests.content.building import a_pack, lesson_text

RUN = "from facilitator.cli import main; main()"


def a_site(folder: Path) -> Path:
    """A folder with one lesson of its own."""
    return a_pack(folder, {"needs-met": {"4-our-garden.md": lesson_text(id="ownown22", slug="our-garden")}}, None)


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", RUN, *map(str, words)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=60, env={**os.environ, **environment}, check=False
    )


def test_without_a_folder_of_the_site_it_is_ours(home: Path) -> None:
    assert site_folder() is None
    pack = curriculum()
    assert (pack.folder, pack.site) == (builtin_pack_folder(), None)
    assert not usual_site_folder().exists()


def test_the_usual_folder_is_used_where_it_is(home: Path) -> None:
    assert usual_site_folder() == home / "config" / "facilitator" / "pack"
    folder = a_site(usual_site_folder())
    assert site_folder() == folder
    assert curriculum().lesson_named("our-garden").origin is Origin.ADDED


def test_a_folder_that_is_named_comes_before_the_usual_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual_site_folder().mkdir(parents=True)
    folder = a_site(tmp_path / "own")
    monkeypatch.setenv("FACILITATOR_PACK", str(folder))
    assert site_folder() == folder
    assert curriculum().lesson_named("our-garden").file == "own/needs-met/4-our-garden.md"


def test_a_folder_that_is_named_and_is_not_there_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_PACK", str(tmp_path / "gone"))
    pack = curriculum()
    assert [str(one) for one in pack.problems] == ["gone/pack.toml:1 There is no curriculum in this folder."]
    assert len(list(pack.lessons())) > 50


def test_a_folder_that_says_it_is_an_overlay_is_laid_over_ours(tmp_path: Path) -> None:
    folder = a_site(tmp_path / "own")
    assert len(list(curriculum_at(folder).lessons())) == 1
    with (folder / "pack.toml").open("a", encoding="utf-8") as target:
        target.write("overlay = true\n")
    assert len(list(curriculum_at(folder).lessons())) > 50


def test_the_list_says_what_differs(tmp_path: Path) -> None:
    done = run("content", "list", FACILITATOR_PACK=str(a_site(tmp_path / "own")))
    assert (done.returncode, done.stderr) == (0, "")
    assert "  ownown22   20 min  our-garden: Hope (your own)" in done.stdout.splitlines()


def test_a_lesson_begun_in_the_usual_folder_is_in_the_list(home: Path) -> None:
    done = run("content", "new", "needs-met/our-garden")
    assert (done.returncode, done.stderr) == (0, "")
    assert "FACILITATOR_PACK" not in done.stdout
    assert (usual_site_folder() / "needs-met/4-our-garden.md").exists()
    assert "our-garden: Our garden (your own)" in run("content", "list").stdout
    again = run("content", "new", "needs-met/our-garden")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == "This folder has a lesson “our-garden” already.\nNothing was changed.\n"


def test_a_lesson_begun_elsewhere_says_how_to_use_it_and_can_be_checked(tmp_path: Path) -> None:
    done = run("content", "new", "recovery-strategies/what-recovery-means", "--folder", tmp_path / "own")
    assert done.stdout.startswith("Copied our lesson, to be changed: ")
    assert f"FACILITATOR_PACK={tmp_path / 'own'}" in done.stdout
    listed = run("content", "list", tmp_path / "own").stdout
    assert "what-recovery-means: What recovery means (your own in place of ours)" in listed


def test_the_handout_is_the_one_of_the_site(tmp_path: Path) -> None:
    folder = a_site(tmp_path / "own")
    done = run("handout", "our-garden", "-o", tmp_path / "sheet.pdf", FACILITATOR_PACK=str(folder))
    assert (done.returncode, done.stderr.splitlines()) == (0, [UNSET])
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_a_damaged_file_of_the_site_is_named_and_ours_is_printed(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    shutil.copytree(builtin_pack_folder() / "recovery-strategies", folder / "recovery-strategies")
    a_pack(folder, {}, None)
    pack = (folder / "pack.toml").read_text("utf-8").replace("[]", '["recovery-strategies"]')
    (folder / "pack.toml").write_text(pack, "utf-8")
    lesson = folder / "recovery-strategies/1-what-recovery-means.md"
    lesson.write_bytes(lesson.read_bytes() + b"\xff")
    done = run("handout", "recmean2", "-o", tmp_path / "sheet.pdf", FACILITATOR_PACK=str(folder))
    assert (done.returncode, done.stderr.splitlines()) == (0, [UNSET])


@pytest.mark.parametrize(("edition", "line"), [("9", "6. Reducing Relapses"), ("10", "6. Drug and Alcohol Use")])
def test_the_list_follows_an_edition(edition: str, line: str) -> None:
    done = run("content", "list", "--edition", edition)
    assert (done.returncode, done.stderr) == (0, "")
    assert any(one.startswith(line) for one in done.stdout.splitlines())
    assert "Healthy Lifestyles" not in done.stdout


def test_an_edition_that_there_is_not_is_refused_with_those_there_are() -> None:
    done = run("content", "list", "--edition", "12")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no edition “12”.\nThere are: 9, 10, 11.\n"


def test_variants_stand_indented_below_their_lesson() -> None:
    lines = run("content", "list").stdout.splitlines()
    place = next(n for n, line in enumerate(lines) if "making-sense-of-a-diagnosis" in line)
    assert lines[place].startswith("  b4qc5toc")
    assert [line[:6] for line in lines[place + 1 : place + 4]] == [" " * 6] * 3
    assert lines[-1] == "55 lessons, 1100 minutes."
