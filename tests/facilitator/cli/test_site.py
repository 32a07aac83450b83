"""``facilitator site``: a folder of pages, ours from its first file, and nobody else's files touched."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from content.load import builtin_pack_folder, load_pack
from facilitator.cli.site_folder import MARKER
from facilitator.crisis_help import UNSET, remember
from facilitator.whom_to_call import CrisisHelp, CrisisLine
from tests.content.building import a_pack, lesson_text

RUN = "from facilitator.cli import main; main()"


def site(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", RUN, "site", str(folder)]
    env = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=env, check=False)


def own(folder: Path, lesson_id: str = "ownown22") -> str:
    """A site's own lessons, laid over ours."""
    lesson = lesson_text(id=lesson_id, slug="our-garden", title="Our garden")
    a_pack(folder, {"needs-met": {"4-our-garden.md": lesson}}, None)
    return str(folder)


def held(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_there_is_a_page_for_every_lesson_and_everybody_may_read_it(tmp_path: Path) -> None:
    done = site(tmp_path / "new" / "site")
    assert done.returncode == 0
    codes = {entry.id for entry in load_pack(builtin_pack_folder()).lessons()}
    assert f"Wrote {len(codes)} lessons to {tmp_path / 'new' / 'site'}." in done.stdout
    pages = {f"{code}/index.html" for code in codes}
    assert held(tmp_path / "new" / "site") == {"index.html", MARKER, *pages}
    for name in ("index.html", "recmean2/index.html"):
        assert stat.S_IMODE((tmp_path / "new" / "site" / name).stat().st_mode) == 0o644


@pytest.mark.slow
def test_whom_to_call_is_on_every_page_and_that_nobody_is_known_is_said(tmp_path: Path) -> None:
    done = site(tmp_path / "site")
    assert done.stderr.count(UNSET) == 1
    assert "has not written its numbers here yet" in (tmp_path / "site/recmean2/index.html").read_text("utf-8")
    remember(CrisisHelp((CrisisLine("crisis line", "0800 111 0 111"),)))
    done = site(tmp_path / "site")
    assert UNSET not in done.stderr
    for name in ("index.html", "recmean2/index.html"):
        assert "tel:08001110111" in (tmp_path / "site" / name).read_text("utf-8")


@pytest.mark.slow
def test_the_words_of_a_sites_own_curriculum_come_before_the_place(tmp_path: Path) -> None:
    remember(CrisisHelp((CrisisLine("crisis line", "0800 111 0 111"),)))
    folder = a_pack(tmp_path / "own", {}, "## crisis\n\n- In danger: call 112.\n")
    site(tmp_path / "site", FACILITATOR_PACK=str(folder))
    page = (tmp_path / "site/recmean2/index.html").read_text("utf-8")
    assert "tel:112" in page
    assert "crisis line" not in page


@pytest.mark.slow
def test_a_second_run_writes_the_same_pages_and_takes_those_away_that_are_no_more(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert site(folder, FACILITATOR_PACK=own(tmp_path / "own")).returncode == 0
    assert "Our garden" in (folder / "ownown22/index.html").read_text("utf-8")
    before = (folder / "recmean2/index.html").read_bytes()
    (folder / "CNAME").write_text("example.org")
    (folder / "recmean2/picture.txt").write_text("of somebody else")
    assert site(folder).returncode == 0
    assert not (folder / "ownown22").exists()
    assert (folder / "recmean2/index.html").read_bytes() == before
    assert {"CNAME", "recmean2/picture.txt"} <= held(folder)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index.html", ".hidden", "photo.jpg"])
def test_a_folder_that_holds_other_files_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    done = site(tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "holds other files already. Nothing was changed." in done.stderr
    assert held(tmp_path) == {name}


@pytest.mark.slow
def test_a_run_that_was_cut_short_is_taken_up_again(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    site(folder)
    shutil.rmtree(folder / "recmean2")
    (folder / "index.html").unlink()
    assert site(folder).returncode == 0
    assert (folder / "recmean2/index.html").is_file()


@pytest.mark.slow
def test_a_list_of_pages_that_was_tampered_with_takes_nothing_away(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    site(folder)
    (tmp_path / "mine").write_text("mine")
    (folder / MARKER).write_text('["../mine", "/etc/passwd", "recmean2", 3]')
    assert site(folder).returncode == 0
    assert (tmp_path / "mine").read_text() == "mine"


@pytest.mark.slow
@pytest.mark.parametrize("link", ["recmean2", "index.html"])
def test_a_link_is_not_followed(tmp_path: Path, link: str) -> None:
    folder, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    site(folder)
    elsewhere.mkdir()
    shutil.rmtree(folder / link) if link == "recmean2" else (folder / link).unlink()
    (folder / link).symlink_to(elsewhere / "file" if link == "index.html" else elsewhere)
    site(folder)
    assert list(elsewhere.iterdir()) == []


@pytest.mark.slow
def test_a_lesson_whose_code_is_none_is_named_and_the_others_are_written(tmp_path: Path) -> None:
    done = site(tmp_path / "site", FACILITATOR_PACK=own(tmp_path / "own", "../../out"))
    assert done.returncode == 3
    assert "“../../out” is not a code" in done.stderr
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "site/recmean2/index.html").is_file()


@pytest.mark.slow
def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    done = site(tmp_path / "site")
    assert (done.returncode, done.stdout) == (2, "")
    done = site(tmp_path / "site" / "in-a-file")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_making_the_site_loads_neither_screens_nor_the_record(tmp_path: Path) -> None:
    code = "import sys\nfrom facilitator.cli import cli\ncli.main(sys.argv[1:], standalone_mode=False)\n"
    code += "print(*{name.partition('.')[0] for name in sys.modules}, *sys.modules)"
    command = [sys.executable, "-c", code, "site", str(tmp_path / "site")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"jinja2", "facilitator.pages.site"} <= loaded
    assert not loaded & {"textual", "rich", "sqlite_utils", "sqlcipher3", "agenda.record", "typst", "segno"}
